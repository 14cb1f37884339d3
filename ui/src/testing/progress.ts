import type {
  MetricChart,
  MetricItem,
  Observations,
  Progress,
  RealisedStep,
  StepMark,
  StepStart,
} from '$lib/api/bindings';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { addDays } from '$lib/i18n/format';
import { sellerPortal } from './seller-portal';

/** The weekly toil of an on-call team, on Thu 12 March 2026. For tests and pictures. */
const TODAY = '2026-03-12';
const FIRST = '2025-10-03';
const { meta } = sellerPortal.team;
const VALUES = [
  16, 15, 17, 16, 14, 17, 18, 16, 15, 16, 17, 15, 16, 15, 17, 15.5, 15, 13.5, 13, 13, 12.5, 11.8,
  11.5,
];

const metric = (
  id: string,
  name: string,
  unit: string,
  metricKind: MetricItem['metricKind'],
): MetricItem => ({
  id,
  teamId: 'team_1',
  rank: id,
  name,
  unit,
  metricKind,
  good: 'down',
  definition: '',
  source: 'time sheet',
  rhythmDays: 7,
  meta,
});
export const toil = metric('met_toil', 'Weekly toil per engineer', 'h', 'outcome');
const pages = metric('met_pages', 'Pages a night', 'pages', 'guardrail');

const points = VALUES.map((value, index) => ({
  index,
  id: `val_${index}`,
  on: addDays(FIRST, index * 7),
  value,
}));

function step(
  number: number,
  startedOn: string,
  checkOn: string,
  more: Partial<StepMark>,
): StepMark {
  return {
    id: `exp_${number}`,
    number,
    experimentKind: 'hypothesis_test',
    state: 'evaluated',
    step: 'One button for a deployment',
    startedOn,
    checkOn,
    closedOn: more.state === 'running' ? null : checkOn,
    baseline: null,
    predicted: null,
    predictedLow: null,
    predictedHigh: null,
    actual: null,
    error: null,
    amended: false,
    verdict: null,
    ...more,
  };
}
const later = (points: number): StepMark['verdict'] => ({
  verdict: { verdict: 'needs_more', points },
  points: 2,
  signalOn: null,
});

const steps = [
  step(1, '2026-01-12', '2026-01-23', {
    baseline: 16,
    predicted: 15,
    actual: 15,
    error: 0,
    verdict: later(6),
  }),
  step(4, '2026-01-26', '2026-02-06', {
    baseline: 15,
    predicted: 12,
    actual: 13,
    error: 1,
    verdict: later(5),
  }),
  step(7, '2026-02-16', '2026-02-27', {
    baseline: 13,
    predicted: 11,
    actual: 11.8,
    error: 0.8,
    verdict: {
      verdict: { verdict: 'signal', rule: 'beyond', side: 'below', at: 1 },
      points: 2,
      signalOn: '2026-02-27',
    },
  }),
  step(10, '2026-03-10', '2026-03-27', { state: 'running', baseline: 11.5, predicted: 10 }),
];

/**
 * The process behaviour chart of the weekly toil: a baseline, two values below the lower limit, a
 * run.
 */
