import type { App, PrefsEdit } from '../api/bindings';
import { call } from '../api/client';
import { draftStore } from '../data/draft-store.outbox.svelte';
import { session } from './session.svelte';
import { theme } from './theme.svelte';
import { toasts } from './toasts.svelte';

/** This machine: preferences, recent files, and which board is open. */
class AppState {
  data = $state.raw<App | null>(null);

  get keyHints(): boolean {
    return this.data?.keyHints ?? true;
  }

  async load(): Promise<void> {
    await this.#take(call('app_get'));
  }

  async editPrefs(prefs: PrefsEdit): Promise<void> {
    await this.#take(call('prefs_edit', prefs));
  }

  async toggleTheme(): Promise<void> {
    const next = theme.resolved === 'dark' ? 'light' : 'dark';
    theme.set(next);
    await this.editPrefs({ theme: next });
  }

  /** Every command that may change which board is open answers with the app. */
  async switchBoard(answer: Promise<App>): Promise<boolean> {
    return this.#take(answer);
  }

  async #take(answer: Promise<App>): Promise<boolean> {
    try {
      const data = await answer;
      const board = this.data?.board;
      this.data = data;
      theme.set(data.theme);
      document.documentElement.dataset['keys'] = data.keyHints ? 'shown' : 'hidden';
      if (data.board !== (board ?? null) || board === undefined) {
        if (data.board) await draftStore.load();
        await session.open(data.board);
      }
      return true;
    } catch (thrown) {
      toasts.showError(thrown);
      return false;
    }
  }
}

export const app = new AppState();
