import type { ExperimentView } from '$lib/api/bindings';
import { formatDate, formatNumber } from '$lib/i18n/format';
import { hasMessage, t } from '$lib/i18n/messages';
import type { MessageId } from '$lib/i18n/message-ids';

/** The label of each field that can be sealed, where it is named outside its own place. */
const LABELS: Record<string, MessageId> = {
  step: 'step-step',
  metricId: 'step-metric',
  baseline: 'step-now',
  predicted: 'step-expect',
  predictedLow: 'step-expect-low',
  predictedHigh: 'step-expect-high',
  prediction: 'step-prediction',
  confidence: 'step-sure',
  checkOn: 'step-check',
  guardrails: 'step-guardrails',
  sample: 'step-sample',
  ifConfirmed: 'step-if-confirmed',
  ifRefuted: 'step-if-refuted',
  ifInconclusive: 'step-if-inconclusive',
};

/** The core may name a field by its column. */
export const onTheWire = (field: string) =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function fieldLabel(field: string): string {
  return t((LABELS[onTheWire(field)] ?? 'step-plan') as 'step-plan');
}

/** What sealing still needs, in words. */
export function missingWords(missing: readonly string[]): string[] {
  return missing.map((field) => {
    const id = `step-missing-${onTheWire(field)}`;
    return hasMessage(id) ? t(id as 'step-missing-step') : fieldLabel(field);
  });
}

/** A value of a sealed field as people read it. */
export function valueWords(field: string, value: unknown, view: ExperimentView): string {
  if (value === null || value === undefined || value === '') return t('step-nothing');
  if (field === 'metricId') return view.metrics.find(({ metric }) => metric.id === value)?.metric.name ?? '–';
  if (field === 'checkOn' && typeof value === 'string') return formatDate(value);
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
