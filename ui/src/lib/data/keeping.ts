/** Typed text is kept after this pause, and at the latest after the longer one. */
const PAUSE_MS = 400;
const LONGEST_MS = 1000;

interface Kept {
  keep: () => Promise<void>;
}
const open = new Set<Kept>();

/** Keeps everything that is being typed at this moment: the window is about to go. */
export async function keepOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((text) => text.keep()));
}

/** When one typed text is put away: after a pause, and before the window goes. */
export class Keeping {
  #pause: ReturnType<typeof setTimeout> | undefined;
  #typedSince = 0;

  constructor(readonly text: Kept) {}

  /** Something was typed. */
  touch(): void {
    open.add(this.text);
    this.#typedSince ||= Date.now();
    clearTimeout(this.#pause);
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#typedSince + LONGEST_MS - Date.now()));
    this.#pause = setTimeout(() => void this.text.keep(), wait);
  }

  /** It is put away now. */
  rest(): void {
    clearTimeout(this.#pause);
    this.#typedSince = 0;
  }

  /** There is nothing more to put away. */
  end(): void {
    this.rest();
    open.delete(this.text);
  }
}
