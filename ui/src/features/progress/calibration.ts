/** Where the dots of the calibration strip stand. Pure. */
import { linear } from '$kit/scale';

/** Shares of the expected change at the ends of the strip; what lies outside stands at the end. */
const ENDS = [-0.45, 1.45] as const;
const DOT = 11;

export interface Strip {
  dots: { x: number; y: number }[];
  x: (share: number) => number;
}

/** Dots that would lie on each other stand on each other; never more rows than have room. */
export function strip(shares: readonly number[], width: number, base: number, rows: number): Strip {
  const scale = linear(ENDS, [10, width - 10]);
  const x = (share: number) => scale(Math.max(ENDS[0], Math.min(ENDS[1], share)));
  const tops = new Map<number, number>();
  const dots = [...shares]
    .sort((a, b) => a - b)
    .map((share) => {
      const column = Math.round(x(share) / DOT);
      const row = tops.get(column) ?? 0;
      tops.set(column, row + 1);
      return { x: column * DOT, y: base - Math.min(row, rows - 1) * (DOT + 2) };
    });
  return { dots, x };
}
