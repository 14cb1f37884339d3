import type { Push } from './bindings';

/** The one way out of the window. The app has one; component tests bring their own. */
export interface Transport {
  /** Rejects with an {@link IpcError}-shaped value. */
  call(name: string, params: unknown): Promise<unknown>;
  /** What the core tells without being asked. Returns the way to stop listening. */
  onPush(handler: (push: Push) => void): () => void;
}
