import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/i18n/format';
import { longChart, toilChart } from '../../../testing/progress';
import { dayLabels, monthLabels, roundedTo, valueAxis } from './axes';
import { innerWords } from './inner-words';
import { boxOf, LINE, place, stack, type Box } from './labels';
import { layout, signalled } from './layout';
import { columns, dotsPath, linePath, stretches } from './paths';
import { nextSignal, walk } from './walk';

const apart = (a: Box, b: Box) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('the axis of values', () => {
  it.each([
    [[11.5, 20, 10], false],
    [[1.5, 8], true],
    [[-4, 3], false],
    [[99.2, 99.9], false],
    [[7, 7, 7], false],
    [[0.0002, 0.0011], true],
    [[1e9, 4e9], true],
    [[], true],
  ])('holds %j with at most four round lines', (values, fromZero) => {
    const axis = valueAxis(values);
    expect(axis.ticks.length).toBeGreaterThan(0);
    expect(axis.ticks.length).toBeLessThanOrEqual(4);
    expect(axis.low === 0).toBe(fromZero);
    for (const value of values) expect(value >= axis.low && value <= axis.high).toBe(true);
    for (const tick of axis.ticks)
      expect(tick >= axis.low - 1e-9 && tick <= axis.high + 1e-9).toBe(true);
  });

  it('gives limits one figure more than its lines', () => {
    expect(roundedTo(21.66, 4)).toBe(21.7);
    expect(roundedTo(0.123456, 0.05)).toBe(0.123);
    expect(roundedTo(19_876.4, 5000)).toBe(19_876);
  });
});

