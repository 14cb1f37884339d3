import type { Commands } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';
import { fileName } from '$lib/text/file-name';

type ReportGet = Commands['report_get']['request'];
export type ReportFormat = NonNullable<ReportGet['format']>;
export type PaperForm = NonNullable<ReportGet['form']>;

type Wanted = ReportGet & { on: string };

/**
 * Makes a report, or a form on paper, and saves it where the person says. False where they turned
 * back.
 */
export function saveReport(team: string, request: Wanted): Promise<boolean> {
  const { form, format, on } = request;
  const name = form
    ? fileName(`${team} ${on} ${form}`, 'pdf', t('report-open'))
    : fileName(`${team} ${on}`, format ?? 'md', t('report-open'));
  return save(request, name);
}

/** The same with the summary of a retrospective. */
export function saveSummary(title: string, request: Wanted): Promise<boolean> {
  return save(
    request,
    fileName(`${title} ${request.on}`, request.format ?? 'md', t('report-open')),
  );
}

async function save(request: Wanted, name: string): Promise<boolean> {
  const made = await call('window_save_made', {
    made: { kind: 'report', request },
    title: t('report-save-title'),
    name,
  });
  if (made.path !== null) toasts.show(t('report-saved', { path: made.path }));
  return made.path !== null;
}
