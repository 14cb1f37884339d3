/** Values and days of a chart's axes. Pure: no screen, no clock. */
import { addDays, daysBetween } from '$lib/i18n/format';

/** At most so many grid lines. */
const MOST_LINES = 4;

export interface ValueAxis {
  low: number;
  high: number;
  /** Round values with a grid line. */
  ticks: number[];
  /** Distance of two grid lines, in the metric's unit. */
  step: number;
}

/** The axis starts where the data needs it; zero is shown where the values come near it. */
export function valueAxis(values: readonly number[]): ValueAxis {
  const [least, most] = values.length > 0 ? extent(values) : [0, 1];
  const span = most - least || Math.abs(most) || 1;
  const zero = least >= 0 && least <= span * 0.75;
  const low = zero ? 0 : least - span * 0.2;
  const high = most + span * 0.12;
  const step = gridStep(low, high);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { low, high, ticks, step };
}

/** The smallest round distance that leaves at most four lines. */
function gridStep(low: number, high: number): number {
  const unit = 10 ** Math.floor(Math.log10((high - low) / MOST_LINES));
  const lines = (step: number) => Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
  return (
    [1, 2, 4, 5, 10, 20, 40].map((n) => n * unit).find((step) => lines(step) <= MOST_LINES) ??
    40 * unit
  );
}

/** A loop: thousands of values are too many arguments for `Math.min` in some engines. */
export function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** A limit or an average in the figures that the grid can tell apart. */
export function roundedTo(value: number, step: number): number {
  const figures = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(figures, 6)));
}

/**
 * Days with a label: the first, the last and those in `wanted` that have room, then measured days
 * between them, at most `most` in all, none nearer than `room` pixels to another.
 */
export function dayLabels(
  days: readonly string[],
  wanted: readonly string[],
  x: (day: string) => number,
  room: number,
): string[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [...wanted];
  const chosen: string[] = [];
  const take = (day: string) => {
    if (chosen.every((other) => Math.abs(x(other) - x(day)) >= room)) chosen.push(day);
  };
  [...wanted, first, last].forEach(take);
  const [from, to] = [x(first), x(last)];
  const slots = Math.min(6, Math.floor((to - from) / room));
  for (let slot = 1; slot < slots; slot += 1)
    take(nearest(days, from + ((to - from) * slot) / slots, x));
  return chosen.sort();
}

/** Months between two labels of a long span. */
const STRIDES = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * First days of months with a label, evenly as many months apart as have `room` pixels each, beside
 * the days in `wanted`.
 */
export function monthLabels(
  [first, last]: readonly [string, string],
  wanted: readonly string[],
  x: (day: string) => number,
  room: number,
): string[] {
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  const begin = (month: number) =>
    `${digits(Math.floor(month / 12), 4)}-${digits((month % 12) + 1, 2)}-01`;
  const [from, to] = [first.endsWith('-01') ? count(first) : count(first) + 1, count(last)];
  const pixels = (x(begin(to)) - x(begin(from))) / Math.max(1, to - from);
  const stride = STRIDES.find((months) => months * pixels >= room) ?? 1200;
  const months = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const even = months.filter((month) => month % stride === 0).map(begin);
  const free = even.filter((day) => wanted.every((other) => Math.abs(x(other) - x(day)) >= room));
  return [...free, ...wanted].sort();
}

function nearest(days: readonly string[], at: number, x: (day: string) => number): string {
  let best = days[0] ?? '';
  for (const day of days) if (Math.abs(x(day) - at) < Math.abs(x(best) - at)) best = day;
  return best;
}

/** The span of days that is drawn: one day alone gets a week of room. */
export function daySpan(days: readonly string[]): [first: string, last: string] {
  const sorted = [...days].sort();
  const first = sorted[0] ?? '2000-01-01';
  const last = sorted.at(-1) ?? first;
  return [first, first === last ? addDays(first, 7) : last];
}

/** Whether days need their year: the span is longer than one. */
export const needsYear = ([first, last]: readonly [string, string]) =>
  daysBetween(first, last) > 330;
