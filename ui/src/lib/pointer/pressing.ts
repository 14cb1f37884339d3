/**
 * Whether a pointer is down. What lies under it stays where it is until it is up: a click whose two
 * halves meet different elements reaches neither.
 */

/** Whoever holds longer drags, or let go where nobody could hear it: in the list of a select. */
const LONGEST_MS = 1000;

let waiting: (() => void)[] | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether a pointer is down now. */
export const pressing = () => waiting !== null;

/** When no pointer is down any more and its click was heard; at once where none is down. */
export function released(): Promise<void> {
  const list = waiting;
  return list === null ? Promise.resolve() : new Promise((done) => list.push(done));
}

function down() {
  waiting ??= [];
  clearTimeout(timer);
  timer = setTimeout(up, LONGEST_MS);
}
function up() {
  clearTimeout(timer);
  const list = waiting ?? [];
  waiting = null;
  list.forEach((done) => done());
}
/** The click comes in the same task as the release. */
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(up);
};

addEventListener('pointerdown', down, { capture: true });
for (const end of ['pointerup', 'pointercancel', 'dragend'])
  addEventListener(end, soon, { capture: true });
