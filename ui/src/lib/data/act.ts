import { call } from '../api/client';
import { t } from '../i18n/messages';
import type { MessageId, Messages } from '../i18n/message-ids';
import { saving } from '../state/saving.svelte';
import { toasts } from '../state/toasts.svelte';
import { operationName } from './operation-name';

/** Messages without variables. */
type PlainMessage = { [Id in MessageId]: [Messages[Id]] extends [never] ? Id : never }[MessageId];

/**
 * Carries out what a button or a key asks for: on success a toast with Undo (where `done` names a
 * sentence), otherwise the reason in words. Answers null where it was refused.
 */
export async function act<T>(write: () => Promise<T>, done?: PlainMessage): Promise<T | null> {
  try {
    const answer = await saving.during(write());
    if (done)
      toasts.show(t(done as 'undo'), { action: { label: t('undo'), run: () => void undo() } });
    return answer;
  } catch (thrown) {
    toasts.showError(thrown);
    return null;
  }
}

/** Takes back one's own newest operation and says which. */
export async function undo(): Promise<void> {
  const undone = await act(() => call('undo'));
  if (!undone) return;
  const operation = operationName(undone.kind);
  const count = undone.skipped.length;
  const text = count > 0 ? t('undone-past', { operation, count }) : t('undone', { operation });
  toasts.show(text, { action: { label: t('redo'), run: () => void redo() } });
}

/** Brings again what was undone last. */
export async function redo(): Promise<void> {
  const redone = await act(() => call('redo'));
  if (!redone) return;
  const text = t('redone', { operation: operationName(redone.kind) });
  toasts.show(text, { action: { label: t('undo'), run: () => void undo() } });
}
