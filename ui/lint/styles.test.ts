// @vitest-environment node
import stylelint from 'stylelint';
import { describe, expect, it } from 'vitest';

/** What is said of a style that is planted in a component. */
async function said(style: string): Promise<string[]> {
  const { results } = await stylelint.lint({
    code: `<p>A</p>\n<style>\n${style}\n</style>\n`,
    codeFilename: 'src/kit/Planted.svelte',
  });
  return results.flatMap(({ warnings }) => warnings.map(({ text }) => text));
}

describe('the styles', () => {
  it.each([
    'p { padding: 0 var(--s-2) 7px; }',
    'p { margin-inline-start: calc(-1px - var(--s-1)); }',
    'p { gap: 0.5rem; }',
    'p { gap: var(--s-9); }',
    'p { border-radius: 4px; }',
    'p { font-size: 13px; }',
    'p { font-weight: 600; }',
    'p { font: 600 var(--t-xs) / 1 var(--font); }',
    'p { z-index: 2; }',
    'p { transition: opacity 200ms var(--ease); }',
    'p { color: #a00; }',
    'p { color: red; }',
    'p { background: rgba(0, 0, 0, 0.5); }',
    '@media (max-width: 899px) { p { margin: 0; } }',
    '@media (min-width: 900px) { p { margin: 0; } }',
    '@media (width < 900px) { p { margin: 0; } }',
  ])('do not have %s', async (style) => {
    expect(await said(style)).toHaveLength(1);
  });

  it.each([
    'p { padding: 0 var(--s-2) calc(var(--s-1) + var(--hair)); margin: auto; }',
    'p { border: 1px solid var(--line); width: 110px; border-radius: 50%; }',
    'p { font: var(--w-label) var(--t-xs) / 1 var(--font); }',
    '@media (max-width: 900px), (max-height: 560px) { p { margin: 0; } }',
  ])('may have %s', async (style) => {
    expect(await said(style)).toEqual([]);
  });
});
