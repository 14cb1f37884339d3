/** Words on a chart, placed so that none lies on another. Pure: widths are estimates. */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Placed {
  x: number;
  /** The base line of the words. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** Height of a line of words, in pixels. */
export const LINE = 16;

/** Pixels that words of 12 px take, a little more than they do. */
export const textWidth = (text: string) => text.length * 6.4;

/** Where words would lie. */
export function boxOf(text: string, { x, y, anchor }: Placed): Box {
  const width = textWidth(text);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - 11, bottom: y + 4 };
}

const apart = (a: Box, b: Box) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
const within = (inner: Box, outer: Box) =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/** The first of some places that is inside the bounds and free; takes it. Null where none is. */
export function place(
  text: string,
  places: readonly Placed[],
  bounds: Box,
  taken: Box[],
  avoided: readonly Box[] = [],
): Placed | null {
  for (const at of places) {
    const box = boxOf(text, at);
    if (!within(box, bounds) || ![...taken, ...avoided].every((other) => apart(box, other)))
      continue;
    taken.push(box);
    return at;
  }
  return null;
}

/**
 * Moves labels of some lines' height apart, keeping their order and, where there is room, the
 * bounds.
 */
export function stack(
  labels: readonly { y: number; lines: number }[],
  [top, bottom]: readonly [number, number],
): number[] {
  const order = labels
    .map(({ y, lines }, i) => ({ y, height: lines * LINE, i }))
    .sort((a, b) => a.y - b.y);
  let floor = top;
  for (const label of order) {
    label.y = Math.max(floor, label.y);
    floor = label.y + label.height;
  }
  let ceiling = bottom + LINE;
  for (const label of order.toReversed()) {
    label.y = Math.min(ceiling - label.height, label.y);
    ceiling = label.y;
  }
  const placed = labels.map(({ y }) => y);
  for (const { y, i } of order) placed[i] = y;
  return placed;
}
