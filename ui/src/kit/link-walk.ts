import { layers } from './layers.svelte';

/**
 * Rows with a link each are walked by Up, Down, Home and End. Where nothing has the focus yet, Up and Down begin at
 * the link that Tab goes to. `<ul {@attach linkWalk}>`
 */
export function linkWalk(rows: HTMLElement): () => void {
  const walk = (event: KeyboardEvent) => go(event, [...rows.querySelectorAll('a')]);
  const begin = (event: KeyboardEvent) => {
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!arrow || event.defaultPrevented || document.activeElement !== document.body || layers.top) return;
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
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const next = links[to[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.closest('[role=row], li')?.scrollIntoView({ block: 'nearest' });
}
