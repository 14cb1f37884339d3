/** One path for all values of a kind: thousands of elements would not be drawn within a frame. */
import type { Spot } from './layout';

const at = (value: number) => Math.round(value * 10) / 10;

/** The line from value to value. */
export const linePath = (spots: readonly Spot[]) =>
  spots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('');

/** A dot at each value, as wide as the stroke with round ends. A line of no length at all is not drawn everywhere. */
export const dotsPath = (spots: readonly Spot[]) =>
  spots.map(({ x, y }) => `M${at(x)} ${at(y)}h.01`).join('');

/** A square at each value. */
export const squaresPath = (spots: readonly Spot[], size: number) =>
  spots.map(({ x, y }) => `M${at(x - size / 2)} ${at(y - size / 2)}h${size}v${size}h${-size}z`).join('');
