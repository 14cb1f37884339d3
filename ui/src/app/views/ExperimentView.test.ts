import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { heard } from '../../testing/heard';
import { experimentView, serve, type StepState } from '../../testing/step';
import { asked, breaches, core, show } from '../../testing/view-setup';

const ADDRESS = '#/team/tea_seller/experiments/fp_questions/exp_6';
const written = { id: 'exp_6', op: 'op_9', seq: 9, merged: [], open: [] };

async function step(
  state: StepState,
  access: 'readWrite' | 'folderReadOnly' = 'readWrite',
  more: (transport: MemoryTransport) => unknown = () => undefined,
) {
  const transport = serve(core({ board: { access } }), state).answer(
    'experiment_edit',
    () => written,
  );
  more(transport);
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
  it.each(['empty', 'planned', 'range', 'running', 'open', 'closed', 'conflict'] as const)(
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
    expect(seal.title).toBe(
      'Sealing still needs: the step, what you expect, the day to go and see',
    );
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

  it('goes on to the result once it is sealed, not back into a field', async () => {
    const { transport } = await step('planned');
    transport.answer('experiment_seal', () => written);
    button(/You expect: 1\.5/).focus();
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Result' })),
    );
  });

  it('says before sealing that the metric was measured again since', async () => {
    const { transport } = await step('planned');
    const view = experimentView('planned');
    view.step.experiment.baseline = 4;
    transport.answer('experiment_get', () => view);
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(
      'A newer number was measured: 3, Mar 6. The plan starts from 4.',
    );
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

  it('expects a range or one value, and gives up the other one', async () => {
    const { transport } = await step('range');
    expect(screen.getByRole('note').textContent).toContain(
      'to between 1 and 2 calls, in 8 of 10 cases.',
    );
    await userEvent.click(button('One value'));
    expect(await edits(transport)).toMatchObject([
      { fields: { predictedLow: null, predictedHigh: null }, basedOn: { predictedLow: ['op_1'] } },
    ]);
  });

  it('names the metrics that must not get worse, without its own', async () => {
    const { transport } = await step('range');
    await userEvent.click(button('Choose metrics'));
    const [only, ...others] = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect([only?.checked, others]).toEqual([true, []]);
    await userEvent.click(screen.getByRole('checkbox', { name: /^E-mails opened/ }));
    expect(await edits(transport)).toMatchObject([{ fields: { guardrailMetricIds: null } }]);
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
    expect(screen.getByRole('region', { name: 'Plan' }).textContent).toContain(
      'Changed by Ana Petrov',
    );
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
    transport.push(heard('experiment', 'tea_seller', 9));
    await vi.waitFor(() => expect(button('Close the step').title).toContain('Say first'));
    await userEvent.click(screen.getByRole('radio', { name: /Not as expected/ }));
    expect(
      screen.getByRole('radio', { name: /Not as expected/ }).parentElement?.textContent,
    ).toContain('You wrote before: Call three sellers and ask.');
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
      { id: 'exp_6', learned: 'Nobody could see it.', obstacle: '' },
    ]);
  });
});

describe('the margin', () => {
  const margin = () => screen.getByRole('complementary', { name: 'In the margin' });

  it('asks with what is being typed, names the words, and describes the field', async () => {
    const { transport } = await step('planned');
    await vi.waitFor(() => expect(margin().textContent).toContain('A number before and after'));
    expect(margin().textContent).not.toContain('Two changes at once');
    await userEvent.click(button(/^Edit Step, one change/));
    const field = screen.getByRole('textbox', { name: 'Step, one change' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Add best sellers and move it to 07:30.');
    await vi.waitFor(() =>
      expect(margin().textContent).toContain('“and move it to 07:30” is a second change.'),
    );
    expect(margin().textContent).toContain('you will not know which one did it');
    expect(asked(transport, 'experiment_hints').at(-1)).toEqual({
      id: 'exp_6',
      fields: { step: 'Add best sellers and move it to 07:30.' },
    });
    expect(asked(transport, 'experiment_edit')).toEqual([]);
    const told = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(told.map((id) => document.getElementById(id)?.textContent).join()).toContain(
      'Two changes at once',
    );
  });

  it('is walked by H, and W puts a hint aside with a note', async () => {
    const { transport } = await step('empty');
    transport.answer('waiver_create', () => written);
    await vi.waitFor(() => expect(margin().textContent).toContain('No number expected'));
    await userEvent.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('hh');
    expect(document.activeElement?.textContent).toContain('Against no obstacle');
    await userEvent.keyboard('w');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Why it does not fit here' }),
      'We look first.',
    );
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() =>
      expect(asked(transport, 'waiver_create')).toEqual([
        { subject: 'exp_6', hint: 'no_obstacle', note: 'We look first.' },
      ]),
    );
  });

  it('keeps a hint that was put aside folded with its note, and lets it stand again', async () => {
    const { transport } = await step('waived');
    transport.answer('waiver_remove', () => written);
    await vi.waitFor(() =>
      expect(margin().textContent).toContain('Put aside: Two changes at once'),
    );
    expect(margin().textContent).toContain('Both are one template.');
    await userEvent.click(within(margin()).getByText(/^Put aside: Two/));
    await userEvent.click(button('Let it stand again'));
    expect(asked(transport, 'waiver_remove')).toEqual([{ id: 'wai_1' }]);
  });
});

