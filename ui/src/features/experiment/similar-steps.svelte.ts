import type { SimilarStep } from '$lib/api/bindings';
import { call } from '$lib/api/client';

/** Asked on a pause of typing: it stands in the margin and hurries nobody. */
const PAUSE_MS = 400;
/** While the core still reads the board, it is asked again. */
const AGAIN_MS = 3000;

/**
 * Earlier steps like a text. What stands there stays until another answer has come. Call while a
 * component     is being made.
 */
export function similarSteps(text: () => string, exceptId: () => string | null) {
  let steps = $state.raw<SimilarStep[]>([]);
  $effect(() => {
    const request = { text: text(), exceptId: exceptId() };
    let timer = setTimeout(() => void ask(), PAUSE_MS);
    let over = false;
    async function ask() {
      // A hint that cannot be had is no reason to disturb anybody.
      const answer = await call('similar_steps', request).catch(() => null);
      if (over || !answer) return;
      steps = answer.steps;
      if (answer.indexing) timer = setTimeout(() => void ask(), AGAIN_MS);
    }
    return () => {
      over = true;
      clearTimeout(timer);
    };
  });
  return {
    get steps() {
      return steps;
    },
  };
}
