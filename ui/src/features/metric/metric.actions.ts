import type { MetricNow } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

export const removeNumber = (id: string) => act(() => call('observation_remove', { id }), 'metric-removed');

export const restoreNumber = (id: string) =>
  act(() => call('observation_restore', { id }), 'removed-restored');

export const removeMetric = (id: string) => act(() => call('metric_remove', { id }), 'metric-gone');

/** One place up or down among the team's metrics. */
export function moveMetric(metrics: readonly MetricNow[], id: string, step: 1 | -1) {
  const at = metrics.findIndex(({ metric }) => metric.id === id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= metrics.length) return;
  const after = metrics[step === 1 ? to : to - 1]?.metric.id ?? null;
  void act(() => call('metric_move', { id, after }), 'metric-moved');
}
