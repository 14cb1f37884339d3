// @vitest-environment node
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** What the layers say of an import that is planted in a file. */
async function said(file: string, line: string): Promise<string | undefined> {
  const code = file.endsWith('.svelte') ? `<script lang="ts">${line}</script>` : line;
  const [result] = await eslint.lintText(code, { filePath: `src/${file}` });
  return result?.messages.find(({ ruleId }) => ruleId === 'house/layers')?.message;
}

describe('the layers', () => {
  it.each([
    ['features/coaching/A.svelte', "import '$features/experiment/Bar.svelte';", 'other feature'],
    ['features/coaching/a.ts', "import '../experiment/step-fields.svelte';", 'other feature'],
    ['features/experiment/list/a.ts', "export * from '../../coaching/answers';", 'other feature'],
    ['features/coaching/a.ts', "void import('$features/experiment/Bar.svelte');", 'other feature'],
    ['features/team/a.ts', "type A = import('$features/toil/KindList.svelte').A;", 'other feature'],
    ['features/team/A.svelte', "import { router } from '$app/router.svelte';", 'app'],
    ['parts/experiment/a.ts', "import '$features/experiment/Bar.svelte';", 'features'],
    ['parts/hint/a.ts', "import '$parts/experiment/seal';", 'list of parts'],
    ['parts/unlisted/a.ts', "import '$parts/experiment/seal';", 'list of parts'],
    ['kit/A.svelte', "import Hints from '$parts/hint/Hints.svelte';", 'parts'],
    ['kit/a.ts', "import { call } from '$lib/api/client';", 'no data'],
    ['lib/data/a.ts', "import { Button } from '$kit';", 'kit'],
    ['features/team/a.ts', "import { team } from '../../testing/all-teams';", 'Only tests'],
  ])('keep %s from %s', async (file, line, reason) => {
    expect(await said(file, line)).toContain(reason);
  });

  it.each([
    ['app/views/A.svelte', "import Bar from '$features/experiment/Bar.svelte';"],
    ['features/experiment/list/a.ts', "import '../step-fields.svelte';"],
    ['features/experiment/a.ts', "import '$parts/experiment/seal';"],
    ['parts/experiment/a.ts', "import '$parts/hint/live-hints.svelte';"],
    ['kit/A.svelte', "import { t } from '$lib/i18n/messages';"],
    ['features/team/a.test.ts', "import { team } from '../../testing/all-teams';"],
    ['features/team/a.ts', "import 'svelte';"],
  ])('let %s have %s', async (file, line) => {
    expect(await said(file, line)).toBeUndefined();
  });
});
