import type { Entity, TeamId, Wrote } from '../api/bindings';

interface Listener {
  /** The kinds of rows that the query reads; null reads everything. */
  reads: readonly Entity[] | null;
  /** The team whose rows it shows now; null where it shows those of several. */
  team: () => TeamId | null;
  refresh: () => unknown;
}

const listeners = new Set<Listener>();

/**
 * Runs `refresh` whenever something is written that the query reads: in the team whose rows it
 * shows, or in what belongs to the board itself. Returns the way to stop.
 */
export function listenTo(
  reads: readonly Entity[] | null,
  refresh: () => unknown,
  team: () => TeamId | null = () => null,
): () => void {
  const listener = { reads, team, refresh };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something was written in these kinds of rows of these teams. */
export function announce(wrote: readonly Wrote[]): void {
  for (const listener of [...listeners]) {
    if (wrote.some((place) => concerns(listener, place))) listener.refresh();
  }
}

function concerns({ reads, team }: Listener, wrote: Wrote): boolean {
  if (reads && !reads.includes(wrote.entity)) return false;
  const shown = team();
  return shown === null || wrote.teamId === null || wrote.teamId === shown;
}

/** Something larger happened (another file, a gap in the feed): everything is read again. */
export function announceAll(): void {
  for (const { refresh } of [...listeners]) refresh();
}
