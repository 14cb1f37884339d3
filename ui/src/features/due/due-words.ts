import type { IconGlyph } from '$kit';
import type { DueKind, DueLine } from '$lib/api/bindings';
import { formatDay } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Flag from '@lucide/svelte/icons/flag';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';

export const dueIcons: Record<DueKind, IconGlyph> = {
  result: Hourglass,
  achieve_by: Flag,
  coaching_cycle: MessageCircleQuestion,
  number: CalendarClock,
};

/** What is to be done, in one sentence. */
export function dueText({ kind, number, text }: DueLine): string {
  return t(`due-${kind}`, { number: number ?? 0, text });
}

export function dueSince({ days, since }: DueLine): string {
  return t('due-since', { days, date: formatDay(since) });
}