describe('a sealed field', () => {
  it('is asked about once before it is changed', async () => {
    const { transport } = await step('running');
    await userEvent.click(button(/^Edit You expect/));
    expect(screen.queryByRole('textbox', { name: 'You expect' })).toBeNull();
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave it as sealed' }),
    );
    expect(screen.queryByRole('textbox', { name: 'You expect' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Metric' }), '');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Change it' }),
    );
    expect(await edits(transport)).toMatchObject([{ fields: { metricId: null } }]);
    await userEvent.click(button(/^Edit You expect/));
    expect(screen.getByRole('textbox', { name: 'You expect' })).toBeTruthy();
  });

  it('leaves what follows from it free: a sealed step may be run by somebody else', async () => {
    const { transport } = await step('running');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Who does it' }),
      'Ana Petrov',
    );
    expect(await edits(transport)).toMatchObject([{ fields: { runBy: 'per_ana' } }]);
  });
});

describe('a result', () => {
  it('is one of the numbers measured since the step began', async () => {
    const { transport } = await step('open');
    await userEvent.click(button('Take 2.5, Mar 11'));
    expect(await edits(transport)).toEqual([
      { id: 'exp_6', fields: { actual: 2.5 }, basedOn: { actual: ['op_1'] } },
    ]);
  });

  it('that was typed can be written down as the number of today', async () => {
    const view = experimentView('open');
    const { transport } = await step('open', 'readWrite', (core) =>
      core.answer('experiment_get', () => ({ ...view, measured: [] })),
    );
    transport.answer('observation_add', () => written);
    await userEvent.click(button('Also write down 2 as the number of today'));
    expect(asked(transport, 'observation_add')).toMatchObject([
      { metricId: 'met_calls', observations: [{ value: 2, observedOn: '2026-03-12' }] },
    ]);
  });

  it('that is adopted changes the operating pattern from today on', async () => {
    const view = experimentView('closed');
    view.step.experiment.decision = 'adopt';
    const { transport } = await step('closed', 'readWrite', (core) =>
      core.answer('experiment_get', () => view),
    );
    transport.answer('current_condition_create', () => written);
    await userEvent.click(button('Write the new operating pattern'));
    const dialog = await screen.findByRole('dialog', { name: 'How is the work done from now on?' });
    const pattern = within(dialog).getByRole<HTMLTextAreaElement>('textbox');
    expect(pattern.value).toBe(view.currentCondition?.operatingPattern);
    const write = within(dialog).getByRole('button', { name: 'Write the current condition' });
    expect(write.title).toContain('Change the pattern first');
    await userEvent.type(pattern, '\nSellers choose from the e-mail.');
    await userEvent.click(write);
    expect(asked(transport, 'current_condition_create')).toMatchObject([
      {
        focusProcessId: 'fp_questions',
        continues: true,
        fields: { operatingPattern: expect.stringMatching(/from the e-mail\.$/) },
      },
    ]);
  });

  it('that could not be had may bring an obstacle to light', async () => {
    const { transport } = await step('running');
    transport.answer('experiment_could_not_run', () => written);
    await userEvent.click(button('More for step 6'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'It could not be run' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'What we learned' }),
      'No launch.',
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^A new obstacle/ }),
      'Launches slip.',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'It could not be run' }));
    await vi.waitFor(() =>
      expect(asked(transport, 'experiment_could_not_run')).toEqual([
        { id: 'exp_6', learned: 'No launch.', obstacle: 'Launches slip.' },
      ]),
    );
  });
});

