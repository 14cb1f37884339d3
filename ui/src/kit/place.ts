const EDGE = 12;
const DISTANCE = 4;

/**
 * Keeps a panel below its anchor, above where there is no room, and inside the window. Returns the
 * way to stop.
 */
export function placePanel(panel: HTMLElement, anchor: HTMLElement): () => void {
  const put = () => {
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const below = at.bottom + DISTANCE + height <= innerHeight - EDGE;
    const top = below ? at.bottom + DISTANCE : Math.max(EDGE, at.top - DISTANCE - height);
    const left = Math.max(EDGE, Math.min(at.left, innerWidth - EDGE - width));
    panel.style.top = `${Math.min(top, Math.max(EDGE, innerHeight - EDGE - height))}px`;
    panel.style.left = `${left}px`;
  };
  put();
  const observer = new ResizeObserver(put);
  observer.observe(panel);
  addEventListener('resize', put);
  return () => {
    observer.disconnect();
    removeEventListener('resize', put);
  };
}
