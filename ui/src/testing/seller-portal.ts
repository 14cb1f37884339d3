import type {
  ExperimentItem,
  Meta,
  MetricItem,
  MetricNow,
  ObservationItem,
  Observations,
  ObstacleItem,
  ObstacleState,
  StepLine,
  Storyboard,
  TeamLine,
} from '$lib/api/bindings';

/**
 * The seller portal of method.md §6 as a storyboard answer, on Thu 12 March 2026. For tests and
 * pictures.
 */
export const TODAY = '2026-03-12';
const meta = (op = 'op_1'): Meta => ({
  createdAt: 0,
  createdBy: 'per_1',
  updatedAt: Date.UTC(2026, 2, 9, 9, 42),
  updatedBy: 'per_2',
  returned: false,
  heads: { '': [op] },
  open: [],
});

function metric(
  id: string,
  name: string,
  unit: string,
  kind: MetricItem['metricKind'],
  value: number,
): MetricNow {
  return {
    metric: {
      id,
      teamId: 'team_1',
      rank: 'a',
      name,
      unit,
      metricKind: kind,
      good: kind === 'outcome' ? 'down' : 'up',
      definition: '',
      source: 'call log',
      rhythmDays: 7,
      meta: meta(),
    },
    last: {
      id: `obs_${id}`,
      value,
      observedOn: '2026-03-06',
      measuredBy: 'Ana Petrov',
      how: 'call log',
    },
    ageDays: 6,
    stale: false,
  };
}

function obstacle(
  id: string,
  text: string,
  state: ObstacleState = 'parked',
  closedOn: string | null = null,
) {
  const item: ObstacleItem = {
    id,
    focusProcessId: 'fp_1',
    rank: id,
    state,
    closedOn,
    text,
    evidence: '',
    foundOn: null,
    fromExperimentId: null,
    fromTopicId: null,
    reach: null,
    meta: meta(),
  };
  return { obstacle: item, addressing: id === 'obs_1' };
}

function moved(baseline: number | null, predicted: number, actual: number) {
  if (baseline === null || predicted === baseline) return { realised: null, directionHit: null };
  const [expected, came] = [predicted - baseline, actual - baseline];
  return { realised: came / expected, directionHit: came !== 0 && expected > 0 === came > 0 };
}

type StepInput = Pick<
  ExperimentItem,
  'number' | 'state' | 'step' | 'prediction' | 'baseline' | 'predicted'
> &
  Partial<ExperimentItem>;

export function step(input: StepInput): StepLine {
  const started = input.startedOn ?? null;
  const actual = input.actual ?? null;
  const experiment: ExperimentItem = {
    id: `exp_${input.number}`,
    focusProcessId: 'fp_1',
    sealedAt: started === null ? null : Date.parse(`${started}T09:00:00`),
    sealedBy: 'per_1',
    sealed: null,
    amendedAt: null,
    startedOn: null,
    doneOn: null,
    closedOn: null,
    obstacleId: 'obs_1',
    targetConditionId: 'tc_1',
    experimentKind: 'hypothesis_test',
    changeType: null,
    metricId: 'met_1',
    predictedLow: null,
    predictedHigh: null,
    confidence: 70,
    guardrails: '',
    guardrailMetricIds: null,
    sample: '',
    ifConfirmed: '',
    ifRefuted: '',
    ifInconclusive: '',
    checkOn: null,
    runBy: null,
    actual: null,
    whatHappened: '',
    learned: '',
    belief: '',
    evidence: '',
    outcome: null,
    decision: null,
    meta: meta(),
    ...input,
  };
  return {
    experiment,
    metricName: 'Calls per seller per week',
    unit: 'calls',
    obstacleText: null,
    compared: actual,
    gap:
      actual === null || input.predicted === null
        ? null
        : { error: actual - input.predicted, ...moved(input.baseline, input.predicted, actual) },
    outsideRange: null,
    resultOpen: actual !== null,
    resultDue: false,
    amended: false,
  };
}

