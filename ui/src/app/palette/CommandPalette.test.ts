import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handleAction } from '$lib/commands/keymap';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { heard } from '../../testing/heard';
import { asked, breaches, core, show } from '../../testing/view-setup';
import { noteHit, stepHit } from '../../testing/found';

let transport: MemoryTransport;
const user = userEvent.setup();

const box = () => screen.getByRole('combobox', { name: 'Search, and actions by name' });
const options = () =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent?.trim() ?? '');
const groups = () =>
  screen.queryAllByRole('group').map((group) => within(group).queryAllByRole('option').length);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

async function opened(hash = '#/teams') {
  transport = core();
  const shown = await show(transport, hash);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Search, and actions by name' });
  return shown;
}

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
});

describe('the command palette', () => {
  it('has no violations axe can find, with and without words', async () => {
    const { baseElement } = await opened();
    expect(await breaches(baseElement)).toEqual([]);
    await user.type(box(), 'figure');
    await screen.findByText('On the board');
    expect(await breaches(baseElement)).toEqual([]);
  });

  it('opens from the search box in the sidebar and closes by its key and by Esc', async () => {
    await opened();
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect(document.activeElement).toBe(box());
  });

  it('runs an action by its name, after the focus is back where it was', async () => {
    await opened();
    const undo = vi.fn();
    const stop = handleAction('undo', undo);
    await user.type(box(), 'undo');
    expect(chosen()).toContain('Undo your last change');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(undo).toHaveBeenCalledOnce());
    expect(screen.queryByRole('combobox')).toBeNull();
    stop();
  });

  it('does what has no key, from any screen', async () => {
    await opened('#/settings');
    const report = { ok: true, findings: [], operations: 7, rows: 5 };
    transport.answer('board_check', () => report);
    await user.type(box(), 'check the');
    expect(chosen()?.trim()).toBe('Check the file');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Check of the file' })).toBeTruthy();
    expect(asked(transport, 'board_check')).toHaveLength(1);
  });

  it('lists the newest choices first when nothing is typed', async () => {
    await opened();
    await user.type(box(), 'shortcuts{Enter}');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.getByText('Chosen lately')).toBeTruthy();
    expect(options()[0]).toContain('Keyboard shortcuts');
    expect(options().filter((name) => name.includes('Keyboard shortcuts'))).toHaveLength(1);
  });

  it('walks the list by Up and Down, around its ends', async () => {
    await opened();
    const first = chosen();
    await user.keyboard('{ArrowUp}');
    expect(chosen()).toBe(screen.getAllByRole('option').at(-1)?.textContent);
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe(first);
    expect(box().getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
  });

  it('shows last what cannot be done here, with the reason, and does not do it', async () => {
    await opened();
    await user.type(box(), 'obstacle');
    const away = screen.getAllByRole('option').at(-1);
    expect(away?.getAttribute('aria-disabled')).toBe('true');
    expect(away?.textContent).toContain('With the focus on an obstacle');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(box()).toBeTruthy();
  });

  it('goes to a team by a part of its name', async () => {
    await opened();
    await user.type(box(), 'seller{Enter}');
    await waitFor(() => expect(location.hash).toMatch(/storyboard/));
  });

  it('finds the words of the board, marks them, and goes to the step', async () => {
    await opened();
    await user.type(box(), 'figure');
    await screen.findByText('On the board');
    expect(asked(transport, 'search')).toEqual([{ query: 'figure', limit: 12, teamId: null }]);
    const hit = screen.getByRole('option', { name: /Learned: A Monday figure/ });
    expect(hit.querySelector('mark')?.textContent).toBe('figure');
    expect(hit.textContent).toContain('Step 4, Seller Portal');
    await user.click(hit);
    await waitFor(() => expect(location.hash).toContain(`experiments/foc_1/${stepHit.id}`));
  });

  it('prepares a retrospective from any screen of the team', async () => {
    await opened('#/team/team_1/storyboard/foc_1');
    await user.type(box(), 'prepare a retro');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location.hash).toBe('#/team/team_1/retrospectives/foc_1'));
    await screen.findByRole('dialog', { name: 'Prepare a retrospective' });
  });

  it('goes to the retrospective in which something was said', async () => {
    await opened();
    transport.answer('search', () => ({ hits: [noteHit], indexing: false }));
    await user.type(box(), 'late');
    const hit = await screen.findByRole('option', { name: /late/ });
    expect(hit.textContent).toContain('Note, Seller Portal, in “February”');
    await user.click(hit);
    await waitFor(() => expect(location.hash).toBe('#/retrospective/ret_2'));
  });

  it('says what was searched where nothing is found', async () => {
    await opened();
    await user.type(box(), 'zeppelin');
    await screen.findByText('Nothing found for “zeppelin”.');
    expect(groups()).toEqual([]);
    expect(screen.getByText(/Searched were actions, teams, and the words/)).toBeTruthy();
  });

  it('asks again while the core still reads the board', async () => {
    transport = core();
    let read = false;
    transport.answer('search', () => {
      const hits = read ? [stepHit] : [];
      const answer = { hits, indexing: !read };
      read = true;
      return answer;
    });
    await show(transport, '#/teams');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(box(), 'figure');
    await screen.findByText('Reading the board. More may be found in a moment.');
    await screen.findByText('On the board', {}, { timeout: 3000 });
    expect(screen.queryByText(/Reading the board/)).toBeNull();
  });

  it('finds what a colleague writes while it is open, of whatever kind it is', async () => {
    await opened();
    transport.answer('search', () => ({ hits: [], indexing: false }));
    await user.type(box(), 'late');
    await screen.findByText('Nothing found for “late”.');
    transport.answer('search', () => ({ hits: [noteHit], indexing: false }));
    transport.push(heard('retro_note', 'team_2', 12));
    await screen.findByRole('option', { name: /late/ });
  });

  it('keeps the actions where the words cannot be searched', async () => {
    transport = core();
    transport.answer('search', () => {
      throw { code: 'private_files', params: { detail: 'disk' }, retryable: false };
    });
    await show(transport, '#/teams');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(box(), 'settings');
    await screen.findByText(/cannot be searched just now/);
    expect(options()[0]).toContain('Settings');
  });

  it('leaves the keys of the window alone while it is open', async () => {
    await opened();
    const create = vi.fn();
    const stop = handleAction('new-file', create);
    await user.keyboard('{Control>}n{/Control}');
    expect(create).not.toHaveBeenCalled();
    stop();
  });
});
