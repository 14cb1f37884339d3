import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryDraftStore } from './draft-store';
import { keepOpenDrafts } from './keeping';
import { TypedText } from './typed-text.svelte';

const place = { entityId: 'new team', field: 'name' };
let stops: (() => void)[] = [];

function form(store = new MemoryDraftStore(), at = () => place, start = () => '') {
  let text: TypedText | undefined;
  stops.push($effect.root(() => void (text = new TypedText(at, start, store))));
  return { text: text as TypedText, store };
}

describe('a text of a small form', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    stops.forEach((stop) => stop());
    stops = [];
    vi.useRealTimers();
  });

  it('is kept after a pause, and the form starts with it the next time', async () => {
    const { text, store } = form();
    text.text = 'Claims';
    await vi.advanceTimersByTimeAsync(500);
    expect(store.drafts.get('new team name')?.text).toBe('Claims');
    expect(form(store).text.text).toBe('Claims');
  });

  it('is kept at once when the window goes', async () => {
    const { text, store } = form();
    text.text = 'Cla';
    await keepOpenDrafts();
    expect(store.drafts.get('new team name')?.text).toBe('Cla');
  });

  it('is let go when the file has it, or when nothing is left of it', async () => {
    const { text, store } = form(undefined, undefined, () => 'start');
    expect(text.text).toBe('start');
    text.text = 'Claims';
    await vi.advanceTimersByTimeAsync(500);
    text.clear();
    expect(text.text).toBe('start');
    text.text = 'C';
    await vi.advanceTimersByTimeAsync(500);
    text.text = '';
    await vi.advanceTimersByTimeAsync(500);
    expect(store.drafts.size).toBe(0);
    expect(text.text).toBe('');
  });

  it('stays with its place when the form is about something else', async () => {
    let entityId = $state('one');
    const { text, store } = form(undefined, () => ({ entityId, field: 'value' }));
    text.text = '3';
    entityId = 'two';
    expect(text.text).toBe('');
    text.text = '4';
    await vi.advanceTimersByTimeAsync(500);
    expect(store.drafts.get('one value')?.text).toBe('3');
    expect(store.drafts.get('two value')?.text).toBe('4');
  });
});
