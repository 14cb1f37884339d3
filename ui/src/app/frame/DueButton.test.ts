import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DueLine } from '$lib/api/bindings';
import { board, teams } from '../../testing/all-teams';
import { breaches, core, show } from '../../testing/view-setup';

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
    expect(await screen.findByRole('link', { name: new RegExp(`${name}.*2 things are due`) })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '2 things are due' }));
    const list = screen.getByRole('list', { name: 'Due' });
    const links = within(list).getAllByRole('link');
    expect(links[0]?.textContent).toContain('Step 6: go and see what happened. Send the figures daily.');
    expect(links[0]?.getAttribute('href')).toContain('exp_0');
    expect(links[1]?.textContent).toContain('Calls: measure again.');
    expect(await breaches(container)).toEqual([]);
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
