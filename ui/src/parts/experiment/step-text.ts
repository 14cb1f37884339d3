import type { Sealed, StepLine } from '$lib/api/bindings';
import { formatDay, formatNumber } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';

const number = (value: number | null) => (value === null ? '–' : formatNumber(value));

/** "2 Feb to 13 Feb", "9 Mar", or "Planned". */
export function stepDates({ experiment }: StepLine): string {
  const { startedOn, closedOn, doneOn, checkOn } = experiment;
  if (!startedOn) return t('record-planned');
  const until = closedOn ?? doneOn ?? checkOn;
  return until && until !== startedOn
    ? t('record-range', { from: formatDay(startedOn), to: formatDay(until) })
    : formatDay(startedOn);
}

/**
 * What a result is held against: what was sealed, also where it was amended; in pencil, the plan.
 */
export const planOf = ({ experiment }: StepLine) => experiment.sealed ?? experiment;

/** Both ends of the predicted range; null where one value or none was predicted. */
export function rangeOf(
  plan: Pick<Sealed, 'predictedLow' | 'predictedHigh'>,
): [number, number] | null {
  const { predictedLow, predictedHigh } = plan;
  return predictedLow === null || predictedHigh === null ? null : [predictedLow, predictedHigh];
}

/** "7 → 2 calls", or a range; null without a predicted number. */
export function expectedText(line: StepLine): string | null {
  const { baseline, predicted, predictedLow, predictedHigh } = planOf(line);
  const { unit } = line;
  const from = number(baseline);
  const of = unit ?? '';
  if (predicted !== null && baseline === null)
    return t('unit-with-value', { value: number(predicted), unit: of });
  if (predicted !== null) return t('record-number-to', { from, to: number(predicted), unit: of });
  if (predictedLow === null || predictedHigh === null) return null;
  return t('record-number-range', {
    from,
    low: number(predictedLow),
    high: number(predictedHigh),
    unit: of,
  });
}

export const isSealed = ({ experiment }: StepLine) => experiment.sealedAt !== null;

/** One span for all gap pictures of a metric, so that a step can be compared with the next. */
export function gapDomains(
  steps: readonly StepLine[],
): Map<string | null, readonly [number, number]> {
  const values = new Map<string | null, number[]>();
  for (const line of steps) {
    const { metricId, baseline, predicted } = planOf(line);
    const numbers = [baseline, predicted, ...(rangeOf(planOf(line)) ?? []), line.compared].filter(
      (value) => value !== null,
    );
    values.set(metricId, [...(values.get(metricId) ?? []), ...numbers]);
  }
  const spans = [...values].map(([metric, all]) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const pad = (high - low || Math.abs(high) || 1) * 0.15;
    return [metric, [low >= 0 ? Math.max(0, low - pad * 2) : low - pad, high + pad]] as const;
  });
  return new Map(spans);
}
