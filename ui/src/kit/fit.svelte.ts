import { tick, untrack } from 'svelte';

interface Fit {
  /** The box that must not overflow. */
  box: () => HTMLElement | undefined;
  /** What changes the room or the content. */
  watch: () => unknown;
  most: () => number;
  least: number;
  /** The line in the box that stands for what is folded away. */
  fold: () => HTMLElement | null | undefined;
}

/**
 * How many things fit into a box: shows them all, then one fewer after the other until nothing
 * overflows. All of it is done before the next frame is painted. Call while a component is being
 * made.
 *
 * The line for what is folded away must stay in the box meanwhile: somebody may have the
 * focus on it, and everybody's changes let it fold anew. A focus on something that folds away
 * goes to that line.
 */
export function fit({ box, watch, most, least, fold }: Fit): {
  readonly count: number;
  readonly trying: boolean;
} {
  let count = $state(Number.MAX_SAFE_INTEGER);
  let trying = $state(false);
  let run = 0;
  // By value: every change on the board brings new objects, and fitting draws everything in the box
  // anew.
  const seen = $derived(JSON.stringify(watch()));

  function overflows(node: HTMLElement) {
    // With everything shown that line goes, and makes room.
    const spare = count >= most() ? (fold()?.offsetHeight ?? 0) : 0;
    return node.scrollHeight - spare > node.clientHeight + 1;
  }
  async function foldToFit(node: HTMLElement) {
    const mine = ++run;
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    trying = true;
    count = most();
    await tick();
    while (mine === run && count > least && overflows(node)) {
      count -= 1;
      await tick();
    }
    if (mine !== run) return;
    if (focused && !focused.isConnected) fold()?.querySelector('button')?.focus();
    trying = false;
  }
  $effect(() => {
    const node = box();
    if (node && seen) untrack(() => void foldToFit(node));
  });
  return {
    get count() {
      return count;
    },
    get trying() {
      return trying;
    },
  };
}
