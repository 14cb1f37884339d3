/** Where a key leads among the values of a chart. */

/** Values that PgUp and PgDn pass: a tenth of all, at least ten. */
const page = (count: number) => Math.max(10, Math.round(count / 10));

/**
 * The place after a key, from the newest value where none had the focus; null for a key that does
 * not walk.
 */
export function walk(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  const from = at ?? count;
  const to = {
    ArrowLeft: from - 1,
    ArrowRight: at === null ? count - 1 : from + 1,
    Home: 0,
    End: count - 1,
    PageUp: from - page(count),
    PageDown: from + page(count),
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** The next place with a signal after this one, around the end; null where there is none. */
export function nextSignal(signals: readonly number[], at: number | null): number | null {
  return signals.find((place) => at === null || place > at) ?? signals[0] ?? null;
}
