import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ObservationAdd, TeamMetric } from '$lib/api/bindings';
import { describe, expect, it } from 'vitest';
import { asked, breaches, core, show } from '../../testing/view-setup';
import { sellerPortal } from '../../testing/seller-portal';

const now = sellerPortal.metrics[0] as TeamMetric['now'];
const other = {
  ...now,
  metric: { ...now.metric, id: 'met_9', name: 'Lead time', unit: 'h' },
  last: null,
};
const metrics = {
  asOfSeq: 9,
  metrics: [
    { teamId: 'team_1', teamName: 'Seller Portal', now },
    { teamId: 'team_2', teamName: 'Überwachung', now: other },
  ],
};
const written = { id: 'val_7', op: 'op_2', seq: 11, merged: [], open: [] };

async function open(met = false) {
  const transport = core()
    .answer('metrics_get', () => metrics)
    .answer('observation_add', ({ duplicates }: ObservationAdd) => {
      if (!met || duplicates !== 'refuse') return written;
      throw {
        code: 'already_measured',
        params: { count: 1, on: '2026-03-09', old: 3 },
        retryable: false,
      };
    });
  const user = userEvent.setup();
  const { container } = await show(transport, '#/teams');
  await user.keyboard('e');
  await screen.findByRole('dialog', { name: 'Write down a number' });
  return { transport, user, container };
}

describe('quick entry', () => {
  it('takes a metric by words of its team, a number and Enter', async () => {
    const { transport, user, container } = await open();
    await user.keyboard('uber lead{Enter}');
    expect(await breaches(container)).toEqual([]);
    await user.keyboard('41.5{Enter}');
    expect(asked(transport, 'observation_add')).toMatchObject([
      {
        metricId: 'met_9',
        observations: [{ value: 41.5, valueText: '41.5' }],
        duplicates: 'refuse',
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks where the day has a number already', async () => {
    const { transport, user } = await open(true);
    await user.keyboard('lead{Enter}42{Enter}');
    expect(await screen.findByText(/has a number already: 3 h/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(asked(transport, 'observation_add').at(-1)).toMatchObject({ duplicates: 'replace' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says what is missing', async () => {
    const { user } = await open();
    await user.keyboard('lead{Enter}many{Enter}');
    expect(screen.getByText('Write a number like 3 or 2.5.')).toBeTruthy();
  });

  it('goes on in the import where a column is pasted', async () => {
    const { user } = await open();
    await user.keyboard('lead{Enter}');
    await user.paste('41\n42\n43');
    expect(await screen.findByRole('dialog', { name: 'Import numbers' })).toBeTruthy();
  });
});
