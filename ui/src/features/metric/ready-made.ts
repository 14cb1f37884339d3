import type { Good } from '$lib/api/bindings';

/** A metric whose definition stands in the catalogue; a new metric copies it and is changed as it likes. */
interface ReadyMade {
  good: Good;
  /** Days between two numbers. */
  rhythmDays: number;
}

export const readyMade = {
  lead_time: { good: 'down', rhythmDays: 7 },
  process_time: { good: 'down', rhythmDays: 7 },
  handoffs: { good: 'down', rhythmDays: 7 },
  queue_wait: { good: 'down', rhythmDays: 7 },
  complete_accurate: { good: 'up', rhythmDays: 7 },
  toil: { good: 'down', rhythmDays: 7 },
  mttd: { good: 'down', rhythmDays: 30 },
  mttr: { good: 'down', rhythmDays: 30 },
  change_lead_time: { good: 'down', rhythmDays: 7 },
  change_failure_rate: { good: 'down', rhythmDays: 7 },
  error_budget: { good: 'up', rhythmDays: 7 },
} as const satisfies Record<string, ReadyMade>;

export type ReadyMadeKey = keyof typeof readyMade;

export const readyMadeKeys = Object.keys(readyMade) as ReadyMadeKey[];
