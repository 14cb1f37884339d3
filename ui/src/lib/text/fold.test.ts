import { describe, expect, it } from 'vitest';
import { nameScore } from './fold';

describe('names and what is typed', () => {
  it('need every word, in any order, without regard to case and marks', () => {
    expect(nameScore('Plan the next step', 'step pl')).not.toBeNull();
    expect(nameScore('Prüfung', 'PRUF')).toBe(0);
    expect(nameScore('Plan the next step', 'plan review')).toBeNull();
  });

  it('put the beginning before a word within, and that before letters within', () => {
    const score = (name: string) => nameScore(name, 'step') ?? Infinity;
    expect(score('Step list')).toBeLessThan(score('Next step'));
    expect(score('Next step')).toBeLessThan(score('Footsteps'));
  });

  it('match everything where nothing is typed', () => expect(nameScore('Undo', ' ')).toBe(0));
});
