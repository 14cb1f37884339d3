import type { Commands } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';
import { fileName } from '$lib/text/file-name';

type ChartExport = Commands['chart_export']['request'];
export type ChartFormat = NonNullable<ChartExport['format']>;

/** Saves a chart as a picture or as a table, where the person says. */
export async function saveChart(
  metric: string,
  request: ChartExport & { format: ChartFormat },
): Promise<void> {
  const made = await act(() =>
    call('window_save_made', {
      made: { kind: 'chart', request },
      title: t('chart-export-title'),
      name: fileName(metric, request.format, t('chart-export-file')),
    }),
  );
  if (made?.path) toasts.show(t('chart-export-saved', { path: made.path }));
}
