import type { App } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { asWireError, type WireError } from '$lib/api/error';
import { t } from '$lib/i18n/messages';
import { app } from '$lib/state/app.svelte';

/** Why a file is not open, until the person has done something about it. */
export interface NotOpened {
  path: string;
  error: WireError;
}

/** The last part of a path, of either kind of system. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

/**
 * Lets the person choose where a new board is to be made, and makes it. Null: made, or turned back.
 */
export async function createBoard(): Promise<NotOpened | null> {
  const words = {
    title: t('welcome-create'),
    filter: t('welcome-file-kind'),
    name: t('welcome-file-name'),
  };
  return pickThen('window_pick_new_board', words, (path) => call('board_create', { path }));
}

/** Lets the person choose a board, and opens it. */
export async function pickBoard(): Promise<NotOpened | null> {
  const words = { title: t('welcome-open'), filter: t('welcome-file-kind') };
  return pickThen('window_pick_board', words, (path) => call('board_open', { path }));
}

export function openBoard(path: string): Promise<NotOpened | null> {
  return arrive(path, call('board_open', { path }));
}

export function openSample(): Promise<NotOpened | null> {
  return arrive(t('welcome-sample'), call('board_sample'));
}

async function pickThen(
  dialog: 'window_pick_board' | 'window_pick_new_board',
  words: { title: string; filter: string; name?: string },
  open: (path: string) => Promise<App>,
): Promise<NotOpened | null> {
  try {
    const { path } = await call(dialog, words);
    return path === null ? null : await arrive(path, open(path));
  } catch (thrown) {
    return { path: '', error: asWireError(thrown) };
  }
}

/**
 * A reason that stays on the screen: a toast would be gone before it is read to somebody on the
 * phone.
 */
async function arrive(path: string, answer: Promise<App>): Promise<NotOpened | null> {
  try {
    await answer;
  } catch (thrown) {
    return { path, error: asWireError(thrown) };
  }
  await app.switchBoard(answer);
  return null;
}
