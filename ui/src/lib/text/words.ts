/** A run of words: in both texts, only in the first, or only in the second. */
export interface Run {
  in: 'both' | 'first' | 'second';
  text: string;
}

const split = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * Longest common subsequence of words, as a table of lengths from each pair of positions to the
 * end.
 */
function lengths(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      const next = table[i + 1] as number[];
      row[j] =
        a[i]?.trim() === b[j]?.trim()
          ? (next[j + 1] ?? 0) + 1
          : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Two texts as runs of common and different words. */
export function compareWords(first: string, second: string): Run[] {
  const [a, b] = [split(first), split(second)];
  const table = lengths(a, b);
  const runs: Run[] = [];
  const add = (where: Run['in'], word = '') => {
    const last = runs.at(-1);
    if (last?.in === where) last.text += word;
    else runs.push({ in: where, text: word });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.trim() === b[j]?.trim()) {
      // The last word of one text has no space behind it; in the other it may go on.
      add('both', (a[i]?.length ?? 0) >= (b[j]?.length ?? 0) ? a[i] : b[j]);
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      add('first', a[i]);
      i += 1;
    } else {
      add('second', b[j]);
      j += 1;
    }
  }
  return runs;
}

/**
 * A starting point for merging by hand: common words once, what differs from both in their order.
 */
export function mergedWords(first: string, second: string): string {
  return compareWords(first, second)
    .map(({ text }) => text)
    .reduce((all, text) => (all && !/\s$/.test(all) ? `${all} ${text}` : all + text), '');
}
