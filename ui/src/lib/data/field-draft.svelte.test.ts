import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saving } from '../state/saving.svelte';
import { numberCodec, textCodec, type Codec } from './codec';
import { MemoryDraftStore } from './draft-store';
import {
  FieldDraft,
  type FieldDraftOptions,
  type FieldValue,
  type Saved,
} from './field-draft.svelte';

const SAVED: Saved = { seq: 2, op: 'op9' };
const place = { entityId: 'chl_1', field: 'statement' };

function field<T>(value: T, codec: Codec<T>, more: Partial<FieldDraftOptions<T>> = {}) {
  const current = $state<FieldValue<T>>({ value, basedOn: ['op1'], open: false, by: 'Ana', at: 1 });
  const view = $state({ asOfSeq: 1 });
  const store = (more.store as MemoryDraftStore | undefined) ?? new MemoryDraftStore();
  const save = vi.fn(async () => SAVED);
  let draft: FieldDraft<T> | undefined;
  const stop = $effect.root(() => {
    draft = new FieldDraft({
      place: () => place,
      current: () => current,
      codec,
      save,
      asOfSeq: () => view.asOfSeq,
      store,
      ...more,
    });
  });
  flushSync();
  return { draft: draft as FieldDraft<T>, current, view, store, save, stop };
}

describe('a field being edited', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes what was typed, based on what stood there when editing began', async () => {
    const { draft, current, save } = field('old', textCodec);
    draft.begin();
    draft.change('mine');
    current.value = 'theirs';
    current.basedOn = ['op2'];
    await draft.save();
    expect(save).toHaveBeenCalledWith('mine', ['op1']);
  });

  it('marks a foreign change and leaves the typed text alone', () => {
    const { draft, current } = field('old', textCodec);
    draft.begin();
    draft.change('mine');
    Object.assign(current, { value: 'theirs', basedOn: ['op2'], by: 'Daniel', at: 5 });
    expect(draft.text).toBe('mine');
    expect(draft.changedBy).toEqual({ name: 'Daniel', at: 5 });
  });

  it('shows the saved text until the view has read it back', async () => {
    const { draft, current, view } = field('old', textCodec);
    draft.begin();
    draft.change('mine');
    await draft.save();
    expect(draft.editing).toBe(false);
    expect(draft.text).toBe('mine');
    Object.assign(current, { value: 'mine and theirs' });
    view.asOfSeq = 2;
    expect(draft.text).toBe('mine and theirs');
  });

  it('goes on from its own save before the view has read it back', async () => {
    const { draft, current, view, save } = field('old', textCodec);
    draft.choose('first');
    await vi.advanceTimersByTimeAsync(0);
    draft.choose('second');
    expect(draft.changedBy).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([
      ['first', ['op1']],
      ['second', ['op9']],
    ]);
    // What is shown is another's again, and so is the base.
    Object.assign(current, { value: 'theirs', basedOn: ['op12'] });
    view.asOfSeq = 12;
    draft.choose('third');
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenLastCalledWith('third', ['op12']);
  });

  it('is based on what the view shows where others’ words were joined into the save', async () => {
    const save = vi.fn(async () => ({ seq: 2, op: null }));
    const { draft } = field('old', textCodec, { save });
    draft.choose('first');
    await vi.advanceTimersByTimeAsync(0);
    draft.choose('second');
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenLastCalledWith('second', ['op1']);
  });

  it('writes nothing when nothing was changed', async () => {
    const { draft, save } = field('old', textCodec);
    draft.begin();
    await draft.save();
    expect(save).not.toHaveBeenCalled();
    expect(draft.editing).toBe(false);
  });

  it('leaves the field as it was on cancel, and forgets the text', async () => {
    const { draft, store } = field('old', textCodec);
    draft.begin();
    draft.change('mine');
    await vi.advanceTimersByTimeAsync(500);
    expect(store.drafts.size).toBe(1);
    draft.cancel();
    expect(draft.text).toBe('old');
    expect(store.drafts.size).toBe(0);
  });

  it('keeps what is typed without a pause, once a second', async () => {
    const { draft, store } = field('', textCodec);
    draft.begin();
    for (let i = 1; i <= 12; i += 1) {
      draft.change('x'.repeat(i));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(store.drafts.get('chl_1 statement')?.text.length).toBeGreaterThanOrEqual(10);
  });

  it('stays open with the reason when the text is no number', async () => {
    const { draft, save } = field<number | null>(3, numberCodec);
    draft.begin();
    draft.change('about 3');
    await draft.save();
    expect(save).not.toHaveBeenCalled();
    expect(draft.editing).toBe(true);
    expect(draft.problem).toContain('not a number');
  });

  it('stays open with the text when the write fails', async () => {
    const save = vi.fn().mockRejectedValueOnce({ code: 'busy', params: {}, retryable: true });
    const { draft, store } = field('old', textCodec, { save });
    draft.begin();
    draft.change('mine');
    await draft.save();
    expect(draft.editing).toBe(true);
    expect(draft.text).toBe('mine');
    expect(draft.problem).not.toBeNull();
    expect(store.drafts.get('chl_1 statement')?.text).toBe('mine');
  });

  it('cannot be edited in a read-only file', () => {
    const { draft } = field('old', textCodec, { readOnly: () => true });
    draft.begin();
    expect(draft.editing).toBe(false);
  });
});

