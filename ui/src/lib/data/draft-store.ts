/**
 * Typed text on its way: it lies in this person's private database until the shared file has it.
 */
export interface StoredDraft {
  text: string;
  basedOn: string[];
  /** UTC milliseconds of the last keystroke that was kept. */
  at: number;
}

/**
 * The row and the field that a text belongs to. A row that is not made yet has a name of its own.
 */
export interface DraftPlace {
  entityId: string;
  field: string;
}

export interface DraftStore {
  put(place: DraftPlace, draft: StoredDraft): Promise<void>;
  /** With `text`, only if it is still this text: what was typed meanwhile stays. */
  drop(place: DraftPlace, text?: string): Promise<void>;
  /** What a crash or a closed window left behind. */
  recovered(place: DraftPlace): StoredDraft | undefined;
}

export const draftKey = ({ entityId, field }: DraftPlace) => `${entityId} ${field}`;

/** Keeps drafts for the life of the window only. For component tests. */
export class MemoryDraftStore implements DraftStore {
  readonly drafts = new Map<string, StoredDraft>();

  async put(place: DraftPlace, draft: StoredDraft): Promise<void> {
    this.drafts.set(draftKey(place), draft);
  }
  async drop(place: DraftPlace): Promise<void> {
    this.drafts.delete(draftKey(place));
  }
  recovered(place: DraftPlace): StoredDraft | undefined {
    return this.drafts.get(draftKey(place));
  }
}
