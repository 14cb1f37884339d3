import type { Experiments } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/** Plans the next step, judged by the metric of the newest one. Its id, or null where it was refused. */
export async function planNext(view: Experiments): Promise<string | null> {
  const metricId = view.steps[0]?.experiment.metricId ?? null;
  const request = { focusProcessId: view.focusProcess.id, fields: { metricId } };
  const made = await act(() => call('experiment_create', request), 'record-now-planned');
  return made?.id ?? null;
}
