import type { Good, MetricKind } from '$lib/api/bindings';

/**
 * A metric whose definition stands in the catalogue; a new metric copies it and is changed as it
 * likes.
 */
interface ReadyMade {
  kind: MetricKind;
  good: Good;
  /** Days between two numbers. */
  rhythmDays: number;
}

export const readyMade = {
  lead_time: { kind: 'outcome', good: 'down', rhythmDays: 7 },
  process_time: { kind: 'process', good: 'down', rhythmDays: 7 },
  handoffs: { kind: 'process', good: 'down', rhythmDays: 7 },
  queue_wait: { kind: 'process', good: 'down', rhythmDays: 7 },
  complete_accurate: { kind: 'process', good: 'up', rhythmDays: 7 },
  toil: { kind: 'process', good: 'down', rhythmDays: 7 },
  mttd: { kind: 'process', good: 'down', rhythmDays: 30 },
  mttr: { kind: 'outcome', good: 'down', rhythmDays: 30 },
  change_lead_time: { kind: 'outcome', good: 'down', rhythmDays: 7 },
  change_failure_rate: { kind: 'guardrail', good: 'down', rhythmDays: 7 },
  error_budget: { kind: 'guardrail', good: 'up', rhythmDays: 7 },
} as const satisfies Record<string, ReadyMade>;

export type ReadyMadeKey = keyof typeof readyMade;

export const readyMadeKeys = Object.keys(readyMade) as ReadyMadeKey[];
