import { asWireError } from '../api/error';
import { errorMessage, t } from '../i18n/messages';
import { mergedWords } from '../text/words';
import { saving } from '../state/saving.svelte';
import type { Codec } from './codec';
import type { DraftPlace, DraftStore, StoredDraft } from './draft-store';
import { Keeping } from './keeping';

/** A field as a view shows it. */
export interface FieldValue<T> {
  value: T;
  /** Ids of the operations that the field shows. */
  basedOn: readonly string[];
  /** Two versions stand open until a person chooses. */
  open: boolean;
  /** Who changed the row last, and when; null where it is not written yet. */
  by: string | null;
  at: number | null;
}

/** The open versions of a field, the shown one first. */
export interface Versions<T> {
  versions: { op: string; value: T; by: string | null; at: number }[];
  /** Words of all versions; null where they are no texts. */
  merge: string | null;
}

/** What a save wrote. */
export interface Saved {
  /** Its place in the log. */
  seq: number;
  /** The operation, where the field shows it alone; null where others' words stand in it too. */
  op: string | null;
}

export interface FieldDraftOptions<T> {
  /**
   * Row and field under which typed text is kept. A row that is not made yet has a name of its own.
   */
  place: () => DraftPlace;
  current: () => FieldValue<T>;
  codec: Codec<T>;
  /** Writes. */
  save: (value: T, basedOn: readonly string[]) => Promise<Saved>;
  /** Reads both versions of a field that stands open. */
  versions?: () => Promise<Versions<T>>;
  /** Reads who wrote what and when, newest first. */
  history?: () => Promise<{ id: string; by: string | null; at: number; value: T }[]>;
  /** Tells the others where somebody writes. */
  writing?: (here: boolean) => void;
  /** How far the view that `current` comes from has read. */
  asOfSeq: () => number;
  store: DraftStore;
  /**
   * Every save makes something new: what was saved is not shown here, and nothing is based on it.
   */
  each?: boolean | undefined;
  readOnly?: () => boolean;
  /** What has to be written before this field, as a sentence. */
  waitsFor?: () => string | null;
  /**
   * Stands before the field: it opens when `open` is called, at once, after a question, or never.
   */
  gate?: (open: () => void) => void;
}

/**
 * The edit buffer of one field. What the edit is based on is captured when editing starts; a change
 * by somebody else meanwhile is marked and never put under the cursor; a saved text stays visible
 * until the view has read it back.
 */
export class FieldDraft<T> {
  #options: FieldDraftOptions<T>;
  #text = $state('');
  #editing = $state(false);
  #saving = $state(false);
  /**
   * Asked for once more while a save was on its way: wanted if that one fails, or for what was
   * typed since.
   */
  #again = false;
  /** The save that is on its way, with those that were asked for meanwhile. */
  #done: Promise<void> = Promise.resolve();
  #problem = $state<string | null>(null);
  #basedOn = $state.raw<readonly string[]>([]);
  #versions = $state.raw<Versions<T> | null>(null);
  /** Null where saving makes sense without a keystroke: a merge, a recovered text. */
  #startText: string | null = '';
  /** Captured with the base: the row may come into being while its first field is saved. */
  #place: DraftPlace | null = null;
  #ahead = $state.raw<({ text: string; value: T } & Saved) | null>(null);
  #offer = $state.raw<StoredDraft | undefined>();
  readonly #keeping = new Keeping(this);

  constructor(options: FieldDraftOptions<T>) {
    this.#options = options;
    $effect(() => {
      this.#offer = options.store.recovered(options.place());
    });
    $effect(() => void this.#readVersions(options.current()));
    // Leaving the screen must not leave typed text behind in memory only.
    $effect(() => () => {
      void this.keep();
      this.#keeping.end();
    });
  }

  get editing(): boolean {
    return this.#editing;
  }
  get saving(): boolean {
    return this.#saving;
  }
  get problem(): string | null {
    return this.#problem;
  }
  get readOnly(): boolean {
    return this.#options.readOnly?.() ?? false;
  }

  get waitsFor(): string | null {
    return this.#options.waitsFor?.() ?? null;
  }

  /** What was saved and is not read back yet. */
  get #unread(): ({ text: string; value: T } & Saved) | null {
    return this.#ahead && this.#ahead.seq > this.#options.asOfSeq() ? this.#ahead : null;
  }

