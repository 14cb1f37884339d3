import type { Hit } from '$lib/api/bindings';
import { asWireError } from '$lib/api/error';
import { call } from '$lib/api/client';
import { errorMessage } from '$lib/i18n/messages';

/**
 * A pause of typing after which the core is asked; what the window has itself is listed at once.
 */
const PAUSE_MS = 90;
/** While the core still reads the board, it is asked again. */
const AGAIN_MS = 600;
const HITS = 12;

/**
 * Rows of the board with the words that are being typed. Old hits stay until the new ones are
 * there.
 */
export class BoardWords {
  hits = $state.raw<Hit[]>([]);
  /** What the hits are for. */
  query = $state('');
  indexing = $state(false);
  problem = $state<string | null>(null);
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  ask(typed: string, teamId: string | null): void {
    const query = typed.trim();
    this.stop();
    if (query === this.query && !this.indexing) return;
    if (!query) return this.#take('', [], false);
    this.#later(PAUSE_MS, query, teamId);
  }

  /** Somebody wrote: the same words may be found elsewhere now. */
  again(teamId: string | null): void {
    if (!this.query) return;
    clearTimeout(this.#timer);
    this.#later(0, this.query, teamId);
  }

  /** Forgets what was asked; an answer that still comes is not taken. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#question += 1;
  }

  #later(ms: number, query: string, teamId: string | null): void {
    this.#timer = setTimeout(() => void this.#run(query, teamId), ms);
  }

  async #run(query: string, teamId: string | null): Promise<void> {
    const question = ++this.#question;
    try {
      const { hits, indexing } = await call('search', { query, limit: HITS, teamId });
      if (question !== this.#question) return;
      this.#take(query, hits, indexing);
      if (indexing) this.#later(AGAIN_MS, query, teamId);
    } catch (thrown) {
      if (question !== this.#question) return;
      const { code, params } = asWireError(thrown);
      this.#take(query, [], false);
      this.problem = errorMessage(code, params);
    }
  }

  #take(query: string, hits: Hit[], indexing: boolean): void {
    this.query = query;
    this.hits = hits;
    this.indexing = indexing;
    this.problem = null;
  }
}
