import type { PastSession, RetrospectiveView } from '$lib/api/bindings';
import { formatRounded } from '$lib/i18n/format';

/** What the survey of one session came to. */
interface SafetyPoint {
  id: string;
  beganOn: string | null;
  /** Mean of all statements, 1 to 5, turned so that more is safer. */
  mean: number;
}

/** A mean with one decimal. */
export const meanText = (mean: number): string => formatRounded(mean, 1);

/**
 * The surveys of a team up to this session, oldest first; those with too few answers say nothing.
 */
export function trendOf(past: readonly PastSession[], view: RetrospectiveView): SafetyPoint[] {
  const { id, beganOn } = view.retrospective;
  const before = past
    .filter(({ retrospective }) => retrospective.id !== id)
    .filter(({ retrospective }) => !beganOn || (retrospective.beganOn ?? '') <= beganOn)
    .map(({ retrospective, safety }) => ({ ...retrospective, mean: safety?.mean ?? null }))
    .toReversed();
  const all = [...before, { id, beganOn, mean: view.answers.safety?.mean ?? null }];
  return all.flatMap(({ id, beganOn, mean }) => (mean === null ? [] : [{ id, beganOn, mean }]));
}
