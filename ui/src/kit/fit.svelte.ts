import { tick, untrack } from 'svelte';

interface Fit {
  /** The box that must not overflow. */
  box: () => HTMLElement | undefined;
  /** What changes the room or the content. */
  watch: () => unknown;
  most: () => number;
  least: number;
  /** What stands in the box of that which folds, in its order; nothing where all folds or none. */
  rows: () => readonly HTMLElement[];
  /** The line in the box that stands for what is folded away. */
  fold: () => HTMLElement | null | undefined;
  /** That line stays even with the most shown: there is more than that. */
  stays?: () => boolean;
}

/**
 * How many things fit into a box, the last ones first: draws one more than it showed, or more where
 * that leaves room, and computes from their heights how many stay. All of it is done before the
 * next frame is painted, and takes as long with thousands as with those that have room. Call while
 * a component is being made.
 *
 * The line for what is folded away must stay in the box meanwhile: somebody may have the
 * focus on it, and everybody's changes let it fold anew. A focus on something that folds away
 * goes to that line.
 */
export function fit({ box, watch, most, least, rows, fold, stays = () => false }: Fit): {
  readonly count: number;
  readonly trying: boolean;
} {
  let count = $state(least);
  let trying = $state(false);
  let run = 0;
  // By value: every change on the board brings new objects, and fitting draws everything in the box
  // anew.
  const seen = $derived(JSON.stringify(watch()));

  function excess(node: HTMLElement) {
    // With everything shown that line goes, and makes room.
    const spare = count >= most() && !stays() ? (fold()?.offsetHeight ?? 0) : 0;
    return node.scrollHeight - spare - node.clientHeight;
  }
  const overflows = (node: HTMLElement) => excess(node) > 1;

  /** How many of those that are drawn have to go until the box no longer overflows. */
  function tooMany(node: HTMLElement) {
    const shown = rows();
    // Nothing that is short of everything is shown without the line for the rest.
    let left = node.scrollHeight - node.clientHeight - 1;
    const gone = shown.findIndex((row) => (left -= row.getBoundingClientRect().height) <= 0);
    return gone === -1 ? shown.length : gone + 1;
  }
  async function foldToFit(node: HTMLElement) {
    const mine = ++run;
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    trying = true;
    for (let wanted = count + 1; ; wanted *= 2) {
      count = Math.min(most(), wanted);
      await tick();
      if (mine !== run) return;
      if (count >= most() || overflows(node)) break;
    }
    if (overflows(node)) count = Math.max(least, count - Math.max(1, tooMany(node)));
    await tick();
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
