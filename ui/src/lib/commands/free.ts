import { isTextField } from './keymap';

/** Controls that have the arrow keys, Space or Enter for themselves. */
const OWN_KEYS = 'button, a, input, select, textarea, [role="listbox"], [role="radiogroup"]';

/** Whether nothing lies above the card: keys then belong to it. */
export const uncovered = (): boolean =>
  document.querySelector('dialog[open], [popover]:popover-open') === null;

/** Whether also the control with the focus leaves such keys to the card. */
export function unclaimed(): boolean {
  return uncovered() && document.activeElement?.closest(OWN_KEYS) == null;
}

/** The arrows to the sides walk the questions, unless a choice is walked with them. */
export function sideways(): boolean {
  return (
    uncovered() &&
    document.activeElement?.closest('input, [role="radiogroup"], [role="menu"]') == null
  );
}

/** Whether somebody is in the middle of a text: nobody moves a group on while ending a sentence. */
export function typing(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLSelectElement) return false;
  return isTextField(field) && field !== null && 'value' in field && field.value !== '';
}
