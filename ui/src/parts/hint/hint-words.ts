import type { Hint, HintShown } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';
import type { IconGlyph } from '$kit';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Check from '@lucide/svelte/icons/check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Eye from '@lucide/svelte/icons/eye';
import Flag from '@lucide/svelte/icons/flag';
import Hash from '@lucide/svelte/icons/hash';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import Ruler from '@lucide/svelte/icons/ruler';
import Split from '@lucide/svelte/icons/split';

const GLYPHS: Partial<Record<Hint, IconGlyph>> = {
  two_changes: Split,
  missing_solution: Eye,
  no_evidence: Eye,
  no_number: Hash,
  no_baseline: Hash,
  equals_baseline: Hash,
  no_operational_outcome: Hash,
  no_metric: Ruler,
  never_measured: Ruler,
  check_far: CalendarClock,
  date_far: CalendarClock,
  no_obstacle: Flag,
  too_safe: Lightbulb,
};

export const hintGlyph = ({ hint, good }: HintShown): IconGlyph =>
  good ? Check : (GLYPHS[hint] ?? CircleQuestionMark);

/** What a hint is called, what it says of these words, and why it matters. */
export function hintWords({ hint, words, days }: HintShown) {
  // All messages of a hint take the same variables; a sentence uses those that it needs.
  const args = { words: words ?? '', days: days ?? 0 };
  return {
    name: t(`hint-${hint}-name`),
    text: t(`hint-${hint}` as 'hint-two_changes', args),
    why: t(`hint-${hint}-why`),
  };
}
