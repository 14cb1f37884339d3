import type { KeyedId } from '$lib/commands/registry';
import type { IconGlyph } from './icon';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconGlyph;
  /** Shows the key of this action. */
  action?: KeyedId;
  /** Why it cannot be done now. */
  disabledReason?: string;
  run: () => void;
}
