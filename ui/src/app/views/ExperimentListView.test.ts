import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { experiments, serve } from '../../testing/step';
import { asked, breaches, core, show } from '../../testing/view-setup';

const ADDRESS = '#/team/tea_seller/experiments/fp_questions';
const made = { id: 'exp_7', op: 'op_9', seq: 10, merged: [], open: [] };

describe('all steps of a process', () => {
  it('stand newest first, each with its state in words', async () => {
    const { container } = await show(serve(core(), 'planned'), ADDRESS);
    const table = await screen.findByRole('table');
    const numbers = within(table)
      .getAllByRole('link')
      .map((link) => link.textContent);
    expect(numbers).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(within(table).getByText('Under way')).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
  });

  it('go on by N as from the storyboard', async () => {
    const transport = serve(core(), 'planned').answer('experiment_create', () => made);
    await show(transport, ADDRESS);
    await screen.findByRole('table');
    await userEvent.keyboard('n');
    await vi.waitFor(() =>
      expect(location.hash).toBe('#/team/tea_seller/experiments/fp_questions/exp_7'),
    );
    expect(asked(transport, 'experiment_create')).toEqual([
      { focusProcessId: experiments.focusProcess.id },
    ]);
  });

  it('go on paper as the record', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await show(serve(core(), 'planned'), ADDRESS);
    await screen.findByRole('table');
    await userEvent.keyboard('{Control>}p{/Control}');
    const form = await screen.findByRole<HTMLInputElement>('radio', { name: 'Record, A4' });
    expect(form.checked).toBe(true);
    expect(print).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('keep a sealed step when Delete is pressed', async () => {
    const transport = serve(core(), 'planned');
    await show(transport, ADDRESS);
    const table = await screen.findByRole('table');
    within(table).getAllByRole('link')[0]?.focus();
    await userEvent.keyboard('{Delete}');
    expect(asked(transport, 'experiment_remove')).toEqual([]);
  });

  it('begin with a prompt', async () => {
    await show(serve(core(), 'empty'), ADDRESS);
    expect(await screen.findByText(/Which one change do you try first/)).toBeTruthy();
  });
});
