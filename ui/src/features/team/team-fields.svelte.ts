import type { MembershipItem, Role, Storyboard, TeamItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { textCodec, type Codec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';

export const ROLES: readonly Role[] = ['learner', 'coach', 'second_coach', 'facilitator'];

/**
 * Roles travel as one value: two people's choices of roles stand side by side, they are not mixed.
 */
const rolesCodec: Codec<Role[]> = {
  format: (roles) => ROLES.filter((role) => roles.includes(role)).join(' '),
  parse: (text) => ({ value: ROLES.filter((role) => text.split(' ').includes(role)) }),
};

/** The edit buffer of a team's name. Call while a component is being made. */
export function teamName(board: LiveQuery<Storyboard>) {
  return itemField({
    item: (): TeamItem | undefined => board.data?.team,
    field: 'name',
    codec: textCodec,
    empty: '',
    edit: (id, fields, basedOn) => call('team_edit', { id, fields, basedOn }),
    asOfSeq: () => board.asOfSeq,
  });
}

/** The edit buffer of the roles of a member. Call while a component is being made. */
export function memberRoles(item: () => MembershipItem, asOfSeq: () => number) {
  return itemField({
    item,
    field: 'roles',
    codec: rolesCodec,
    empty: [],
    edit: (id, fields, basedOn) => call('membership_edit', { id, fields, basedOn }),
    asOfSeq,
  });
}
