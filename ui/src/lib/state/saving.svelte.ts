/** A busy file is asked again quietly; only after this it is said. */
const QUIET_MS = 3000;

/** Saves that wait for somebody else's. */
class Saving {
  #waiting = $state(0);

  get waits(): boolean {
    return this.#waiting > 0;
  }

  /** Watches a save on its way. */
  async during<T>(save: Promise<T>): Promise<T> {
    let counted = false;
    const timer = setTimeout(() => {
      counted = true;
      this.#waiting += 1;
    }, QUIET_MS);
    try {
      return await save;
    } finally {
      clearTimeout(timer);
      if (counted) this.#waiting -= 1;
    }
  }
}

export const saving = new Saving();
