import type { RetrospectiveView } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { toasts } from '$lib/state/toasts.svelte';

/** The time within which a machine shows what it holds, one note at a time at moments that chance picks. */
const WINDOW_MS = 4000;

/**
 * Once the group asks for them, what waits on this machine is shown, note by note until none is left. In an anonymous
 * session each goes at a moment that chance picks, so that neither order nor time tells whose it is; the core picks
 * which. Call while a component is being made; `done` runs after each.
 */
export function keepPublishing(view: () => RetrospectiveView, waiting: () => number, done: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = $derived(view().retrospective.notesRevealedAt !== null);
  const left = $derived(asked ? waiting() : 0);

  async function publish(): Promise<void> {
    try {
      const { published } = await call('retrospective_publish', { id: view().retrospective.id });
      if (published) done();
    } catch (thrown) {
      // What waits is safe on this machine; the next change of the session tries again.
      toasts.showError(thrown);
    }
  }
  $effect(() => {
    if (left === 0) return;
    const hidden = view().retrospective.attribution === 'anonymous';
    const pause = hidden ? (Math.random() * WINDOW_MS) / left : 0;
    timer = setTimeout(() => void publish(), pause);
    return () => clearTimeout(timer);
  });
}
