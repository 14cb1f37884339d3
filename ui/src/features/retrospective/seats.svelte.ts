import type { ParticipantId, ParticipantLine, RetrospectiveView } from '$lib/api/bindings';
import { session } from '$lib/state/session.svelte';
import { privateRead } from './private.svelte';

/** Who of a session sits at this machine. Call while a component is being made. */
export function seatsOf(view: () => RetrospectiveView) {
  const seats = privateRead(
    'seats_get',
    () => ({ retrospectiveId: view().retrospective.id }),
    () => view().asOfSeq,
  );
  const here = $derived(
    view().participants.filter(
      ({ participant }) => !participant.gone && seats.data?.participantIds.includes(participant.id),
    ),
  );
  const me = $derived(session.board.data?.me ?? null);
  const own = $derived(here.find(({ participant }) => me !== null && participant.personId === me));
  return {
    /** Everybody at this machine, in the order in which they came. */
    get here(): ParticipantLine[] {
      return here;
    },
    /** The participant that the person of this app is. */
    get own(): ParticipantId | null {
      return own?.participant.id ?? null;
    },
    /** Several people take turns here. */
    get shared(): boolean {
      return here.length > 1 || (here.length === 1 && own === undefined);
    },
    /** Whether it is known yet who sits here. */
    get known(): boolean {
      return seats.data !== undefined;
    },
    refresh: () => seats.refresh(),
  };
}

export type SeatsHere = ReturnType<typeof seatsOf>;
