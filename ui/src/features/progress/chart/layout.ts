/**
 * Where everything on a chart stands, by the drawing rules of single values over time. Pure: no
 * screen, no clock.
 */
import type { MetricChart } from '$lib/api/bindings';
import { daysBetween } from '$lib/i18n/format';
import { linear, spread, type Scale } from '$kit/scale';
import {
  dayLabels,
  daySpan,
  extent,
  monthLabels,
  needsYear,
  valueAxis,
  type ValueAxis,
} from './axes';
import type { Box } from './labels';

/** More expectations than this would cover each other; the newest are kept. */
const MOST_EXPECTED = 10;
const MARK = 24;
const MARKS_TOP = 34;

export interface Spot {
  x: number;
  y: number;
}

/** A step on top of the chart. */
export interface StepMarkAt {
  id: string;
  number: number;
  /** Where it began. */
  x: number;
  /** Where its square stands: squares do not lie on each other. */
  mark: number;
}

/** What a step expected, and what came. */
export interface ExpectedAt {
  id: string;
  from: Spot | null;
  /** The expected value, or the middle of the expected range. */
  at: Spot;
  range: { top: number; bottom: number } | null;
  actual: number | null;
  error: number | null;
}

export interface Layout extends Box {
  x: (day: string) => number;
  y: Scale;
  axis: ValueAxis;
  days: string[];
  withYear: boolean;
  /** Pixels of each value, in the order of the chart's points. */
  spots: Spot[];
  dot: number;
  post: number | null;
  steps: StepMarkAt[];
  expected: ExpectedAt[];
  bracket: { from: number; to: number } | null;
  /** Values with a square: places in `spots`. */
  signals: number[];
}

/** The chart in a picture of this size, with room for `label` pixels of words on the right. */
export function layout(chart: MetricChart, width: number, height: number, label: number): Layout {
  const newest = chart.steps.slice(-MOST_EXPECTED);
  const axis = valueAxis(drawnValues(chart, newest));
  const widest = Math.max(...axis.ticks.map((tick) => String(tick).length), 1);
  const box: Box = {
    left: 16 + widest * 7,
    right: Math.max(120, width - label),
    top: MARKS_TOP,
    bottom: Math.max(MARKS_TOP + 40, height - 26),
  };
  const span = daySpan(drawnDays(chart, newest));
  const across = linear([0, daysBetween(...span)], [box.left + 12, box.right - 14]);
  const x = oncePerDay((day) => across(daysBetween(span[0], day)));
  const y = linear([axis.low, axis.high], [box.bottom, box.top]);
  const spots = chart.points.map(({ on, value }) => ({ x: x(on), y: y(value) }));
  const measured = chart.points.map(({ on }) => on);
  const withYear = needsYear(span);
  const wanted = chart.target?.achieveByOn ? [chart.target.achieveByOn] : [span[1]];
  return {
    ...box,
    x,
    y,
    axis,
    withYear,
    days: withYear ? monthLabels(span, wanted, x, 92) : dayLabels(measured, wanted, x, 60),
    spots,
    dot: dotWidth(spots),
    post: chart.target?.achieveByOn ? x(chart.target.achieveByOn) : null,
    steps: stepMarks(chart, x, box),
    expected: newest.flatMap((step) => expectedOf(step, chart, x, y)),
    bracket: bracketOf(chart, x),
    signals: signalled(chart),
  };
}

/** Labels ask for thousands of days again and again, and counting days reads two dates. */
function oncePerDay(of: (day: string) => number): (day: string) => number {
  const known = new Map<string, number>();
  return (day) => {
    const found = known.get(day) ?? of(day);
    known.set(day, found);
    return found;
  };
}

function drawnValues(chart: MetricChart, steps: MetricChart['steps']): number[] {
  const { limits, target } = chart;
  const more = [
    limits?.upper,
    limits?.lower,
    target?.value,
    ...steps.flatMap((step) => [step.predicted, step.predictedLow, step.predictedHigh]),
  ];
  // A count never falls below zero; a limit that does would only make room for nothing.
  const values = chart.points.map(({ value }) => value);
  const counts = values.length > 0 && extent(values)[0] >= 0;
  return [
    ...values,
    ...more.filter((value) => value != null).map((v) => (counts ? Math.max(0, v) : v)),
  ];
}

function drawnDays(chart: MetricChart, steps: MetricChart['steps']): string[] {
  const { points, target } = chart;
  const first = points[0]?.on;
  const last = points.at(-1)?.on;
  const more = [
    first,
    last,
    target?.achieveByOn,
    ...steps.flatMap((step) => [step.startedOn, step.state === 'running' ? step.checkOn : null]),
  ];
  return more.filter((day) => day != null);
}

/** Dots as large as their distance allows, never so small that a single value vanishes. */
function dotWidth(spots: readonly Spot[]): number {
  const [first, last] = [spots[0], spots.at(-1)];
  if (!first || !last || spots.length < 2) return 7;
  return Math.min(7, Math.max(1.75, ((last.x - first.x) / (spots.length - 1)) * 0.6));
}

/** Squares of the newest steps that have room. */
function stepMarks(chart: MetricChart, x: Layout['x'], box: Box): StepMarkAt[] {
  const room = Math.max(1, Math.floor((box.right - box.left) / (MARK * 1.5)));
  const steps = chart.steps.slice(-room);
  const at = steps.map(({ startedOn }) => x(startedOn));
  const marks = spread(at, MARK, [box.left, box.right]);
  return steps.map(({ id, number }, i) => ({ id, number, x: at[i] ?? 0, mark: marks[i] ?? 0 }));
}

function expectedOf(
  step: MetricChart['steps'][number],
  chart: MetricChart,
  x: Layout['x'],
  y: Scale,
): ExpectedAt[] {
  const { predicted, predictedLow: low, predictedHigh: high } = step;
  const middle = predicted ?? (low !== null && high !== null ? (low + high) / 2 : null);
  if (middle === null) return [];
  const day = measuredOn(step, chart) ?? step.checkOn ?? chart.today;
  return [
    {
      id: step.id,
      from: step.baseline === null ? null : { x: x(step.startedOn), y: y(step.baseline) },
      at: { x: x(day), y: y(middle) },
      range: low !== null && high !== null ? { top: y(high), bottom: y(low) } : null,
      actual: step.actual === null ? null : y(step.actual),
      error: step.error,
    },
  ];
}

/**
 * The day on which a step's result was measured: its value, nearest before the day the step was
 * closed.
 */
function measuredOn(step: MetricChart['steps'][number], chart: MetricChart): string | null {
  if (step.actual === null) return null;
  const until = step.closedOn ?? chart.today;
  const same = chart.points.findLast(
    ({ on, value }) => value === step.actual && on <= until && on > step.startedOn,
  );
  return same?.on ?? step.closedOn;
}

function bracketOf(chart: MetricChart, x: Layout['x']): Layout['bracket'] {
  const { baseline, limits } = chart;
  return baseline && limits ? { from: x(baseline.fromOn), to: x(baseline.toOn) } : null;
}

/**
 * Places of values with a square: each that is beyond a limit or at the end of a jump, and the one
 * with which a run was complete. The others of a run are ordinary values; the table names them all.
 */
export function signalled(chart: MetricChart): number[] {
  const marked = new Set<number>();
  for (const { rule, from, to } of chart.signals) {
    for (let index = rule === 'beyond' ? from : to; index <= to; index += 1) marked.add(index);
  }
  return chart.points.flatMap(({ index }, at) => (marked.has(index) ? [at] : []));
}
