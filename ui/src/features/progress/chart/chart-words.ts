/** What a chart says, in sentences of the catalogue; the core has judged. */
import type { MetricChart, Statement, StepMark } from '$lib/api/bindings';
import {
  formatDay,
  formatFullDate,
  formatNearDate,
  formatNumber,
  formatSigned,
} from '$lib/i18n/format';
import { ruleWords, verdictWords } from '$parts/experiment/verdict-words';
import { t } from '$lib/i18n/messages';
import { targetText } from '$lib/method/comparison';
import { roundedTo } from './axes';

/** "16.5 h" */
export const withUnit = (value: number, unit: string) =>
  unit ? t('chart-value', { value: formatNumber(value), unit }) : formatNumber(value);

/** Limits are given as exactly as the grid is. */
export const limitText = (value: number, step: number) => formatNumber(roundedTo(value, step));

/** What the chart says, the most important first. */
export const sentences = ({ says }: MetricChart) => says.map(sentence);

function sentence(statement: Statement): string {
  switch (statement.says) {
    case 'changed':
      if (statement.good === null) return t('says-changed');
      return statement.good ? t('says-changed-good') : t('says-changed-bad');
    case 'routine': {
      const { since, points } = statement;
      return since
        ? t('says-routine-since', { since: formatNearDate(since), points })
        : t('says-routine');
    }
    case 'nothingSince':
      return t('says-nothingSince', { since: formatNearDate(statement.since) });
    case 'signal':
      return signal(statement);
    case 'reached':
      return t('says-reached', {
        points: statement.points,
        from: formatNearDate(statement.fromOn),
      });
    case 'runChart': {
      const {
        median,
        longestRun: run,
        longestAllowed: allowed,
        crossings,
        fewestCrossings: fewest,
      } = statement;
      const args = { median: formatNumber(median), run, allowed, crossings, fewest };
      return statement.shift ? t('says-runChart-shift', args) : t('says-runChart', args);
    }
    case 'moreSignals':
      return t('says-moreSignals', { count: statement.count });
    case 'noLimits':
    case 'provisional':
    case 'newLimits':
      return t(`says-${statement.says}`, { more: statement.more });
    default:
      return t(`says-${statement.says}`);
  }
}

function signal(found: Extract<Statement, { says: 'signal' }>): string {
  const [from, to] = [formatNearDate(found.fromOn), formatNearDate(found.toOn)];
  if (found.rule === 'range_beyond') return t('says-range_beyond', { to });
  const { side, points } = found;
  // A single value that happens to be the newest is no lasting state yet.
  const lasting = found.lasting && points > 1;
  switch (found.rule) {
    case 'beyond':
      return lasting
        ? t('says-beyond-lasting', { side, from })
        : t('says-beyond', { side, points, from, to });
    case 'run_of_eight':
      return lasting
        ? t('says-run_of_eight-lasting', { side, points, from })
        : t('says-run_of_eight', { side, points, from, to });
    case 'three_of_four':
      return lasting
        ? t('says-three_of_four-lasting', { side, from })
        : t('says-three_of_four', { side, from, to });
  }
}

/** Which values the limits rest on, and why; null without limits. */
export function baselineWords({ baseline, limits }: MetricChart): string | null {
  if (!baseline || !limits) return null;
  const { count, decision, stepNumber: number } = baseline;
  const span = { count, from: formatNearDate(baseline.fromOn), to: formatNearDate(baseline.toOn) };
  if (decision) {
    const { decidedOn, reason } = decision;
    return t('chart-baseline-decided', { ...span, date: formatNearDate(decidedOn), reason });
  }
  return number === null
    ? t('chart-baseline-all', { count })
    : t('chart-baseline-step', { ...span, number });
}

/** The whole chart in words: the name of its picture. */
export function aboutChart(chart: MetricChart): string {
  const { points, metric, total } = chart;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return t('chart-about-none', { metric: metric.name });
  return t('chart-about', {
    metric: metric.name,
    count: total,
    from: formatFullDate(first.on),
    to: formatFullDate(last.on),
    says: sentences(chart).join(' '),
  });
}

/** The rules that found something in a value. */
export const signalsAt = (chart: MetricChart, index: number) =>
  chart.signals
    .filter(({ from, to }) => from <= index && index <= to)
    .map(({ rule }) => ruleWords(rule));

/** The newest step that had begun when a value was measured. */
export const stepAt = (chart: MetricChart, on: string) =>
  chart.steps.findLast(({ startedOn }) => startedOn <= on);

/** One value as it is read aloud: value, day, signal, the step it follows. */
export function pointWords(chart: MetricChart, at: number): string {
  const point = chart.points[at];
  if (!point) return '';
  const { unit } = chart.metric;
  const words = [
    t('chart-at', {
      value: withUnit(point.value, unit),
      date: formatFullDate(point.on),
      place: point.index + 1,
      total: chart.total,
    }),
  ];
  const rules = signalsAt(chart, point.index);
  if (rules.length > 0) words.push(t('chart-at-signal', { rule: rules.join(', ') }));
  const step = stepAt(chart, point.on);
  if (step) words.push(...stepWords(step));
  return words.join('; ');
}

function stepWords(step: StepMark): string[] {
  const begun = t('chart-at-step', { number: step.number, date: formatDay(step.startedOn) });
  if (step.predicted === null || step.error === null) return [begun, verdictWords(step)];
  const { predicted, error } = step;
  const expected = t('chart-at-expected', {
    value: formatNumber(predicted),
    gap: formatSigned(error),
  });
  return [begun, expected, verdictWords(step)];
}

/** "≤ 10 h" */
export function targetWords({ target, metric }: MetricChart): string {
  if (!target) return '';
  const text = targetText(target.comparison, target.value);
  return metric.unit ? t('chart-value', { value: text, unit: metric.unit }) : text;
}
