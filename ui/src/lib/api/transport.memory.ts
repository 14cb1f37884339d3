import type { Transport } from './transport';

type Answer = (params: never) => unknown;

/**
 * A transport for component tests: answers from functions, pushes on demand, remembers what was
 * asked.
 */
export class MemoryTransport implements Transport {
  readonly calls: { name: string; params: unknown }[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #handlers = new Set<(message: unknown) => void>();

  /** How a request is answered from now on. Throw to refuse it. */
  answer<P>(name: string, answer: (params: P) => unknown): this {
    this.#answers.set(name, answer as Answer);
    return this;
  }

  push(message: unknown): void {
    for (const handler of this.#handlers) handler(message);
  }

  async call(name: string, params: unknown): Promise<unknown> {
    this.calls.push({ name, params });
    const answer = this.#answers.get(name);
    if (!answer) throw { code: 'unknown_command', params: { name }, retryable: false };
    return answer(params as never);
  }

  onPush(handler: (message: unknown) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }
}
