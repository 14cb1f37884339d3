import type { Good, MetricKind, MetricNow } from '$lib/api/bindings';
import { call } from '$lib/api/client';

export const NEW_METRIC = 'new';

/** What a form says about its metric: an existing one, or the fields of a new one. */
export interface MetricChoice {
  id: string;
  name: string;
  unit: string;
  good: Good;
}

export function startChoice(metrics: MetricNow[], wanted: string | null): MetricChoice {
  return { id: wanted ?? metrics[0]?.metric.id ?? NEW_METRIC, name: '', unit: '', good: 'down' };
}

/** The metric's id; makes it first where it is new. */
export async function chosenMetric(
  choice: MetricChoice,
  teamId: string,
  metricKind: MetricKind,
): Promise<string> {
  if (choice.id !== NEW_METRIC) return choice.id;
  const { name, unit, good } = choice;
  return (await call('metric_create', { teamId, fields: { name, unit, good, metricKind } })).id;
}
