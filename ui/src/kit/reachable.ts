/**
 * A part that scrolls and holds nothing to tab to is reached by Tab for as long as there is more of
 * it than fits: its arrow keys scroll it then. `<div {@attach reachable}>`
 */
export function reachable(part: HTMLElement): () => void {
  const look = () => {
    if (part.scrollHeight > part.clientHeight + 1) part.tabIndex = 0;
    else part.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  const words = new MutationObserver(look);
  sizes.observe(part);
  words.observe(part, { childList: true, characterData: true, subtree: true });
  look();
  return () => {
    sizes.disconnect();
    words.disconnect();
  };
}
