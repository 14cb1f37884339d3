import { asWireError, type WireError } from '../api/error';
import type { TeamId } from '../api/bindings';
import { pressing, released } from '../pointer/pressing';

/**
 * Every view says how far into the log it has read, and whose rows it shows where they are of one
 * team.
 */
export interface ViewAnswer {
  asOfSeq: number;
  teamId?: TeamId | null;
  team?: { id: TeamId };
}

function teamOf({ teamId, team }: ViewAnswer): TeamId | null {
  return teamId ?? team?.id ?? null;
}

interface Overlay<T> {
  apply: (view: T) => T;
  /** Null until the write was acknowledged. */
  seq: number | null;
}

/**
 * One live query. Old data stays while the query runs again; an answer that was overtaken (asked
 * for other parameters, or read earlier in the log than what is shown) is dropped; optimistic
 * overlays lie on top until an answer contains what they foretold.
 */
export class LiveQuery<T extends ViewAnswer> {
  #answer = $state.raw<T | undefined>();
  #overlays = $state.raw<Overlay<T>[]>([]);
  #error = $state.raw<WireError | null>(null);
  #running = $state(false);
  #ask: (() => Promise<T>) | null = null;
  #question = 0;
  #again = false;

  readonly #data = $derived.by(() => {
    const answer = this.#answer;
    return answer && this.#overlays.reduce((view, overlay) => overlay.apply(view), answer);
  });

  get data(): T | undefined {
    return this.#data;
  }
  get error(): WireError | null {
    return this.#error;
  }
  get running(): boolean {
    return this.#running;
  }
  /** The team whose rows are shown; null while none are, and where they are of several. */
  get teamId(): TeamId | null {
    return this.#answer ? teamOf(this.#answer) : null;
  }
  get asOfSeq(): number {
    return this.#answer?.asOfSeq ?? 0;
  }

  /**
   * A new question. What is shown belongs to the old one and goes, unless both are about the same:
   * another page of one list, say. Then it stays until the answer is there.
   */
  ask(ask: (() => Promise<T>) | null, aboutTheSame = false): void {
    this.#ask = ask;
    this.#question += 1;
    if (!aboutTheSame) this.#answer = undefined;
    this.#overlays = [];
    this.#error = null;
    this.#running = false;
    void this.refresh();
  }

  /** Runs again. While a run is under way it is enough to remember that one more is wanted. */
  async refresh(): Promise<void> {
    if (!this.#ask) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    const question = this.#question;
    this.#running = true;
    this.#again = false;
    try {
      const answer = await this.#ask();
      // Nothing that is shown jumps under the pointer.
      if (this.#answer && pressing()) await released();
      if (question === this.#question) this.#accept(answer);
    } catch (thrown) {
      if (question === this.#question) this.#error = asWireError(thrown);
    }
    if (question !== this.#question) return;
    this.#running = false;
    if (this.#again) await this.refresh();
  }

  #accept(answer: T): void {
    this.#error = null;
    if (this.#answer && answer.asOfSeq < this.#answer.asOfSeq) return;
    this.#answer = answer;
    this.#overlays = this.#overlays.filter(({ seq }) => seq === null || seq > answer.asOfSeq);
  }

  /**
   * Shows a change before it is written. It stands until the view has read the write's seq, or is
   * dropped when the write failed.
   */
  overlay(apply: (view: T) => T): { until(seq: number): void; drop(): void } {
    const mine: Overlay<T> = { apply, seq: null };
    const drop = () => {
      this.#overlays = this.#overlays.filter((other) => other !== mine);
    };
    this.#overlays = [...this.#overlays, mine];
    return {
      until: (seq) => {
        mine.seq = seq;
        if (this.asOfSeq >= seq) drop();
      },
      drop,
    };
  }
}
