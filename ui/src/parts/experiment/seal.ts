import type { ExperimentView } from '$lib/api/bindings';
import { fieldName, t } from '$lib/i18n/messages';
import { missingWords } from './step-words';

/**
 * Why the step cannot be sealed now, in words; null where it can. What is missing comes from the
 * core.
 */
export function sealBlocked(view: ExperimentView): string | null {
  const missing = missingWords(view.missingForSeal);
  if (missing.length > 0) return t('step-seal-missing', { missing: missing.join(', ') });
  const open = view.step.experiment.meta.open.map((field) =>
    t('step-quoted', { text: fieldName(field) }),
  );
  return open.length > 0 ? t('step-seal-open', { fields: open.join(', ') }) : null;
}
