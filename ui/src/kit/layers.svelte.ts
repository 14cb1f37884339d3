/** The open dialogs, the topmost last. Whatever stands outside the topmost one cannot be used. */
class Layers {
  #dialogs = $state.raw<HTMLDialogElement[]>([]);

  get top(): HTMLDialogElement | undefined {
    return this.#dialogs.at(-1);
  }

  /** Puts a dialog on top. Returns the way to take it off. */
  add(dialog: HTMLDialogElement): () => void {
    this.#dialogs = [...this.#dialogs, dialog];
    return () => {
      this.#dialogs = this.#dialogs.filter((other) => other !== dialog);
    };
  }
}

export const layers = new Layers();
