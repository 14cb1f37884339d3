import type { DroppedFile } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { mutate } from '$lib/data/mutate';
import { t } from '$lib/i18n/messages';
import { toasts } from '$lib/state/toasts.svelte';

/** What the core takes at most; larger files are not even read here. */
const LIMIT = 5 * 1024 * 1024;

async function read(file: File): Promise<DroppedFile> {
  if (file.size > LIMIT) return { name: file.name, data: null };
  const address = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
  return { name: file.name, data: address.slice(address.indexOf(',') + 1) };
}

/**
 * Copies files into the board one after the other; what is refused says why and keeps none of the
 * others away.
 */
export async function attach(experimentId: string, files: readonly DroppedFile[]): Promise<void> {
  for (const { name, data } of files) {
    if (data === null) toasts.show(t('evidence-too-large', { name }));
    else await act(() => mutate('attachment_add', { experimentId, name, data }), 'evidence-added');
  }
}

export async function attachFiles(experimentId: string, files: Iterable<File>): Promise<void> {
  const all = await act(() => Promise.all([...files].map(read)));
  if (all) await attach(experimentId, all);
}

/** The bytes of an attachment. */
export async function contentOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = await call('attachment_get', { id });
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}
