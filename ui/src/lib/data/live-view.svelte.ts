import { untrack } from 'svelte';
import { commandReads } from '../api/bindings';
import { call, type Answer, type Request } from '../api/client';
import { listenTo } from './hub';
import { LiveQuery, type ViewAnswer } from './live.svelte';

/** Reads that say how far they have read; all of them can be live. */
export type ViewName = {
  [N in keyof typeof commandReads]: Answer<N> extends ViewAnswer ? N : never;
}[keyof typeof commandReads];

/**
 * A view that stays current while the calling component stands on the screen. `request` is tracked:
 * when it changes the new answer is fetched, and null means that there is nothing to ask yet.
 * `about` says what a request is about: while that is the same, as with another page of one list,
 * what is shown stays until the new answer is there.
 */
export function live<N extends ViewName>(
  name: N,
  request: () => Request<N> | null,
  about?: (request: Request<N>) => unknown,
): LiveQuery<Answer<N>> {
  const query = new LiveQuery<Answer<N>>();
  const asked = $derived.by(() => {
    const current = request();
    return current && JSON.stringify(current);
  });
  let subject: unknown = null;
  $effect(() => {
    const question = asked;
    const ask = question === null ? null : () => call(name, JSON.parse(question) as Request<N>);
    const before = subject;
    subject = question === null ? null : about?.(JSON.parse(question) as Request<N>);
    const same = subject != null && subject === before;
    // Only the question decides; asking reads the state of the query itself.
    untrack(() => query.ask(ask, same));
  });
  $effect(() =>
    listenTo(
      commandReads[name],
      () => void query.refresh(),
      () => query.teamId,
    ),
  );
  return query;
}
