import type { DueLine } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { t } from '$lib/i18n/messages';

/** A notification has few lines; the rest is counted. */
const MOST_TEAMS = 4;

/**
 * Lets the system say what is due and was not said today on this machine. The core knows what was,
 * and says nothing where reminders are off. What this window has asked about on this day is not
 * asked again.
 */
export class Reminder {
  #asked = new Set<string>();

  async remind(today: string, lines: DueLine[]): Promise<void> {
    const things = lines.map(({ kind, subjectId }) => `${today} ${kind} ${subjectId}`);
    if (things.every((thing) => this.#asked.has(thing))) return;
    this.#asked = new Set(things);
    try {
      const { lines: unsaid } = await call('due_remind');
      if (unsaid.length === 0) return;
      await call('window_notify', { title: t('app-name'), body: noticeText(unsaid) });
    } catch {
      // The list in the sidebar says the same; a notification that cannot be had is no trouble of
      // the person's.
    }
  }
}

/**
 * A line for each team, in the order of what is due longest. A locked screen shows it: no words of
 * the board.
 */
export function noticeText(lines: DueLine[]): string {
  const teams = new Map<string, DueLine[]>();
  for (const line of lines) teams.set(line.teamId, [...(teams.get(line.teamId) ?? []), line]);
  const all = [...teams.values()].map((of) =>
    t('due-notice', { team: of[0]?.teamName ?? '', count: of.length }),
  );
  const rest = all.length - MOST_TEAMS;
  if (rest <= 0) return all.join('\n');
  return [...all.slice(0, MOST_TEAMS), t('due-notice-more', { count: rest })].join('\n');
}
