import type {
  App,
  Board,
  FocusProcessItem,
  MemberLine,
  Meta,
  MetricNow,
  Role,
  TeamItem,
  TeamRow,
  Teams,
} from '$lib/api/bindings';

/** Answers of the core for tests of whole views. */
export const TODAY = '2026-03-12';
export const ANA = 'per_ana';
export const MARA = 'per_mara';

export function meta(more: Partial<Meta> = {}): Meta {
  return {
    createdAt: Date.UTC(2026, 2, 2, 9),
    createdBy: MARA,
    updatedAt: Date.UTC(2026, 2, 9, 9, 42),
    updatedBy: MARA,
    returned: false,
    heads: { '': ['op_1'] },
    open: [],
    ...more,
  };
}

export const app: App = {
  version: '0.1.0',
  name: 'Mara Lindt',
  theme: 'light',
  zoom: 1,
  keyHints: true,
  reminders: true,
  board: null,
  recent: [
    {
      path: 'S:\\Improvement\\operations.kata',
      fileName: 'operations.kata',
      folder: 'S:\\Improvement',
      teams: 6,
      openedAt: Date.now(),
      changedAt: Date.now() - 60_000,
      access: 'readWrite',
      people: ['Ana Petrov', 'Daniel Osei'],
    },
    {
      path: '/home/mara/Documents/payments-incidents.kata',
      fileName: 'payments-incidents.kata',
      folder: '/home/mara/Documents',
      teams: 1,
      openedAt: Date.UTC(2026, 1, 27),
      changedAt: Date.UTC(2026, 1, 27),
      access: 'readWrite',
      people: [],
    },
    {
      path: '\\\\lab\\kata\\firmware-2025.kata',
      fileName: 'firmware-2025.kata',
      folder: '\\\\lab\\kata',
      teams: 2,
      openedAt: Date.UTC(2025, 11, 19),
      changedAt: null,
      access: null,
      people: [],
    },
  ],
};

const team = (id: string, name: string): TeamItem => ({ id, name, meta: meta() });
export const seller = team('tea_seller', 'Seller Portal');

export const process: FocusProcessItem = {
  id: 'fp_questions',
  teamId: seller.id,
  rank: 'a',
  addressingId: 'obs_launch',
  activeTargetConditionId: 'tc_1',
  name: 'Answering sellers’ questions',
  scope: '',
  meta: meta(),
};

const member = (id: string, personId: string, name: string, roles: Role[]): MemberLine => ({
  membership: { id, teamId: seller.id, personId, roles, meta: meta() },
  name,
  roles,
});
export const members = [
  member('mem_1', MARA, 'Mara Lindt', ['learner']),
  member('mem_2', 'per_daniel', 'Daniel Osei', ['coach']),
  member('mem_3', ANA, 'Ana Petrov', []),
];

export const calls: MetricNow = {
  metric: {
    id: 'met_calls',
    teamId: seller.id,
    rank: 'a',
    name: 'Calls per seller per week',
    unit: 'calls',
    metricKind: 'outcome',
    good: 'down',
    definition: '',
    source: 'call log',
    rhythmDays: 7,
    meta: meta(),
  },
  last: {
    id: 'obv_9',
    value: 3,
    observedOn: '2026-03-06',
    measuredBy: 'Mara Lindt',
    how: 'call log',
  },
  ageDays: 6,
  stale: false,
};

const row = (id: string, name: string, more: Partial<TeamRow>): TeamRow => ({
  team: team(id, name),
  focusProcessId: `fp_${id}`,
  challenge: null,
  outcome: null,
  achieveByOn: null,
  daysLeft: null,
  lastStep: null,
  addressingNow: null,
  attention: [],
  goAndSeeOn: null,
  ...more,
});

