import type { StepLine } from '$lib/api/bindings';
import { formatNumber, formatRounded, formatSigned } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import { planOf } from '$parts/experiment/step-text';

/**
 * What the numbers of a result say, one sentence each; the core has counted. What is undefined says
 * why.
 */
export function gapWords(line: StepLine): string[] {
  const { actual } = line.experiment;
  if (actual === null) return [];
  if (line.compared === null) return [t('step-gap-other-metric')];
  const { baseline, predicted } = planOf(line);
  const { gap, outsideRange } = line;
  if (outsideRange !== null) return [rangeWords(outsideRange)];
  if (!gap || predicted === null) return [t('step-gap-none')];
  const error = t('step-gap', {
    expected: formatNumber(predicted),
    actual: formatNumber(actual),
    gap: formatSigned(gap.error),
  });
  if (gap.realised === null) {
    return [
      error,
      baseline === null ? t('step-realised-no-baseline') : t('step-realised-no-change'),
    ];
  }
  const realised = t('step-realised', {
    share: formatRounded(gap.realised, 2),
  });
  if (actual === baseline) return [error, t('step-not-moved')];
  return [error, realised, gap.directionHit ? t('step-direction-hit') : t('step-direction-missed')];
}

function rangeWords(outside: number): string {
  if (outside === 0) return t('step-range-held');
  const by = formatNumber(Math.abs(outside));
  return outside > 0 ? t('step-range-above', { by }) : t('step-range-below', { by });
}
