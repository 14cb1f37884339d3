import { afterEach, describe, expect, it } from 'vitest';
import { typing } from './free';

afterEach(() => document.body.replaceChildren());

function focused(html: string) {
  document.body.innerHTML = html;
  document.body.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

describe('being in the middle of a text', () => {
  it.each([
    ['a text with words', '<textarea>Alarms at</textarea>', true],
    ['an empty text', '<input type="text" />', false],
    ['a list with a choice', '<select><option>Mara</option></select>', false],
    ['a ticked box', '<input type="checkbox" value="on" checked />', false],
  ])('with the focus in %s', (_, html, is) => {
    focused(html);
    expect(typing()).toBe(is);
  });
});
