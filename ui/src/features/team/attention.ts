import type { Attention, TeamRow } from '$lib/api/bindings';
import { formatDay, formatRelativeDays, daysBetween } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Circle from '@lucide/svelte/icons/circle';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Flag from '@lucide/svelte/icons/flag';
import Footprints from '@lucide/svelte/icons/footprints';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import type { IconGlyph } from '$kit';

export interface AttentionMark {
  text: string;
  icon: IconGlyph;
  tone: 'plain' | 'open' | 'attention';
}

function words(one: Attention): { text: string; icon: IconGlyph } {
  switch (one.reason) {
    case 'resultDue':
      return { text: t('teams-result-due', { date: formatDay(one.since) }), icon: Hourglass };
    case 'notOnTarget':
      return { text: t('teams-days-left', { days: one.daysLeft }), icon: Flag };
    case 'dateReached':
      return { text: t('teams-date-reached'), icon: Flag };
    case 'cycleMissed':
      return {
        text: t('teams-cycle-missed', { date: formatDay(one.since) }),
        icon: MessageCircleQuestion,
      };
    case 'noStep':
      return { text: t('teams-no-step-for', { days: one.days }), icon: Footprints };
    case 'numberOld':
      return { text: t('teams-number-old', { days: one.days }), icon: CalendarClock };
  }
}

/**
 * What a row says under "Attention". Only the most pressing reason is vermilion: where everything
 * is marked, nothing is.
 */
export function attentionMarks(row: TeamRow, today: string): AttentionMark[] {
  const marks: AttentionMark[] = row.attention.map((one, i) => ({
    ...words(one),
    tone: i === 0 ? 'attention' : 'plain',
  }));
  if (marks.length > 0) return marks;
  if (row.goAndSeeOn) {
    const when = formatRelativeDays(daysBetween(today, row.goAndSeeOn));
    return [{ text: t('teams-see', { when }), icon: Footprints, tone: 'plain' }];
  }
  // A team without a date and a step has no rhythm yet.
  if (row.achieveByOn === null && row.lastStep === null) {
    return [{ text: t('teams-not-started'), icon: CircleDashed, tone: 'open' }];
  }
  return [{ text: t('teams-in-rhythm'), icon: Circle, tone: 'open' }];
}
