import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/** Takes the decision on a baseline back: the one before holds again. */
export const takeBack = (id: string) =>
  act(() => call('baseline_window_remove', { id }), 'baseline-taken-back');