describe('after a crash', () => {
  it('offers the text again, and saves it on the base it was written on', async () => {
    const store = new MemoryDraftStore();
    await store.put(place, { text: 'typed before', basedOn: ['op0'], at: 3 });
    const { draft, save } = field('old', textCodec, { store });
    expect(draft.offered).toEqual({ text: 'typed before', at: 3 });
    draft.recover(true);
    await draft.save();
    expect(save).toHaveBeenCalledWith('typed before', ['op0']);
    expect(store.drafts.size).toBe(0);
  });

  it('lets it go when it is not wanted', async () => {
    const store = new MemoryDraftStore();
    await store.put(place, { text: 'typed before', basedOn: [], at: 3 });
    const { draft } = field('old', textCodec, { store });
    draft.recover(false);
    expect(draft.offered).toBeNull();
    expect(store.drafts.size).toBe(0);
  });
});

describe('two open versions', () => {
  const versions = async () => ({
    versions: [
      { op: 'op1', value: 'Calls stop at noon.', by: 'Mara', at: 1 },
      { op: 'op2', value: 'Calls stop at night.', by: 'Ana', at: 2 },
    ],
    merge: null,
  });

  async function open() {
    const setup = field('Calls stop at noon.', textCodec, { versions });
    // A row names the version that it shows, not the one that stands beside it.
    Object.assign(setup.current, { open: true, basedOn: ['op1'] });
    flushSync();
    await vi.waitFor(() => expect(setup.draft.conflict).not.toBeNull());
    return setup;
  }

  it('stand side by side', async () => {
    const { draft } = await open();
    expect(draft.conflict).toEqual({
      mine: 'Calls stop at noon.',
      theirs: 'Calls stop at night.',
      by: 'Ana',
      at: 2,
      mergeable: true,
    });
  });

  it.each([
    ['mine', 'Calls stop at noon.'],
    ['theirs', 'Calls stop at night.'],
  ] as const)('end with %s, based on both', async (choice, text) => {
    const { draft, save } = await open();
    await draft.resolve(choice);
    expect(save).toHaveBeenCalledWith(text, ['op1', 'op2']);
  });

  it('can be merged by hand, with the words of both to start from', async () => {
    const { draft, save } = await open();
    await draft.resolve('merge');
    expect(draft.editing).toBe(true);
    expect(draft.text).toContain('noon.');
    expect(draft.text).toContain('night.');
    await draft.save();
    expect(save).toHaveBeenCalledWith(expect.stringContaining('night.'), ['op1', 'op2']);
  });
});

describe('a save that waits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is said after three seconds, and no longer when it is over', async () => {
    let done: (saved: Saved) => void = () => undefined;
    const save = () => new Promise<Saved>((resolve) => (done = resolve));
    const { draft } = field('old', textCodec, { save });
    draft.begin();
    draft.change('mine');
    const saved = draft.save();
    await vi.advanceTimersByTimeAsync(2900);
    expect(saving.waits).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(saving.waits).toBe(true);
    done(SAVED);
    await saved;
    expect(saving.waits).toBe(false);
  });

  it('is tried again where it failed and was asked for meanwhile', async () => {
    let fail: (reason: unknown) => void = () => undefined;
    const save = vi
      .fn(async () => SAVED)
      .mockImplementationOnce(() => new Promise<Saved>((_, reject) => (fail = reject)));
    const { draft } = field('old', textCodec, { save });
    draft.begin();
    draft.change('mine');
    const first = draft.save();
    await vi.advanceTimersByTimeAsync(100);
    const second = draft.save();
    fail({ code: 'unreachable', params: {}, retryable: true });
    await Promise.all([first, second]);
    expect(save).toHaveBeenCalledTimes(2);
    expect(draft.editing).toBe(false);
  });

  it('keeps what is typed while it is on its way, and writes that after it', async () => {
    let done: (saved: Saved) => void = () => undefined;
    const save = vi
      .fn(async () => SAVED)
      .mockImplementationOnce(() => new Promise((resolve) => (done = resolve)));
    const { draft } = field('old', textCodec, { save });
    draft.begin();
    draft.change('mine');
    const first = draft.save();
    await vi.advanceTimersByTimeAsync(100);
    draft.change('mine, and more');
    done(SAVED);
    await first;
    expect([draft.editing, draft.text]).toEqual([true, 'mine, and more']);
    await draft.save();
    expect(save.mock.calls).toEqual([
      ['mine', ['op1']],
      ['mine, and more', ['op9']],
    ]);
    expect(draft.editing).toBe(false);
  });

  it('is empty at once where a save makes something new, apart from what is typed on', async () => {
    let done: (saved: Saved) => void = () => undefined;
    const save = vi.fn(() => new Promise<Saved>((resolve) => (done = resolve)));
    const { draft } = field('', textCodec, { save, each: true });
    draft.begin();
    draft.change('Calls wait.');
    const first = draft.save();
    await vi.advanceTimersByTimeAsync(0);
    draft.change('Calls wait. Nobody logs them.');
    done(SAVED);
    await first;
    expect([draft.editing, draft.text]).toEqual([true, 'Nobody logs them.']);
    const second = draft.save();
    await vi.advanceTimersByTimeAsync(0);
    done(SAVED);
    await second;
    expect(save.mock.calls).toEqual([
      ['Calls wait.', ['op1']],
      ['Nobody logs them.', ['op1']],
    ]);
    draft.begin();
    expect(draft.text).toBe('');
  });
});
