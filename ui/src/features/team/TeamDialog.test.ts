import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { asked, breaches, core, show } from '../../testing/view-setup';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';

const written = { id: 'mem_1', op: 'op_2', seq: 11, merged: [], open: [] };
const member = sellerPortal.members[0];

async function open() {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('membership_create', () => written)
    .answer('membership_edit', () => written)
    .answer('membership_remove', () => written)
    .answer('team_remove', () => written);
  const user = userEvent.setup();
  const { container } = await show(transport, '#/team/team_1/storyboard');
  await user.click(await screen.findByRole('button', { name: 'About the team Seller Portal' }));
  const dialog = await screen.findByRole('dialog', { name: 'The team' });
  await within(dialog).findByRole('group', { name: member?.name });
  return { transport, user, container, dialog };
}

describe('a team', () => {
  it('shows its people with their roles', async () => {
    const { dialog, container } = await open();
    const row = within(dialog).getByRole('group', { name: 'Mara Lindt' });
    const learner = within(row).getByRole<HTMLInputElement>('checkbox', { name: 'Learner' });
    expect(learner.checked).toBe(true);
    expect(await breaches(container)).toEqual([]);
  });

  it('gives somebody one role more', async () => {
    const { transport, user, dialog } = await open();
    const row = within(dialog).getByRole('group', { name: 'Mara Lindt' });
    await user.click(within(row).getByRole('checkbox', { name: 'Facilitator' }));
    expect(asked(transport, 'membership_edit')).toMatchObject([
      { id: member?.membership.id, fields: { roles: ['learner', 'facilitator'] } },
    ]);
  });

  it('takes in somebody whom the board does not know yet', async () => {
    const { transport, user, dialog } = await open();
    await user.selectOptions(
      within(dialog).getByLabelText('Who else?'),
      'Somebody new on this board',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Add to the team' }));
    expect(within(dialog).getByText('Write the name, as colleagues say it.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Name'), 'Kenji Mori');
    await user.click(within(dialog).getByRole('button', { name: 'Add to the team' }));
    // One operation, so that one undo takes back all of it.
    expect(asked(transport, 'membership_create')).toEqual([
      { teamId: 'team_1', name: 'Kenji Mori' },
    ]);
  });

  it('lets somebody go, and is itself removed', async () => {
    const { transport, user, dialog } = await open();
    await user.click(
      within(dialog).getByRole('button', { name: 'Take Mara Lindt out of the team' }),
    );
    expect(asked(transport, 'membership_remove')).toEqual([{ id: member?.membership.id }]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove the team' }));
    expect(asked(transport, 'team_remove')).toEqual([{ id: 'team_1' }]);
    expect(location.hash).toBe('#/teams');
  });
});
