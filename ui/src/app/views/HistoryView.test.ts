import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Log, LogGet } from '$lib/api/bindings';
import { asked, breaches, core, show } from '../../testing/view-setup';

const LINES = 120;
const line = (seq: number): Log['operations'][number] => ({
  seq,
  op: `op_${seq}`,
  kind: seq === LINES ? 'obstacle_move_to' : 'obstacle_edit',
  at: Date.parse('2026-03-12T10:41:00') + seq * 60_000,
  by: 'per_1',
  byName: seq === LINES ? 'Ana Petrov' : 'Mara Lindt',
  undoes: null,
  changeCount: 2,
  changes: ['state', 'closedOn'].map((field) => ({
    entity: 'obstacle',
    id: 'obs_1',
    title: `Obstacle ${seq}`,
    field,
    value: null,
    ...(seq === LINES - 1 && { sealed: null }),
  })),
});

/** A log of 120 operations, read as the core reads it. */
const log = ({ before, limit }: LogGet): Log => {
  const first = Math.min(LINES, (before ?? LINES + 1) - 1);
  const count = Math.min(first, limit ?? 200);
  return { asOfSeq: LINES, operations: Array.from({ length: count }, (_, i) => line(first - i)) };
};

describe('the history of the board', () => {
  it('says who changed what, the newest first, a page at a time', async () => {
    const transport = core().answer('log_get', log);
    const { container } = await show(transport, '#/teams');
    await userEvent.click(screen.getByRole('link', { name: 'History' }));
    const rows = () => screen.getAllByRole('row').slice(1);
    await screen.findByRole('table', { name: 'History' });
    expect(rows()).toHaveLength(50);
    expect(rows()[0]?.textContent).toContain('Ana Petrov');
    expect(within(rows()[0] as HTMLElement).getAllByText('Obstacle 120')).toHaveLength(1);
    expect(within(rows()[0] as HTMLElement).getByText('State of an obstacle changed')).toBeTruthy();
    expect(screen.getAllByText('Amended').map((stamp) => stamp.closest('tr'))).toEqual([rows()[1]]);
    expect(await breaches(container)).toEqual([]);

    const older = () => userEvent.click(screen.getByRole('button', { name: 'Older' }));
    await older();
    await screen.findByText('Obstacle 70');
    await older();
    await screen.findByText('Obstacle 1');
    expect(rows()).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Newer' }));
    await screen.findByText('Obstacle 70');
    expect(asked(transport, 'log_get')).toMatchObject([
      { before: null, newestFirst: true },
      { before: 71 },
      { before: 21 },
      { before: 71 },
    ]);
  });

  it('checks the file when asked, and says in words what is wrong', async () => {
    const finding = (check: string) => ({ check, detail: 'row 7' });
    const report = {
      ok: false,
      operations: 120,
      rows: 40,
      findings: ['log', 'log', 'of a newer app'].map(finding),
    };
    const transport = core()
      .answer('log_get', log)
      .answer('board_check', () => report);
    await show(transport, '#/history');
    await userEvent.click(await screen.findByRole('button', { name: 'Check the file' }));
    const dialog = await screen.findByRole('dialog', { name: 'Check of the file' });
    expect(
      within(dialog).getAllByText('What the screens show is not what the history says.'),
    ).toHaveLength(1);
    expect(
      within(dialog).getByText('The check found something that this app has no words for.'),
    ).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));

    transport.answer('board_check', () => ({ ...report, ok: true, findings: [] }));
    await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
    await vi.waitFor(() =>
      expect(screen.getByRole('dialog').textContent).toContain('as the app wrote it'),
    );
  });
});
