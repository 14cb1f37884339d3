// @vitest-environment node
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** Whether arithmetic is found in a line that is planted in a file. */
async function found(file: string, line: string): Promise<boolean> {
  const code = file.endsWith('.svelte') ? `<script lang="ts">${line}</script>` : line;
  const [result] = await eslint.lintText(code, { filePath: `src/${file}` });
  return result?.messages.some(({ ruleId }) => ruleId === 'house/arithmetic') ?? false;
}

describe('arithmetic on nouns', () => {
  it.each([
    ['features/experiment/a.ts', 'export const gap = step.actual - plan.predicted;'],
    ['features/experiment/A.svelte', 'export const next = experiment.number + 1;'],
    ['features/toil/a.ts', 'export const most = Math.max(0, ledger?.limitPercent);'],
    [
      'features/toil/a.ts',
      'export let sum = 0; for (const { amount } of days) sum += days[0].amount;',
    ],
    ['features/metric/a.ts', 'const { baseline } = plan; export const half = baseline / 2;'],
  ])('is told in %s: %s', async (file, line) => {
    expect(await found(file, line)).toBe(true);
  });

  it.each([
    ['parts/experiment/a.ts', 'export const gap = step.actual - plan.predicted;'],
    ['features/progress/a.ts', 'export const middle = (box.left + box.right) / 2;'],
    [
      'features/progress/a.ts',
      'export const page = (size: number, total: number) => size * total;',
    ],
  ])('is no concern in %s: %s', async (file, line) => {
    expect(await found(file, line)).toBe(false);
  });
});
