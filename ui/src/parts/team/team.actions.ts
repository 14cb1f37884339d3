import { call } from '$lib/api/client';
import { act } from '$lib/data/act';

/** Where the name of a team that is not made yet is kept. */
export const NEW_TEAM = { entityId: 'new team', field: 'name' };

/** Makes a team. Its id, or null where it was refused. */
export async function addTeam(name: string): Promise<string | null> {
  return (await act(() => call('team_create', { fields: { name: name.trim() } })))?.id ?? null;
}

export const removeTeam = (id: string) => act(() => call('team_remove', { id }), 'team-gone');

/** Puts somebody the board knows into a team. */
export const addMember = (teamId: string, personId: string) =>
  act(() => call('membership_create', { teamId, personId }), 'team-joined');

/** Puts somebody into a team whom the board does not know yet. */
export const addPerson = (teamId: string, name: string) =>
  act(() => call('membership_create', { teamId, name }), 'team-joined');

export const removeMember = (id: string) =>
  act(() => call('membership_remove', { id }), 'team-left');
