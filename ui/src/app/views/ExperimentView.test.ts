import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { experimentView, serve, type StepState } from '../../testing/step';
import { asked, breaches, core, show } from '../../testing/view-setup';

const ADDRESS = '#/team/tea_seller/experiments/fp_questions/exp_6';
const written = { id: 'exp_6', op: 'op_9', seq: 9, merged: [], open: [] };

async function step(state: StepState, access: 'readWrite' | 'folderReadOnly' = 'readWrite') {
  const transport = serve(core({ board: { access } }), state).answer('experiment_edit', () => written);
  const { container } = await show(transport, ADDRESS);
  await screen.findByRole('region', { name: 'Plan' });
  return { transport, container };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** A field's save reaches the core a moment after the key. */
const edits = (transport: Awaited<ReturnType<typeof step>>['transport'], count = 1) =>
  vi.waitFor(() => {
    const found = asked(transport, 'experiment_edit');
    expect(found).toHaveLength(count);
    return found;
  });

describe('a step in pencil', () => {
  it.each(['empty', 'planned', 'running', 'open', 'closed', 'conflict'] as const)(
    'breaks no rule of accessibility: %s',
    async (state) => {
      const { container } = await step(state);
      expect(await breaches(container)).toEqual([]);
    },
    20_000,
  );

  it('says what sealing still needs', async () => {
    await step('empty');
    const seal = button('Seal and start');
    expect(seal.getAttribute('aria-disabled')).toBe('true');
    expect(seal.title).toBe('Sealing still needs: the step, what you expect, the day to go and see');
  });

  it('asks once and is sealed by Ctrl Shift Enter, from inside a field too', async () => {
    const { transport } = await step('planned');
    transport.answer('experiment_seal', () => written);
    await userEvent.click(button(/You expect: 1\.5/));
    await userEvent.clear(screen.getByRole('textbox', { name: 'You expect' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'You expect' }), '1');
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Metric, numbers and date will be in ink.');
    expect(asked(transport, 'experiment_edit')).toEqual([
      { id: 'exp_6', fields: { predicted: 1 }, basedOn: { predicted: ['op_1'] } },
    ]);
    expect(asked(transport, 'experiment_seal')).toEqual([]);
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await vi.waitFor(() => expect(asked(transport, 'experiment_seal')).toEqual([{ id: 'exp_6' }]));
  });

  it('takes the number of the metric that is chosen', async () => {
    const { transport } = await step('empty');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Metric' }), 'met_calls');
    expect(await edits(transport)).toEqual([
      {
        id: 'exp_6',
        fields: { metricId: 'met_calls', baseline: 3 },
        basedOn: { metricId: ['op_1'], baseline: ['op_1'] },
      },
    ]);
  });

  it('takes percent with or without the sign', async () => {
    const { transport } = await step('empty');
    await userEvent.click(button('In percent'));
    await userEvent.type(screen.getByRole('textbox', { name: 'How sure' }), '80 %{Enter}');
    expect(await edits(transport)).toMatchObject([{ fields: { confidence: 80 } }]);
  });

  it('shows both versions of a conflict and does not seal over it', async () => {
    const { transport } = await step('conflict');
    const strip = await screen.findByRole('alertdialog');
    expect(button('Seal and start').getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(within(strip).getByRole('button', { name: /Take Ana/ }));
    expect(await edits(transport)).toMatchObject([
      { fields: { prediction: expect.stringContaining('Half of them') } },
    ]);
  });

  it('has a closed result side and no way to write on it', async () => {
    await step('planned');
    const result = screen.getByRole('region', { name: 'Result' });
    expect(result.textContent).toContain('Closed until the plan is sealed');
    expect(within(result).queryAllByRole('button')).toEqual([]);
  });
});

describe('a step under way', () => {
  it('opens its result when the learner says that it is done', async () => {
    const { transport } = await step('running');
    transport.answer('experiment_finish', () => written);
    await userEvent.click(button('The step is done'));
    expect(asked(transport, 'experiment_finish')).toEqual([{ id: 'exp_6' }]);
  });

  it('shows what was sealed beside what was changed later', async () => {
    await step('open');
    expect(screen.getByRole('region', { name: 'Plan' }).textContent).toContain('Changed by Ana Petrov');
    await userEvent.click(button(/^Amended after sealing/));
    const dialog = screen.getByRole('dialog', { name: 'Changed after sealing' });
    expect(dialog.textContent).toMatch(/13/);
    expect(dialog.textContent).toMatch(/11/);
  });

  it('is closed only with what was learned and what the result says', async () => {
    const { transport } = await step('open');
    transport
      .answer('experiment_evaluate', () => written)
      .answer('experiment_get', () => {
        const view = experimentView('open');
        view.step.experiment.learned = 'Prices change daily, because of the market.';
        return view;
      });
    expect(button('Close the step').title).toContain('Write what you learned first');
    await userEvent.click(button(/^What we learned, not written yet|Say why, with/));
    await userEvent.type(screen.getByRole('textbox', { name: 'What we learned' }), 'Because.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await edits(transport);
    transport.push({ kind: 'changes', batch: { from: 9, to: 9, operations: [touched('experiment')] } });
    await vi.waitFor(() => expect(button('Close the step').title).toContain('Say first'));
    await userEvent.click(screen.getByRole('radio', { name: 'Not as expected' }));
    expect(screen.getByText('You wrote before: Call three sellers and ask.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Adapt' }));
    await userEvent.click(button('Close the step'));
    await vi.waitFor(() =>
      expect(asked(transport, 'experiment_evaluate')).toEqual([
        { id: 'exp_6', outcome: 'refuted', decision: 'adapt' },
      ]),
    );
  });

  it('is abandoned only with what was learned', async () => {
    const { transport } = await step('running');
    transport.answer('experiment_abandon', () => written);
    await userEvent.click(button('More for step 6'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Abandon the step' }));
    const dialog = await screen.findByRole('dialog', { name: 'Abandon step 6?' });
    const give = within(dialog).getByRole('button', { name: 'Abandon the step' });
    expect(give.getAttribute('aria-disabled')).toBe('true');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Nobody could see it.');
    await userEvent.click(give);
    expect(asked(transport, 'experiment_abandon')).toEqual([
      { id: 'exp_6', learned: 'Nobody could see it.' },
    ]);
  });
});

describe('a step in a file that can only be read', () => {
  it('shows everything and offers nothing', async () => {
    await step('planned', 'folderReadOnly');
    expect(screen.queryByRole('button', { name: 'Seal and start' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Edit / })).toBeNull();
  });
});

function touched(entity: string) {
  const row = { entity, id: 'exp_6', teamId: null, fields: [''] };
  return {
    seq: 9,
    op: 'op_9',
    kind: 'experiment_edit',
    by: null,
    byName: null,
    mine: true,
    at: 0,
    touched: [row],
  };
}
