/**
 * Words inside the plot: the gap of each step and "signal". They go where nothing lies under them.
 * Pure.
 */
import { place, type Box, type Placed } from './labels';
import type { Layout, Spot } from './layout';

/** Beyond so many values a line covers everything anyway. */
const MOST = 200;
/** Points of each stretch of the line that words keep away from. */
const PARTS = 4;

export interface InnerWords {
  gaps: (Placed & { id: string; text: string })[];
  signal: Placed | null;
}

export function innerWords(
  box: Layout,
  texts: { gap: (error: number) => string; signal: string },
  square: number,
  /** A line that words lie on only where nothing else is free. */
  line: Box | null,
): InnerWords {
  const taken = obstacles(box);
  const put = (text: string, places: readonly Placed[]) =>
    place(text, places, box, taken, line === null ? [] : [line]) ?? place(text, places, box, taken);
  const gaps = box.expected.flatMap(({ id, at, error }) => {
    if (error === null) return [];
    const text = texts.gap(error);
    const placed = put(text, around(at, 9));
    return placed ? [{ id, text, ...placed }] : [];
  });
  const last = box.spots[box.signals.at(-1) ?? -1];
  const places = last ? around(last, square / 2 + 5).toReversed() : [];
  return { gaps, signal: put(texts.signal, places) };
}

const near = ({ x, y }: Spot, r: number): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

/** Values, what was expected, and the line between values. */
function obstacles({ spots, expected, signals }: Layout): Box[] {
  const taken = [
    ...expected.map(({ at }) => near(at, 6)),
    ...signals.flatMap((i) => spotBox(spots[i], 8)),
  ];
  if (spots.length > MOST) return taken;
  spots.forEach((spot, i) => {
    taken.push(near(spot, 4));
    const next = spots[i + 1];
    if (!next) return;
    for (let part = 1; part < PARTS; part += 1) {
      const share = part / PARTS;
      const between = {
        x: spot.x + (next.x - spot.x) * share,
        y: spot.y + (next.y - spot.y) * share,
      };
      taken.push(near(between, 2));
    }
  });
  return taken;
}

const spotBox = (spot: Spot | undefined, r: number) => (spot ? [near(spot, r)] : []);

/** Where words may stand beside a spot, the best first. */
function around({ x, y }: Spot, by: number): Placed[] {
  return [
    { x: x + by, y: y + 15, anchor: 'start' },
    { x: x - by, y: y + 18, anchor: 'end' },
    { x: x + by, y: y - 8, anchor: 'start' },
    { x: x - by, y: y - 8, anchor: 'end' },
    { x, y: y + 28, anchor: 'middle' },
    { x, y: y - 20, anchor: 'middle' },
  ];
}
