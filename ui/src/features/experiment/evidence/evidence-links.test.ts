import { describe, expect, it } from 'vitest';
import { linkOf, linksIn, shortLink, withLink, withoutLink } from './evidence-links';

const calls = 'https://example.org/calls?week=9';

describe('links in the evidence of a step', () => {
  it('are found among words, each once', () => {
    expect(linksIn(`The log: ${calls}\n${calls} and http://wiki`)).toEqual([calls, 'http://wiki']);
    expect(linksIn('file:///etc/passwd javascript:alert(1) example.org')).toEqual([]);
  });

  it('are one address and nothing else where they are pasted', () => {
    expect(linkOf(` ${calls}\n`)).toBe(calls);
    expect(linkOf(`see ${calls}`)).toBeNull();
    expect(linkOf('https://')).toBeNull();
  });

  it('are named by where they lead', () => {
    expect(shortLink(calls)).toBe('example.org/calls');
    expect(shortLink('https://example.org')).toBe('example.org');
  });

  it('come on a line of their own and go without the words around them', () => {
    expect(withLink('', calls)).toBe(calls);
    expect(withLink('A count.\n', calls)).toBe(`A count.\n${calls}`);
    expect(withoutLink(`A count.\n${calls}\nTwo.`, calls)).toBe('A count.\nTwo.');
    expect(withoutLink(`The log: ${calls} of March`, calls)).toBe('The log: of March');
  });
});
