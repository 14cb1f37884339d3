import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chordText, matches } from './chord';
import { handleAction, listenForKeys, runAction } from './keymap';
import { actions } from './registry';

const stops: (() => void)[] = [];
const on: typeof handleAction = (...args) => {
  const stop = handleAction(...args);
  stops.push(stop);
  return stop;
};
function press(key: string, target: EventTarget, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => void stops.push(listenForKeys(window)));
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  document.body.replaceChildren();
});

describe('the keymap', () => {
  it('runs an action by its single letter, in both cases of Caps Lock', () => {
    const plan = vi.fn();
    on('plan-step', plan);
    press('n', document.body);
    press('N', document.body);
    expect(plan).toHaveBeenCalledTimes(2);
  });

  it.each(['input', 'textarea', 'select'])('leaves letters alone in a %s', (tag) => {
    const plan = vi.fn();
    on('plan-step', plan);
    const field = document.body.appendChild(document.createElement(tag));
    expect(press('n', field).defaultPrevented).toBe(false);
    expect(plan).not.toHaveBeenCalled();
  });

  it('lets chords and function keys through from a text field', () => {
    const [help, open] = [vi.fn(), vi.fn()];
    on('show-shortcuts', help);
    on('open-file', open);
    const field = document.body.appendChild(document.createElement('textarea'));
    press('F1', field);
    press('o', field, { ctrlKey: true });
    expect(help).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledOnce();
  });

  it('does not reach behind a dialog', () => {
    const [plan, hint, help] = [vi.fn(), vi.fn(), vi.fn()];
    on('plan-step', plan);
    on('hint-next', hint);
    on('show-shortcuts', help);
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const button = dialog.appendChild(document.createElement('button'));
    press('n', button);
    press('h', button);
    press('F1', button);
    expect(plan).not.toHaveBeenCalled();
    expect(hint).toHaveBeenCalledOnce();
    expect(help).toHaveBeenCalledOnce();
  });

  it('leaves undo to the text field that has the focus', () => {
    const undo = vi.fn();
    on('undo', undo);
    press('z', document.body.appendChild(document.createElement('input')), { ctrlKey: true });
    expect(undo).not.toHaveBeenCalled();
    press('z', document.body, { ctrlKey: true });
    expect(undo).toHaveBeenCalledOnce();
  });

  it('asks the newest handler first, and only while its condition holds', () => {
    const [outer, inner] = [vi.fn(), vi.fn()];
    let inside = true;
    on('plan-step', outer);
    on('plan-step', inner, () => inside);
    press('n', document.body);
    inside = false;
    press('n', document.body);
    expect([outer.mock.calls.length, inner.mock.calls.length]).toEqual([1, 1]);
  });

  it('tells which of several chords it was', () => {
    const go = vi.fn();
    on('go-team', go);
    press('3', document.body, { altKey: true, code: 'Digit3' });
    expect(go).toHaveBeenCalledWith(2);
  });

  it('runs once while a key is held', () => {
    const seal = vi.fn();
    on('step-seal', seal);
    const chord = { ctrlKey: true, shiftKey: true };
    press('Enter', document.body, chord);
    expect(press('Enter', document.body, { ...chord, repeat: true }).defaultPrevented).toBe(true);
    expect(seal).toHaveBeenCalledOnce();
  });

  it('runs nothing where nobody carries it out', () => expect(runAction('redo')).toBe(false));
});

describe('chords', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it('need exactly their modifiers', () => {
    expect(matches('Mod+Z', { ...none, key: 'z', ctrlKey: true })).toBe(true);
    expect(matches('Mod+Z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(false);
    expect(matches('Mod+Shift+Z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(true);
    expect(matches('?', { ...none, key: '?', shiftKey: true })).toBe(true);
    expect(matches('+', { ...none, key: '+', shiftKey: true })).toBe(true);
    expect(matches('+', { ...none, key: '+', ctrlKey: true })).toBe(false);
    expect(matches('Mod++', { ...none, key: '+', ctrlKey: true })).toBe(true);
  });

  it('are read as words', () => expect(chordText('Mod+Shift+Enter')).toBe('Ctrl Shift Enter'));

  it('are used once within a place', () => {
    const seen = new Set<string>();
    for (const { chords, scope } of Object.values(actions)) {
      for (const chord of chords) {
        const here = `${scope} ${chord}`;
        expect(seen.has(here), here).toBe(false);
        seen.add(here);
      }
    }
  });
});
