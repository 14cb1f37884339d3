import { t } from '../i18n/messages';
import type { MessageId } from '../i18n/message-ids';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** The key's place on the keyboard: Alt and a digit give another character on a Mac. */
  code?: string;
}

/** "Mod++" is Ctrl and the plus key, "+" the plus key alone. */
function partsOf(chord: string): string[] {
  if (chord === '+') return ['+'];
  return chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
}

/**
 * Whether an event is this chord. Shift counts only with letters and named keys: "?" is typed with
 * Shift.
 */
export function matches(chord: string, press: KeyPress): boolean {
  const parts = partsOf(chord);
  const key = parts.pop() ?? '';
  const wants = (name: string) => parts.includes(name);
  const ctrl = wants('Ctrl') || (wants('Mod') && !isMac);
  const meta = wants('Mod') && isMac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== wants('Alt'))
    return false;
  if (/^[0-9]$/.test(key) && wants('Alt')) return press.code === `Digit${key}`;
  if (key === 'Space') return press.key === ' ' && press.shiftKey === wants('Shift');
  if (key.length > 1 || /^[A-Z]$/.test(key)) {
    return press.key.toLowerCase() === key.toLowerCase() && press.shiftKey === wants('Shift');
  }
  return press.key === key;
}

const words: Record<string, MessageId> = {
  Ctrl: 'key-ctrl',
  Alt: 'key-alt',
  Shift: 'key-shift',
  Enter: 'key-enter',
  Escape: 'key-escape',
  Delete: 'key-delete',
  Tab: 'key-tab',
  ArrowUp: 'key-up',
  ArrowDown: 'key-down',
  ArrowLeft: 'key-left',
  ArrowRight: 'key-right',
  Space: 'key-space',
};

/** A chord as people read it: "Ctrl Shift Z". */
export function chordText(chord: string): string {
  return partsOf(chord)
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part))
    .map((part) => {
      const word = words[part];
      return word ? t(word as 'key-ctrl') : part;
    })
    .join(' ');
}

/** A chord for `aria-keyshortcuts`. */
export function ariaChord(chord: string): string {
  return chord.replace('Mod', isMac ? 'Meta' : 'Control').replace('Ctrl', 'Control');
}
