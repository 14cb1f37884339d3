import type {
  AttachmentItem,
  ExperimentItem,
  Experiments,
  ExperimentView,
  Hint,
  HintShown,
  MetricNow,
  Sealed,
  WaiverItem,
} from '$lib/api/bindings';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { calls, members, meta, process, seller, TODAY } from './all-teams';
import { sellerPortal, step } from './seller-portal';

/**
 * Step 6 of the seller portal in each of its states, for tests and pictures of the experiment
 * screen.
 */
export type StepState =
  'planned' | 'range' | 'waived' | 'empty' | 'running' | 'open' | 'closed' | 'conflict';

const plan: Partial<ExperimentItem> = {
  confidence: 70,
  ifConfirmed: 'Send it to all 41 sellers.',
  ifRefuted: 'Call three sellers and ask.',
  ifInconclusive: 'One more launch week.',
  sample: '9 sellers in launch weeks',
  guardrails: 'E-mails opened, 37 of 41',
  checkOn: '2026-03-13',
  metricId: calls.metric.id,
  focusProcessId: process.id,
};
const texts = {
  number: 6,
  step:
    'Add yesterday’s best sellers, by product, to the 08:00 ' +
    'e-mail of sellers in a launch week.',
  prediction: 'Sellers in a launch week choose from the e-mail. No call asks for product figures.',
  baseline: 3,
  predicted: 1.5,
} as const;
const sealed: Sealed = {
  metricId: calls.metric.id,
  baseline: 3,
  predicted: 1.5,
  predictedLow: null,
  predictedHigh: null,
  prediction: texts.prediction,
  confidence: 70,
  checkOn: '2026-03-13',
  guardrailMetricIds: null,
  guardrails: plan.guardrails ?? '',
  sample: plan.sample ?? '',
  ifConfirmed: plan.ifConfirmed ?? '',
  ifRefuted: plan.ifRefuted ?? '',
  ifInconclusive: plan.ifInconclusive ?? '',
};
const started = { startedOn: '2026-03-09', sealed } as const;

function line(state: StepState) {
  switch (state) {
    case 'empty':
      return step({
        number: 6,
        state: 'planned',
        step: '',
        prediction: '',
        baseline: null,
        predicted: null,
        metricId: null,
        confidence: null,
        focusProcessId: process.id,
      });
    case 'planned':
    case 'waived':
      return step({ ...texts, ...plan, state: 'planned' });
    case 'range':
      return step({
        ...texts,
        ...plan,
        predicted: null,
        predictedLow: 1,
        predictedHigh: 2,
        guardrailMetricIds: [opened.metric.id],
        state: 'planned',
      });
    case 'conflict':
      return step({ ...texts, ...plan, state: 'planned', meta: meta({ open: ['prediction'] }) });
    case 'running':
      return step({ ...texts, ...plan, ...started, state: 'running' });
    case 'open':
      return {
        ...step({
          ...texts,
          ...plan,
          ...started,
          state: 'running',
          checkOn: '2026-03-11',
          actual: 2,
          whatHappened: 'Two calls a week, both about invoices.',
          evidence: 'Call log of the week.\nhttps://example.org/log?day=12',
          amendedAt: 1,
        }),
        resultOpen: true,
        resultDue: true,
        amended: true,
      };
    case 'closed':
      return step({
        ...texts,
        ...plan,
        ...started,
        state: 'evaluated',
        closedOn: TODAY,
        actual: 2,
        whatHappened: 'Two calls a week, both about invoices.',
        learned: 'Sellers choose by themselves, because they see the product and not only the sum.',
        outcome: 'refuted',
        decision: 'adapt',
      });
  }
}

/** A metric that must not get worse. */
const opened: MetricNow = {
  ...calls,
  metric: {
    ...calls.metric,
    id: 'met_opened',
    name: 'E-mails opened',
    unit: '%',
    metricKind: 'guardrail',
  },
};
const measured = [
  { id: 'obv_11', value: 2, observedOn: '2026-03-12', measuredBy: 'Mara Lindt', how: 'call log' },
  { id: 'obv_10', value: 2.5, observedOn: '2026-03-11', measuredBy: 'Ana Petrov', how: 'call log' },
];
const attachment = (id: string, name: string, mediaType: string, size: number): AttachmentItem => ({
  id,
  focusProcessId: process.id,
  experimentId: 'exp_6',
  mediaType,
  size,
  sha256: '',
  name,
  meta: meta(),
});
const attachments = [
  attachment('att_1', 'calls of March.csv', 'text/plain', 812),
  attachment('att_2', 'e-mail with best sellers.png', 'image/png', 1_482_211),
];
const hintLine = (hint: Hint, field: string, more: Partial<HintShown> = {}): HintShown => ({
  hint,
  field,
  good: false,
  words: null,
  days: null,
  waiver: null,
  ...more,
});
const waiver: WaiverItem = {
  id: 'wai_1',
  focusProcessId: process.id,
  subject: 'exp_6',
  hint: 'two_changes',
  note: 'Both are one template.',
  meta: meta(),
};
/**
 * What the core says of the step as it stands and as it is typed; a second change is told by its
 * "and".
 */
