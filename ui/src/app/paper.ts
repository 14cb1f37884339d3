import type { PaperForm } from '$parts/report/report.actions';
import type { Route } from './router.svelte';

/** The form that a screen is on paper; null where the window prints what it shows. */
export function paperForm(route: Route): PaperForm | null {
  if (route.view === 'storyboard') return 'storyboard';
  return route.view === 'experiments' && route.experimentId === null ? 'record' : null;
}
