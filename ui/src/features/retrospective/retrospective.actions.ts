import { addMember } from '$parts/team/team.actions';
import type {
  ClockMove,
  ParticipantId,
  PersonId,
  RetroFormat,
  RetrospectiveId,
  RetrospectivePatch,
  TeamId,
} from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { mutate } from '$lib/data/mutate';
import { t } from '$lib/i18n/messages';

/** Prepares a session of a format; its phases and prompts are as usual for it. Answers its id. */
export async function prepare(
  teamId: string,
  format: RetroFormat,
  fields: RetrospectivePatch = {},
): Promise<string | null> {
  const title = t(`retro-format-${format}`);
  const made = await act(() =>
    mutate('retrospective_create', { teamId, fields: { title, format, ...fields } }),
  );
  return made?.id ?? null;
}

/** Begins a session; whoever begins it takes part in it. */
export async function beginSession(id: RetrospectiveId): Promise<void> {
  if (await act(() => mutate('retrospective_begin', { id }))) await join(id);
}

/** Comes in, or comes back: the person of this app, or somebody else who sits at it. */
export function join(
  retrospectiveId: RetrospectiveId,
  who: { personId?: PersonId; name?: string } = {},
) {
  return act(() => call('participant_join', { retrospectiveId, ...who }));
}

/**
 * A guest becomes somebody the board knows, in the team. Their id, or null where it was refused.
 */
export async function knowGuest(teamId: TeamId, name: string): Promise<PersonId | null> {
  const person = await act(() => call('person_create', { fields: { name } }));
  return person && (await addMember(teamId, person.id)) ? person.id : null;
}

export function leave(id: ParticipantId) {
  return act(() => call('participant_leave', { id }));
}

export function setReady(id: ParticipantId, ready: boolean) {
  return act(() => call('participant_ready', { id, ready }));
}

/** Moves the group to a phase; one key takes it back. */
export function advance(id: RetrospectiveId, to: number) {
  return act(() => mutate('retrospective_advance', { id, to }), 'retro-moved');
}

export function moveSessionClock(id: RetrospectiveId, clock: ClockMove) {
  return act(() => mutate('retrospective_clock', { id, clock }));
}

export function handOver(id: RetrospectiveId, personId: PersonId) {
  return act(() => mutate('retrospective_hand_over', { id, personId }), 'retro-handed-over');
}

/** Ends a session, with the step it agreed on or with the reason why there is none. */
export function end(id: RetrospectiveId, nextStepId: string | null, noStepReason: string) {
  return act(() => mutate('retrospective_close', { id, nextStepId, noStepReason }), 'retro-ended');
}

export function removeSession(id: RetrospectiveId) {
  return act(() => mutate('retrospective_remove', { id }), 'retro-removed');
}
