/** The staircase toward the challenge. Pure. */
import type { Stair } from '$lib/api/bindings';

export interface Tread {
  key: string;
  /** Ink is done or under way, pencil is still open. */
  ink: boolean;
  stair: Stair | null;
  is: 'stair' | 'next' | 'challenge';
}

/** Older target conditions than these have no room; the newest are kept. */
const MOST = 3;

/** From the oldest shown up to the challenge; the tread after the active one is in pencil. */
export function treads(staircase: readonly Stair[]): Tread[] {
  const shown = staircase.slice(-MOST);
  const stairs = shown.map((stair): Tread => ({
    key: stair.id,
    ink: stair.status !== 'draft',
    stair,
    is: 'stair',
  }));
  const open: Tread[] = [{ key: 'challenge', ink: false, stair: null, is: 'challenge' }];
  if (shown.at(-1)?.status !== 'draft')
    open.unshift({ key: 'next', ink: false, stair: null, is: 'next' });
  return [...stairs, ...open];
}

export interface StairPath {
  key: string;
  d: string;
  ink: boolean;
  left: number;
  right: number;
  y: number;
}

/** A riser and a tread each, from the lower left to the upper right. */
export function stairPaths(all: readonly Tread[], width: number, height: number): StairPath[] {
  const bottom = height - 40;
  const rise = (bottom - 24) / Math.max(1, all.length - 1);
  const run = (width - 8) / Math.max(1, all.length);
  return all.map(({ key, ink }, i) => {
    const [left, y] = [4 + i * run, bottom - i * rise];
    const riser = i === 0 ? `M${left} ${y}` : `M${left} ${y + rise}V${y}`;
    return { key, ink, left, right: left + run, y, d: `${riser}H${left + run}` };
  });
}
