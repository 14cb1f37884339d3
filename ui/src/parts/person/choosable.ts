import type { MemberLine, PersonId } from '$lib/api/bindings';
import { session } from '$lib/state/session.svelte';

/**
 * The people one of whom is chosen: the team, then the person of this app and whoever else is
 * named. Who has left the team stays readable where they were chosen.
 */
export function choosable(
  members: readonly MemberLine[],
  ...also: readonly (PersonId | null | undefined)[]
): { value: PersonId; label: string }[] {
  const team = members.map(({ membership, name }) => ({ value: membership.personId, label: name }));
  const known = new Set(team.map(({ value }) => value));
  const others = new Set(
    [session.board.data?.me, ...also].filter((one) => one != null && !known.has(one)),
  );
  return [...team, ...[...others].flatMap((value) => named(value ?? null))];
}

function named(value: PersonId | null) {
  const label = session.nameOf(value);
  return value !== null && label !== null ? [{ value, label }] : [];
}
