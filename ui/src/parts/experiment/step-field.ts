import type { StepFieldName } from './step-sheet.svelte';

interface StepFieldKind {
  /** What its messages begin with, after `step-`: its label, and with `-prompt` its prompt. */
  words: string;
  as: 'lines' | 'number' | 'date';
  /** On the result side ink comes with closing. */
  result?: boolean;
}

/** The fields of a step that are written in, as every screen has them. */
export const STEP_FIELDS = {
  step: { words: 'step', as: 'lines' },
  prediction: { words: 'prediction', as: 'lines' },
  ifConfirmed: { words: 'if-confirmed', as: 'lines' },
  ifRefuted: { words: 'if-refuted', as: 'lines' },
  ifInconclusive: { words: 'if-inconclusive', as: 'lines' },
  sample: { words: 'sample', as: 'lines' },
  guardrails: { words: 'guardrails', as: 'lines' },
  checkOn: { words: 'check', as: 'date' },
  baseline: { words: 'now', as: 'number' },
  predicted: { words: 'expect', as: 'number' },
  predictedLow: { words: 'expect-low', as: 'number' },
  predictedHigh: { words: 'expect-high', as: 'number' },
  confidence: { words: 'sure', as: 'number' },
  actual: { words: 'actual', as: 'number', result: true },
  whatHappened: { words: 'happened', as: 'lines', result: true },
  learned: { words: 'learned', as: 'lines', result: true },
  belief: { words: 'belief', as: 'lines', result: true },
  evidence: { words: 'evidence', as: 'lines', result: true },
} as const satisfies Partial<Record<StepFieldName, StepFieldKind>>;

/** One of them. */
export type WrittenFieldName = keyof typeof STEP_FIELDS;
