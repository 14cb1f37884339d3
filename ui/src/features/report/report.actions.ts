import type { Commands } from '$lib/api/bindings';
import { callWindow } from '$lib/api/window';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';
import { fileName } from '$lib/text/file-name';

export type ReportFormat = NonNullable<Commands['report_get']['request']['format']>;

/** Makes a report and saves it where the person says. False where they turned back. */
export async function saveReport(
  team: string,
  request: Commands['report_get']['request'] & { on: string; format: ReportFormat },
): Promise<boolean> {
  const made = await callWindow('window_save_made', {
    command: 'report_get',
    request,
    title: t('report-save-title'),
    name: fileName(`${team} ${request.on}`, request.format, t('report-open')),
  });
  if (made.saved) toasts.show(t('report-saved'));
  return made.saved;
}
