import type { ExperimentCreate, FocusProcessId } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/**
 * Plans the next step of a process, with what the board knows already: the obstacle addressed now,
 * the target condition, the metric and its newest number. Its id, or null.
 */
export async function plan(
  focusProcessId: FocusProcessId | null,
  more: Pick<ExperimentCreate, 'fields' | 'retrospectiveId'> = {},
): Promise<string | null> {
  if (focusProcessId === null) return null;
  const made = await act(
    () => call('experiment_create', { focusProcessId, ...more }),
    'record-now-planned',
  );
  return made?.id ?? null;
}
