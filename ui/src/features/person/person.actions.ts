import type { MeChoose } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { session } from '$lib/state/session.svelte';

/** Says who sits at this app. Whether it was taken. */
export async function chooseMe(me: MeChoose): Promise<boolean> {
  const board = await act(() => call('me_choose', me));
  // Nothing is written to the log by saying who one is, so no feed tells the views.
  if (board) await session.board.refresh();
  return board !== null;
}