const steps: StepLine[] = [
  step({
    number: 1,
    state: 'evaluated',
    step: 'Count all calls for a week.',
    prediction: 'About 4 calls a week.',
    baseline: null,
    predicted: 4,
    actual: 7,
    startedOn: '2026-01-12',
    closedOn: '2026-01-16',
    whatHappened: '7 calls a week.',
    learned: 'We knew half of the calls.',
  }),
  step({
    number: 2,
    state: 'evaluated',
    step: 'Note who calls.',
    prediction: 'Mostly new sellers.',
    baseline: 7,
    predicted: 7,
    actual: 7,
    startedOn: '2026-01-19',
    closedOn: '2026-01-23',
    whatHappened: 'All sellers call.',
    learned: 'It is not about being new.',
  }),
  step({
    number: 3,
    state: 'evaluated',
    step: 'Note what about.',
    prediction: 'Mostly invoices.',
    baseline: 7,
    predicted: 7,
    actual: 8,
    startedOn: '2026-01-26',
    closedOn: '2026-01-30',
    whatHappened: 'Five of seven ask about revenue.',
    learned: 'We knew half of the calls. Five of seven ask about revenue.',
  }),
  step({
    number: 4,
    state: 'evaluated',
    step: 'Send each seller a revenue e-mail every Monday, for two weeks.',
    prediction: 'Revenue calls stop entirely, because sellers no longer need to ask.',
    baseline: 7,
    predicted: 2,
    actual: 5,
    startedOn: '2026-02-02',
    closedOn: '2026-02-13',
    whatHappened: 'Calls fell, then stayed at 5 in both weeks.',
    learned:
      'Sellers want revenue **daily and in launch weeks**, because they use it to ' +
      'choose what to promote. A Monday figure is too late.',
  }),
  step({
    number: 5,
    state: 'evaluated',
    step: 'Send the same e-mail every day at 08:00.',
    prediction: 'Calls about revenue stop. What remains is invoices and returns.',
    baseline: 5,
    predicted: 2,
    actual: 3,
    startedOn: '2026-02-16',
    closedOn: '2026-03-06',
    whatHappened: '4, 3, 3 calls in three weeks. E-mail opened by 37 of 41.',
    learned:
      'Total revenue does not tell a seller which product to push, ' +
      'because launches mix six to ten products.',
  }),
  step({
    number: 6,
    state: 'running',
    step: 'Add yesterday’s best sellers, by product, to the e-mail of sellers in a launch week.',
    prediction:
      'Sellers in a launch week choose from the e-mail. No call asks for product figures.',
    baseline: 3,
    predicted: 1.5,
    startedOn: '2026-03-09',
    checkOn: '2026-03-13',
  }),
];

const points = [
  ['2026-01-16', 7],
  ['2026-01-23', 7],
  ['2026-01-30', 8],
  ['2026-02-06', 5],
  ['2026-02-13', 5],
  ['2026-02-20', 4],
  ['2026-02-27', 3],
  ['2026-03-06', 3],
] as const;

const running = steps
  .slice(3)
  .map(({ experiment: { number, startedOn, checkOn, predicted, state } }) => ({
    number,
    startedOn: startedOn ?? TODAY,
    checkOn,
    predicted: state === 'running' ? predicted : null,
  }));

