import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { breaches, core, show } from '../../testing/view-setup';

describe('trouble with the file', () => {
  it('is not spoken of where there is none', async () => {
    await show(core(), '#/teams');
    expect(screen.queryByText(/history/)).toBeNull();
  });

  it('says what happened, what is safe and what to do, until it was read', async () => {
    const { container } = await show(core({ board: { trouble: 'historyShortened' } }), '#/teams');
    expect(screen.getByText('A part of this file’s history is gone.')).toBeTruthy();
    expect(screen.getByText(/was saved once and can be used/)).toBeTruthy();
    expect(screen.getByText(/Ask whether somebody/)).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    expect(screen.queryByText('A part of this file’s history is gone.')).toBeNull();
  });

  it('comes back when it gets worse, and damage stays', async () => {
    const transport = core({ board: { trouble: 'rowsAltered' } });
    await show(transport, '#/teams');
    await userEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    transport.push({ kind: 'trouble', trouble: 'damaged' });
    expect(await screen.findByText('This file is damaged.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
  });
});

describe('a clock that runs ahead', () => {
  it('is named until it was read, and another one again', async () => {
    const clock = (byName: string | null) => ({ board: { clockAhead: { byName, minutes: 14 } } });
    const { unmount } = await show(core(clock('Ana')), '#/teams');
    expect(screen.getByText('Ana’s clock is 14 minutes ahead of this computer’s.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    expect(screen.queryByText(/clock is/)).toBeNull();
    unmount();
    await show(core(clock(null)), '#/teams');
    expect(screen.getByText(/Somebody’s clock is 14 minutes ahead/)).toBeTruthy();
  });
});