describe('evidence', () => {
  const file = (name: string, content: string) => new File([content], name, { type: 'text/csv' });

  it('is attached from a file, and what is too large says so', async () => {
    const { transport, container } = await step('open');
    transport.answer('attachment_add', () => written);
    const large = file('film.mp4', '');
    Object.defineProperty(large, 'size', { value: 6_000_000 });
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(input as HTMLInputElement, [file('calls.csv', '7;5'), large]);
    await vi.waitFor(() => expect(screen.getByText(/film\.mp4.*at most 5 MB/)).toBeTruthy());
    expect(asked(transport, 'attachment_add')).toEqual([
      { experimentId: 'exp_6', name: 'calls.csv', data: 'Nzs1' },
    ]);
  });

  it('that is dropped on the window is attached as it came', async () => {
    const { transport } = await step('open');
    transport.answer('attachment_add', () => written);
    transport.push({ kind: 'windowDropped', files: [{ name: 'a.txt', data: 'YQ==' }] });
    await vi.waitFor(() =>
      expect(asked(transport, 'attachment_add')).toEqual([
        { experimentId: 'exp_6', name: 'a.txt', data: 'YQ==' },
      ]),
    );
  });

  it('that is dropped where no result is open is not taken, and that is said', async () => {
    const { transport } = await step('planned');
    transport.push({ kind: 'windowDropped', files: [{ name: 'a.txt', data: 'YQ==' }] });
    expect(await screen.findByText(/Nothing was copied/)).toBeTruthy();
    expect(asked(transport, 'attachment_add')).toEqual([]);
  });

  it('is shown as text, saved by the system’s dialog, and removed with Undo', async () => {
    const { transport } = await step('open');
    transport
      .answer('attachment_get', () => ({ attachment: {}, data: btoa('7;5;3') }))
      .answer('window_save_attachment', () => ({ path: 'calls of March.csv' }))
      .answer('attachment_remove', () => written);
    expect(screen.getByRole('list', { name: 'Files and links' }).textContent).toMatch(
      /Picture, 1\.5 MB/,
    );
    await userEvent.click(button('calls of March.csv'));
    const dialog = await screen.findByRole('dialog', { name: 'calls of March.csv' });
    await vi.waitFor(() => expect(dialog.textContent).toContain('7;5;3'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save a copy' }));
    expect(asked(transport, 'window_save_attachment')).toEqual([
      { id: 'att_1', title: 'Save a copy' },
    ]);
    await userEvent.click(
      within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement,
    );
    await userEvent.click(button('More for calls of March.csv'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Remove it' }));
    expect(asked(transport, 'attachment_remove')).toEqual([{ id: 'att_1' }]);
  });
});

describe('a link as evidence', () => {
  const link = 'https://example.org/calls?week=9';
  const paste = (text: string) => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const clipboardData = { files: [], getData: () => text };
    document.body.dispatchEvent(Object.assign(event, { clipboardData }));
  };

  it('comes where it is pasted, other words do not', async () => {
    const { transport } = await step('open');
    paste('a link is not here');
    paste(link);
    const [edit] = await edits(transport);
    expect(edit).toMatchObject({ fields: { evidence: expect.stringContaining(link) as string } });
  });

  it('is shown as text to copy, and removed from the words with Undo', async () => {
    const { transport } = await step('open');
    await userEvent.click(button('example.org/log'));
    const dialog = await screen.findByRole('dialog', { name: 'example.org/log' });
    expect(dialog.textContent).toContain('https://example.org/log?day=12');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Copy the link' }));
    expect(await navigator.clipboard.readText()).toBe('https://example.org/log?day=12');
    await userEvent.click(
      within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement,
    );
    await userEvent.click(button('More for example.org/log'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Remove it' }));
    expect(await edits(transport)).toMatchObject([
      { fields: { evidence: 'Call log of the week.' } },
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
