import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WaitingFor } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { toasts } from '$lib/state/toasts.svelte';
import { keepPublishing } from './publishing.svelte';

let stop: () => void = () => undefined;

/**
 * A machine on which notes wait for what asked for them; the file takes a note when `takes` says
 * so.
 */
function machine(retrospectives: WaitingFor[], takes: () => boolean = () => true) {
  let seq = $state(1);
  let writable = $state(true);
  const attempts: { id: string; at: number }[] = [];
  const transport = new MemoryTransport()
    .answer('waiting_get', () => ({
      retrospectives: retrospectives.filter(({ count }) => count > 0).map((one) => ({ ...one })),
    }))
    .answer('retrospective_publish', ({ id }: { id: string }) => {
      attempts.push({ id, at: Date.now() });
      const published = takes();
      const from = retrospectives.find((one) => one.id === id);
      if (from && published) from.count -= 1;
      return { published, left: from?.count ?? 0 };
    });
  connect(transport);
  stop = $effect.root(() =>
    keepPublishing(
      () => writable,
      () => seq,
    ),
  );
  return {
    attempts,
    asks(more: WaitingFor) {
      retrospectives.push(more);
      seq += 1;
    },
    set writable(value: boolean) {
      writable = value;
    },
  };
}
const named = (id: string, count: number): WaitingFor => ({ id, anonymous: false, count });

describe('what waits on this machine', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('stays there until a group asks for it, then all of it goes', async () => {
    const here = machine([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts).toEqual([]);
    here.asks(named('ret_1', 3));
    here.asks(named('ret_2', 1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts.map(({ id }) => id)).toEqual(['ret_1', 'ret_1', 'ret_1', 'ret_2']);
  });

  it('goes at moments that chance picks where nobody is named', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const began = Date.now();
    const here = machine([{ id: 'ret_1', anonymous: true, count: 2 }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts.map(({ at }) => at - began)).toEqual([1000, 3000]);
    random.mockRestore();
  });

  it('is tried again where the file is busy, and the reason is said once', async () => {
    const show = vi.spyOn(toasts, 'showError');
    let busy = 3;
    const here = machine([named('ret_1', 1)], () => {
      busy -= 1;
      if (busy >= 0) throw { code: 'busy', params: {}, retryable: true };
      return true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts).toHaveLength(4);
    expect(show).toHaveBeenCalledTimes(1);
    show.mockRestore();
  });

  it('waits between attempts that show nothing, and rests where none can be written', async () => {
    const here = machine([named('ret_1', 1)], () => false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(here.attempts.length).toBeGreaterThan(1);
    expect(here.attempts.length).toBeLessThan(6);
    here.writable = false;
    await vi.advanceTimersByTimeAsync(0);
    const until = here.attempts.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts).toHaveLength(until);
  });
});
