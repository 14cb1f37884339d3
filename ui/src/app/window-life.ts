import { call, onPush } from '$lib/api/client';
import { keepOpenDrafts } from '$lib/data/keeping';
import { app } from '$lib/state/app.svelte';

/**
 * Follows what the window itself tells: a board to open, or that it closes. Returns the way to
 * stop.
 */
export function followWindow(): () => void {
  return onPush(({ kind }) => {
    if (kind === 'windowStart') void openWanted();
    if (kind === 'windowClosing') void putAway();
  });
}

/** Preferences, then the board that the program was started with, or the welcome screen. */
export async function start(): Promise<void> {
  await app.load();
  const zoom = app.data?.zoom ?? 1;
  if (zoom !== 1) await call('window_set_zoom', { factor: zoom }).catch(() => undefined);
  await openWanted();
}

async function openWanted(): Promise<void> {
  const { board } = await call('window_start', {}).catch(() => ({ board: null }));
  if (board !== null && board !== app.data?.board)
    await app.switchBoard(call('board_open', { path: board }));
  else if (board !== null) await app.load();
}

/** The window is already out of sight; the last keystrokes go to this computer before it ends. */
async function putAway(): Promise<void> {
  await keepOpenDrafts();
  await call('window_close', {}).catch(() => undefined);
}
