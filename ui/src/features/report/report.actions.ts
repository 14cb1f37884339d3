import type { Commands } from '$lib/api/bindings';
import { callWindow } from '$lib/api/window';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';
import { fileName } from '$lib/text/file-name';

type ReportGet = Commands['report_get']['request'];
export type ReportFormat = NonNullable<ReportGet['format']>;
export type PaperForm = NonNullable<ReportGet['form']>;

/** Makes a report, or a form on paper, and saves it where the person says. False where they turned back. */
export async function saveReport(team: string, request: ReportGet & { on: string }): Promise<boolean> {
  const { form, format, on } = request;
  const name = form
    ? fileName(`${team} ${on} ${form}`, 'pdf', t('report-open'))
    : fileName(`${team} ${on}`, format ?? 'md', t('report-open'));
  const made = await callWindow('window_save_made', {
    command: 'report_get',
    request,
    title: t('report-save-title'),
    name,
  });
  if (made.saved) toasts.show(t('report-saved'));
  return made.saved;
}
