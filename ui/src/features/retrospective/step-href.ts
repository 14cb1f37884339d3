import type { StepLine } from '$lib/api/bindings';

/** Where a step stands among the experiments of its process. */
export const stepHref = (team: string, { experiment }: StepLine): string =>
  `#/team/${team}/experiments/${experiment.focusProcessId}/${experiment.id}`;
