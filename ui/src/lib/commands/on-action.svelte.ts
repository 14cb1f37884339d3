import { handleAction } from './keymap';
import type { ActionId } from './registry';

/** Carries an action out for as long as the calling component stands on the screen. */
export function onAction(
  id: ActionId,
  handler: (which: number) => void,
  when?: () => boolean,
): void {
  $effect(() => handleAction(id, handler, when));
}
