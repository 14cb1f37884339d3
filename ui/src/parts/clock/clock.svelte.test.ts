import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { session } from '$lib/state/session.svelte';
import { sharedClock, type ClockRow } from './clock.svelte';

const minute = 60_000;
const noon = Date.UTC(2026, 2, 13, 12);

/** What a computer shows whose clock says noon. */
function shown(row: ClockRow): string {
  vi.useFakeTimers({ now: noon });
  let text = '';
  const stop = $effect.root(() => {
    const clock = sharedClock(() => row);
    flushSync();
    text = clock.text;
  });
  stop();
  return text;
}

afterEach(() => {
  session.clock = null;
  vi.useRealTimers();
});

describe('the shared clock', () => {
  // Started two minutes ago by a computer that is an hour ahead.
  const row = { limitMinutes: 10, clockMs: 3 * minute, clockSince: noon + 58 * minute };

  it('counts from when it was started by the clock of this computer', () => {
    session.clock = { since: row.clockSince, here: noon - 2 * minute };
    expect(shown(row)).toBe('5:00');
  });

  it.each([
    ['nothing is known of its start', null],
    ['what is known is of another start', { since: 5, here: noon - 9 * minute }],
  ])('counts by the clock on the wall where %s', (_, clock) => {
    session.clock = clock;
    expect(shown(row)).toBe('3:00');
    expect(shown({ ...row, clockSince: noon - 4 * minute })).toBe('7:00');
  });

  it('stands while it is paused', () => {
    session.clock = { since: row.clockSince, here: noon - 2 * minute };
    expect(shown({ ...row, clockSince: null })).toBe('3:00');
  });
});
