/** Maps values to pixels. */
export type Scale = (value: number) => number;

export function linear(
  [d0, d1]: readonly [number, number],
  [r0, r1]: readonly [number, number],
): Scale {
  const span = d1 - d0 || 1;
  return (value) => r0 + ((value - d0) / span) * (r1 - r0);
}

/**
 * Round values for at most `most` grid lines that enclose the data; zero is shown where the data is
 * near it.
 */
export function niceTicks(values: readonly number[], most = 4): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const from = low >= 0 && low < (high - low) * 2 ? 0 : low;
  const span = high - from || Math.abs(high) || 1;
  const unit = 10 ** Math.floor(Math.log10(span / (most - 1)));
  const step = [1, 2, 2.5, 4, 5, 10, 20].map((n) => n * unit).find((s) => fits(s)) ?? 20 * unit;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );

  function fits(s: number): boolean {
    return Math.ceil(high / s - 1e-9) - Math.floor(from / s + 1e-9) < most;
  }
}

/**
 * Moves labels apart so that none is nearer than `distance` to the next, keeping their order and
 * the bounds.
 */
export function spread(
  at: readonly number[],
  distance: number,
  [min, max]: readonly [number, number],
): number[] {
  const order = at.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x);
  for (let k = 1; k < order.length; k += 1) {
    const [left, right] = [order[k - 1], order[k]];
    if (left && right && right.x - left.x < distance) {
      const push = (distance - (right.x - left.x)) / 2;
      left.x -= push;
      right.x += push;
    }
  }
  let floor = min;
  for (const label of order) {
    label.x = Math.max(floor, label.x);
    floor = label.x + distance;
  }
  let ceiling = max;
  for (const label of order.toReversed()) {
    label.x = Math.min(ceiling, label.x);
    ceiling = label.x - distance;
  }
  const placed = [...at];
  for (const { x, i } of order) placed[i] = x;
  return placed;
}
