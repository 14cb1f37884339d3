import { uncovered } from '$lib/commands/free';
import { tick, untrack } from 'svelte';
import type { Selection } from './selection.svelte';

/**
 * Arrows walk the notes of a wall, with Shift they choose on the way; Escape puts the choice aside.
 */
export function walkNotes(event: KeyboardEvent, selection: Selection): void {
  if (event.key === 'Escape' && selection.chosen.length > 0) {
    event.preventDefault();
    return selection.clear();
  }
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-note]');
  if (!from || !event.key.startsWith('Arrow') || event.ctrlKey || event.altKey || event.metaKey)
    return;
  const wall = event.currentTarget as HTMLElement;
  const to = noteBeside(from, [...wall.querySelectorAll<HTMLElement>('[data-note]')], event.key);
  event.preventDefault();
  if (!to) return;
  if (event.shiftKey) [from, to].forEach((one) => selection.add(one.dataset['note'] ?? ''));
  to.focus();
}

/** The card of a note within the wall. */
export const cardOf = (wall: HTMLElement | undefined, id: string | null): HTMLElement | undefined =>
  wall?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id ?? '')}"]`) ?? undefined;

/**
 * The focus stays on the wall: with the note that has it, also where the note went to another
 * topic, by whomever; with any note where the control that had it is gone. Call while a component
 * is being made.
 */
export function keepFocus(
  view: () => unknown,
  stage: () => HTMLElement | undefined,
  focused: () => string | null,
): void {
  $effect.pre(() => {
    void view();
    const [at, had] = untrack(() => [stage(), focused()] as const);
    if (!at?.contains(document.activeElement)) return;
    void tick().then(() => {
      if (document.activeElement !== document.body || !uncovered()) return;
      (cardOf(at, had) ?? at.querySelector<HTMLElement>('[data-note]'))?.focus();
    });
  });
}

/**
 * Whoever comes to the wall stands at its first note, from which the arrows walk; unless they are
 * writing elsewhere. Call while a component is being made.
 */
export function beginAtNotes(count: () => number, stage: () => HTMLElement | undefined): void {
  let begun = false;
  $effect(() => {
    if (begun || count() === 0) return;
    begun = true;
    const [at, wall] = [document.activeElement, untrack(stage)];
    if (!wall || wall.contains(at) || at?.matches('input, textarea, select') || !untrack(uncovered))
      return;
    wall.querySelector<HTMLElement>('[data-note]')?.focus();
  });
}

/**
 * The note beside another one, in the direction of an arrow: the nearest whose middle lies that
 * way. Notes of the same topic come first; only at its edge the arrow leads out of it. To the sides
 * a row goes on in the next one, as text does.
 */
export function noteBeside(
  from: HTMLElement,
  all: readonly HTMLElement[],
  key: string,
): HTMLElement | null {
  const box = boxOf(from);
  const near = all.filter((one) => boxOf(one) === box);
  const onward = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const wrapped = onward === undefined ? undefined : near[near.indexOf(from) + onward];
  return nearest(from, near, key) ?? wrapped ?? nearest(from, all, key);
}

const boxOf = (note: HTMLElement) => note.closest('[data-box]');

function nearest(from: HTMLElement, all: readonly HTMLElement[], key: string): HTMLElement | null {
  const middle = (one: HTMLElement) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [x, y] = middle(from);
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  let best: HTMLElement | null = null;
  let shortest = Infinity;
  for (const one of all) {
    const [dx, dy] = [middle(one)[0] - x, middle(one)[1] - y];
    const along = (sideways ? dx : dy) * sign;
    if (one === from || along < 1) continue;
    // What lies straight ahead is nearer than what lies aside.
    const distance = along + 3 * Math.abs(sideways ? dy : dx);
    if (distance < shortest) [best, shortest] = [one, distance];
  }
  return best;
}
