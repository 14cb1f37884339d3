import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import * as sample from '../../../testing/retrospective';
import { asked } from '../../../testing/view-setup';
import OwnClose from './OwnClose.svelte';

let transport: MemoryTransport;
let rated: boolean;

beforeEach(() => {
  rated = false;
  transport = new MemoryTransport()
    .answer('held_get', () => sample.held({ rated }))
    .answer('answer_write', () => {
      rated = true;
      return {};
    });
  connect(transport);
});
const ratings = () =>
  asked(transport, 'answer_write').map((request) => (request as { score: number }).score);

describe('rating a session', () => {
  it('counts what stands there when one moves on, not what the arrows passed', async () => {
    render(OwnClose, { view: sample.retrospective(), seat: 'par_1' });
    const user = userEvent.setup();
    (await screen.findByRole<HTMLInputElement>('radio', { name: '1' })).focus();
    await user.keyboard('2');
    await user.keyboard('4');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '4' }).checked).toBe(true);
    expect(ratings()).toEqual([]);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hand in' }));
    expect(ratings()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Rated, without a name.')).toBeTruthy();
    expect(ratings()).toEqual([4]);
  });

  it('is handed in where the next person takes over', async () => {
    const { unmount } = render(OwnClose, { view: sample.retrospective(), seat: 'par_1' });
    const five = await screen.findByRole('radio', { name: '5' });
    await userEvent.click(five);
    five.blur();
    unmount();
    await waitFor(() => expect(ratings().length).toBeGreaterThan(0));
    await waitFor(() => expect(rated).toBe(true));
    expect(ratings()).toEqual([5]);
  });
});
