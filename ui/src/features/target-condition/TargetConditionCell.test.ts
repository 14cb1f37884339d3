import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Storyboard } from '$lib/api/bindings';
import { sellerPortal } from '../../testing/seller-portal';
import { asked, breaches, core, show } from '../../testing/view-setup';

const place = '#/team/team_1/storyboard';
const { targetCondition: target, currentCondition: current } = sellerPortal;
if (!target || !current) throw new Error('the sample has both conditions');
const currentCondition = { ...current, operatingPattern: 'We send figures weekly.' };
const board = (more: Partial<Storyboard> = {}) =>
  core().answer('storyboard_get', () => ({ ...sellerPortal, currentCondition, ...more }));

async function choose(name: string) {
  const menu = await screen.findByRole('button', { name: /Target condition 1$/ });
  await userEvent.click(menu);
  await userEvent.click(screen.getByRole('menuitem', { name }));
}

describe('the target condition', () => {
  it('closes with how it ended, a reflection, and the answer about the challenge', async () => {
    const transport = board().answer('target_condition_close', () => ({}));
    await show(transport, place);
    await choose('Close with reflection');
    const form = await screen.findByRole('dialog', { name: /^Close target condition/ });
    expect(await breaches(form)).toEqual([]);
    const dialog = within(form);
    await userEvent.click(dialog.getByRole('radio', { name: 'Not met' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Summary reflection' }),
      'Calls come late',
    );
    await userEvent.click(dialog.getByRole('button', { name: /Close with reflection/ }));
    expect(asked(transport, 'target_condition_close')).toEqual([]);
    await userEvent.click(dialog.getByRole('radio', { name: 'No, it needs another look' }));
    await userEvent.click(dialog.getByRole('button', { name: /Close with reflection/ }));
    expect(asked(transport, 'target_condition_close')).toEqual([
      { id: target.id, closing: 'not_met', reflection: 'Calls come late', challengeValid: false },
    ]);
  });

  it('says in words and lines what changes against the current operating pattern', async () => {
    const targetCondition = { ...target, operatingPattern: 'We send figures daily.' };
    await show(board({ targetCondition }), place);
    await choose('What changes in the operating pattern');
    const dialog = await screen.findByRole('dialog', { name: /operating pattern/ });
    expect(dialog.querySelector('del')?.textContent).toContain('goes:');
    expect(dialog.querySelector('del')?.textContent).toContain('weekly.');
    expect(dialog.querySelector('ins')?.textContent).toContain('comes:');
    expect(dialog.querySelector('ins')?.textContent).toContain('daily.');
    expect(await breaches(dialog)).toEqual([]);
  });

  it('begins the next one from the current operating pattern once it is closed', async () => {
    const transport = board({ targetCondition: null }).answer(
      'target_condition_create',
      () => ({}),
    );
    await show(transport, place);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set the next target condition' }),
    );
    await vi.waitFor(() =>
      expect(asked(transport, 'target_condition_create')).toEqual([
        {
          focusProcessId: sellerPortal.focusProcess?.id,
          fields: { challengeId: sellerPortal.challenge?.id },
        },
      ]),
    );
  });
});
