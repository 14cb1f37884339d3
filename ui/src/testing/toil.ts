import type { Meta, SheetWeek, Toil, ToilWeekItem } from '$lib/api/bindings';

const meta = (op: string, open: string[] = []): Meta => ({
  createdAt: 1,
  createdBy: null,
  updatedAt: 1,
  updatedBy: null,
  returned: false,
  heads: { '': [op] },
  open,
});

const KINDS = ['Deployments', 'Log analysis'];
const hours = (of: number[]) => of.map((one, at) => ({ categoryId: `cat_${at}`, hours: one }));

const saved: ToilWeekItem = {
  id: 'wee_1',
  teamId: 'team_1',
  weekOn: '2026-02-23',
  observationId: 'val_1',
  allHours: 40,
  hours: hours([13, 3]),
  meta: meta('op_9'),
};

const week = (
  weekOn: string,
  lastOn: string,
  number: number,
  sheet: ToilWeekItem | null,
): SheetWeek => ({
  weekOn,
  lastOn,
  number,
  saved: sheet,
  allHours: 40,
  hours: hours([13, 3]),
});

/** A team that has not begun a ledger. */
export const noToil: Toil = {
  asOfSeq: 9,
  today: '2026-03-06',
  teamId: 'team_1',
  teamName: 'Seller Portal',
  ledger: null,
  metric: null,
  metrics: [],
  categories: [],
  weeks: [],
  sheets: [],
  sheetOn: '2026-03-02',
  percent: null,
  overLimit: false,
  line: null,
  weeksToLine: 4,
  hours: null,
};

/** A ledger with one saved week, the one before this. */
export const toil: Toil = {
  ...noToil,
  ledger: {
    id: 'led_1',
    teamId: 'team_1',
    metricId: 'met_9',
    limitPercent: 30,
    overheadPercent: 0,
    meta: meta('op_7'),
  },
  metric: { id: 'met_9', name: 'Toil' },
  categories: KINDS.map((name, at) => ({
    id: `cat_${at}`,
    teamId: 'team_1',
    rank: String(at),
    name,
    attributes: ['manual'],
    meta: meta('op_8'),
  })),
  weeks: [
    { week: saved, number: 9, lastOn: '2026-03-01', toilHours: 16, percent: 40, overLimit: true },
  ],
  sheets: [week('2026-03-02', '2026-03-08', 10, null), week('2026-02-23', '2026-03-01', 9, saved)],
  percent: 40,
  overLimit: true,
  weeksToLine: 3,
  hours: {
    step: { id: 'exp_1', number: 3, step: 'One script', startedOn: '2026-02-23' },
    categories: [
      { categoryId: 'cat_0', name: 'Deployments', before: 16, now: 13 },
      { categoryId: 'cat_1', name: 'Log analysis', before: 3, now: 3 },
    ],
    before: 19,
    now: 16,
    gaveBack: 3,
    weeksBefore: 2,
    weeksNow: 1,
  },
};
