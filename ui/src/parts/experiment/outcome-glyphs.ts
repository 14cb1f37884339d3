import Check from '@lucide/svelte/icons/check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Split from '@lucide/svelte/icons/split';

/** What the result says of the prediction; a check says "as expected" and nothing else. */
export const OUTCOME_GLYPHS = {
  confirmed: Check,
  refuted: Split,
  inconclusive: CircleQuestionMark,
};
