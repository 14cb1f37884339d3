/**
 * True once something has lasted for so long; a short wait says nothing. Call while a component is
 * being made.
 */
export function slow(lasts: () => boolean, ms: number): () => boolean {
  let over = $state(false);
  $effect(() => {
    if (!lasts()) return;
    const timer = setTimeout(() => (over = true), ms);
    return () => {
      clearTimeout(timer);
      over = false;
    };
  });
  return () => over;
}

/** After this a view that is being read says so. */
export const READING_MS = 400;
