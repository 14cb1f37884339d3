import { call } from '$lib/api/client';
import { app } from '$lib/state/app.svelte';

export const SMALLEST = 0.5;
export const LARGEST = 3;
const STEP = 0.1;

/** One step up or down from a zoom, inside what the window takes. */
export function zoomStep(from: number, direction: 1 | -1): number {
  const next = Math.round((from + direction * STEP) * 10) / 10;
  return Math.min(LARGEST, Math.max(SMALLEST, next));
}

/** Shows everything in this size, and again at the next start. */
export async function setZoom(factor: number): Promise<void> {
  // Outside the app's own window there is no zoom to set; the preference is kept all the same.
  await call('window_set_zoom', { factor }).catch(() => undefined);
  await app.editPrefs({ zoom: factor });
}
