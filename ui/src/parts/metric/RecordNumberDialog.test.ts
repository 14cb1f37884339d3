import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ObservationAdd } from '$lib/api/bindings';
import { describe, expect, it } from 'vitest';
import { asked, core, show } from '../../testing/view-setup';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';

const written = { id: 'val_7', op: 'op_2', seq: 11, merged: [], open: [] };

async function open(storyboard = sellerPortal) {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => storyboard)
    .answer('observation_add', ({ duplicates }: ObservationAdd) => {
      if (duplicates !== 'refuse') return written;
      throw {
        code: 'already_measured',
        params: { count: 1, on: '2026-03-12', old: 3 },
        retryable: false,
      };
    });
  const user = userEvent.setup();
  await show(transport, '#/team/team_1/storyboard');
  await screen.findByRole('region', { name: /^Storyboard/ });
  await user.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Write down a number' });
  return { transport, user, dialog };
}

describe('writing a number down on the storyboard', () => {
  it('asks where the day has a number already', async () => {
    const { transport, user } = await open();
    await user.keyboard('4{Enter}');
    expect(await screen.findByText(/has a number already: 3/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    expect(asked(transport, 'observation_add').at(-1)).toMatchObject({ duplicates: 'keep_both' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('begins with the name where there is no metric yet', async () => {
    const { dialog } = await open({
      ...sellerPortal,
      metrics: [],
      outcomeMetricId: null,
    });
    expect(document.activeElement).toBe(within(dialog).getByLabelText('Name of the metric'));
  });

  it('makes a metric of a ready-made definition with its number, pointed to, at once', async () => {
    const { transport, user, dialog } = await open();
    await user.selectOptions(within(dialog).getByLabelText('Metric'), 'A new metric');
    await user.selectOptions(within(dialog).getByLabelText('Begin with'), 'Queue wait');
    const name = within(dialog).getByLabelText('Name of the metric');
    expect((name as HTMLInputElement).value).toBe('Queue wait');
    await user.type(name, ' at review');
    await user.type(within(dialog).getByLabelText('Value'), '12');
    await user.click(within(dialog).getByRole('button', { name: 'Write down a number' }));
    expect(asked(transport, 'observation_add')).toMatchObject([
      {
        newMetric: {
          teamId: 'team_1',
          fields: {
            name: 'Queue wait at review',
            unit: 'h',
            good: 'down',
            metricKind: 'process',
            rhythmDays: 7,
          },
        },
        points: { kind: 'currentCondition', focusProcessId: 'fp_1', metricKind: 'outcome' },
        observations: [{ value: 12 }],
      },
    ]);
  });
});
