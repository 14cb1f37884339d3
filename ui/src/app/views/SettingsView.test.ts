import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ANA, board } from '../../testing/all-teams';
import { asked, breaches, core, show } from '../../testing/view-setup';

describe('the settings', () => {
  it('take effect at once', async () => {
    const transport = core();
    const { container } = await show(transport, '#/settings');
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await userEvent.click(screen.getByRole('radio', { name: 'Hidden' }));
    await vi.waitFor(() => expect(document.documentElement.dataset['keys']).toBe('hidden'));
    await userEvent.click(screen.getByRole('button', { name: 'Larger' }));
    expect(await screen.findByText('110 %')).toBeTruthy();
    expect(asked(transport, 'window_set_zoom')).toEqual([{ factor: 1.1 }]);
    expect(await breaches(container)).toEqual([]);
  });

  it('change the size by Ctrl + and back by Ctrl 0', async () => {
    const transport = core();
    await show(transport, '#/settings');
    await screen.findByText('100 %');
    await userEvent.keyboard('{Control>}+{/Control}');
    expect(await screen.findByText('110 %')).toBeTruthy();
    await userEvent.keyboard('{Control>}0{/Control}');
    expect(await screen.findByText('100 %')).toBeTruthy();
  });
});

describe('who are you', () => {
  const stranger = { board: { me: null, myName: null } };

  it('is asked once where the board does not know, and takes somebody of the board', async () => {
    const transport = core({ ...stranger, app: { name: '' } }).answer('me_choose', () => board);
    const { container } = await show(transport, '#/teams');
    const dialog = await screen.findByRole('dialog', { name: 'Who are you on this board?' });
    expect(await breaches(container)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Ana Petrov' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'That is me' }));
    expect(asked(transport, 'me_choose')).toEqual([{ personId: ANA }]);
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes a new name, and needs one', async () => {
    const transport = core({ ...stranger, app: { name: '' } }).answer('me_choose', () => board);
    await show(transport, '#/teams');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'That is me' }));
    expect(dialog.textContent).toContain('Write your name');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Your name' }),
      'Kenji Mori{Enter}',
    );
    expect(asked(transport, 'me_choose')).toEqual([{ name: 'Kenji Mori' }]);
  });

  it('means whoever of the board has the typed name', async () => {
    const transport = core({ ...stranger, app: { name: '' } }).answer('me_choose', () => board);
    await show(transport, '#/teams');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Your name' }),
      'ana petrov{Enter}',
    );
    expect(asked(transport, 'me_choose')).toEqual([{ personId: ANA }]);
  });

  it('is not asked in a file that can only be read', async () => {
    await show(core({ board: { ...stranger.board, access: 'folderReadOnly' } }), '#/teams');
    await screen.findByRole('table');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
