import { call } from '$lib/api/client';
import { toasts } from '$lib/state/toasts.svelte';
import { privateRead } from './private.svelte';

/**
 * The time within which a machine shows what it holds, one note at a time at moments that chance
 * picks.
 */
const WINDOW_MS = 4000;
/** After an attempt that showed nothing, such as one on a busy file. */
const AGAIN_MS = 3000;

/**
 * Once a group asks for them, what waits on this machine is shown, note by note until none is left,
 * whatever screen stands in the window by then. In an anonymous session each goes at a moment that
 * chance picks, so that neither order nor time tells whose it is; the core picks which. Call once,
 * while a component is being made that stays with the board:
 * `keepPublishing(() => writable, () => asOfSeq)`
 */
export function keepPublishing(writable: () => boolean, asOfSeq: () => number): void {
  const waiting = privateRead('waiting_get', () => (writable() ? {} : null), asOfSeq);
  const first = $derived(waiting.data?.retrospectives[0]);
  const id = $derived(first?.id ?? null);
  const anonymous = $derived(first?.anonymous ?? false);
  const left = $derived(first?.count ?? 0);
  let attempts = $state(0);
  let refused = false;

  function pause(): number {
    if (refused) return AGAIN_MS;
    return anonymous ? (Math.random() * WINDOW_MS) / left : 0;
  }
  async function publish(id: string): Promise<void> {
    try {
      const { published } = await call('retrospective_publish', { id });
      refused = !published;
      if (published) await waiting.refresh();
    } catch (thrown) {
      // What waits is safe on this machine, and it is said once that it does.
      if (!refused) toasts.showError(thrown);
      refused = true;
    }
    attempts += 1;
  }
  $effect(() => {
    void attempts;
    if (id === null || left === 0) return;
    const timer = setTimeout(() => void publish(id), pause());
    return () => clearTimeout(timer);
  });
}
