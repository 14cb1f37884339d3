import { describe, expect, it } from 'vitest';
import { compareWords, mergedWords } from './words';

describe('words that differ', () => {
  it('are found between common words', () => {
    expect(compareWords('a b c', 'a x c')).toEqual([
      { in: 'both', text: 'a ' },
      { in: 'first', text: 'b ' },
      { in: 'second', text: 'x ' },
      { in: 'both', text: 'c' },
    ]);
  });

  it.each([
    ['', ''],
    ['one', ''],
    ['one two', 'one two'],
    ['No call asks for figures.', 'Half of them reply with a question.'],
  ])('give both texts back: %j, %j', (first, second) => {
    const runs = compareWords(first, second);
    const words = (where: string) =>
      runs
        .filter((run) => run.in === 'both' || run.in === where)
        .map(({ text }) => text)
        .join('')
        .split(/\s+/)
        .join(' ');
    expect(words('first').trim()).toBe(first);
    expect(words('second').trim()).toBe(second);
  });

  it('stand together in a merge, none lost', () => {
    expect(mergedWords('Calls stop at noon.', 'Calls stop at night.')).toBe(
      'Calls stop at noon. night.',
    );
  });
});
