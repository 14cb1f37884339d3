/** The note beside another one, in the direction of an arrow: the nearest whose middle lies that way. */
export function beside(from: HTMLElement, all: readonly HTMLElement[], key: string): HTMLElement | null {
  const middle = (one: HTMLElement) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [x, y] = middle(from);
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  let best: HTMLElement | null = null;
  let shortest = Infinity;
  for (const one of all) {
    const [dx, dy] = [middle(one)[0] - x, middle(one)[1] - y];
    const along = (sideways ? dx : dy) * sign;
    if (one === from || along < 1) continue;
    // What lies straight ahead is nearer than what lies aside.
    const distance = along + 3 * Math.abs(sideways ? dy : dx);
    if (distance < shortest) [best, shortest] = [one, distance];
  }
  return best;
}
