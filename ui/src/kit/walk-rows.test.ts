import { fireEvent } from '@testing-library/dom';
import { afterEach, describe, expect, it } from 'vitest';
import { walkRows } from './walk-rows';

/** A list of three rows, the second of which has a text to write in. */
function list(round: boolean) {
  document.body.innerHTML =
    '<ul><li><button>a</button></li><li><button>b</button><input></li>' +
    '<li><button>c</button></li></ul>';
  const ul = document.querySelector('ul') as HTMLElement;
  ul.addEventListener('keydown', (event) => {
    walkRows(event, [...ul.children], { target: (row) => row.querySelector('button'), round });
  });
  const [a, b, c] = [...ul.querySelectorAll('button')];
  const press = (key: string, more = {}) => {
    fireEvent.keyDown(document.activeElement ?? ul, { key, ...more });
    return document.activeElement?.textContent;
  };
  return { a, b, c, press, field: ul.querySelector('input') };
}

afterEach(() => (document.body.innerHTML = ''));

describe('a walk through rows', () => {
  it('goes up and down, to the first and the last, and stops at the ends', () => {
    const { a, press } = list(false);
    a?.focus();
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'End', 'ArrowUp'];
    expect(keys.map((key) => press(key))).toEqual(['a', 'b', 'c', 'c', 'a', 'c', 'b']);
  });

  it('goes around where the rows are a menu', () => {
    const { c, press } = list(true);
    c?.focus();
    expect(press('ArrowDown')).toBe('a');
    expect(press('ArrowUp')).toBe('c');
  });

  it('leaves keys to a text that is being written, and those with Alt to others', () => {
    const { b, field, press } = list(false);
    field?.focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(field);
    b?.focus();
    expect(press('ArrowDown', { altKey: true })).toBe('b');
  });
});
