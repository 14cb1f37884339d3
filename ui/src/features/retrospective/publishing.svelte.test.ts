import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import type { RetrospectiveItem } from '$lib/api/bindings';
import { toasts } from '$lib/state/toasts.svelte';
import { retrospective } from '../../testing/retrospective';
import { keepPublishing } from './publishing.svelte';

let stop: () => void = () => undefined;

/** A machine on which so many notes wait; the file takes what `publishes` says. */
function machine(change: Partial<RetrospectiveItem>, waiting: number, publishes: () => boolean = () => true) {
  let left = $state(waiting);
  let view = $state.raw(retrospective(change));
  const attempts: number[] = [];
  const transport = new MemoryTransport().answer('retrospective_publish', () => {
    attempts.push(Date.now());
    const published = publishes();
    return { published, left: published ? left - 1 : left };
  });
  connect(transport);
  stop = $effect.root(() =>
    keepPublishing(
      () => view,
      () => left,
      () => (left -= 1),
    ),
  );
  return {
    attempts,
    get left() {
      return left;
    },
    change(more: Partial<RetrospectiveItem>) {
      view = retrospective({ ...change, ...more });
    },
  };
}

describe('what waits on this machine', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('stays there until the group asks for it, then all of it goes', async () => {
    const here = machine({}, 3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts).toEqual([]);
    here.change({ notesRevealedAt: 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.left).toBe(0);
    expect(here.attempts).toHaveLength(3);
  });

  it('goes at moments that chance picks where nobody is named', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const here = machine({ notesRevealedAt: 1, attribution: 'anonymous' }, 2);
    const began = Date.now();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts.map((at) => at - began)).toEqual([1000, 3000]);
    random.mockRestore();
  });

  it('is tried again where the file is busy, and the reason is said once', async () => {
    const show = vi.spyOn(toasts, 'showError');
    let busy = 3;
    const here = machine({ notesRevealedAt: 1 }, 1, () => {
      busy -= 1;
      if (busy >= 0) throw { code: 'busy', params: {}, retryable: true };
      return true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.left).toBe(0);
    expect(show).toHaveBeenCalledTimes(1);
    show.mockRestore();
  });

  it('waits between two attempts where the file has not heard of the reveal yet', async () => {
    const here = machine({ notesRevealedAt: 1 }, 1, () => false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(here.attempts.length).toBeLessThan(6);
    here.change({ notesRevealedAt: null });
    const until = here.attempts.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.attempts).toHaveLength(until);
  });
});
