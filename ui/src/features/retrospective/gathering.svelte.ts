import type { GatheringLine, ParticipantItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { session } from '$lib/state/session.svelte';

/**
 * This app stands in front of a session for as long as the calling component does; null for none.
 */
export function followSession(id: () => string | null): void {
  const followed = $derived(id());
  // A presence that cannot be told is no reason to disturb the session.
  const tell = (request: { id?: string }) =>
    void call('retrospective_follow', request)
      .then((presence) => session.see(presence))
      .catch(() => undefined);
  $effect(() => {
    if (followed === null) return;
    tell({ id: followed });
    return () => tell({});
  });
}

/** The apps in front of a session, this one among them; null where that is not known. */
export function gatheringAt(id: string): GatheringLine | null {
  return session.retrospective?.id === id ? session.retrospective : null;
}

/**
 * Whether it is known that no app stands there for a participant: neither their own nor that of
 * whom they sit with.
 */
export function isAway({ retrospectiveId, personId, hostId }: ParticipantItem): boolean {
  const there = gatheringAt(retrospectiveId);
  const apps = [personId, hostId].filter((one) => one !== null);
  return there !== null && apps.length > 0 && !apps.some((one) => there.personIds.includes(one));
}
