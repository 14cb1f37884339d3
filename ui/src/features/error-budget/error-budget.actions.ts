import type { BudgetUnit } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { t } from '$lib/i18n/messages';

/** Makes an objective, with a metric of the team or a new one. */
export const createSlo = (
  teamId: string,
  name: string,
  objectivePercent: number,
  budgetUnit: BudgetUnit,
  metricId: string | null,
) =>
  act(
    () =>
      call('slo_create', {
        teamId,
        budgetUnit,
        metricId,
        metricName: t('budget-metric-name', { name }),
        definition: t('budget-metric-definition'),
        fields: { name, objectivePercent },
      }),
    'budget-created',
  );

export const removeSlo = (id: string) => act(() => call('slo_remove', { id }), 'budget-removed');

export const addBadDay = (day: {
  sloId: string;
  dayOn: string;
  amount: number;
  total: number | null;
  note: string;
}) => act(() => call('bad_day_create', day), 'budget-added');

export const removeBadDay = (id: string) =>
  act(() => call('bad_day_remove', { id }), 'budget-day-removed');
