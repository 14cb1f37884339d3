/** One version of a field, as somebody wrote it. */
export interface FieldVersion {
  id: string;
  by: string;
  at: number;
  text: string;
}

/** Two versions of a field that stand open. */
export interface FieldConflict {
  mine: string;
  theirs: string;
  by: string;
  at: number;
  /** Both are texts, whose words can stand together. */
  mergeable: boolean;
}

/**
 * What a field needs to be edited. `FieldDraft` of lib/data is one; a form with its own state can
 * be another.
 */
export interface FieldEdit {
  /** What is shown: the typed text while editing, else the value as text. */
  readonly text: string;
  readonly editing: boolean;
  readonly saving: boolean;
  /** Why it cannot be saved, as a sentence. */
  readonly problem: string | null;
  readonly readOnly: boolean;
  /** What has to be written before this field, as a sentence. */
  readonly waitsFor?: string | null;
  /** Somebody else wrote it while it is being edited here. */
  readonly changedBy: { name: string; at: number } | null;
  /** Two versions stand open. */
  readonly conflict: FieldConflict | null;
  /** Text from before a crash. */
  readonly offered: { text: string; at: number } | null;
  begin(): void;
  /** One of several was taken: opened, changed and saved at once. */
  choose(text: string): void;
  change(text: string): void;
  save(): Promise<void>;
  cancel(): void;
  resolve(choice: 'mine' | 'theirs' | 'merge'): Promise<void>;
  recover(use: boolean): void;
  /** Who wrote what and when, newest first. Null where nothing is written yet. */
  readonly history?: (() => Promise<FieldVersion[]>) | null;
}
