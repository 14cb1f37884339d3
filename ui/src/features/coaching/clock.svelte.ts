import type { CoachingCycleItem } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Said aloud when so many minutes are left. */
const SAID_AT = [5, 1];

/** "6:48" */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long the clock of a cycle has run. A clock of this computer that was set back counts nothing. */
export function elapsed(cycle: CoachingCycleItem, now: number): number {
  return cycle.clockMs + (cycle.clockSince === null ? 0 : Math.max(0, now - cycle.clockSince));
}

/** What is said of the time, in words: a few minutes before the end, and from then on. Never a sound. */
export function spoken(ms: number, limitMinutes: number): string {
  const left = Math.ceil((limitMinutes * MINUTE - ms) / MINUTE);
  if (left <= 0) return t('coaching-clock-over', { minutes: limitMinutes });
  return SAID_AT.includes(left) ? t('coaching-clock-left', { minutes: left }) : '';
}

/** The shared clock of a cycle as it is seen here. Call while a component is being made. */
export function sharedClock(cycle: () => CoachingCycleItem) {
  let now = $state(Date.now());
  $effect(() => {
    now = Date.now();
    if (cycle().clockSince === null) return;
    const tick = setInterval(() => (now = Date.now()), SECOND / 4);
    return () => clearInterval(tick);
  });
  const ran = $derived(elapsed(cycle(), now));
  const limit = $derived(cycle().limitMinutes);
  return {
    get text(): string {
      return clockText(ran);
    },
    get limitText(): string {
      return clockText(limit * MINUTE);
    },
    get share(): number {
      return Math.min(1, ran / (limit * MINUTE));
    },
    get over(): boolean {
      return ran >= limit * MINUTE;
    },
    get paused(): boolean {
      return cycle().clockSince === null;
    },
    get words(): string {
      return spoken(ran, limit);
    },
  };
}