describe('the axis of days', () => {
  it('keeps labels apart, and the wanted day among them', () => {
    const days = Array.from({ length: 60 }, (_, i) => addDays('2026-01-01', i));
    const x = (day: string) => (Date.parse(day) - Date.parse('2026-01-01')) / 86_400_000 / 0.1;
    const labels = dayLabels(days, ['2026-02-27'], x, 60);
    expect(labels).toContain('2026-02-27');
    const at = labels.map(x);
    at.slice(1).forEach((place, i) => expect(place - (at[i] ?? 0)).toBeGreaterThanOrEqual(60));
  });

  it.each([
    [2, ['2025-11-01', '2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01']],
    [1, ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01']],
  ])('label months evenly over more than a year, at %d pixels a day', (pixels, even) => {
    const start = Date.parse('2025-09-29');
    const x = (day: string) => ((Date.parse(day) - start) / 86_400_000) * pixels;
    const span = ['2025-09-29', '2027-01-15'] as const;
    const labels = monthLabels(span, ['2026-11-20'], x, 61);
    expect(labels.filter((day) => day < '2026-09')).toEqual(even);
    expect(labels).toContain('2026-11-20');
    const at = labels.map(x);
    at.slice(1).forEach((place, i) => expect(place - (at[i] ?? 0)).toBeGreaterThanOrEqual(61));
  });
});

describe('labels', () => {
  it('are stacked in their order within the bounds', () => {
    const labels = [
      { y: 100, lines: 1 },
      { y: 104, lines: 2 },
      { y: 20, lines: 1 },
      { y: 148, lines: 2 },
    ];
    const [a = 0, b = 0, c = 0, d = 0] = stack(labels, [12, 150]);
    expect(c).toBe(20);
    expect(b - a).toBeGreaterThanOrEqual(LINE);
    expect(d - b).toBeGreaterThanOrEqual(2 * LINE);
    expect(d + LINE).toBeLessThanOrEqual(150);
  });

  it('take the first free place, and none where all is taken', () => {
    const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
    const places = [
      { x: 10, y: 50, anchor: 'start' },
      { x: 10, y: 80, anchor: 'start' },
    ] as const;
    const taken: Box[] = [];
    expect(place('gap +1', places, bounds, taken)).toBe(places[0]);
    expect(place('gap +1', places, bounds, taken)).toBe(places[1]);
    expect(place('gap +1', places, bounds, taken)).toBeNull();
  });
});

describe('the layout of a chart', () => {
  const box = layout(toilChart, 826, 402, 110);

  it('has every value, limit, expectation and the post inside', () => {
    const inside = ({ x, y }: { x: number; y: number }) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    expect(box.spots.every(inside)).toBe(true);
    expect(box.expected.map(({ at }) => inside(at))).toEqual([true, true, true, true]);
    for (const value of [20, 12, 10]) expect(inside({ x: box.left, y: box.y(value) })).toBe(true);
    expect(box.post).toBeLessThanOrEqual(box.right);
  });

  it('puts what was expected at the value that was measured', () => {
    expect(box.expected[1]?.at.x).toBe(box.spots[18]?.x);
    expect(box.expected[1]?.actual).toBe(box.y(13));
    expect(box.expected[3]?.actual).toBeNull();
  });

  it('marks values beyond the limits and the end of a run', () => {
    expect(signalled(toilChart)).toEqual([21, 22]);
    const run = { ...toilChart, signals: toilChart.signals.slice(0, 1) };
    expect(signalled(run)).toEqual([22]);
  });

  it('keeps the squares of steps apart where many begin at once', () => {
    const [first] = toilChart.steps;
    const steps = Array.from(
      { length: 40 },
      (_, i) => ({ ...first, id: `${i}` }) as NonNullable<typeof first>,
    );
    const marks = layout({ ...toilChart, steps }, 600, 300, 100).steps.map(({ mark }) => mark);
    expect(marks.length).toBeGreaterThan(5);
    marks
      .slice(1)
      .forEach((mark, i) => expect(mark - (marks[i] ?? 0)).toBeGreaterThanOrEqual(23.9));
  });

  it('lays no word on another', () => {
    const words = innerWords(box, { gap: (error) => `gap ${error}`, signal: 'signal' }, 16, null);
    const boxes = words.gaps.map((one) => boxOf(one.text, one));
    if (words.signal) boxes.push(boxOf('signal', words.signal));
    expect(boxes.length).toBe(4);
    boxes.forEach((one, i) =>
      boxes.slice(i + 1).forEach((other) => expect(apart(one, other)).toBe(true)),
    );
  });

  it('keeps of each column of pixels where the line comes and goes, and how far it reaches', () => {
    const spots = Array.from({ length: 5000 }, (_, i) => ({ x: 40 + i / 6, y: (i * 7919) % 301 }));
    const kept = columns(spots);
    const inColumn = (row: typeof spots, column: number) =>
      row.filter(({ x }) => Math.floor(x) === column);
    for (let column = 40; column < 40 + 5000 / 6; column += 1) {
      const [all, some] = [inColumn(spots, column), inColumn(kept, column)];
      const ys = all.map(({ y }) => y);
      expect([some.at(0), some.at(-1)]).toEqual([all.at(0), all.at(-1)]);
      expect(some.map(({ y }) => y)).toEqual(
        expect.arrayContaining([Math.min(...ys), Math.max(...ys)]),
      );
      expect(some.length).toBeLessThanOrEqual(4);
    }
    expect(kept).toEqual(spots.filter((spot) => kept.includes(spot)));
    const apart = spots.map(({ y }, i) => ({ x: i, y }));
    expect(columns(apart)).toEqual(apart);
    expect(columns([])).toEqual([]);
  });

  it('draws thousands of values in few paths, none of them twice', () => {
    const { spots, dot } = layout(longChart(5000), 826, 402, 110);
    const dots = stretches(spots).map(dotsPath);
    expect(dots.join('').match(/M/g)).toHaveLength(5000);
    expect(dots.length).toBeLessThan(120);
    const lines = stretches(spots, true);
    expect(lines.map(linePath).join('').match(/L/g)).toHaveLength(4999);
    lines.slice(1).forEach((line, i) => expect(line[0]).toBe(lines[i]?.at(-1)));
    expect(dot).toBe(1.75);
  });

  it('stands with one value and with none', () => {
    for (const count of [0, 1]) {
      const few = layout({ ...toilChart, points: toilChart.points.slice(0, count) }, 400, 200, 80);
      expect(few.spots).toHaveLength(count);
      expect(
        [few.left, few.right, ...few.spots.flatMap(({ x, y }) => [x, y])].every(Number.isFinite),
      ).toBe(true);
    }
  });
});

describe('keys among values', () => {
  it('begin at the newest and stop at the ends', () => {
    expect(walk('ArrowLeft', null, 23)).toBe(22);
    expect(walk('ArrowRight', null, 23)).toBe(22);
    expect(walk('ArrowRight', 22, 23)).toBe(22);
    expect(walk('Home', 7, 23)).toBe(0);
    expect(walk('PageUp', 5, 23)).toBe(0);
    expect(walk('PageDown', 100, 5000)).toBe(600);
    expect(walk('x', 3, 23)).toBeNull();
    expect(walk('End', null, 0)).toBeNull();
  });

  it('go from signal to signal, around the end', () => {
    expect(nextSignal([4, 21], null)).toBe(4);
    expect(nextSignal([4, 21], 4)).toBe(21);
    expect(nextSignal([4, 21], 21)).toBe(4);
    expect(nextSignal([], 3)).toBeNull();
  });
});
