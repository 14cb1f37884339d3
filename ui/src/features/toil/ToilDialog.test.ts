import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Toil } from '$lib/api/bindings';
import { runAction } from '$lib/commands/keymap';
import { heard } from '../../testing/heard';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';
import { noToil, toil } from '../../testing/toil';
import { asked, breaches, core, show } from '../../testing/view-setup';

const written = { id: 'wee_2', op: 'op_2', seq: 11, merged: [], open: [] };

async function opened(answer: Toil) {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('toil_get', () => answer)
    .answer('toil_ledger_begin', () => written)
    .answer('toil_week_create', () => written)
    .answer('toil_week_edit', () => written);
  const user = userEvent.setup();
  const { container } = await show(transport, '#/team/team_1/storyboard');
  await screen.findByRole('region', { name: /Seller Portal/ });
  runAction('open-toil');
  const dialog = await screen.findByRole('dialog', { name: 'Toil ledger' });
  return { transport, user, container, dialog };
}
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

describe('the toil ledger', () => {
  it('begins with a new metric where the team has none in percent', async () => {
    const { transport, user, container } = await opened(noToil);
    expect(await breaches(container)).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Begin the ledger' }));
    expect(asked(transport, 'toil_ledger_begin')).toMatchObject([
      { teamId: 'team_1', metricId: null, metricName: 'Toil' },
    ]);
  });

  it('opens with the numbers of the last sheet, overwritten and saved by keys alone', async () => {
    const { transport, user, container } = await opened(toil);
    const deployments = await field('Deployments');
    expect(deployments.value).toBe('13');
    expect(await breaches(container)).toEqual([]);
    expect(document.activeElement).toBe(deployments);
    await user.keyboard('7.5{Tab}2{Control>}{Enter}{/Control}');
    expect(asked(transport, 'toil_week_create')).toEqual([
      {
        teamId: 'team_1',
        weekOn: '2026-03-02',
        allHours: 40,
        hours: [
          { categoryId: 'cat_0', hours: 7.5 },
          { categoryId: 'cat_1', hours: 2 },
        ],
      },
    ]);
  });

  it('stays on the week that was saved', async () => {
    const { transport, user, dialog } = await opened(toil);
    await field('Deployments');
    transport.answer('toil_week_create', () => {
      transport.answer('toil_get', () => ({
        ...toil,
        asOfSeq: 11,
        sheetOn: '2026-02-23',
        weeksToLine: 1,
      }));
      return written;
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    transport.push(heard('toil_week', 'team_1', 11));
    await screen.findByText(/^One more week until a line/);
    const week = within(dialog).getByRole<HTMLSelectElement>('combobox', { name: 'Week' });
    expect(week.value).toBe('2026-03-02');
  });

  it('walks down the column by Enter, and says which text is no number of hours', async () => {
    const { transport, user } = await opened(toil);
    (await field('Deployments')).focus();
    await user.keyboard('much{Enter}');
    expect(document.activeElement).toBe(await field('Log analysis'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/These are no hours: Deployments\./)).toBeTruthy();
    expect(asked(transport, 'toil_week_create')).toEqual([]);
  });

  it('corrects a saved week on the base of what is shown', async () => {
    const { transport, user, dialog } = await opened(toil);
    await user.click(await screen.findByText('One saved week'));
    await user.click(within(dialog).getByRole('button', { name: /^Correct Week 9/ }));
    (await field('Log analysis')).focus();
    await user.keyboard('1{Control>}{Enter}{/Control}');
    expect(asked(transport, 'toil_week_edit')).toEqual([
      {
        id: 'wee_1',
        fields: {
          allHours: 40,
          hours: [
            { categoryId: 'cat_0', hours: 13 },
            { categoryId: 'cat_1', hours: 1 },
          ],
        },
        basedOn: { allHours: ['op_9'], hours: ['op_9'] },
      },
    ]);
  });

  it('says the share, what an experiment gave back, and the weeks missing for a line', async () => {
    const { dialog } = await opened(toil);
    expect(await within(dialog).findByText('Over the limit')).toBeTruthy();
    expect(dialog.textContent).toContain('It gave back 3 hours a week.');
    expect(dialog.textContent).toContain('3 more weeks until a line');
    expect(within(dialog).getByText('Deployments: 16 hours a week before, 13 now')).toBeTruthy();
  });
});
