import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldView, PastSession, RetrospectiveView } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { toasts } from '$lib/state/toasts.svelte';
import * as sample from '../../../testing/retrospective';
import { asked, breaches } from '../../../testing/view-setup';
import CheckIn from './CheckIn.svelte';
import LookBack from './LookBack.svelte';
import MapStage from './MapStage.svelte';
import Reflect from './Reflect.svelte';

const written = { id: 'x', op: 'op_2', seq: 10, merged: [], open: [] };
let transport: MemoryTransport;
let held: HeldView;
let past: PastSession[];

beforeEach(() => {
  [held, past] = [sample.held(), []];
  transport = new MemoryTransport()
    .answer('held_get', () => held)
    .answer('retrospectives_get', () => ({ asOfSeq: 9, past }))
    .answer('answer_write', () => ({}))
    .answer('note_write', ({ id }: { id?: string }) => ({ id: id ?? 'not_new' }))
    .answer('note_take_back', () => ({}))
    .answer('draft_put', () => ({}))
    .answer('draft_drop', () => ({}))
    .answer('obstacle_review_put', () => written)
    .answer('timeline_event_create', () => written)
    .answer('timeline_event_move', () => written)
    .answer('timeline_event_remove', () => written);
  connect(transport);
});

const props = (view: RetrospectiveView, seat: string | null = 'par_1', shared = false) => ({
  view,
  seat,
  shared,
  leads: true,
});

describe('the check-in', () => {
  const answers = {
    checkIn: [
      { answer: sample.checkIn('par_1', 'awake', 4), author: 'Mara Lindt' },
      { answer: sample.checkIn('par_2', 'tired', null), author: 'Ana Petrov' },
    ],
    takeaways: [],
    ratings: [],
  };
  const survey = (
    more: Partial<RetrospectiveView['answers']['safety'] & object>,
    revealed = true,
  ) =>
    sample.retrospective(
      { survey: true, notesRevealedAt: revealed ? 1 : null },
      {
        answers: {
          ...answers,
          safety: { answers: 0, shownFrom: 4, means: null, mean: null, ...more },
        },
      },
    );

  it('takes a word by Enter, and a number that says nothing of the word', async () => {
    const view = sample.retrospective({}, { answers: { ...answers, safety: null } });
    const { container } = render(CheckIn, props(view));
    const word = screen.getByRole('textbox', { name: 'In one word' });
    await userEvent.clear(word);
    await userEvent.type(word, 'curious{Enter}');
    expect(asked(transport, 'answer_write')).toEqual([
      { participantId: 'par_1', kind: 'check_in', text: 'curious' },
    ]);
    await userEvent.click(screen.getByRole('radio', { name: '2' }));
    expect(asked(transport, 'answer_write')[1]).toEqual({
      participantId: 'par_1',
      kind: 'check_in',
      score: 2,
    });
    expect(screen.getByText('4 of 5')).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
  });

  it('hands the survey in only with all seven answers', async () => {
    render(CheckIn, props(survey({}, false)));
    const statements = await screen.findAllByRole('group', { name: /team|here|ask|skills/ });
    expect(statements).toHaveLength(7);
    const button = screen.getByRole('button', { name: /^Hand in/ });
    for (const [at, statement] of statements.entries()) {
      expect(button.getAttribute('aria-disabled')).toBe('true');
      await userEvent.click(within(statement).getByRole('radio', { name: String((at % 5) + 1) }));
    }
    await userEvent.click(button);
    expect(asked(transport, 'answer_write')).toMatchObject([
      { kind: 'safety', scores: [1, 2, 3, 4, 5, 1, 2] },
    ]);
  });

  it('shows no survey of others before notes are shown, nor from too few', async () => {
    const { rerender } = render(CheckIn, props(survey({}, false)));
    expect(screen.getByText(/shown together with the notes, from 4 answers on/)).toBeTruthy();
    await rerender(props(survey({ answers: 3 })));
    expect(
      screen.getByText('3 of 4 answers that are needed before anything is shown.'),
    ).toBeTruthy();
    expect(screen.queryByText(/of 5$/, { selector: 'p b' })).toBeNull();
  });

  it('sets what the survey says beside the sessions before, oldest first', async () => {
    const before = (id: string, beganOn: string, mean: number | null): PastSession => ({
      retrospective: { ...sample.previous, id, beganOn },
      topics: [],
      nextStep: null,
      safety: { answers: 5, shownFrom: 4, means: null, mean },
      foundIn: null,
    });
    past = [
      before('ret_c', '2026-02-26', 3.44),
      before('ret_b', '2026-02-12', null),
      before('ret_a', '2026-01-29', 3),
    ];
    render(CheckIn, props(survey({ answers: 4, means: [1, 2, 3, 4, 5, 4, 3], mean: 3.74 })));
    const trend = await screen.findByRole('list', { name: 'Over the sessions' });
    const means = within(trend).getAllByRole('listitem');
    expect(means.map((item) => item.querySelector('b')?.textContent)).toEqual([
      '3 of 5',
      '3.4 of 5',
      '3.7 of 5',
    ]);
  });
});

