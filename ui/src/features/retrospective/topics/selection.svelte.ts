import type { RetroNoteId } from '$lib/api/bindings';

/** Which notes are chosen to go somewhere together; without a choice it is the one with the focus. */
export class Selection {
  #chosen = $state.raw<readonly RetroNoteId[]>([]);
  /** The note that the arrows are at. */
  focused = $state<RetroNoteId | null>(null);

  has(id: RetroNoteId): boolean {
    return this.#chosen.includes(id);
  }
  get count(): number {
    return this.#chosen.length;
  }
  toggle(id: RetroNoteId): void {
    this.#chosen = this.has(id) ? this.#chosen.filter((other) => other !== id) : [...this.#chosen, id];
  }
  add(id: RetroNoteId): void {
    if (!this.has(id)) this.#chosen = [...this.#chosen, id];
  }
  clear(): void {
    this.#chosen = [];
  }
  /** What goes when a note is moved: all chosen ones where it is one of them, else it alone. */
  with(id: RetroNoteId | null): readonly RetroNoteId[] {
    if (id === null) return this.#chosen;
    return this.has(id) ? this.#chosen : [id];
  }
}
