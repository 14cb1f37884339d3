import type { ExperimentItem, ExperimentView } from '$lib/api/bindings';
import { formatNumber } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import { plainText } from '$kit';

/**
 * "Send it daily." as it stands inside a sentence: "send it daily". An abbreviation keeps its
 * capitals.
 */
function inside(text: string): string {
  const plain = plainText(text)
    .trim()
    .replace(/[.;,]+$/, '');
  return /^\p{Lu}\p{Ll}/u.test(plain)
    ? plain.charAt(0).toLocaleLowerCase() + plain.slice(1)
    : plain;
}

/**
 * The plan as one sentence that can turn out wrong: "If we …, it will reduce Y by Z". With dots
 * while there is no step, so that nothing moves when it comes. Who goes to look first need not know
 * a number.
 */
export function planSentence(
  step: ExperimentItem,
  { metrics }: Pick<ExperimentView, 'metrics'>,
): string {
  const change = inside(step.step) || '…';
  if (step.experimentKind === 'go_and_see') {
    return t('step-sentence-see', { step: change }) + expectation(step);
  }
  const metric = metrics.find(({ metric: { id } }) => id === step.metricId)?.metric;
  if (!metric) return t('step-sentence-no-metric', { step: change });
  const { baseline, predicted, predictedLow, predictedHigh } = step;
  const args = { step: change, metric: metric.name, unit: metric.unit };
  if (predicted !== null && baseline !== null) {
    // eslint-disable-next-line house/arithmetic -- of what is being typed the core knows nothing
    const by = formatNumber(Math.abs(predicted - baseline));
    const numbers = { ...args, by, from: formatNumber(baseline), to: formatNumber(predicted) };
    if (predicted === baseline) return t('step-sentence-same', { ...args, to: numbers.to });
    return predicted < baseline
      ? t('step-sentence-reduce', numbers)
      : t('step-sentence-increase', numbers);
  }
  if (predicted !== null) return t('step-sentence-to', { ...args, to: formatNumber(predicted) });
  if (predictedLow !== null && predictedHigh !== null) {
    const range = { low: formatNumber(predictedLow), high: formatNumber(predictedHigh) };
    return t('step-sentence-range', { ...args, ...range });
  }
  return t('step-sentence-no-number', { step: change, metric: metric.name });
}

function expectation({ prediction }: ExperimentItem): string {
  return prediction.trim() === ''
    ? ''
    : ` ${t('step-sentence-expect', { prediction: inside(prediction) })}`;
}

/** Whether what is expected goes against the direction that is good for its metric. */
export function againstGood(
  step: ExperimentItem,
  { metrics }: Pick<ExperimentView, 'metrics'>,
): 'up' | 'down' | null {
  const good = metrics.find(({ metric: { id } }) => id === step.metricId)?.metric.good;
  const { baseline, predicted } = step;
  if (!good || baseline === null || predicted === null || predicted === baseline) return null;
  const way = predicted > baseline ? 'up' : 'down';
  return way === good ? null : good;
}
