import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { draftStore } from '$lib/data/draft-store.outbox.svelte';
import { keepOpenDrafts } from '$lib/data/keeping';
import { NoteDraft } from './note-draft.svelte';

const asked = { participantId: 'par_1', prompt: 'helped' };
let stops: (() => void)[] = [];
/** Unended words by field, as the machine keeps them. */
const drafts = new Map<string, string>();

/** A machine's private notes by id, and a line in which one is written. */
function writing(shown = false, refuse = () => false) {
  const disk = new Map<string, string>();
  const transport = new MemoryTransport()
    .answer('note_write', ({ id, text }: { id: string | null; text: string }) => {
      if (refuse()) throw { code: 'busy', params: {}, retryable: true };
      const name = id ?? `not_${disk.size + 1}`;
      disk.set(name, text);
      return { id: name };
    })
    .answer(
      'draft_put',
      ({ field, text }: { field: string; text: string }) => void drafts.set(field, text),
    )
    .answer('draft_drop', ({ field }: { field: string }) => void drafts.delete(field))
    .answer('note_take_back', ({ id }: { id: string }) => ({ gone: disk.delete(id) }));
  connect(transport);
  const kept = vi.fn();
  let note: NoteDraft | undefined;
  stops.push($effect.root(() => void (note = new NoteDraft(asked, () => shown, kept))));
  return { note: note as NoteDraft, disk, drafts, kept };
}
const pause = () => vi.advanceTimersByTimeAsync(500);

describe('a note that is being written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    stops.forEach((stop) => stop());
    stops = [];
    vi.useRealTimers();
    void draftStore.drop({ entityId: 'par_1', field: 'note helped' });
    drafts.clear();
  });

  it('is on the disk after a pause, once, with what it says now', async () => {
    const { note, disk } = writing();
    note.text = 'The check';
    await pause();
    expect([...disk.values()]).toEqual(['The check']);
    note.text = 'The checklist';
    await pause();
    expect([...disk.values()]).toEqual(['The checklist']);
    expect(note.id).toBe('not_1');
  });

  it('is on the disk when the window goes, and when the group goes on', async () => {
    const first = writing();
    first.note.text = 'half a';
    await keepOpenDrafts();
    expect([...first.disk.values()]).toEqual(['half a']);
    const second = writing();
    second.note.text = 'half a sen';
    flushSync();
    stops.pop()?.();
    await vi.advanceTimersByTimeAsync(0);
    expect([...second.disk.values()]).toEqual(['half a sen']);
    expect(second.kept).toHaveBeenCalled();
  });

  it('is ended and another begins, whose words are another note', async () => {
    const { note, disk } = writing();
    note.text = 'one';
    const ended = note.end();
    note.text = 'two';
    await ended;
    await note.end();
    expect([...disk.values()]).toEqual(['one', 'two']);
    expect(note.text).toBe('');
  });

  it('goes from the disk when its words are deleted', async () => {
    const { note, disk } = writing();
    note.text = 'better not';
    await pause();
    note.text = '';
    await pause();
    expect(disk.size).toBe(0);
    note.text = 'but this';
    await pause();
    expect([...disk.values()]).toEqual(['but this']);
  });

  it('has only its words on the disk until it is ended once notes are shown', async () => {
    const { note, disk, drafts } = writing(true);
    note.text = 'half a';
    await pause();
    expect(disk.size).toBe(0);
    expect([...drafts.values()]).toEqual(['half a']);
    const { note: again, disk: shownTo } = writing(true);
    expect(again.text, 'after a crash').toBe('half a');
    again.text = 'half a sentence no more';
    await again.end();
    await pause();
    expect([...shownTo.values()]).toEqual(['half a sentence no more']);
    expect(drafts.size).toBe(0);
    expect(again.text).toBe('');
  });

  it('is offered again where it was not taken before a crash', async () => {
    const { note, drafts } = writing(true, () => true);
    note.text = 'not taken';
    await note.end();
    await pause();
    expect(note.text).toBe('not taken');
    expect([...drafts.values()]).toEqual(['not taken']);
  });

  it('stands in its line again where it was not taken, before what was typed since', async () => {
    let busy = true;
    const { note, disk } = writing(false, () => busy);
    note.text = 'one';
    const ended = note.end();
    note.text = 'two';
    await ended;
    expect(note.text).toBe('one\ntwo');
    busy = false;
    await note.end();
    expect([...disk.values()]).toEqual(['one\ntwo']);
  });
});
