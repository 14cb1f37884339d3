import { layers } from './layers.svelte';
import { walkRows } from './walk-rows';

/**
 * Rows with a link each are walked by Up, Down, Home and End. Where nothing has the focus yet, Up
 * and Down begin at the link that Tab goes to. `<ul {@attach linkWalk}>`
 */
export function linkWalk(rows: HTMLElement): () => void {
  const walk = (event: KeyboardEvent) => go(event, [...rows.querySelectorAll('a')]);
  const begin = (event: KeyboardEvent) => {
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!arrow || event.defaultPrevented || document.activeElement !== document.body || layers.top)
      return;
    event.preventDefault();
    rows.querySelector<HTMLElement>('a:not([tabindex="-1"])')?.focus();
  };
  rows.addEventListener('keydown', walk);
  window.addEventListener('keydown', begin);
  return () => {
    rows.removeEventListener('keydown', walk);
    window.removeEventListener('keydown', begin);
  };
}

function go(event: KeyboardEvent, links: HTMLElement[]): void {
  const link = walkRows(event, links);
  link?.closest('[role=row], li')?.scrollIntoView({ block: 'nearest' });
}
