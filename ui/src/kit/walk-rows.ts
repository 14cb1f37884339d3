import { isTextField } from '$lib/commands/keymap';

interface Walk {
  /** What of a row takes the focus; the row itself unless told. */
  target?: (row: Element) => HTMLElement | null;
  /** Behind the last row comes the first. */
  round?: boolean;
}

/**
 * Lets Up, Down, Home and End go from row to row: gives the row that has the focus now, after the
 * event was one of these keys and another row could take it. A text that is being written keeps its
 * keys, and so does what goes with Alt, Ctrl and the like.
 */
export function walkRows(
  event: KeyboardEvent,
  rows: readonly Element[],
  { target = (row) => row as HTMLElement, round = false }: Walk = {},
): Element | null {
  if (event.altKey || event.ctrlKey || event.metaKey || isTextField(event.target)) return null;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = placeAfter(event.key, at, rows.length);
  const row = to === null ? undefined : rows[round ? (to + rows.length) % rows.length : to];
  const next = row && target(row);
  if (!row || !next) return null;
  event.preventDefault();
  next.focus();
  return row;
}

function placeAfter(key: string, at: number, count: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  // Where no row has the focus, Up leads to none before the first.
  return to === undefined ? null : Math.max(to, -1);
}
