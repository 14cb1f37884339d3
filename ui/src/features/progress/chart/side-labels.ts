/** The words at the lines, on the right of the chart. */
import type { MetricChart } from '$lib/api/bindings';
import { formatDay } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import { limitText, targetWords } from './chart-words';
import type { ValueAxis } from './axes';
import { stack, textWidth } from './labels';

export interface SideLabel {
  key: string;
  kind: 'limit' | 'target';
  value: number;
  lines: string[];
}

export function sideLabels(chart: MetricChart, axis: ValueAxis): SideLabel[] {
  const { limits, target } = chart;
  const labels: SideLabel[] = [];
  const limit = (key: string, value: number, ...lines: string[]) =>
    labels.push({ key, kind: 'limit', value, lines });
  if (limits) {
    const text = (value: number) => ({ value: limitText(value, axis.step) });
    const provisional = limits.firm ? [] : [t('chart-provisional')];
    limit('upper', limits.upper, t('chart-upper', text(limits.upper)));
    limit('average', limits.centre, t('chart-average', text(limits.centre)), ...provisional);
    if (limits.lower >= axis.low)
      limit('lower', limits.lower, t('chart-lower', text(limits.lower)));
  }
  if (target) {
    const by = target.achieveByOn ? [t('chart-by', { date: formatDay(target.achieveByOn) })] : [];
    const lines = [t('chart-target', { target: targetWords(chart) }), ...by];
    labels.push({ key: 'target', kind: 'target', value: target.value, lines });
  }
  return labels;
}

/** Pixels that the widest of them takes, with its distance to the line. */
export function sideWidth(labels: readonly SideLabel[]): number {
  return Math.max(12, ...labels.flatMap(({ lines }) => lines.map((line) => textWidth(line) + 14)));
}

/** The base line of each label's first line. */
export function sidePlaces(
  labels: readonly SideLabel[],
  y: (value: number) => number,
  bounds: readonly [number, number],
): number[] {
  return stack(
    labels.map(({ value, lines }) => ({ y: y(value) + 4, lines: lines.length })),
    bounds,
  );
}
