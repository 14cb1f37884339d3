import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { heard } from '../../testing/heard';
import { asked, core, show } from '../../testing/view-setup';

it('says when a colleague saved without asking for what the frame does not show', async () => {
  const transport = core();
  await show(transport, '#/teams');
  const before = asked(transport, 'board_get').length;
  transport.push(heard('attachment', 'tea_seller', 99));
  await screen.findByText(/saved .*Mar\s12/);
  expect(asked(transport, 'board_get')).toHaveLength(before);
  transport.push(heard('team', 'tea_seller', 100));
  await expect.poll(() => asked(transport, 'board_get')).toHaveLength(before + 1);
});
