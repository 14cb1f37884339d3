import type { AttachmentItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { formatNumber, formatRounded } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';

/**
 * Pictures that every webview shows. The core tells the type from the bytes, never from the name.
 */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/** What can be shown here; other kinds are saved and opened elsewhere. */
export function kindOf({ mediaType }: AttachmentItem): 'picture' | 'text' | 'other' {
  if (PICTURES.has(mediaType)) return 'picture';
  return mediaType === 'text/plain' ? 'text' : 'other';
}

/** "Picture", "Text", or the ending of an unknown kind. */
export function kindWord(attachment: AttachmentItem): string {
  const kind = kindOf(attachment);
  if (kind !== 'other') return t(`evidence-kind-${kind}`);
  const [, ending] = /\.(\w{1,8})$/.exec(attachment.name) ?? [];
  return ending?.toLocaleUpperCase() ?? t('evidence-kind-other');
}

/** "812 B", "14 kB", "1.4 MB" */
export function sizeWord(bytes: number): string {
  if (bytes < 1000) return t('evidence-size-b', { size: formatNumber(bytes) });
  if (bytes < 1_000_000) return t('evidence-size-kb', { size: formatRounded(bytes / 1000, 0) });
  return t('evidence-size-mb', { size: formatRounded(bytes / 1_000_000, 1) });
}

/** Asks the person where, in the system's own dialog. */
export async function saveAs({ id }: AttachmentItem): Promise<void> {
  const answer = await act(() => call('window_save_attachment', { id, title: t('evidence-save') }));
  if (answer?.path) toasts.show(t('evidence-saved', { path: answer.path }));
}