describe('the look back', () => {
  it('says that there is nothing to turn over in the first session', () => {
    render(LookBack, props(sample.retrospective()));
    expect(screen.getByText(/first retrospective/)).toBeTruthy();
  });

  it('turns the step over: what was expected, what came, and the gap as a number', async () => {
    const lookBack = { previous: sample.previous, step: sample.lastStep, obstacles: [] };
    const { container } = render(LookBack, props(sample.retrospective({}, { lookBack })));
    const card = screen.getByRole('region', { name: "Last time's step" });
    expect(card.textContent).toContain('Labels wait less than two days');
    expect(card.textContent).toContain('3 calls');
    expect(card.textContent).toContain('gap +1');
    expect(await breaches(container)).toEqual([]);
  });

  it('leads to the step where nothing came in yet', () => {
    const step = structuredClone(sample.lastStep);
    Object.assign(step, { gap: null, compared: null });
    Object.assign(step.experiment, { state: 'running', actual: null, whatHappened: '' });
    const lookBack = { previous: sample.previous, step, obstacles: [] };
    render(LookBack, props(sample.retrospective({}, { lookBack })));
    const link = screen.getByRole('link', { name: /write what happened/ });
    expect(link.getAttribute('href')).toBe('#/team/team_1/experiments/fp_1/exp_4');
  });

  it('asks for the reason before an obstacle is decided, by keys alone', async () => {
    const obstacles = [sample.openObstacle('obs_7', 'Approval waits', 40)];
    const lookBack = { previous: sample.previous, step: null, obstacles };
    const { container } = render(LookBack, props(sample.retrospective({}, { lookBack })));
    expect(screen.getByText('waiting 40 days')).toBeTruthy();
    const user = userEvent.setup();
    screen.getByRole('radio', { name: 'Kept' }).focus();
    await user.keyboard(' {Tab}');
    expect(asked(transport, 'obstacle_review_put')).toEqual([]);
    expect(screen.getByText('A decision is kept with its reason.')).toBeTruthy();
    await user.keyboard('Still there{Enter}');
    expect(asked(transport, 'obstacle_review_put')).toEqual([
      { retrospectiveId: 'ret_1', obstacleId: 'obs_7', decision: 'kept', reason: 'Still there' },
    ]);
    expect(await breaches(container)).toEqual([]);
  });
});

describe('the timeline', () => {
  const timeline = [
    sample.event('tev_1', '17:20', 'Alarm'),
    sample.event('tev_2', '17:40', 'Restart'),
    sample.event('tev_3', '18:00', 'Quiet'),
  ];

  it('takes event after event by Tab and Enter', async () => {
    const { container } = render(
      MapStage,
      props(sample.retrospective({ format: 'incident' }, { timeline })),
    );
    const user = userEvent.setup();
    const form = container.querySelector('form') as HTMLElement;
    const moment = within(form).getByRole('textbox', { name: 'When' });
    moment.focus();
    await user.keyboard('18:10{Tab}Ana{Tab}Rolled back{Tab}One node was still red{Enter}');
    expect(asked(transport, 'timeline_event_create')).toEqual([
      {
        retrospectiveId: 'ret_1',
        fields: {
          moment: '18:10',
          who: 'Ana',
          what: 'Rolled back',
          known: 'One node was still red',
        },
      },
    ]);
    await vi.waitFor(() => expect(document.activeElement).toBe(moment));
    expect((moment as HTMLInputElement).value).toBe('');
    expect(await breaches(container)).toEqual([]);
  });

  it('asks what was known only of an incident', () => {
    render(MapStage, props(sample.retrospective({ format: 'process_instance' }, { timeline })));
    expect(screen.queryByRole('textbox', { name: 'What was known then' })).toBeNull();
    expect(screen.getByText(/where it changed hands, and where it waited/)).toBeTruthy();
  });

  it('moves an event by Alt and the arrows, and not beyond the ends', async () => {
    render(MapStage, props(sample.retrospective({}, { timeline })));
    const user = userEvent.setup();
    const rows = within(screen.getByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
    const focus = (at: number) => rows[at]?.querySelector('button')?.focus();
    focus(0);
    await user.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}');
    focus(1);
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    focus(2);
    await user.keyboard('{Alt>}{ArrowDown}{ArrowUp}{/Alt}');
    expect(asked(transport, 'timeline_event_move')).toEqual([
      { id: 'tev_1', after: 'tev_2' },
      { id: 'tev_2', after: null },
      { id: 'tev_3', after: 'tev_1' },
    ]);
  });
});