  /**
   * What an edit that begins now is based on: one's own last save counts before it is read back.
   */
  get #base(): readonly string[] {
    const op = this.#unread?.op;
    return op ? [op] : this.#options.current().basedOn;
  }

  /**
   * What is shown: the typed text, else what was saved and is not read back yet, else the value.
   */
  get text(): string {
    if (this.#editing) return this.#text;
    if (this.#unread) return this.#unread.text;
    return this.#options.codec.format(this.#options.current().value);
  }

  /** Somebody else wrote this field while it is being edited here. */
  get changedBy(): { name: string; at: number } | null {
    const { basedOn, by, at } = this.#options.current();
    if (!this.#editing || this.#unread || same(basedOn, this.#basedOn)) return null;
    return { name: by ?? t('person-unknown'), at: at ?? 0 };
  }

  /** The first version that is not part of what is shown. */
  get #other(): Versions<T>['versions'][number] | undefined {
    const { basedOn } = this.#options.current();
    return this.#versions?.versions.find(({ op }) => !basedOn.includes(op));
  }

  /** Two people's versions stand side by side until somebody chooses. */
  get conflict(): {
    mine: string;
    theirs: string;
    by: string;
    at: number;
    mergeable: boolean;
  } | null {
    const shown = this.#options.current();
    const other = this.#other;
    if (!other || this.#editing || !shown.open) return null;
    const { format, words = false } = this.#options.codec;
    const by = other.by ?? t('person-unknown');
    return {
      mine: format(shown.value),
      theirs: format(other.value),
      by,
      at: other.at,
      mergeable: words,
    };
  }

  /** Text from before a crash that never reached the file. */
  get offered(): { text: string; at: number } | null {
    const offer = this.#offer;
    return offer && !this.#editing && offer.text !== this.text
      ? { text: offer.text, at: offer.at }
      : null;
  }

  /**
   * What is typed or saved and not read back yet; undefined where the row says it, or it is no
   * value yet.
   */
  get unsaved(): T | undefined {
    if (!this.#editing) return this.#unread?.value;
    // What was not changed is not read back from its text, which may be shorter than the value.
    if (this.#text === this.#startText) return undefined;
    const parsed = this.#options.codec.parse(this.#text);
    return 'value' in parsed ? parsed.value : undefined;
  }

  get history() {
    const read = this.#options.history;
    if (!read || this.#options.current().at === null) return null;
    const { format } = this.#options.codec;
    return async () =>
      (await read()).map(({ value, by, ...rest }) => ({
        ...rest,
        by: by ?? t('person-unknown'),
        text: format(value),
      }));
  }

  begin(): void {
    this.#open(() => undefined);
  }

  /** One of several was taken: opened, changed and saved at once. */
  choose(text: string): void {
    this.#open(() => {
      this.change(text);
      void this.save();
    });
  }

  #open(then: () => void): void {
    const open = () => {
      if (!this.#editing) {
        this.#start(this.text, this.#base);
        this.#startText = this.#text;
      }
      then();
    };
    if (this.readOnly || this.waitsFor !== null) return;
    if (this.#options.gate && !this.#editing) this.#options.gate(open);
    else open();
  }

  change(text: string): void {
    this.#text = text;
    this.#problem = null;
    this.#keeping.touch();
  }

  /** Puts the typed text where a crash cannot reach it. */
  async keep(): Promise<void> {
    this.#keeping.rest();
    if (!this.#editing || this.#text === this.#startText) return;
    const draft = { text: this.#text, basedOn: [...this.#basedOn], at: Date.now() };
    await this.#options.store
      .put(this.#place ?? this.#options.place(), draft)
      .catch(() => undefined);
  }

  cancel(): void {
    this.#end();
    void this.#forget();
  }

  /** Settles once what is typed now is saved, or cannot be. */
  async save(): Promise<void> {
    if (!this.#editing) return;
    if (this.#saving) {
      this.#again = true;
      return this.#done;
    }
    if (this.#text === this.#startText) return this.cancel();
    const parsed = this.#options.codec.parse(this.#text);
    if ('problem' in parsed) {
      this.#problem = t(parsed.problem);
      return;
    }
    await this.#write(parsed.value, this.#options.codec.format(parsed.value), this.#basedOn);
  }

  async resolve(choice: 'mine' | 'theirs' | 'merge'): Promise<void> {
    const shown = this.#options.current();
    const other = this.#other;
    if (!other) return;
    const { format } = this.#options.codec;
    // A row tells only what it shows; a choice is based on the version beside it as well.
    const basedOn = [...shown.basedOn, other.op];
    if (choice === 'merge') {
      const { merge, versions } = this.#versions ?? { merge: null, versions: [] };
      const words = merge ?? mergedWords(format(shown.value), format(other.value));
      this.#start(words, merge ? versions.map(({ op }) => op) : basedOn);
      this.#startText = null;
      return;
    }
    const chosen = choice === 'mine' ? shown.value : other.value;
    await this.#write(chosen, format(chosen), basedOn);
  }

  /** Takes the text from before the crash back into the field, or lets it go. */
  recover(use: boolean): void {
    const offer = this.#offer;
    if (!offer) return;
    if (use) {
      this.begin();
      this.#start(offer.text, offer.basedOn);
      this.#startText = null;
    } else {
      void this.#forget();
    }
    this.#offer = undefined;
  }

  async #readVersions({ open }: FieldValue<T>): Promise<void> {
    const read = this.#options.versions;
    this.#versions = open && read ? await read().catch(() => null) : null;
  }

  #start(text: string, basedOn: readonly string[]): void {
    this.#text = text;
    this.#place = this.#options.place();
    this.#basedOn = basedOn;
    this.#problem = null;
    this.#editing = true;
    this.#options.writing?.(true);
  }

  #end(): void {
    this.#keeping.end();
    if (this.#editing) this.#options.writing?.(false);
    this.#editing = false;
    this.#problem = null;
  }

  #write(value: T, text: string, basedOn: readonly string[]): Promise<void> {
    this.#saving = true;
    this.#done = this.#send(value, text, basedOn);
    return this.#done;
  }

  async #send(value: T, text: string, basedOn: readonly string[]): Promise<void> {
    const sent = this.#text;
    await this.keep();
    try {
      const saved = await saving.during(this.#options.save(value, basedOn));
      if (!this.#options.each) this.#ahead = { text, value, ...saved };
      if (this.#editing && this.#text !== sent) {
        // Somebody typed on while it was on its way.
        this.#goOn(sent);
      } else {
        this.#end();
        await this.#forget(sent);
      }
    } catch (thrown) {
      const { code, params } = asWireError(thrown);
      this.#problem = errorMessage(code, params);
    } finally {
      this.#saving = false;
    }
    const again = this.#again;
    this.#again = false;
    if (again && this.#editing) await this.save();
  }

  #goOn(sent: string): void {
    if (!this.#options.each) {
      [this.#startText, this.#basedOn] = [sent, this.#base];
      return;
    }
    if (this.#text.startsWith(sent)) this.#text = this.#text.slice(sent.length).trimStart();
    this.#startText = '';
  }

  async #forget(text?: string): Promise<void> {
    this.#offer = undefined;
    const place = this.#place ?? this.#options.place();
    this.#place = null;
    await this.#options.store.drop(place, text).catch(() => undefined);
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
