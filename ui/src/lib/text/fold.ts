/** A text as it is compared with what somebody types: small letters without their marks. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well a name answers what was typed: every word begins a word of it, or at least stands in it.
 *     Smaller is better; null where a word is missing.
 */
export function nameScore(name: string, typed: string): number | null {
  const folded = fold(name);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  let score = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return null;
    const begins = at === 0 || wordBegins(folded, word);
    score += at === 0 ? 0 : begins ? 1 : 3;
  }
  return score;
}

const wordBegins = (text: string, word: string) =>
  text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));
