import type { Comparison } from '../api/bindings';
import { formatNumber } from '../i18n/format';

const SIGNS: Record<Comparison, string> = { below: '<', at_most: '≤', at_least: '≥', above: '>' };

/** "< 2", "≥ 80" */
export function targetText(comparison: Comparison, target: number): string {
  return `${SIGNS[comparison]} ${formatNumber(target)}`;
}

/** Whether smaller values reach the target. */
export function reachedBelow(comparison: Comparison): boolean {
  return comparison === 'below' || comparison === 'at_most';
}
