import type { Commands, Push } from './bindings';
import { asWireError } from './error';
import type { Transport } from './transport';

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]['request'];
export type Answer<N extends CommandName> = Commands[N]['answer'];
/** Commands that can be asked without anything. */
type Bare = {
  [N in CommandName]: Record<string, never> extends Request<N> ? N : never;
}[CommandName];

let transport: Transport | null = null;

/** Once at the start of the app; in tests, before each. */
export function connect(to: Transport): void {
  transport = to;
}

/** Sends one command of the table. Rejects with a `WireError`. */
export function call<N extends CommandName>(name: N, request: Request<N>): Promise<Answer<N>>;
export function call<N extends Bare>(name: N): Promise<Answer<N>>;
export async function call<N extends CommandName>(
  name: N,
  request?: Request<N>,
): Promise<Answer<N>> {
  if (!transport) throw new Error('connect() comes first');
  try {
    return (await transport.call(name, request ?? {})) as Answer<N>;
  } catch (thrown) {
    throw asWireError(thrown);
  }
}

export function onPush(handler: (push: Push) => void): () => void {
  if (!transport) throw new Error('connect() comes first');
  return transport.onPush(handler);
}
