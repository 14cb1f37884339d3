import type { ClockMove, CoachingCycleItem } from '$lib/api/bindings';
import { act } from '$lib/data/act';
import { headsOf } from '$lib/data/item-field.svelte';
import { mutate } from '$lib/data/mutate';
import { t } from '$lib/i18n/messages';

export interface People {
  learnerId: string | null;
  coachId: string | null;
  secondCoachId: string | null;
}

export function beginCycle(focusProcessId: string, people: People) {
  return act(() => mutate('coaching_cycle_begin', { focusProcessId, ...people }));
}

export function moveCycleClock(id: string, clock: ClockMove) {
  return act(() => mutate('coaching_cycle_clock', { id, clock }));
}

export function breakOff(id: string) {
  return act(() => mutate('coaching_cycle_break_off', { id }), 'coaching-end-broken');
}

/** The cycle ends with what stands beside it on the board. */
export function finish(cycle: CoachingCycleItem, nextStepId: string | null) {
  const { id, nextOn, nextTime } = cycle;
  const request = { id, nextStepId, nextOn, nextTime };
  return act(() => mutate('coaching_cycle_finish', request), 'coaching-end-finished');
}

/**
 * The threshold of knowledge: what is not known is written down, and the next step is to go and see
 * it.
 */
export async function unknown(
  cycle: CoachingCycleItem,
  question: number,
  note: string,
): Promise<boolean> {
  const basedOn = {
    thresholdQuestion: headsOf(cycle.meta, 'thresholdQuestion'),
    thresholdNote: headsOf(cycle.meta, 'thresholdNote'),
  };
  const step = t('coaching-go-and-see', { note });
  const request = { id: cycle.id, question, note, step, basedOn };
  const written = await act(
    () => mutate('coaching_cycle_unknown', request),
    'coaching-unknown-toast',
  );
  return written !== null;
}
