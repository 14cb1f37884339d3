import type { ErrorBudgets, Meta } from '$lib/api/bindings';

const meta: Meta = {
  createdAt: 1,
  createdBy: null,
  updatedAt: 1,
  updatedBy: null,
  returned: false,
  heads: { '': ['op_1'] },
  open: [],
};

/** A team without an objective. */
export const noBudget: ErrorBudgets = {
  asOfSeq: 9,
  today: '2026-03-09',
  teamId: 'team_1',
  metrics: [],
  slos: [],
};

/** 99.9 % of 30 days, of which half is used. */
export const halfUsed: ErrorBudgets = {
  ...noBudget,
  slos: [
    {
      slo: {
        id: 'slo_1',
        teamId: 'team_1',
        metricId: 'met_9',
        budgetUnit: 'minutes',
        name: 'The shop answers',
        objectivePercent: 99.9,
        budgetWindow: 'rolling',
        windowDays: 30,
        meta,
      },
      metric: { id: 'met_9', name: 'Error budget left' },
      window: { fromOn: '2026-02-08', toOn: '2026-03-09', days: 30, elapsedDays: 30 },
      budget: { allowed: 43.2, used: 21.6, left: 0.5, burnRate: 0.5, daysLeft: null },
      spentOn: null,
      days: [
        {
          day: {
            id: 'bad_1',
            teamId: 'team_1',
            sloId: 'slo_1',
            dayOn: '2026-03-02',
            observationId: 'val_1',
            amount: 21.6,
            total: null,
            note: 'Certificate',
            meta,
          },
          inWindow: true,
        },
      ],
    },
  ],
};
