/**
 * Paths for many values of a kind: an element for each would not be drawn within a frame, and
 * neither would one for all. What is drawn again when the focus moves are the paths under it, and a
 * short one is soon filled.
 */
import type { Spot } from './layout';

/** Values of one path. */
const STRETCH = 48;

const at = (value: number) => Math.round(value * 10) / 10;

/** The line from value to value. */
export const linePath = (spots: readonly Spot[]) =>
  spots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('');

/**
 * A dot at each value, as wide as the stroke with round ends. A line of no length at all is not
 * drawn everywhere.
 */
export const dotsPath = (spots: readonly Spot[]) =>
  spots.map(({ x, y }) => `M${at(x)} ${at(y)}h.01`).join('');

/** A square at each value. */
export const squaresPath = (spots: readonly Spot[], size: number) =>
  spots
    .map(({ x, y }) => `M${at(x - size / 2)} ${at(y - size / 2)}h${size}v${size}h${-size}z`)
    .join('');

/**
 * What of the row a line needs where several values share a column of pixels: the first, the
 * lowest, the highest and the last of each column, in their order. The line through them covers the
 * same pixels (M4: Jugel and others, Proceedings of the VLDB Endowment 7, 2014).
 */
export function columns(spots: readonly Spot[]): Spot[] {
  const groups: Spot[][] = [];
  for (const spot of spots) {
    const group = groups.at(-1);
    if (group?.[0] && Math.floor(group[0].x) === Math.floor(spot.x)) group.push(spot);
    else groups.push([spot]);
  }
  return groups.flatMap((group) => {
    const ys = group.map(({ y }) => y);
    const places = [0, ys.indexOf(Math.min(...ys)), ys.indexOf(Math.max(...ys)), group.length - 1];
    return group.filter((_, place) => places.includes(place));
  });
}

/**
 * The row in stretches; with `joined`, each begins where the one before ends, so that a line has no
 * gap.
 */
export function stretches<T>(row: readonly T[], joined = false): T[][] {
  const starts = Array.from({ length: Math.ceil(row.length / STRETCH) }, (_, i) => i * STRETCH);
  return starts.map((start) => row.slice(joined && start > 0 ? start - 1 : start, start + STRETCH));
}
