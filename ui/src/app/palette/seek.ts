import type { Hit } from '$lib/api/bindings';
import { sought } from '$lib/state/sought.svelte';
import { router, type Route } from '../router.svelte';

/** A row that does not come, as another person has removed it, is not waited for any longer. */
const PATIENCE_MS = 5000;

export function routeOf(hit: Hit): Route {
  if (hit.retrospective) return { view: 'retrospective', retrospectiveId: hit.retrospective.id };
  const place = { teamId: hit.teamId, processId: hit.focusProcessId };
  return hit.kind === 'experiment'
    ? { view: 'experiments', ...place, experimentId: hit.id }
    : { view: 'storyboard', ...place };
}

/** Goes to where a row stands and gives it the focus as soon as it is on the page. */
export function seek(hit: Hit): void {
  sought.id = hit.id;
  router.go(routeOf(hit));
  const row = () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(hit.id)}"]`);
  // What is no longer on the storyboard, as an earlier target condition, has a successor in its
  // cell.
  const cell = () => document.querySelector<HTMLElement>(`[data-noun="${CSS.escape(hit.kind)}"]`);
  whenThere(row, (found) => focusIn(found ?? cell()));
}

/** What is read comes before what can be done with it. */
const STOPS = ['.show', '.field-empty button', 'button', 'a[href]'];

function focusIn(place: HTMLElement | null): void {
  if (!place) return;
  place.scrollIntoView({ block: 'nearest' });
  if (place.matches('button')) return place.focus();
  const stops = STOPS.map((stop) => place.querySelector<HTMLElement>(stop));
  const stop = stops.find((found) => found !== null);
  if (stop) return stop.focus();
  // What is only read has the focus too, so that reading goes on there.
  place.tabIndex = -1;
  place.focus();
}

function whenThere(
  find: () => HTMLElement | null,
  then: (found: HTMLElement | null) => void,
): void {
  const at = location.hash;
  const watch = new MutationObserver(look);
  const end = setTimeout(() => done(find()), PATIENCE_MS);
  function done(found: HTMLElement | null) {
    watch.disconnect();
    clearTimeout(end);
    sought.id = null;
    // Who has gone elsewhere meanwhile keeps the focus there.
    if (location.hash === at) then(found);
  }
  function look() {
    const found = find();
    if (found) done(found);
  }
  watch.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-row'],
  });
  look();
}
