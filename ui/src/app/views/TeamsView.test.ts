import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { NEW_TEAM } from '$parts/team/team.actions';
import { draftStore } from '$lib/data/draft-store.outbox.svelte';
import { describe, expect, it } from 'vitest';
import { teams } from '../../testing/all-teams';
import { asked, breaches, core, show } from '../../testing/view-setup';

const row = async (name: string) => {
  const table = await screen.findByRole('table');
  const found = within(table).getByRole('link', { name }).closest<HTMLElement>('[role=row]');
  if (!found) throw new Error(`no row ${name}`);
  return found;
};

describe('all teams', () => {
  it('says of each team where it stands and what asks for attention', async () => {
    const { container } = await show(core(), '#/teams');
    const checkout = await row('Checkout Reliability');
    expect(checkout.textContent).toContain('No step for 16 days');
    expect(checkout.textContent).toContain('5 days left, not on target');
    expect((await row('Seller Portal')).textContent).toContain('Go and see tomorrow');
    expect((await row('Platform On-call')).textContent).toContain('Not started yet');
    expect(await breaches(container)).toEqual([]);
  });

  it('marks only the most pressing reason of a team', async () => {
    await show(core(), '#/teams');
    expect((await row('Tailspin Release')).querySelectorAll('.mark.attention')).toHaveLength(1);
  });

  it('is walked by Down and End, and Tab goes to one row only', async () => {
    await show(core(), '#/teams');
    const link = (await row('Access Requests')).querySelector('a');
    link?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Checkout Reliability');
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('Tailspin Release');
    expect(screen.getByRole('table').querySelectorAll('a[tabindex="0"]')).toHaveLength(1);
  });

  it('begins its walk where nothing has the focus', async () => {
    await show(core(), '#/teams');
    const first = (await row('Access Requests')).querySelector('a');
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Checkout Reliability');
  });

  it('adds a team by its name', async () => {
    const transport = core().answer('team_create', () => ({
      id: 'tea_x',
      op: 'op_2',
      seq: 10,
      merged: [],
      open: [],
    }));
    await show(transport, '#/teams');
    await screen.findByRole('table');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Add a team' }).at(-1) as HTMLElement,
    );
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add a team' }));
    expect(dialog.textContent).toContain('A team needs a name.');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Night Shift{Enter}');
    expect(asked(transport, 'team_create')).toEqual([{ fields: { name: 'Night Shift' } }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(draftStore.recovered(NEW_TEAM)).toBeUndefined();
  });

  it('asks for the first team on an empty board', async () => {
    await show(
      core({ board: { teams: [] } }).answer('teams_get', () => ({ ...teams, teams: [] })),
      '#/teams',
    );
    expect(await screen.findByText(/Which team starts/)).toBeTruthy();
  });

  it('says what happened when it cannot be read, and reads again', async () => {
    const transport = core().answer('teams_get', () => {
      throw { code: 'unreachable', params: {}, retryable: true };
    });
    await show(transport, '#/teams');
    expect((await screen.findByRole('alert')).textContent).toContain('does not answer');
    transport.answer('teams_get', () => teams);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('offers no writing in a file that can only be read', async () => {
    await show(core({ board: { access: 'folderReadOnly' } }), '#/teams');
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: 'Add a team' })).toBeNull();
  });
});
