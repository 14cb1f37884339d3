import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../api/client';
import { MemoryTransport } from '../api/transport.memory';
import { announce } from './hub';
import { live } from './live-view.svelte';
import { LiveQuery } from './live.svelte';
import { paging } from '../state/paging.svelte';
import { mutate } from './mutate';

interface View {
  asOfSeq: number;
  text: string;
}

/** A question whose answers are given by hand, in any order. */
function byHand() {
  const waiting: ((view: View) => void)[] = [];
  const ask = () => new Promise<View>((resolve) => waiting.push(resolve));
  return { ask, waiting, answer: (at: number, view: View) => waiting[at]?.(view) };
}
const answered = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
  flushSync();
};

describe('a live query', () => {
  it('keeps what it shows while it runs again', async () => {
    const hand = byHand();
    const query = new LiveQuery<View>();
    query.ask(hand.ask);
    hand.answer(0, { asOfSeq: 1, text: 'first' });
    await answered();
    void query.refresh();
    expect(query.running).toBe(true);
    expect(query.data?.text).toBe('first');
  });

  it('drops the answer to an earlier question', async () => {
    const [one, two] = [byHand(), byHand()];
    const query = new LiveQuery<View>();
    query.ask(one.ask);
    query.ask(two.ask);
    two.answer(0, { asOfSeq: 5, text: 'now' });
    one.answer(0, { asOfSeq: 9, text: 'of another team' });
    await answered();
    expect(query.data?.text).toBe('now');
  });

  it('drops an answer that was read earlier in the log', async () => {
    const hand = byHand();
    const query = new LiveQuery<View>();
    query.ask(hand.ask);
    hand.answer(0, { asOfSeq: 7, text: 'new' });
    await answered();
    void query.refresh();
    hand.answer(1, { asOfSeq: 6, text: 'old' });
    await answered();
    expect(query.data?.text).toBe('new');
  });

  it('shows nothing new while the pointer is down', async () => {
    const hand = byHand();
    const query = new LiveQuery<View>();
    query.ask(hand.ask);
    window.dispatchEvent(new Event('pointerdown'));
    hand.answer(0, { asOfSeq: 1, text: 'first' });
    await answered();
    expect(query.data?.text).toBe('first');
    void query.refresh();
    hand.answer(1, { asOfSeq: 2, text: 'second' });
    await answered();
    expect(query.data?.text).toBe('first');
    window.dispatchEvent(new Event('pointerup'));
    await vi.waitFor(() => expect(query.data?.text).toBe('second'));
  });

  it('runs once more, not many times, for changes that arrive while it runs', async () => {
    const hand = byHand();
    const query = new LiveQuery<View>();
    query.ask(hand.ask);
    void query.refresh();
    void query.refresh();
    hand.answer(0, { asOfSeq: 1, text: '' });
    await answered();
    hand.answer(1, { asOfSeq: 3, text: '' });
    await answered();
    expect(hand.waiting).toHaveLength(2);
  });

  it('says why it has no answer, and keeps the old one', async () => {
    const query = new LiveQuery<View>();
    const answers = [
      () => Promise.resolve({ asOfSeq: 1, text: 'kept' }),
      () => Promise.reject(new Error('gone')),
    ];
    let turn = 0;
    query.ask(() => (answers[turn++] as () => Promise<View>)());
    await answered();
    await query.refresh();
    expect(query.error?.code).toBe('internal');
    expect(query.data?.text).toBe('kept');
  });
});

describe('live views and writes', () => {
  let transport: MemoryTransport;
  beforeEach(() => {
    transport = new MemoryTransport();
    connect(transport);
  });

  it('keeps a page of a list until the next one is there, and none of another list', async () => {
    transport.answer('experiments_get', (asked: object) => ({ asOfSeq: 1, ...asked }));
    let focusProcessId = $state('fp_1');
    const page = paging(() => focusProcessId);
    const seen: unknown[] = [];
    const stop = $effect.root(() => {
      const list = live(
        'experiments_get',
        () => ({ focusProcessId, offset: page.offset }),
        (request) => request.focusProcessId,
      );
      $effect(() => void seen.push(list.data ? list.data.offset : null));
    });
    await answered();
    page.offset = 20;
    await answered();
    expect(seen).toEqual([null, 0, 20]);
    focusProcessId = 'fp_2';
    await answered();
    expect(seen).toEqual([null, 0, 20, null, 0]);
    stop();
  });

  it('asks nothing in eight windows on other teams', async () => {
    const asked: string[] = [];
    transport.answer('storyboard_get', ({ teamId }: { teamId: string }) => {
      asked.push(teamId);
      return { asOfSeq: asked.length, team: { id: teamId } };
    });
    const teams = Array.from({ length: 9 }, (_, index) => `tea_${index + 1}`);
    const stop = $effect.root(() => {
      teams.forEach((teamId) => void live('storyboard_get', () => ({ teamId })));
    });
    flushSync();
    await answered();
    expect(asked.splice(0)).toEqual(teams);
    announce([{ entity: 'obstacle', teamId: 'tea_4' }]);
    await answered();
    expect(asked.splice(0)).toEqual(['tea_4']);
    // Who is on the board belongs to no team.
    announce([{ entity: 'person', teamId: null }]);
    await answered();
    expect(asked).toEqual(teams);
    stop();
  });

  it('runs again only for kinds of rows that it reads', async () => {
    let asked = 0;
    transport.answer('experiments_get', () => ({ asOfSeq: ++asked }));
    const stop = $effect.root(
      () => void live('experiments_get', () => ({ focusProcessId: 'fp_1' })),
    );
    flushSync();
    await answered();
    announce([{ entity: 'challenge', teamId: null }]);
    await answered();
    expect(asked).toBe(1);
    announce([{ entity: 'experiment', teamId: null }]);
    await answered();
    expect(asked).toBe(2);
    stop();
    announce([{ entity: 'experiment', teamId: null }]);
    await answered();
    expect(asked).toBe(2);
  });

  it('shows a write at once and retires it when the view has read it', async () => {
    let text = 'before';
    let seq = 1;
    const query = new LiveQuery<View>();
    query.ask(async () => ({ asOfSeq: seq, text }));
    await answered();
    transport.answer('team_edit', () => ({ id: 't', op: 'o', seq: 2, merged: [], open: [] }));
    const written = mutate(
      'team_edit',
      { id: 't', fields: { name: 'mine' } },
      { on: query, apply: (view) => ({ ...view, text: 'mine' }) },
    );
    expect(query.data?.text).toBe('mine');
    await written;
    expect(query.data?.text).toBe('mine');
    [seq, text] = [2, 'mine, and theirs'];
    await query.refresh();
    expect(query.data?.text).toBe('mine, and theirs');
  });

  it('takes the foretold change away when the write fails', async () => {
    const query = new LiveQuery<View>();
    query.ask(async () => ({ asOfSeq: 1, text: 'before' }));
    await answered();
    transport.answer('team_edit', () => {
      throw { code: 'read_only', params: {}, retryable: false };
    });
    const apply = (view: View) => ({ ...view, text: 'mine' });
    const written = mutate('team_edit', { id: 't', fields: {} }, { on: query, apply });
    await expect(written).rejects.toMatchObject({ code: 'read_only' });
    expect(query.data?.text).toBe('before');
  });
});
