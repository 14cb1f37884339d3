/**
 * Whether what came after a step's start can be told from routine variation, in words; the core has
 * judged.
 */
import type { Rule, StepVerdict } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';

export const ruleWords = (rule: Rule) => t(`rule-${rule}`);

/** What the numbers after a step's start say of it. */
export function verdictWords({ verdict }: { verdict: StepVerdict | null }): string {
  if (!verdict) return t('verdict-none');
  const found = verdict.verdict;
  switch (found.verdict) {
    case 'signal':
      return t('verdict-signal', { side: found.side, rule: ruleWords(found.rule) });
    case 'not_distinguishable':
      return t('verdict-not_distinguishable');
    default:
      return t(`verdict-${found.verdict}`, { points: found.points });
  }
}
