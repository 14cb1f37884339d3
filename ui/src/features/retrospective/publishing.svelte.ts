import type { RetrospectiveView } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { toasts } from '$lib/state/toasts.svelte';

/** The time within which a machine shows what it holds, one note at a time at moments that chance picks. */
const WINDOW_MS = 4000;
/** After an attempt that showed nothing, such as one on a busy file. */
const AGAIN_MS = 3000;

/**
 * Once the group asks for them, what waits on this machine is shown, note by note until none is left. In an anonymous
 * session each goes at a moment that chance picks, so that neither order nor time tells whose it is; the core picks
 * which. Call while a component is being made; `done` runs after each.
 */
export function keepPublishing(view: () => RetrospectiveView, waiting: () => number, done: () => void): void {
  const id = $derived(view().retrospective.id);
  const asked = $derived(view().retrospective.notesRevealedAt !== null);
  const anonymous = $derived(view().retrospective.attribution === 'anonymous');
  const left = $derived(asked ? waiting() : 0);
  let attempts = $state(0);
  let refused = false;

  function pause(): number {
    if (refused) return AGAIN_MS;
    return anonymous ? (Math.random() * WINDOW_MS) / left : 0;
  }
  async function publish(): Promise<void> {
    try {
      const { published } = await call('retrospective_publish', { id });
      refused = !published;
      if (published) done();
    } catch (thrown) {
      // What waits is safe on this machine, and it is said once that it does.
      if (!refused) toasts.showError(thrown);
      refused = true;
    }
    attempts += 1;
  }
  $effect(() => {
    void attempts;
    if (left === 0) return;
    const timer = setTimeout(() => void publish(), pause());
    return () => clearTimeout(timer);
  });
}
