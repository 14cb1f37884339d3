import type { Commands } from './bindings';
import { asWireError } from './error';
import type { Transport } from './transport';

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]['request'];
export type Answer<N extends CommandName> = Commands[N]['answer'];
type Args<N extends CommandName> =
  Record<string, never> extends Request<N> ? [request?: Request<N>] : [request: Request<N>];

let transport: Transport | null = null;

/** Once at the start of the app; in tests, before each. */
export function connect(to: Transport): void {
  transport = to;
}

/** Sends one command of the table. Rejects with a `WireError`. */
export async function call<N extends CommandName>(
  name: N,
  ...[request]: Args<N>
): Promise<Answer<N>> {
  if (!transport) throw new Error('connect() comes first');
  try {
    return (await transport.call(name, request ?? {})) as Answer<N>;
  } catch (thrown) {
    throw asWireError(thrown);
  }
}

export function onPush(handler: (message: unknown) => void): () => void {
  if (!transport) throw new Error('connect() comes first');
  return transport.onPush(handler);
}
