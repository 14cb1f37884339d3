import { describe, expect, it } from 'vitest';
import { compareLines } from './lines';

const told = (first: string, second: string) =>
  compareLines(first, second).map((runs) =>
    runs
      .map(({ in: where, text }) => ({ both: '', first: '-', second: '+' })[where] + text.trim())
      .join(' '),
  );

describe('two texts line by line', () => {
  it('have lines in common, changed lines, and lines of their own', () => {
    const first = 'We print the list.\nSomebody calls each seller.\nThe sheet stays.';
    const second = 'We print the list.\nThe sheet stays here.\nNobody waits.';
    expect(told(first, second)).toEqual([
      'We print the list.',
      '-Somebody calls each seller.',
      'The sheet -stays. +stays here.',
      '+Nobody waits.',
    ]);
  });

  it('do not share the small words of lines that have nothing to do with each other', () => {
    expect(told('The person on call types it.', 'The form of each day is on the wall.')).toEqual([
      '-The person on call types it.',
      '+The form of each day is on the wall.',
    ]);
  });

  it('are told also where one of them is empty, or both are', () => {
    expect(told('', 'One\n\nTwo')).toEqual(['+One', '+Two']);
    expect(told('One', '')).toEqual(['-One']);
    expect(told('', '')).toEqual([]);
  });

  it('give both texts back', () => {
    const [first, second] = ['a b c\nd e\nf g h i', 'a b x\nf g h\nnew'];
    const side = (without: 'first' | 'second') =>
      compareLines(first, second)
        .map((runs) =>
          runs
            .filter((run) => run.in !== without)
            .map(({ text }) => text.trim())
            .join(' '),
        )
        .filter(Boolean)
        .join('\n');
    expect(side('second')).toBe(first);
    expect(side('first')).toBe(second);
  });
});
