import { call } from '../api/client';
import { draftKey, type DraftPlace, type DraftStore, type StoredDraft } from './draft-store';

/** Drafts in this person's private database, by the core. */
class OutboxDraftStore implements DraftStore {
  #left = new Map<string, StoredDraft>();
  /** How many fields are kept on this computer until the file has them. */
  count = $state(0);

  /** Reads what a crash left behind. Once for each board that is opened. */
  async load(): Promise<void> {
    const { drafts } = await call('draft_list').catch(() => ({ drafts: [] }));
    this.#left = new Map(
      drafts.map(({ text, basedOn, at, ...place }) => [draftKey(place), { text, basedOn, at }]),
    );
    this.count = this.#left.size;
  }

  async put(place: DraftPlace, draft: StoredDraft): Promise<void> {
    // Also here: what a busy file did not take is offered again when its screen is opened the next
    // time.
    this.#left.set(draftKey(place), draft);
    this.count = this.#left.size;
    await call('draft_put', { ...place, text: draft.text, basedOn: draft.basedOn });
  }

  async drop(place: DraftPlace, text?: string): Promise<void> {
    const kept = this.#left.get(draftKey(place));
    if (text === undefined || kept?.text === text) this.#left.delete(draftKey(place));
    this.count = this.#left.size;
    await call('draft_drop', { ...place, text });
  }

  recovered(place: DraftPlace): StoredDraft | undefined {
    return this.#left.get(draftKey(place));
  }
}

export const draftStore = new OutboxDraftStore();
