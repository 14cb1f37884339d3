import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';
import { asked, breaches, core, show } from '../../testing/view-setup';

const written = { id: 'cha_1', op: 'op_2', seq: 11, merged: [], open: [] };
const line = (id: string, teamName: string) => ({
  id,
  statement: 'No seller waits.',
  focusProcessId: 'fp_9',
  focusProcessName: 'Support',
  teamId: 'team_9',
  teamName,
});

const open = (storyboard: typeof sellerPortal, around: object) => {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => storyboard)
    .answer('challenges_get', () => ({ asOfSeq: 9, above: [], closed: [], ...around }))
    .answer('challenge_edit', () => written);
  return show(transport, '#/team/team_1/storyboard').then(({ container }) => ({
    transport,
    container,
  }));
};

describe('the challenge', () => {
  it('serves that of another focus process', async () => {
    const { transport, container } = await open(sellerPortal, {
      above: [line('cha_9', 'Platform')],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'More about the challenge' }));
    const dialog = await screen.findByRole('dialog', { name: 'Challenge' });
    const choice = 'Platform, Support: No seller waits.';
    await within(dialog).findByRole('option', { name: choice });
    await userEvent.selectOptions(within(dialog).getByLabelText('Serves the challenge of'), choice);
    expect(asked(transport, 'challenge_edit')).toMatchObject([{ fields: { parentId: 'cha_9' } }]);
    expect(await breaches(container)).toEqual([]);
  });

  it('that was closed is taken up again where none is active', async () => {
    const closed = [{ id: 'cha_7', statement: 'Every order ships today.', status: 'dropped' }];
    const { transport } = await open({ ...sellerPortal, challenge: null }, { closed });
    await userEvent.click(await screen.findByRole('button', { name: 'One earlier challenge' }));
    const dialog = await screen.findByRole('dialog', { name: 'Earlier challenges' });
    expect(dialog.textContent).toContain('Dropped');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take it up again' }));
    expect(asked(transport, 'challenge_edit')).toEqual([
      { id: 'cha_7', fields: { status: 'active' } },
    ]);
  });
});
