import { render, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import type { App as AppAnswer, Board } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import App from '$app/App.svelte';
import { app as machine } from '$lib/state/app.svelte';
import { session } from '$lib/state/session.svelte';
import { app, board, teams } from './all-teams';
import { searched } from './found';

/** A core that answers the frame; the test adds what its view asks. */
export function core(
  more: { app?: Partial<AppAnswer>; board?: Partial<Board> } = {},
): MemoryTransport {
  const state = { ...app, board: '/share/operations.kata', ...more.app };
  return new MemoryTransport()
    .answer('app_get', () => state)
    .answer('prefs_edit', (change: Partial<AppAnswer>) => ({ ...Object.assign(state, change) }))
    .answer('recent_forget', ({ path }: { path: string }) => ({
      ...state,
      recent: state.recent.filter((file) => file.path !== path),
    }))
    .answer('window_start', () => ({ board: null }))
    .answer('window_set_zoom', () => ({}))
    .answer('board_get', () => ({ ...board, ...more.board }))
    .answer('teams_get', () => teams)
    .answer('due_get', () => ({ asOfSeq: 9, today: teams.today, lines: [] }))
    .answer('due_remind', () => ({ asOfSeq: 9, today: teams.today, lines: [] }))
    .answer('window_notify', () => ({}))
    .answer('presence_get', () => ({ peers: [] }))
    .answer('presence_writing', () => ({ peers: [] }))
    .answer('waiting_get', () => ({ retrospectives: [] }))
    .answer('draft_list', () => ({ drafts: [] }))
    .answer('draft_put', () => ({}))
    .answer('draft_drop', () => ({}))
    .answer('search', searched)
    .answer('similar_steps', () => ({ steps: [], indexing: false }))
    .answer('history_get', () => ({ asOfSeq: 9, versions: [] }));
}

// happy-dom has no popovers; what they show is tested, not that they float.
HTMLElement.prototype.showPopover ??= () => undefined;

/** The whole window at an address, with what was open in the test before put away. */
export async function show(transport: MemoryTransport, hash: string) {
  connect(transport);
  machine.data = null;
  await session.open(null);
  location.hash = hash;
  const shown = render(App);
  await waitFor(() => {
    if (!machine.data || (machine.data.board && !session.board.data))
      throw new Error('not read yet');
  });
  return shown;
}

/** What was asked of the core under a name, newest last. */
export function asked(transport: MemoryTransport, name: string): unknown[] {
  return transport.calls.filter((call) => call.name === name).map(({ params }) => params);
}

/** Breaches of the accessibility rules that do not need a painted screen. */
export async function breaches(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}
