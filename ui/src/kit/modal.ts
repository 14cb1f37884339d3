import { untrack } from 'svelte';
import { layers } from './layers.svelte';

/** Shows a dialog above everything, for as long as it stands on the page; the focus goes to what is marked with
    `data-focus`, and afterwards back to where it was. `<dialog {@attach modal}>` */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
  const leave = untrack(() => layers.add(dialog));
  return () => {
    leave();
    // Chosen by hand: the element that opened it may have left the page.
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
