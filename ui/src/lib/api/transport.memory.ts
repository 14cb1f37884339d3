import type { Push } from './bindings';
import type { Transport } from './transport';

type Answer = (params: unknown) => unknown;

/**
 * A transport for component tests: answers from functions, pushes on demand, remembers what was
 * asked.
 */
export class MemoryTransport implements Transport {
  readonly calls: { name: string; params: unknown }[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #handlers = new Set<(push: Push) => void>();

  /** How a request is answered from now on. Throw to refuse it. */
  answer<P>(name: string, answer: (params: P) => unknown): this {
    // What a test answers knows what it is asked.
    this.#answers.set(name, (params) => answer(params as P));
    return this;
  }

  push(push: Push): void {
    for (const handler of this.#handlers) handler(push);
  }

  async call(name: string, params: unknown): Promise<unknown> {
    this.calls.push({ name, params });
    const answer = this.#answers.get(name);
    if (!answer) throw { code: 'command_unknown', params: { name }, retryable: false };
    return answer(params);
  }

  onPush(handler: (push: Push) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }
}
