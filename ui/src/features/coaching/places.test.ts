import { describe, expect, it } from 'vitest';
import {
  onSameSide,
  numberOf,
  placeOf,
  PLACES,
  placesOf,
  questionOf,
  placeAfter,
  turned,
} from './places';

describe('the places of the card', () => {
  it('are walked in the order of the questions, from the first to the end', () => {
    const walked = ['target' as (typeof PLACES)[number]];
    for (let next = placeAfter('target', 1, true); next; next = placeAfter(next, 1, true))
      walked.push(next);
    expect(walked).toEqual(PLACES);
    expect(placeAfter('target', -1, true)).toBeNull();
    expect(placeAfter('obstacles', -1, true)).toBe('learned');
  });

  it('leave the back out in the first cycle of a target condition', () => {
    expect(placesOf(false)).toEqual(['target', 'actual', 'obstacles', 'next', 'when', 'end']);
    expect(placeAfter('actual', 1, false)).toBe('obstacles');
    expect(placeAfter('obstacles', -1, false)).toBe('actual');
    expect(turned('actual', false)).toBe('obstacles');
    expect(turned('next', false)).toBeNull();
  });

  it('turn from the front to the back, and from the back to what lies ahead', () => {
    expect(turned('target', true)).toBe('plan');
    expect(turned('happened', true)).toBe('obstacles');
    expect(turned('when', true)).toBe('plan');
  });

  it('travel as numbers that any other app can read', () => {
    for (const place of PLACES) expect(placeOf(numberOf(place), true)).toBe(place);
    expect(placeOf(numberOf('happened'), false)).toBe('obstacles');
    expect(placeOf(0, true)).toBe('target');
    expect(placeOf(255, true)).toBe('end');
  });

  it('say which of the five questions is asked', () => {
    expect(PLACES.map(questionOf)).toEqual([1, 2, 2, 2, 2, 2, 3, 4, 5, null]);
    expect(onSameSide('expect')).toEqual(['plan', 'expect', 'happened', 'learned']);
  });
});
