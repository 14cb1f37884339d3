import { describe, expect, it } from 'vitest';
import { toilProgress } from '../../testing/progress';
import { strip } from './calibration';
import { stairPaths, treads } from './stairs';

describe('the staircase', () => {
  it('is ink up to where we are, and pencil up to the challenge', () => {
    const all = treads(toilProgress.staircase);
    expect(all.map(({ is, ink }) => [is, ink])).toEqual([
      ['stair', true],
      ['stair', true],
      ['next', false],
      ['challenge', false],
    ]);
  });

  it('leaves the next one out where it is in pencil, and the oldest where there are many', () => {
    const [first] = toilProgress.staircase;
    const many = [1, 2, 3, 4, 5].map((number) => ({
      ...(first as NonNullable<typeof first>),
      id: `tc_${number}`,
      number,
      status: number === 5 ? ('draft' as const) : ('met' as const),
    }));
    const all = treads(many);
    expect(all.map(({ key, ink }) => [key, ink])).toEqual([
      ['tc_3', true],
      ['tc_4', true],
      ['tc_5', false],
      ['challenge', false],
    ]);
  });

  it('rises from the lower left to the upper right', () => {
    const paths = stairPaths(treads(toilProgress.staircase), 390, 200);
    paths.slice(1).forEach((path, i) => {
      expect(path.left).toBeGreaterThan(paths[i]?.left ?? 0);
      expect(path.y).toBeLessThan(paths[i]?.y ?? 0);
    });
  });
});

describe('the strip of predictions', () => {
  it('stands equal shares on each other, and what is far out at the end', () => {
    const { dots, x } = strip([0.5, 0.5, 9], 310, 60, 2);
    expect(dots[0]?.x).toBe(dots[1]?.x);
    expect(dots[1]?.y).toBeLessThan(dots[0]?.y ?? 0);
    expect(dots[2]?.x).toBeLessThanOrEqual(310);
    expect(x(9)).toBe(x(1.45));
  });
});
