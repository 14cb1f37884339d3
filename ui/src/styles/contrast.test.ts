import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function table(theme: 'light' | 'dark'): Map<string, string> {
  const start = css.indexOf(`:root[data-theme='${theme}'] {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'sheet', 'sunken', 'raised', 'ai-wash', 'shu-wash', 'koke-wash'];
const notes = ['note-a', 'note-b', 'note-c'];
const text: [string, string[]][] = [
  ...['ink', 'ink-2', 'ink-3'].map((ink): [string, string[]] => [ink, [...grounds, ...notes]]),
  ['ai', ['paper', 'sheet', 'sunken', 'raised', 'ai-wash']],
  ['shu', ['paper', 'sheet', 'sunken', 'raised', 'shu-wash']],
  ['koke', ['paper', 'sheet', 'sunken', 'raised', 'koke-wash']],
  ['on-bar', ['bar']],
  ['on-ai', ['ai', 'ai-hover']],
];

describe.each(['light', 'dark'] as const)('colour tokens, %s', (theme) => {
  const colours = table(theme);
  const ratio = (front: string, back: string) =>
    contrast(colours.get(front) ?? '#000000', colours.get(back) ?? '#000000');

  it.each(text.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    '%s on %s reads (4.5 to 1)',
    (front, back) => expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['paper', 'sheet', 'raised'])('control borders stand out on %s (3 to 1)', (back) => {
    expect(ratio('line-2', back)).toBeGreaterThanOrEqual(3);
  });
});
