import type { Experiments } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { plan } from '$parts/experiment/experiment.actions';

/**
 * Plans the next step as from the storyboard: against its obstacle, with today's number. Its id, or
 * null.
 */
export async function planNext(view: Experiments): Promise<string | null> {
  const board = await act(() => call('storyboard_get', { focusProcessId: view.focusProcess.id }));
  return board && plan(board);
}
