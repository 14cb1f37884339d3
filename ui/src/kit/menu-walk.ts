import { tick } from 'svelte';
import { walkRows } from './walk-rows';

const rows = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];

/** The first row of a menu takes the focus, after the panel around it had it. */
export function beginMenu(menu: HTMLElement): void {
  void tick().then(() => rows(menu)[0]?.focus());
}

/** Arrows, Home and End walk the rows of a menu, around its ends. Whether this was such a key. */
export function walkMenu(event: KeyboardEvent): boolean {
  const walked = walkRows(event, rows(event.currentTarget as HTMLElement), { round: true });
  if (walked) event.stopPropagation();
  return walked !== null;
}