export function hintsOn(
  { fields }: { fields: Partial<ExperimentItem> },
  state: StepState,
): HintShown[] {
  if (state === 'empty')
    return [hintLine('no_number', 'predicted'), hintLine('no_obstacle', 'obstacleId')];
  if (state === 'waived')
    return [hintLine('two_changes', 'step', { words: 'and by product', waiver })];
  if (state === 'open') return [hintLine('no_because', 'learned')];
  if (state !== 'planned' && state !== 'conflict') return [];
  const [, second] = /(and move .*?)\.?$/.exec(fields.step ?? texts.step) ?? [];
  return [
    ...(second ? [hintLine('two_changes', 'step', { words: second })] : []),
    hintLine('number_before_and_after', 'predicted', { good: true }),
    hintLine('soon', 'checkOn', { good: true, days: 1 }),
  ];
}

export function experimentView(state: StepState): ExperimentView {
  const of = line(state);
  return {
    asOfSeq: 9,
    today: TODAY,
    team: seller,
    focusProcess: process,
    step: of,
    obstacle: sellerPortal.obstacles[0]?.obstacle ?? null,
    obstacles: sellerPortal.obstacles
      .slice(0, 3)
      .map(({ obstacle: { id, text } }) => ({ id, text })),
    metrics: [calls, opened],
    members,
    before: sellerPortal.steps[4] ?? null,
    missingForSeal: state === 'empty' ? ['step', 'prediction', 'checkOn'] : [],
    verdict: null,
    measured: state === 'open' ? measured : [],
    attachments: state === 'open' ? attachments : [],
    currentCondition: sellerPortal.currentCondition && {
      ...sellerPortal.currentCondition,
      operatingPattern: 'Staff send the revenue e-mail at 08:00.',
    },
    amendments: of.amended
      ? [
          {
            op: 'op_7',
            field: 'checkOn',
            sealed: '2026-03-13',
            value: '2026-03-11',
            by: null,
            byName: 'Ana Petrov',
            at: Date.UTC(2026, 2, 10, 9),
          },
        ]
      : [],
  };
}

export const experiments: Experiments = {
  asOfSeq: 9,
  today: TODAY,
  team: seller,
  focusProcess: process,
  total: sellerPortal.steps.length,
  offset: 0,
  plannedId: sellerPortal.plannedId,
  steps: sellerPortal.steps.toReversed(),
};

/** Answers of the core for one step and the list of all. */
export function serve(transport: MemoryTransport, state: StepState): MemoryTransport {
  const { prediction } = texts;
  const theirs =
    'Sellers in a launch week choose from the e-mail. Half of them reply with a question.';
  const version = (op: string, byName: string, value: string) => ({
    op,
    by: null,
    byName,
    at: Date.UTC(2026, 2, 12, 9, 42),
    kind: 'experiment_edit',
    field: 'prediction',
    value,
  });
  return transport
    .answer('experiment_get', () => experimentView(state))
    .answer('experiment_hints', (request: { fields: Partial<ExperimentItem> }) => ({
      asOfSeq: 9,
      hints: hintsOn(request, state),
    }))
    .answer('experiments_get', () =>
      state === 'empty' ? { ...experiments, total: 0, steps: [] } : experiments,
    )
    .answer('history_get', () => ({
      asOfSeq: 9,
      versions: [version('op_1', 'Mara Lindt', prediction)],
    }))
    .answer('conflict_get', () => ({
      asOfSeq: 9,
      shown: prediction,
      versions: [version('op_1', 'Mara Lindt', prediction), version('op_2', 'Ana Petrov', theirs)],
      merge: `${prediction} Half of them reply with a question.`,
    }));
}
