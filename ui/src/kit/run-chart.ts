import { addDays, daysBetween } from '$lib/i18n/format';
import { linear, niceTicks, spread, type Scale } from './scale';

export interface ChartPoint {
  on: string;
  value: number;
}
export interface ChartStep {
  number: number;
  startedOn: string;
  checkOn: string | null;
  predicted: number | null;
}
export interface ChartInput {
  points: readonly ChartPoint[];
  target: number | null;
  /** Whether values under the target reach it. */
  reachedBelow: boolean;
  achieveByOn: string | null;
  steps: readonly ChartStep[];
}

/** More marks than this on top would only be a pattern; the newest are kept. */
const MOST_STEPS = 7;
const MARK = 18;

export interface Layout {
  x: (date: string) => number;
  y: Scale;
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: number[];
  dates: string[];
  steps: { step: ChartStep; x: number; mark: number }[];
  /** The expected value of the running step and the measured one it starts from. */
  expected: { x: number; y: number; from: { x: number; y: number } | null } | null;
}

/**
 * Where everything stands in a picture of this size, with room for a label of the target. Pure, so
 * that it can be tested without a screen.
 */
export function layout(chart: ChartInput, width: number, height: number, label = 0): Layout {
  const running = chart.steps.findLast((step) => step.predicted !== null);
  const days = [
    ...chart.points.map(({ on }) => on),
    ...chart.steps.map(({ startedOn }) => startedOn),
    ...[chart.achieveByOn, running?.checkOn ?? null].filter((day) => day !== null),
  ].sort();
  const first = days[0] ?? '2000-01-01';
  const last = days.at(-1) ?? first;
  const until = first === last ? addDays(first, 7) : last;
  const values = [
    chart.target,
    running?.predicted ?? null,
    ...chart.points.map(({ value }) => value),
  ];
  const ticks = niceTicks(values.filter((value) => value !== null));
  const widest = Math.max(...ticks.map((tick) => String(tick).length));
  const box = {
    left: 10 + widest * 6.5,
    right: width - (chart.target === null ? 14 : Math.max(64, Math.min(label + 10, width / 3))),
    top: 28,
    bottom: height - 24,
  };
  const across = linear([0, daysBetween(first, until)], [box.left + 8, box.right - 4]);
  const x = (date: string) => across(daysBetween(first, date));
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [box.bottom, box.top + 8]);
  const steps = chart.steps.slice(-MOST_STEPS);
  const marks = spread(
    steps.map(({ startedOn }) => x(startedOn)),
    MARK,
    [box.left, box.right - MARK],
  );
  const newest = chart.points.at(-1);
  return {
    ...box,
    x,
    y,
    ticks,
    dates: axisDates(first, until, chart, x),
    steps: steps.map((step, i) => ({ step, x: x(step.startedOn), mark: marks[i] ?? 0 })),
    expected:
      running?.predicted === undefined || running.predicted === null
        ? null
        : {
            x: x(running.checkOn ?? addDays(newest?.on ?? running.startedOn, 1)),
            y: y(running.predicted),
            from: newest ? { x: x(newest.on), y: y(newest.value) } : null,
          },
  };
}

/** First and last day always; measured days between them where their labels have room. */
function axisDates(
  first: string,
  last: string,
  chart: ChartInput,
  x: (date: string) => number,
): string[] {
  const room = 52;
  const dates = [first, last];
  const third = (x(last) - x(first)) / 3;
  for (const wanted of [x(first) + third, x(first) + 2 * third]) {
    const nearest = [...chart.points].sort(
      (a, b) => Math.abs(x(a.on) - wanted) - Math.abs(x(b.on) - wanted),
    )[0]?.on;
    if (nearest && dates.every((date) => Math.abs(x(date) - x(nearest)) >= room))
      dates.push(nearest);
  }
  return dates.sort();
}