export const toilChart: MetricChart = {
  asOfSeq: 10,
  today: TODAY,
  teamId: toil.teamId,
  metric: toil,
  total: VALUES.length,
  points,
  baseline: {
    fromOn: FIRST,
    toOn: '2026-01-09',
    count: 15,
    frozenBy: 'step',
    frozenOn: '2026-01-09',
    stepNumber: 1,
    decision: null,
  },
  limits: {
    centre: 16,
    meanRange: 1.5,
    upper: 20,
    lower: 12,
    upperMidline: 18,
    lowerMidline: 14,
    rangeUpper: 4.9,
    count: 15,
    firm: true,
  },
  runChart: null,
  signals: [
    {
      rule: 'run_of_eight',
      side: 'below',
      from: 15,
      to: 22,
      fromOn: '2026-01-16',
      toOn: '2026-03-06',
      good: true,
    },
    {
      rule: 'beyond',
      side: 'below',
      from: 21,
      to: 22,
      fromOn: '2026-02-27',
      toOn: '2026-03-06',
      good: true,
    },
  ],
  earlierSignals: 0,
  target: {
    number: 2,
    comparison: 'at_most',
    value: 10,
    setOn: '2026-01-09',
    achieveByOn: '2026-03-27',
  },
  steps,
  says: [
    { says: 'changed', good: true },
    {
      says: 'signal',
      rule: 'beyond',
      side: 'below',
      points: 2,
      fromOn: '2026-02-27',
      toOn: '2026-03-06',
      lasting: true,
    },
    {
      says: 'signal',
      rule: 'run_of_eight',
      side: 'below',
      points: 8,
      fromOn: '2026-01-16',
      toOn: '2026-03-06',
      lasting: true,
    },
    { says: 'newLimits', more: 7 },
    { says: 'targetIsNoLimit' },
  ],
};

/** A row of so many values for measuring how fast it is drawn. */
export function longChart(count: number): MetricChart {
  const value = (index: number) => 16 + 3 * Math.sin(index / 40) + ((index * 7919) % 13) / 6;
  const on = (index: number) => addDays('2013-01-01', index);
  const points = Array.from({ length: count }, (_, index) => ({
    index,
    id: `long_${index}`,
    on: on(index),
    value: value(index),
  }));
  return { ...toilChart, total: count, points, signals: [], steps: [], target: null };
}

const kinds: StepStart['experimentKind'][] = [
  'hypothesis_test',
  'go_and_see',
  'go_and_see',
  'hypothesis_test',
  'exploratory',
  'go_and_see',
  'hypothesis_test',
  'go_and_see',
  'go_and_see',
  'hypothesis_test',
];
const gaps = [3, 4, 7, 7, 7, 7, 7, 7, 8];
const shares = [-0.2, 0, 0.4, 0.5, 0.6, 0.6, 0.67, 0.8, 0.9, 1, 1.2];

