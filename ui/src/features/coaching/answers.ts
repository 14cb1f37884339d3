import type { Coaching, MetricNow, Storyboard } from '$lib/api/bindings';
import { expectedText, planOf } from '$parts/experiment/step-text';
import { plainText } from '$kit';
import {
  daysBetween,
  formatDate,
  formatDay,
  formatNumber,
  formatRelativeDays,
} from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import { targetText } from '$lib/method/comparison';
import type { Place } from './places';

/** What the board says to a question, in one line; `figure` stands out. */
export interface GivenAnswer {
  figure: string | null;
  text: string;
}

const said = (text: string, figure: string | null = null): GivenAnswer | null =>
  text || figure ? { figure, text: plainText(text) } : null;

/** The outcome metric of the target condition, or of the current one, with its newest number. */
export function outcomeOf({
  targetCondition,
  currentCondition,
  metrics,
}: Storyboard): MetricNow | undefined {
  const id = targetCondition?.outcomeMetricId ?? currentCondition?.outcomeMetricId;
  return metrics.find(({ metric }) => metric.id === id);
}

function target(board: Storyboard): GivenAnswer | null {
  const { targetCondition: aim } = board;
  if (!aim) return null;
  const unit = outcomeOf(board)?.metric.unit ?? '';
  if (aim.outcomeTarget === null) return said(aim.operatingPattern);
  const number = targetText(aim.outcomeComparison, aim.outcomeTarget);
  return said(
    aim.achieveByOn
      ? t('coaching-a-target', { target: number, unit, date: formatDay(aim.achieveByOn) })
      : t('coaching-a-target-open', { target: number, unit }),
  );
}

function actual(board: Storyboard): GivenAnswer | null {
  const now = outcomeOf(board);
  if (!now?.last) return said(board.currentCondition?.operatingPattern ?? '');
  const { value, observedOn } = now.last;
  const date = formatDay(observedOn);
  return said(t('coaching-a-actual', { value: formatNumber(value), unit: now.metric.unit, date }));
}

function when({ nextStep, storyboard }: Coaching): GivenAnswer | null {
  const on = nextStep && planOf(nextStep).checkOn;
  if (!on) return null;
  const days = formatRelativeDays(daysBetween(storyboard.today, on));
  return said(t('coaching-a-when', { date: formatDate(on), when: days }));
}

/** The answers that stand on the board; nobody types them again. */
export function answerTo(place: Place, coaching: Coaching): GivenAnswer | null {
  const { storyboard, lastStep, nextStep } = coaching;
  const last = lastStep?.experiment;
  switch (place) {
    case 'target':
      return target(storyboard);
    case 'actual':
      return actual(storyboard);
    case 'plan':
      return last ? said(last.step) : null;
    case 'expect':
      return lastStep ? said(planOf(lastStep).prediction, expectedText(lastStep)) : null;
    case 'happened':
      return last ? said(last.whatHappened) : null;
    case 'learned':
      return last ? said(last.learned) : null;
    case 'obstacles':
      return said(storyboard.obstacles.find(({ addressing }) => addressing)?.obstacle.text ?? '');
    case 'next':
      return nextStep ? said(nextStep.experiment.step, expectedText(nextStep)) : null;
    case 'when':
      return when(coaching);
    case 'end':
      return null;
  }
}
