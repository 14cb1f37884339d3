import type { RetroNoteId } from '$lib/api/bindings';

/**
 * Which notes are chosen to go somewhere together; without a choice it is the one with the focus.
 */
export class Selection {
  readonly #there: () => readonly RetroNoteId[];
  #wanted = $state.raw<readonly RetroNoteId[]>([]);
  /** A note that somebody took back meanwhile is no longer chosen. */
  readonly #chosen = $derived.by(() => this.#wanted.filter((id) => this.#there().includes(id)));
  /** The note that the arrows are at. */
  focused = $state<RetroNoteId | null>(null);
  /** A note of this wall is being dragged: nothing else may be dropped on it. */
  dragging = $state(false);

  /** @param there The notes on the wall. */
  constructor(there: () => readonly RetroNoteId[]) {
    this.#there = there;
  }

  has(id: RetroNoteId): boolean {
    return this.#chosen.includes(id);
  }
  get chosen(): readonly RetroNoteId[] {
    return this.#chosen;
  }
  toggle(id: RetroNoteId): void {
    this.#wanted = this.has(id)
      ? this.#chosen.filter((other) => other !== id)
      : [...this.#chosen, id];
  }
  add(id: RetroNoteId): void {
    if (!this.has(id)) this.#wanted = [...this.#chosen, id];
  }
  clear(): void {
    this.#wanted = [];
  }
  /**
   * A note is taken hold of: the choice goes with it where it is one of them, else it goes alone.
   */
  take(id: RetroNoteId): void {
    if (!this.has(id)) this.clear();
    this.focused = id;
  }
  /** What goes somewhere: what is chosen, without a choice the note with the focus. */
  get going(): readonly RetroNoteId[] {
    const id = this.focused;
    if (this.#chosen.length > 0 || id === null) return this.#chosen;
    return this.#there().includes(id) ? [id] : [];
  }
}
