import { untrack } from 'svelte';
import { layers } from './layers.svelte';

/**
 * Shows a dialog above everything, for as long as it stands on the page; the focus goes to what is
 * marked with     `data-focus`, and afterwards back to where it was. `<dialog {@attach modal}>`
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
  const leave = untrack(() => layers.add(dialog));
  return () => {
    leave();
    ignoreHeldKey();
    // Chosen by hand: the element that opened it may have left the page.
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/**
 * The key that closed the dialog may still be down: held, it must not press what has the focus
 * then.
 */
function ignoreHeldKey(): void {
  const until = new AbortController();
  const held = (event: KeyboardEvent) => {
    if (!event.repeat) return until.abort();
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', held, { capture: true, signal: until.signal });
  document.addEventListener('keyup', () => until.abort(), { capture: true, signal: until.signal });
}
