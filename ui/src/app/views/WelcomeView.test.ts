import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { app } from '../../testing/all-teams';
import { asked, breaches, core, show } from '../../testing/view-setup';

const file = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });

describe('the welcome screen', () => {
  it('lists recent files with place, people and what cannot be reached', async () => {
    const { container } = await show(core({ app: { board: null } }), '#/');
    expect((await file('operations.kata')).textContent).toContain('2 people in it');
    expect((await file('firmware-2025.kata')).textContent).toContain('Not reachable');
    expect(await breaches(container)).toEqual([]);
  });

  it('walks the files by Down and takes one off the list by Delete', async () => {
    const transport = core({ app: { board: null } });
    await show(transport, '#/');
    (await file('operations.kata')).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(await file('payments-incidents.kata'));
    await userEvent.keyboard('{Delete}');
    expect(asked(transport, 'recent_forget')).toEqual([{ path: app.recent[1]?.path }]);
  });

  it('keeps on the screen why a file is not open, and offers to try again', async () => {
    const transport = core({ app: { board: null } }).answer('board_open', () => {
      throw { code: 'unreachable', params: {}, retryable: true };
    });
    await show(transport, '#/');
    await userEvent.click(await file('firmware-2025.kata'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'firmware-2025.kata is not open',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked(transport, 'board_open')).toHaveLength(2);
  });

  it('makes a file by Ctrl N where the person chooses it', async () => {
    const transport = core({ app: { board: null } })
      .answer('window_pick_new_board', () => ({ path: '/share/new.kata' }))
      .answer('board_create', () => ({ ...app, board: '/share/new.kata' }));
    await show(transport, '#/');
    await file('operations.kata');
    await userEvent.keyboard('{Control>}n{/Control}');
    await screen.findByRole('navigation');
    expect(asked(transport, 'board_create')).toEqual([{ path: '/share/new.kata' }]);
  });

  it('says where files will appear before there is one', async () => {
    await show(core({ app: { board: null, recent: [] } }), '#/');
    expect(await screen.findByText('Files you open appear here.')).toBeTruthy();
  });
});
