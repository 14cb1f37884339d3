import type { ExperimentView } from '$lib/api/bindings';
import { formatDate, formatNumber } from '$lib/i18n/format';
import { fieldName, hasMessage, onTheWire, t } from '$lib/i18n/messages';

/** What sealing still needs, in words. */
export function missingWords(missing: readonly string[]): string[] {
  return missing.map((field) => {
    const id = `step-missing-${onTheWire(field)}`;
    return hasMessage(id) ? t(id as 'step-missing-step') : fieldName(field);
  });
}

/** A value of a sealed field as people read it. */
export function valueWords(field: string, value: unknown, view: ExperimentView): string {
  if (value === null || value === undefined || value === '') return t('step-nothing');
  if (field === 'metricId')
    return view.metrics.find(({ metric }) => metric.id === value)?.metric.name ?? '–';
  if (Array.isArray(value)) return metricNames(value, view) || t('step-nothing');
  if (field === 'checkOn' && typeof value === 'string') return formatDate(value);
  return typeof value === 'number' ? formatNumber(value) : String(value);
}

/** Metrics by their names, as one text. */
export function metricNames(
  ids: readonly string[],
  { metrics }: Pick<ExperimentView, 'metrics'>,
): string {
  const found = ids.map((id) => metrics.find(({ metric }) => metric.id === id)?.metric.name);
  return found.filter((name) => name !== undefined).join(', ');
}
