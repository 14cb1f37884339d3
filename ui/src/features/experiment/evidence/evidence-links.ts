/** Links that stand in the evidence of a step, each once, as they were written. */
export function linksIn(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => linkOf(word) !== null))];
}

/** The address that a text is, and nothing else; null where it is more or less than one. */
export function linkOf(text: string): string | null {
  const word = text.trim();
  return /^https?:\/\/\S+$/i.test(word) && URL.canParse(word) ? word : null;
}

/** Where a link leads, short: "example.org/calls". */
export function shortLink(link: string): string {
  const { host, pathname } = new URL(link);
  return pathname === '/' ? host : host + pathname;
}

/** The evidence with one more link, on a line of its own. */
export const withLink = (text: string, link: string) =>
  text.trim() ? `${text.trimEnd()}\n${link}` : link;

/** The evidence without a link; a line that held nothing else goes with it. */
export const withoutLink = (text: string, link: string) =>
  text
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      const left = words.filter((word) => word.trim() !== link);
      if (left.length === words.length) return [line];
      return left.some(Boolean) ? [left.join(' ')] : [];
    })
    .join('\n');
