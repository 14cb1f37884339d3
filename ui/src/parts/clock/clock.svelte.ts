import type { ClockStart } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';
import { session } from '$lib/state/session.svelte';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Said aloud when so many minutes are left. */
const SAID_AT = [5, 1];

/** A row with a shared clock: a coaching cycle, a retrospective. */
export interface ClockRow {
  limitMinutes: number;
  clockMs: number;
  clockSince: number | null;
}

/** "6:48" */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * How long the clock of a row has run, in milliseconds. Who started it may have a clock that is
 * wrong: where it is known when that was by the clock of this computer, that counts. A clock that
 * was set back counts nothing.
 */
export function elapsed(
  { clockMs, clockSince }: ClockRow,
  now: number,
  start: ClockStart | null,
): number {
  if (clockSince === null) return clockMs;
  const since = start?.since === clockSince ? start.here : clockSince;
  return clockMs + Math.max(0, now - since);
}

/**
 * What is said of the time, in words: a few minutes before the end, and from then on. Never a
 * sound.
 */
export function spoken(ms: number, limitMinutes: number): string {
  const left = Math.ceil((limitMinutes * MINUTE - ms) / MINUTE);
  if (left <= 0) return t('coaching-clock-over', { minutes: limitMinutes });
  return SAID_AT.includes(left) ? t('coaching-clock-left', { minutes: left }) : '';
}

/** The shared clock of a row as it is seen here. Call while a component is being made. */
export function sharedClock(row: () => ClockRow) {
  let now = $state(Date.now());
  $effect(() => {
    now = Date.now();
    if (row().clockSince === null) return;
    const tick = setInterval(() => (now = Date.now()), SECOND / 4);
    return () => clearInterval(tick);
  });
  const ran = $derived(elapsed(row(), now, session.clock));
  const limit = $derived(row().limitMinutes);
  return {
    get text(): string {
      return clockText(ran);
    },
    get limitMinutes(): number {
      return limit;
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
      return row().clockSince === null;
    },
    get words(): string {
      return spoken(ran, limit);
    },
  };
}

export type SharedClock = ReturnType<typeof sharedClock>;
