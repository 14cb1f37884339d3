import { plan } from '$parts/experiment/experiment.actions';
import type { ClockMove, Coaching, CoachingCycleItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
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
  coaching: Coaching,
  cycle: CoachingCycleItem,
  question: number,
  note: string,
): Promise<boolean> {
  const fields = { thresholdQuestion: question, thresholdNote: note };
  const basedOn = {
    thresholdQuestion: headsOf(cycle.meta, 'thresholdQuestion'),
    thresholdNote: headsOf(cycle.meta, 'thresholdNote'),
  };
  const written = await act(
    () => mutate('coaching_cycle_edit', { id: cycle.id, fields, basedOn }),
    'coaching-unknown-toast',
  );
  if (!written) return false;
  await goAndSee(coaching, note);
  return true;
}

/**
 * A step that is planned already is somebody's: it stays as it is, unless nothing is written in it
 * yet.
 */
async function goAndSee({ storyboard, nextStep }: Coaching, note: string): Promise<void> {
  const fields = {
    experimentKind: 'go_and_see',
    step: t('coaching-go-and-see', { note }),
  } as const;
  const next = nextStep?.experiment;
  if (!next) await plan(storyboard, fields);
  else if (next.state === 'planned' && next.step === '') {
    const basedOn = {
      experimentKind: headsOf(next.meta, 'experimentKind'),
      step: headsOf(next.meta, 'step'),
    };
    await act(() => call('experiment_edit', { id: next.id, fields, basedOn }));
  }
}
