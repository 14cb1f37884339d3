import type { ExperimentPatch, Storyboard } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/** Plans the next step against the obstacle addressed now, with today's number as its baseline. */
export async function plan(board: Storyboard, more: ExperimentPatch = {}): Promise<string | null> {
  const focusProcessId = board.focusProcess?.id;
  if (!focusProcessId) return null;
  const metricId =
    board.currentCondition?.outcomeMetricId ?? board.targetCondition?.outcomeMetricId ?? null;
  const now = board.metrics.find(({ metric }) => metric.id === metricId);
  const fields = {
    obstacleId: board.focusProcess?.addressingId ?? null,
    targetConditionId: board.targetCondition?.id ?? null,
    metricId,
    baseline: now?.last?.value ?? null,
    ...more,
  };
  const made = await act(
    () => call('experiment_create', { focusProcessId, fields }),
    'record-now-planned',
  );
  return made?.id ?? null;
}
