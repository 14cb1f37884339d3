import type { MeChoose } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { app } from '$lib/state/app.svelte';
import { session } from '$lib/state/session.svelte';

/** Says who sits at this app. Whether it was taken. */
export async function chooseMe(me: MeChoose): Promise<boolean> {
  const board = await act(() => call('me_choose', me));
  // Nothing is written to the log by saying who one is, so no feed tells the views. A first name is
  // kept for new boards too.
  if (board) await Promise.all([session.board.refresh(), app.load()]);
  return board !== null;
}
