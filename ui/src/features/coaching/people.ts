import type { Role, Storyboard } from '$lib/api/bindings';
import type { People } from './cycle.actions';

/**
 * Who stands in front of the board: as last time, else by the roles that were taken in the team.
 */
export function likelyPeople(board: Storyboard, before: People | undefined): People {
  const there = (person: string | null | undefined) =>
    board.members.some(({ membership }) => membership.personId === person)
      ? (person ?? null)
      : null;
  const first = (role: Role) =>
    board.members.find(({ roles }) => roles.includes(role))?.membership.personId ?? null;
  return {
    learnerId: there(before?.learnerId) ?? first('learner'),
    coachId: there(before?.coachId) ?? first('coach'),
    secondCoachId: there(before?.secondCoachId) ?? first('second_coach'),
  };
}
