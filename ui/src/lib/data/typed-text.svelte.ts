import { draftKey, type DraftPlace, type DraftStore } from './draft-store';
import { draftStore } from './draft-store.outbox.svelte';
import { Keeping } from './keeping';

/**
 * A text of a small form, which reaches the file only when the form is sent. It is kept while it is
 * typed, like every field of the board, and the form starts with it again after a crash, a busy
 * file or a closed dialog. `clear` lets it go once the file has it. Make it while a component is
 * being made.
 */
export class TypedText {
  readonly #place: () => DraftPlace;
  readonly #start: () => string;
  readonly #store: DraftStore;
  readonly #keeping = new Keeping(this);
  #typed = $state.raw<{ place: DraftPlace; text: string } | null>(null);
  /**
   * The same without state: when the form goes, state still says what it was before the form was
   * sent.
   */
  #last: { place: DraftPlace; text: string } | null = null;
  /** What is kept is no state: the form looks again when this moves. */
  #cleared = $state(0);

  constructor(
    place: () => DraftPlace,
    start: () => string = () => '',
    store: DraftStore = draftStore,
  ) {
    [this.#place, this.#start, this.#store] = [place, start, store];
    $effect(() => () => {
      void this.keep();
      this.#keeping.end();
    });
  }

  get #here(): { place: DraftPlace; text: string } | null {
    const typed = this.#typed;
    return typed && draftKey(typed.place) === draftKey(this.#place()) ? typed : null;
  }

  /** What was typed, else what was kept, else what the form begins with. */
  get text(): string {
    void this.#cleared;
    return this.#here?.text ?? this.#store.recovered(this.#place())?.text ?? this.#start();
  }
  set text(text: string) {
    const place = this.#place();
    if (this.#last && !this.#here) void this.keep();
    this.#type({ place, text });
    this.#keeping.touch();
  }

  async keep(): Promise<void> {
    this.#keeping.rest();
    const typed = this.#last;
    if (!typed || this.#store.recovered(typed.place)?.text === typed.text) return;
    const draft = { text: typed.text, basedOn: [], at: Date.now() };
    const kept = typed.text ? this.#store.put(typed.place, draft) : this.#store.drop(typed.place);
    await kept.catch(() => undefined);
  }

  clear(): void {
    const place = this.#place();
    this.#keeping.end();
    this.#type(null);
    if (this.#store.recovered(place)) void this.#store.drop(place).catch(() => undefined);
    this.#cleared += 1;
  }

  #type(typed: { place: DraftPlace; text: string } | null): void {
    [this.#typed, this.#last] = [typed, typed];
  }
}
