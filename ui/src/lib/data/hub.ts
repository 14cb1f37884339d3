/** What a batch of changes touched, without what it says. */
export interface Touched {
  entities: ReadonlySet<string>;
}

interface Listener {
  /** Entities this query reads; null reads everything. */
  reads: readonly string[] | null;
  refresh: () => unknown;
}

const listeners = new Set<Listener>();

/** Runs `refresh` whenever a change touches what is read. Returns the way to stop. */
export function listenTo(reads: readonly string[] | null, refresh: () => unknown): () => void {
  const listener = { reads, refresh };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announce(touched: Touched): void {
  for (const { reads, refresh } of [...listeners]) {
    if (!reads || reads.some((entity) => touched.entities.has(entity))) refresh();
  }
}

/** Something larger happened (another file, a gap in the feed): everything is read again. */
export function announceAll(): void {
  for (const { refresh } of [...listeners]) refresh();
}