export const rows: TeamRow[] = [
  row('tea_access', 'Access Requests', {
    challenge: 'A joiner can work on day one without asking anybody twice.',
    outcome: {
      metricName: 'Working days, request to use',
      unit: 'd',
      now: 6,
      comparison: 'at_most',
      target: 4,
      points: [6.2, 5.9, 6.4, 6, 6.1, 5.6, 6],
    },
    achieveByOn: '2026-03-31',
    daysLeft: 19,
    lastStep: { id: 'exp_a', number: 2, state: 'evaluated', on: '2026-03-09', daysAgo: 3 },
    addressingNow: 'Requests wait for one approver, 720 minutes in each of two places.',
  }),
  row('tea_checkout', 'Checkout Reliability', {
    challenge: 'Customers can always pay. 99.9 % of requests succeed in 30 days.',
    outcome: {
      metricName: 'Error budget used, 30 days',
      unit: '%',
      now: 60,
      comparison: 'at_most',
      target: 50,
      points: [30, 36, 41, 46, 50, 57, 60],
    },
    achieveByOn: '2026-03-17',
    daysLeft: 5,
    lastStep: { id: 'exp_b', number: 4, state: 'evaluated', on: '2026-02-24', daysAgo: 16 },
    addressingNow: 'Two incidents began with a change nobody on call knew about.',
    attention: [
      { reason: 'noStep', days: 16 },
      { reason: 'notOnTarget', daysLeft: 5 },
    ],
  }),
  row('tea_database', 'Database Recovery', {
    challenge: 'We restore, and we know it, because we did it this week.',
    outcome: {
      metricName: 'Backup types restored in rehearsal',
      unit: 'of 5',
      now: 3,
      comparison: 'at_least',
      target: 5,
      points: [0, 0, 1, 1, 2, 2, 3],
    },
    achieveByOn: '2026-04-14',
    daysLeft: 33,
    lastStep: { id: 'exp_c', number: 7, state: 'evaluated', on: '2026-03-11', daysAgo: 1 },
    addressingNow: 'The newest copy is six hours old when the rehearsal starts.',
  }),
  row('tea_new', 'Platform On-call', {}),
  row('tea_seller', 'Seller Portal', {
    challenge: 'Sellers run their shops from the portal without having to call us.',
    outcome: {
      metricName: 'Calls per seller per week',
      unit: 'calls',
      now: 3,
      comparison: 'below',
      target: 2,
      points: [7, 7, 8, 5, 5, 4, 3, 3],
    },
    achieveByOn: '2026-03-27',
    daysLeft: 15,
    lastStep: { id: 'exp_6', number: 6, state: 'running', on: '2026-03-09', daysAgo: 3 },
    addressingNow: 'In launch weeks sellers cannot see which product sold yesterday.',
    goAndSeeOn: '2026-03-13',
  }),
  row('tea_tailspin', 'Tailspin Release', {
    challenge: 'A finished change reaches customers within a week.',
    outcome: {
      metricName: 'Label request to deploy',
      unit: 'd',
      now: 18,
      comparison: 'at_most',
      target: 14,
      points: [22, 22, 21, 22, 20, 19, 18],
    },
    achieveByOn: '2026-03-15',
    daysLeft: 3,
    lastStep: { id: 'exp_e', number: 3, state: 'running', on: '2026-03-03', daysAgo: 9 },
    addressingNow: 'Release approval waits four days for a weekly meeting.',
    attention: [
      { reason: 'resultDue', number: 3, since: '2026-03-10' },
      { reason: 'notOnTarget', daysLeft: 3 },
    ],
  }),
];

export const teams: Teams = { asOfSeq: 9, today: TODAY, teams: rows };

export const board: Board = {
  asOfSeq: 9,
  boardId: 'b0',
  fileName: 'operations.kata',
  folder: 'S:\\Improvement',
  access: 'readWrite',
  me: MARA,
  myName: null,
  people: [
    { id: ANA, name: 'Ana Petrov', meta: meta() },
    { id: 'per_daniel', name: 'Daniel Osei', meta: meta() },
    { id: MARA, name: 'Mara Lindt', meta: meta() },
  ],
  teams: rows.map(({ team: { id, name }, focusProcessId, daysLeft, attention }) => ({
    id,
    name,
    focusProcessId: id === seller.id ? process.id : focusProcessId,
    daysLeft,
    attention: attention.length > 0,
  })),
  undo: null,
  redo: null,
  savedAt: Date.now(),
  trouble: null,
  clockAhead: null,
};
