import { afterEach, describe, expect, it } from 'vitest';
import { modal } from './modal';

function key(type: 'keydown' | 'keyup', target: Element, repeat = false) {
  const event = new KeyboardEvent(type, { key: 'Enter', repeat, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

afterEach(() => document.body.replaceChildren());

describe('a dialog', () => {
  it('gives the focus back without letting a held key press what has it then', () => {
    const field = document.body.appendChild(document.createElement('button'));
    field.focus();
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const close = modal(dialog);
    dialog.remove();
    close();
    expect(document.activeElement).toBe(field);
    expect(key('keydown', field, true).defaultPrevented).toBe(true);
    key('keyup', field);
    expect(key('keydown', field).defaultPrevented).toBe(false);
    expect(key('keydown', field, true).defaultPrevented).toBe(false);
  });
});
