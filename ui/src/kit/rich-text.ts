interface Run {
  text: string;
  bold: boolean;
}
export interface Block {
  list: 'bullets' | 'numbers' | null;
  lines: Run[][];
}

const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*\d{1,2}[.)]\s+/;

function runs(line: string): Run[] {
  return line
    .split(/(\*\*[^*]+\*\*)/)
    .filter(Boolean)
    .map((part) =>
      part.startsWith('**') && part.endsWith('**') && part.length > 4
        ? { text: part.slice(2, -2), bold: true }
        : { text: part, bold: false },
    );
}

/** The same without its marks, for one line. */
export function plainText(text: string): string {
  return blocks(text)
    .flatMap(({ lines }) => lines.map((line) => line.map((run) => run.text).join('')))
    .join(' ');
}

/** A text as paragraphs and lists. `numbered` counts lines that have no mark of their own. */
export function blocks(text: string, numbered = false): Block[] {
  const found: Block[] = [];
  for (const line of text.split('\n')) {
    const list = BULLET.test(line)
      ? 'bullets'
      : NUMBER.test(line) || (numbered && line.trim())
        ? 'numbers'
        : null;
    const content = runs(line.replace(BULLET, '').replace(NUMBER, ''));
    const last = found.at(-1);
    if (last?.list === list) last.lines.push(content);
    else found.push({ list, lines: [content] });
  }
  return found;
}
