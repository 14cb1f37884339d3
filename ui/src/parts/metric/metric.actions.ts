import type { Duplicates, MetricNow, ObservationNew, PointsTo } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { asWireError } from '$lib/api/error';
import { act, undo } from '$lib/data/act';
import { t } from '$lib/i18n/messages';
import { saving } from '$lib/state/saving.svelte';
import { toasts } from '$lib/state/toasts.svelte';
import type { WantedMetric } from './metric-choice.svelte';

/** A number whose day has one already. */
export interface Met {
  on: string;
  old: number;
}

/**
 * Writes a number down, with the metric that is made for it and what points to that from now on.
 * Where its day has one already and nothing says what becomes of the two: that one.
 */
export async function addNumber(
  metric: WantedMetric,
  observation: ObservationNew,
  duplicates: Duplicates,
  points: PointsTo | null = null,
): Promise<'written' | 'refused' | Met> {
  const request = { ...metric, observations: [observation], duplicates, points };
  try {
    await saving.during(call('observation_add', request));
  } catch (thrown) {
    const { code, params } = asWireError(thrown);
    if (code === 'already_measured') return params as unknown as Met;
    toasts.showError(thrown);
    return 'refused';
  }
  toasts.show(t('metric-written'), { action: { label: t('undo'), run: () => void undo() } });
  return 'written';
}

export const removeNumber = (id: string) =>
  act(() => call('observation_remove', { id }), 'metric-removed');

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
