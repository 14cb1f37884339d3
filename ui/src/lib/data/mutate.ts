import { call, type Answer, type CommandName, type Request } from '../api/client';
import type { LiveQuery, ViewAnswer } from './live.svelte';

/** A change shown before it is written. */
export interface Optimistic<T extends ViewAnswer> {
  on: LiveQuery<T>;
  apply: (view: T) => T;
}

type WriteName = {
  [N in CommandName]: Answer<N> extends { seq: number } ? N : never;
}[CommandName];

/**
 * Writes. What `optimistic` foretells is shown at once, until the view has read the write or it
 * failed.
 */
export async function mutate<N extends WriteName, T extends ViewAnswer>(
  name: N,
  request: Request<N>,
  optimistic?: Optimistic<T>,
): Promise<Answer<N>> {
  const overlay = optimistic?.on.overlay(optimistic.apply);
  try {
    const answer = await call(name, request);
    overlay?.until((answer as { seq: number }).seq);
    return answer;
  } catch (thrown) {
    overlay?.drop();
    throw thrown;
  }
}
