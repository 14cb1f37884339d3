import { call } from '../api/client';
import { draftKey, type DraftPlace, type DraftStore, type StoredDraft } from './draft-store';

/** Drafts in this person's private database, by the core. */
class OutboxDraftStore implements DraftStore {
  #left = new Map<string, StoredDraft>();

  /** Reads what a crash left behind. Once for each board that is opened. */
  async load(): Promise<void> {
    const { drafts } = await call('draft_list').catch(() => ({ drafts: [] }));
    this.#left = new Map(
      drafts.map(({ text, basedOn, at, ...place }) => [draftKey(place), { text, basedOn, at }]),
    );
  }

  async put(place: DraftPlace, { text, basedOn }: StoredDraft): Promise<void> {
    await call('draft_put', { ...place, text, basedOn });
  }

  async drop(place: DraftPlace, text?: string): Promise<void> {
    this.#left.delete(draftKey(place));
    await call('draft_drop', { ...place, text });
  }

  recovered(place: DraftPlace): StoredDraft | undefined {
    return this.#left.get(draftKey(place));
  }
}

export const draftStore = new OutboxDraftStore();
