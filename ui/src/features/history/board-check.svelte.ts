import type { CheckReport } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/** The check of the whole file: it may be asked for on any screen, and takes its time. */
class BoardCheck {
  report = $state.raw<CheckReport | null>(null);
  running = $state(false);

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.report = await act(() => call('board_check'));
    this.running = false;
  }
}

export const boardCheck = new BoardCheck();