describe('reflecting', () => {
  const area = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });

  it('writes note after note by Enter, under what was asked, an own question too', async () => {
    const { container } = render(Reflect, props(sample.retrospective()));
    const user = userEvent.setup();
    (await area('Note: Got in the way')).focus();
    await user.keyboard('Approval waits{Shift>}{Enter}{/Shift}four days{Enter}');
    (await area('Note: What would you keep?')).focus();
    await user.keyboard('The dry run{Enter}');
    expect(asked(transport, 'note_write')).toMatchObject([
      { participantId: 'par_1', prompt: 'in_the_way', text: 'Approval waits\nfour days' },
      { participantId: 'par_1', prompt: 'What would you keep?', text: 'The dry run' },
    ]);
    expect(asked(transport, 'presence_writing')).toEqual([]);
    expect(await breaches(container)).toEqual([]);
  });

  it('changes and takes back what is written, and a slip is undone', async () => {
    const mine = { id: 'not_1', prompt: 'in_the_way', text: 'Label', moment: '', published: false };
    held = sample.held({ notes: [mine] });
    render(Reflect, props(sample.retrospective()));
    const user = userEvent.setup();
    await user.type(await area('Your note: Label'), 's{Enter}');
    expect(asked(transport, 'note_write')).toMatchObject([{ id: 'not_1', text: 'Labels' }]);
    await user.click(screen.getByRole('button', { name: 'Take back “Label”' }));
    expect(asked(transport, 'note_take_back')).toEqual([{ participantId: 'par_1', id: 'not_1' }]);
    toasts.list.at(-1)?.action?.run();
    expect(asked(transport, 'note_write').at(-1)).toEqual({
      participantId: 'par_1',
      prompt: 'in_the_way',
      text: 'Label',
      moment: '',
    });
  });

  it('says which of them are seen already where the group went back to writing', async () => {
    const mine = { id: 'not_1', prompt: 'in_the_way', text: 'Label', moment: '', published: true };
    held = sample.held({ notes: [mine] });
    const { rerender } = render(Reflect, props(sample.retrospective()));
    expect(
      await screen.findByText(/^One of these was shown before and is still seen/),
    ).toBeTruthy();
    await rerender(props(sample.retrospective({ notesRevealedAt: 1 })));
    expect(screen.queryByText(/was shown before/)).toBeNull();
  });

  it('says what is protected, and what is not', async () => {
    const { rerender } = render(Reflect, props(sample.retrospective({ attribution: 'anonymous' })));
    expect(
      screen.getByText(/Not protected: how many notes this computer holds while you write/),
    ).toBeTruthy();
    await rerender(props(sample.retrospective({ attribution: 'named' })));
    expect(screen.queryByText(/Not protected/)).toBeNull();
    expect(screen.getByText(/everybody sees them with your name/)).toBeTruthy();
  });

  it('shows nobody’s own notes where people take turns, or on a projection', async () => {
    held = sample.held({
      notes: [{ id: 'not_1', prompt: 'in_the_way', text: 'Secret', moment: '', published: false }],
    });
    const { rerender } = render(Reflect, props(sample.retrospective(), 'par_1', true));
    await rerender(props(sample.retrospective(), null));
    expect(asked(transport, 'held_get')).toEqual([]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('What would you keep?')).toBeTruthy();
  });

  it('shows notes under what was asked, and leaves out none whose question is gone', async () => {
    const notes = [
      sample.note('not_1', 'What would you keep?', 'The dry run', 'Ana Petrov'),
      sample.note('not_2', 'in_the_way', 'Approval waits'),
      sample.note('not_3', 'What else?', 'The spreadsheet'),
    ];
    const view = sample.retrospective({ notesRevealedAt: 1 }, { notes });
    render(Reflect, props(view, null));
    const listed = (name: string) =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map((item) => item.textContent.replace(/\s+/g, ' ').trim());
    expect(listed('Got in the way')).toEqual(['Approval waits']);
    expect(listed('What would you keep?')).toEqual(['The dry run Ana Petrov']);
    expect(listed('What else?')).toEqual(['The spreadsheet']);
  });
});