/** Progress of the on-call team, as in the mockup. */
export const toilProgress: Progress = {
  asOfSeq: 10,
  today: TODAY,
  team: { ...sellerPortal.team, name: 'Platform On-call' },
  focusProcess: sellerPortal.focusProcess ?? fail(),
  challenge: {
    ...(sellerPortal.challenge ?? fail()),
    statement: 'Toil takes at most a fifth of our week, so that we can build.',
    horizonOn: '2026-12-31',
  },
  targetCondition: {
    ...(sellerPortal.targetCondition ?? fail()),
    number: 2,
    status: 'active',
    setOn: '2026-01-09',
    achieveByOn: '2026-03-27',
    outcomeMetricId: toil.id,
    outcomeComparison: 'at_most',
    outcomeTarget: 10,
  },
  daysLeft: 15,
  metrics: [toil, pages].map((metric) => ({
    metric,
    last: {
      id: 'val_22',
      value: 11.5,
      observedOn: '2026-03-06',
      measuredBy: 'Ana Petrov',
      how: 'time sheet',
    },
    ageDays: 6,
    stale: false,
  })),
  chart: toilChart,
  way: {
    baseline: 16,
    fromOn: FIRST,
    toOn: '2026-01-09',
    count: 15,
    now: 11.5,
    nowOn: '2026-03-06',
    covered: 0.75,
  },
  guardrails: [
    {
      ...toilChart,
      metric: pages,
      points: points.map((point) => ({ ...point, value: (point.index * 7) % 5 })),
      signals: [],
      steps: [],
      target: null,
      says: [{ says: 'routine', points: 23, since: null }],
    },
  ],
  calibration: {
    resolved: shares.length,
    more: 0,
    figures: {
      brier: { score: 0.21, reliability: 0.03, resolution: 0.05, uncertainty: 0.23, count: 11 },
      medianRealised: 0.6,
      directionHits: 9,
      directions: 11,
      rangesHeld: 0,
      ranges: 0,
      intervalScore: null,
      bias: 0.12,
    },
    realised: shares.map((realised, i): RealisedStep => ({
      id: `exp_${i}`,
      number: i + 1,
      realised,
    })),
  },
  starts: kinds.map((experimentKind, i) => ({
    id: `exp_${i + 1}`,
    number: i + 1,
    experimentKind,
    startedOn: addDays(
      '2026-01-12',
      gaps.slice(0, i).reduce((sum, gap) => sum + gap, 0),
    ),
  })),
  cadence: { gaps, median: 7, longest: 8 },
  staircase: [
    {
      id: 'tc_1',
      number: 1,
      status: 'met',
      pattern: 'Every hour is known',
      metricName: null,
      unit: '',
      comparison: 'at_most',
      target: null,
      achieveByOn: '2025-12-19',
      closedOn: '2025-12-19',
    },
    {
      id: 'tc_2',
      number: 2,
      status: 'active',
      pattern: 'The script deploys every service',
      metricName: toil.name,
      unit: 'h',
      comparison: 'at_most',
      target: 10,
      achieveByOn: '2026-03-27',
      closedOn: null,
    },
  ],
  learning: {
    asOfSeq: 10,
    teamId: sellerPortal.team.id,
    total: 17,
    offset: 0,
    lines: [
      [
        9,
        'The night rota gets the resets, the day rota the deployments. ' +
          'One number for both hides that.',
      ],
      [
        7,
        'People search the logs for the same four questions, ' +
          'because the runbook names none of them.',
      ],
      [
        4,
        'A deploy button saves the typing, not the waiting. ' +
          'Half of the time went into finding out.',
      ],
      [
        1,
        'Every second alert repeats one we already have, because two monitors watch the same disk.',
      ],
    ].map(([number, learned]) => ({
      id: `exp_${number}`,
      number: Number(number),
      step: 'One button for a deployment',
      learned: String(learned),
      outcome: 'confirmed',
      closedOn: '2026-03-06',
    })),
  },
};

function fail(): never {
  throw new Error('the storyboard for tests has every cell');
}

/** A process on which nothing was set, measured or tried. */
export const noProgress: Progress = {
  ...toilProgress,
  challenge: null,
  targetCondition: null,
  daysLeft: null,
  metrics: [],
  chart: null,
  way: null,
  guardrails: [],
  calibration: { resolved: 0, more: 10, figures: null, realised: [] },
  starts: [],
  cadence: null,
  staircase: [],
  learning: { asOfSeq: 10, teamId: sellerPortal.team.id, total: 0, offset: 0, lines: [] },
};

/** Answers what the progress screen asks. */
export function serveProgress(
  transport: MemoryTransport,
  progress: Progress = toilProgress,
): MemoryTransport {
  const numbers = ({ offset = 0 }: { offset?: number }): Observations => ({
    asOfSeq: 10,
    teamId: toil.teamId,
    metric: toil,
    total: VALUES.length,
    offset,
    removed: [],
    observations: [
      {
        id: `val_${VALUES.length - 1 - offset}`,
        metricId: toil.id,
        value: VALUES[VALUES.length - 1 - offset] ?? 0,
        valueText: '',
        observedOn: TODAY,
        measuredBy: 'Ana Petrov',
        how: 'time sheet',
        note: '',
        batchId: null,
        observedAt: null,
        meta,
      },
    ],
  });
  return transport
    .answer('progress_get', () => progress)
    .answer('chart_get', () => progress.guardrails[0])
    .answer('learning_get', ({ query }: { query: string }) => ({
      ...progress.learning,
      lines: progress.learning.lines.filter(({ learned }) => learned.includes(query)),
    }))
    .answer('observations_get', numbers);
}
