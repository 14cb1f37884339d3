import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { asked, breaches, core, show } from '../../testing/view-setup';
import { numbersOf, sellerPortal, sellerPortalLine } from '../../testing/seller-portal';

const written = { id: 'obn_7', op: 'op_2', seq: 11, merged: [], open: [] };
const metric = sellerPortal.metrics[0]?.metric;
const metricId = metric?.id ?? '';

async function open() {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('observations_get', () => numbersOf(sellerPortal, metricId))
    .answer('observation_edit', () => written)
    .answer('observation_remove', () => written)
    .answer('observation_restore', () => written)
    .answer('metric_edit', () => written);
  const user = userEvent.setup();
  const { container } = await show(transport, '#/team/team_1/storyboard');
  await user.click(await screen.findByRole('button', { name: /^All numbers of Calls per seller/ }));
  const table = await screen.findByRole('table', { name: `Numbers of ${metric?.name}` });
  return { transport, user, container, table };
}

describe('the numbers of a metric', () => {
  it('stand newest first, with who and how', async () => {
    const { table, container } = await open();
    const [, newest] = within(table).getAllByRole('row');
    expect(newest?.getAttribute('aria-label')).toMatch(/^3 on Fri/);
    expect(newest?.textContent).toContain('Ana Petrov');
    expect(await breaches(container)).toEqual([]);
  });

  it('are corrected in place, with the number as it was typed', async () => {
    const { transport, user, table } = await open();
    await user.click(
      within(table).getAllByRole('button', { name: /^Edit Value/ })[0] as HTMLElement,
    );
    await user.keyboard('{Control>}a{/Control}3.5{Enter}');
    expect(asked(transport, 'observation_edit')).toEqual([
      {
        id: 'obn_7',
        fields: { value: 3.5, valueText: '3.5' },
        basedOn: { value: ['op_1'], valueText: ['op_1'] },
      },
    ]);
  });

  it('cannot be emptied: a number that was none is removed', async () => {
    const { transport, user, table } = await open();
    await user.click(
      within(table).getAllByRole('button', { name: /^Edit Value/ })[0] as HTMLElement,
    );
    await user.keyboard('{Control>}a{/Control}{Delete}{Enter}');
    expect(asked(transport, 'observation_edit')).toEqual([]);
    expect(within(table).getByText(/This is not a number/)).toBeTruthy();
  });

  it('are removed by key and restored from below the table', async () => {
    const { transport, user, table } = await open();
    within(table)
      .getAllByRole('button', { name: /^Edit Value/ })[0]
      ?.focus();
    await user.keyboard('{Delete}');
    expect(asked(transport, 'observation_remove')).toEqual([{ id: 'obn_7' }]);
    await user.click(screen.getByText('One removed number'));
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(asked(transport, 'observation_restore')).toEqual([{ id: 'obn_gone' }]);
  });

  it('stand beside what the metric means', async () => {
    const { transport, user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Guardrail' }));
    expect(asked(transport, 'metric_edit')).toEqual([
      { id: metricId, fields: { metricKind: 'guardrail' }, basedOn: { metricKind: ['op_1'] } },
    ]);
  });
});
