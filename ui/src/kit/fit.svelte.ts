import { tick, untrack } from 'svelte';

interface Fit {
  /** The box that must not overflow. */
  box: () => HTMLElement | undefined;
  /** What changes the room or the content; read here so that it is followed. */
  watch: () => unknown;
  most: () => number;
  least: number;
}

/**
 * How many things fit into a box: shows them all, then one fewer after the other until nothing overflows.
 * It settles before the next frame is painted. Call while a component is being made.
 */
export function fit({ box, watch, most, least }: Fit): { readonly count: number } {
  let count = $state(Number.MAX_SAFE_INTEGER);
  let run = 0;

  async function settle(node: HTMLElement) {
    const mine = ++run;
    count = most();
    await tick();
    while (mine === run && count > least && node.scrollHeight > node.clientHeight + 1) {
      count -= 1;
      await tick();
    }
  }
  $effect(() => {
    watch();
    const node = box();
    if (node) untrack(() => void settle(node));
  });
  return {
    get count() {
      return count;
    },
  };
}
