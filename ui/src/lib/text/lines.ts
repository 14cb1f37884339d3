import { compareWords, type Run } from './words';

/** Lines that share fewer of their words than this are not two forms of one line. */
const ALIKE = 0.4;

/**
 * More pairs of lines than this are no operating pattern, and take too long to hold against each
 * other.
 */
const MOST_PAIRS = 10_000;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const words = (text: string) => text.split(/\s+/).filter(Boolean);

function likeness(runs: Run[], first: string, second: string): number {
  const shared = runs.filter((run) => run.in === 'both').flatMap(({ text }) => words(text)).length;
  return shared / Math.max(words(first).length, words(second).length);
}

/**
 * Two texts line by line: a line that stands in both, a line that was changed, with its words, or a
 * line that is only in one of them. Words are never compared across lines, where they would mean
 * nothing.
 */
export function compareLines(first: string, second: string): Run[][] {
  const [a, b] = [lines(first), lines(second)];
  if (a.length * b.length > MOST_PAIRS) return [compareWords(first, second)];
  // The best way from each pair of positions to the end, by how much alike its pairs of lines are.
  const pairs = a.map((one) =>
    b.map((other) => {
      const runs = compareWords(one, other);
      return { runs, value: likeness(runs, one, other) };
    }),
  );
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => {
    const value = pairs[i]?.[j]?.value ?? 0;
    return value < ALIKE ? 0 : value + at(i + 1, j + 1);
  };
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (best[i] as number[])[j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  const result: Run[][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const pair = pairs[i]?.[j];
    if (pair && paired(i, j) > 0 && paired(i, j) === at(i, j)) {
      result.push(pair.runs);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) === at(i, j))) {
      result.push([{ in: 'first', text: a[i] ?? '' }]);
      i += 1;
    } else {
      result.push([{ in: 'second', text: b[j] ?? '' }]);
      j += 1;
    }
  }
  return result;
}
