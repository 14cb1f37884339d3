import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, messageTypes } from '../../../scripts/message-ids.mjs';
import { actions, type Scope } from '../commands/registry';
import { errorMessage, hasMessage, t } from './messages';

const words = catalogue();

describe('the catalogue', () => {
  it('has current types (npm run messages)', () => {
    expect(readFileSync('src/lib/i18n/message-ids.ts', 'utf8')).toBe(messageTypes(words));
  });

  it('names every action and every scope', () => {
    for (const { title } of Object.values(actions)) expect(hasMessage(title), title).toBe(true);
    const scopes = new Set<Scope>(Object.values(actions).map(({ scope }) => scope));
    for (const scope of scopes) expect(hasMessage(`scope-${scope}`), scope).toBe(true);
  });

  it('speaks without exclamation marks', () => {
    expect(words.split('\n').filter((line) => !line.startsWith('#') && line.includes('!'))).toEqual(
      [],
    );
  });

  it('fills in variables and counts', () => {
    expect(t('people-here', { count: 1 })).toBe('You and one other person have this file open');
    expect(t('people-here', { count: 3 })).toBe('3 other people have this file open');
  });

  it('names the fields of an error by their labels', () => {
    const said = errorMessage('seal_incomplete', {
      missing: ['checkOn', 'predicted_low', 'anything'],
    });
    expect(said).toBe(
      `Sealing still needs: ${t('step-check')}, ${t('step-expect-low')}, ${t('step-plan')}.`,
    );
  });
});
