import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DueLine } from '$lib/api/bindings';
import { board, teams } from '../../testing/all-teams';
import { asked, breaches, core, show } from '../../testing/view-setup';

const due = (team: number, more: Partial<DueLine> = {}): DueLine => ({
  kind: 'result',
  teamId: board.teams[team]?.id ?? '',
  teamName: board.teams[team]?.name ?? '',
  focusProcessId: 'fpr_1',
  subjectId: `exp_${team}`,
  number: 6,
  text: 'Send the figures daily.',
  since: '2026-03-10',
  days: 2,
  ...more,
});
const withDue = (lines: DueLine[]) =>
  core().answer('due_get', () => ({ asOfSeq: 9, today: teams.today, lines }));

describe('what is due', () => {
  it('stands beside its team in words, and in a list that leads to it', async () => {
    const old = due(0, { kind: 'number', subjectId: 'met_1', text: 'Calls', number: null });
    const { container } = await show(withDue([due(0), old]), '#/teams');
    const name = board.teams[0]?.name;
    expect(
      await screen.findByRole('link', { name: new RegExp(`${name}.*2 things are due`) }),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '2 things are due' }));
    const list = screen.getByRole('list', { name: 'Due' });
    const links = within(list).getAllByRole('link');
    expect(links[0]?.textContent).toContain(
      'Step 6: go and see what happened. Send the figures daily.',
    );
    expect(links[0]?.getAttribute('href')).toContain('exp_0');
    expect(links[1]?.textContent).toContain('Calls: measure again.');
    expect(await breaches(container)).toEqual([]);
  });

  it('leads a missed coaching cycle to its card', async () => {
    const missed = due(0, { kind: 'coaching_cycle', subjectId: 'cyc_1', number: null, text: '' });
    await show(withDue([missed]), '#/teams');
    await userEvent.click(await screen.findByRole('button', { name: 'one thing is due' }));
    const link = within(screen.getByRole('list', { name: 'Due' })).getByRole('link');
    expect(link.getAttribute('href')).toBe('#/coaching/fpr_1');
  });

  it('marks at most three teams; then the count is the mark', async () => {
    const { container } = await show(withDue([0, 1, 2, 3].map((team) => due(team))), '#/teams');
    await screen.findByRole('button', { name: '4 things are due' });
    expect(container.querySelectorAll('.flag:not(.quiet)')).toHaveLength(0);
    expect(container.querySelectorAll('.flag.quiet').length).toBeGreaterThan(3);
    expect(container.querySelector('.marked .count')?.textContent).toBe('4');
  });

  it('says so when nothing is', async () => {
    await show(core(), '#/teams');
    await userEvent.click(await screen.findByRole('button', { name: 'Nothing is due.' }));
    expect(screen.getByRole('dialog', { name: 'Due' }).textContent).toContain('Nothing is due.');
  });
});

describe('a notification', () => {
  const told = { asOfSeq: 9, today: teams.today };

  it('says by team how much is due, and no other words of the board', async () => {
    const lines = [due(0), due(0, { subjectId: 'exp_9' }), due(1)];
    const transport = withDue(lines).answer('due_remind', () => ({ ...told, lines }));
    await show(transport, '#/teams');
    await vi.waitFor(() => expect(asked(transport, 'window_notify')).toHaveLength(1));
    const [one, other] = [board.teams[0]?.name, board.teams[1]?.name];
    const body = `${one}: 2 things are due\n${other}: one thing is due`;
    expect(asked(transport, 'window_notify')).toEqual([{ title: 'Kata Board', body }]);
  });

  it('is not shown where everything was said today, or reminders are off', async () => {
    const transport = withDue([due(0)]);
    await show(transport, '#/teams');
    await vi.waitFor(() => expect(asked(transport, 'due_remind')).toHaveLength(1));
    expect(asked(transport, 'window_notify')).toEqual([]);
  });

  it('is switched off in the settings', async () => {
    const transport = core();
    await show(transport, '#/settings');
    await userEvent.click(await screen.findByRole('radio', { name: 'Off' }));
    expect(asked(transport, 'prefs_edit')).toEqual([{ reminders: false }]);
  });
});
