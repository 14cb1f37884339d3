import { describe, expect, it } from 'vitest';
import type { StepLine } from '$lib/api/bindings';
import { step } from '../../../testing/seller-portal';
import { gapWords } from './gap-words';

const line = (baseline: number | null, predicted: number | null, actual: number | null): StepLine =>
  step({ number: 6, state: 'evaluated', step: '', prediction: '', baseline, predicted, actual });

describe('what the numbers of a result say', () => {
  it('are error, share and direction', () => {
    expect(gapWords(line(40, 25, 34))).toEqual([
      'Expected 25, actual 34, gap +9.',
      'It moved 0.4 of the expected change.',
      'It moved in the expected direction.',
    ]);
    expect(gapWords(line(40, 25, 44)).at(-1)).toBe('It moved in the other direction.');
    expect(gapWords(line(40, 25, 40)).at(-1)).toBe('It did not move.');
  });

  it('say why a share is undefined', () => {
    expect(gapWords(line(7, 7, 8))[1]).toBe(
      'No change was expected, so no share of it can be told.',
    );
    expect(gapWords(line(null, 4, 7))[1]).toContain('Without a number from before');
    expect(gapWords(line(7, null, 8))).toEqual(['No number was expected, so there is no gap.']);
    expect(gapWords(line(7, 2, null))).toEqual([]);
  });

  it('say nothing of a result of another metric than was sealed', () => {
    const other = line(7, 2, 3);
    expect(gapWords({ ...other, gap: null, compared: null })).toEqual([
      'The metric was changed after sealing, and numbers of two metrics cannot be compared.',
    ]);
  });

  it('say whether a range held', () => {
    const outside = (outsideRange: number) => gapWords({ ...line(7, null, 3), outsideRange });
    expect(outside(0)).toEqual(['The result lies within the range that was expected.']);
    expect(outside(0.5)).toEqual(['The result lies 0.5 above the range that was expected.']);
    expect(outside(-1)).toEqual(['The result lies 1 below the range that was expected.']);
  });
});