export const sellerPortal: Storyboard = {
  earlier: null,
  nextNumber: 1 + Math.max(...steps.map(({ experiment }) => experiment.number)),
  outcomeMetricId: 'met_1',
  processMetricId: 'met_2',
  plannedId: steps.find(({ experiment }) => experiment.state === 'planned')?.experiment.id ?? null,
  coaching: { running: false, nextOn: TODAY, nextTime: '14:00', coach: 'Daniel Osei' },
  asOfSeq: 10,
  today: TODAY,
  team: { id: 'team_1', name: 'Seller Portal', meta: meta() },
  focusProcesses: [{ id: 'fp_1', name: "Answering sellers' questions" }],
  focusProcess: {
    id: 'fp_1',
    teamId: 'team_1',
    rank: 'a',
    addressingId: 'obs_1',
    activeTargetConditionId: 'tc_1',
    name: "Answering sellers' questions",
    scope: 'From the question to an answer the seller can act on',
    meta: meta(),
  },
  challenge: {
    id: 'chl_1',
    focusProcessId: 'fp_1',
    statement: 'Sellers run their shops from the portal without having to call us.',
    horizonOn: '2026-12-31',
    why: 'Today a quarter of our staff spend 15 or more hours a week on calls.',
    operationalOutcomes: '',
    businessOutcomes: '',
    milestones: '',
    ownerId: null,
    parentId: null,
    status: 'active',
    checkedOn: null,
    meta: meta(),
  },
  targetCondition: {
    id: 'tc_1',
    focusProcessId: 'fp_1',
    number: 1,
    status: 'active',
    setOn: '2026-01-12',
    closedOn: null,
    achieveByOn: '2026-03-27',
    challengeId: 'chl_1',
    outcomeMetricId: 'met_1',
    outcomeComparison: 'below',
    outcomeTarget: 2,
    processMetricId: 'met_2',
    processComparison: 'at_least',
    processTarget: 80,
    operatingPattern:
      '1. Revenue leaves the shop system at 07:30.\n' +
      "2. Every seller has yesterday's figures by 08:00.\n" +
      '3. In launch weeks the seller picks what to promote from the e-mail.\n' +
      '4. We log each remaining call with its reason.',
    reflection: '',
    challengeValid: null,
    meta: meta(),
  },
  daysLeft: 15,
  targetConditions: [{ id: 'tc_1', number: 1, status: 'active', achieveByOn: '2026-03-27' }],
  currentCondition: {
    id: 'cc_1',
    focusProcessId: 'fp_1',
    asOfOn: '2026-03-06',
    outcomeMetricId: 'met_1',
    processMetricId: 'met_2',
    operatingPattern: '',
    getsInTheWay: '',
    goesWrongWhen: '',
    observedBy: '',
    measuredHow: '',
    workType: null,
    meta: meta(),
  },
  metrics: [
    metric('met_1', 'Calls per seller per week', 'calls', 'outcome', 3),
    metric('met_2', 'Questions answered by e-mail', '%', 'process', 57),
  ],
  chart: {
    metricName: 'Calls per seller per week',
    unit: 'calls',
    points: points.map(([on, value]) => ({ on, value })),
    comparison: 'below',
    target: 2,
    achieveByOn: '2026-03-27',
    steps: running,
  },
  obstacles: [
    obstacle('obs_1', 'In launch weeks sellers cannot see which product sold yesterday.'),
    obstacle('obs_2', 'We do not yet understand why four sellers call about invoices.'),
    obstacle('obs_3', 'One call in six is logged without a reason.'),
    obstacle('obs_4', 'Revenue reaches sellers only when they ask.', 'cleared', '2026-02-27'),
    obstacle('obs_5', 'Sellers do not open e-mail.', 'not_an_obstacle', '2026-02-20'),
  ],
  steps,
  members: [
    {
      membership: {
        id: 'mem_1',
        teamId: 'team_1',
        personId: 'per_1',
        roles: ['learner'],
        meta: meta(),
      },
      name: 'Mara Lindt',
      roles: ['learner'],
    },
    {
      membership: {
        id: 'mem_2',
        teamId: 'team_1',
        personId: 'per_3',
        roles: ['coach'],
        meta: meta(),
      },
      name: 'Daniel Osei',
      roles: ['coach'],
    },
  ],
  removedCount: 0,
};

/** The same team on its first day: nothing written yet. */
export const emptyBoard: Storyboard = {
  ...sellerPortal,
  nextNumber: 1,
  outcomeMetricId: null,
  processMetricId: null,
  focusProcesses: [],
  focusProcess: null,
  challenge: null,
  targetCondition: null,
  daysLeft: null,
  targetConditions: [],
  currentCondition: null,
  metrics: [],
  chart: null,
  obstacles: [],
  steps: [],
  members: [],
};

/** The team as the frame knows it. */
export const sellerPortalLine: TeamLine = {
  id: 'team_1',
  name: 'Seller Portal',
  focusProcessId: null,
  daysLeft: 15,
  attention: false,
};

/** The numbers of a metric, newest first: those of the chart, or the last one alone. */
export function numbersOf(storyboard: Storyboard, metricId: string): Observations {
  const now = storyboard.metrics.find(({ metric: one }) => one.id === metricId);
  if (!now) throw { code: 'not_found', params: { id: metricId }, retryable: false };
  const chart = storyboard.chart?.metricName === now.metric.name ? storyboard.chart.points : null;
  const points = chart ?? (now.last ? [{ on: now.last.observedOn, value: now.last.value }] : []);
  const items = points.map(({ on, value }, i): ObservationItem => ({
    id: `obn_${i}`,
    metricId,
    batchId: null,
    observedAt: null,
    value,
    valueText: String(value),
    observedOn: on,
    measuredBy: 'Ana Petrov',
    how: 'call log',
    note: i === 2 ? 'A launch week.' : '',
    meta: meta(),
  }));
  return {
    asOfSeq: storyboard.asOfSeq,
    teamId: storyboard.team.id,
    metric: now.metric,
    total: items.length,
    offset: 0,
    observations: items.reverse(),
    removed: items.slice(0, 1).map((item) => ({ ...item, id: 'obn_gone', value: 30 })),
  };
}
