import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ErrorBudgets } from '$lib/api/bindings';
import { runAction } from '$lib/commands/keymap';
import { halfUsed, noBudget } from '../../testing/error-budget';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';
import { asked, breaches, core, show } from '../../testing/view-setup';

const written = { id: 'slo_2', op: 'op_2', seq: 11, merged: [], open: [] };

async function opened(answer: ErrorBudgets) {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('error_budget_get', () => answer)
    .answer('slo_create', () => written)
    .answer('slo_edit', () => written)
    .answer('bad_day_create', () => written)
    .answer('bad_day_remove', () => written);
  const user = userEvent.setup();
  const { container } = await show(transport, '#/team/team_1/storyboard');
  await screen.findByRole('region', { name: /Seller Portal/ });
  runAction('open-error-budget');
  const dialog = await screen.findByRole('dialog', { name: 'Error budget' });
  return { transport, user, container, dialog };
}

describe('the error budget', () => {
  it('begins with an objective below 100 % and a metric of its own', async () => {
    const { transport, user, container } = await opened(noBudget);
    await user.type(await screen.findByLabelText('What is promised'), 'The shop answers');
    await user.type(screen.getByLabelText('Objective'), '100{Enter}');
    expect(screen.getByText(/a percentage below 100/)).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
    await user.clear(screen.getByLabelText('Objective'));
    await user.type(screen.getByLabelText('Objective'), '99.9 %{Enter}');
    expect(asked(transport, 'slo_create')).toMatchObject([
      {
        teamId: 'team_1',
        budgetUnit: 'minutes',
        metricId: null,
        metricName: 'Error budget left: The shop answers',
        fields: { name: 'The shop answers', objectivePercent: 99.9 },
      },
    ]);
  });

  it('says what is left, how fast it goes, and in which window', async () => {
    const { dialog, container } = await opened(halfUsed);
    expect(await within(dialog).findByText('21.6 of 43.2 minutes used')).toBeTruthy();
    expect(dialog.textContent).toContain('In the last 30 days, from Feb 8 to Mar 9 (rolling).');
    expect(await breaches(container)).toEqual([]);
  });

  it('takes a bad day in one line, and removes one', async () => {
    const { transport, user, dialog } = await opened(halfUsed);
    await user.type(await within(dialog).findByRole('textbox', { name: 'Bad minutes' }), '5');
    await user.clear(within(dialog).getByLabelText('Day'));
    await user.type(within(dialog).getByLabelText('Day'), '5 Mar 2026{Enter}');
    expect(asked(transport, 'bad_day_create')).toEqual([
      { sloId: 'slo_1', dayOn: '2026-03-05', amount: 5, total: null, note: '' },
    ]);
    await user.click(within(dialog).getByRole('button', { name: /^Remove .*Mar 2$/ }));
    expect(asked(transport, 'bad_day_remove')).toEqual([{ id: 'bad_1' }]);
  });

  it('changes its window', async () => {
    const { transport, user, dialog } = await opened(halfUsed);
    await user.selectOptions(
      await within(dialog).findByRole('combobox', { name: 'Window' }),
      'month',
    );
    expect(asked(transport, 'slo_edit')).toEqual([
      { id: 'slo_1', fields: { budgetWindow: 'month' }, basedOn: { budgetWindow: ['op_1'] } },
    ]);
  });
});
