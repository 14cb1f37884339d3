import type { ChangeBatch, Entity, Push, TeamId } from '$lib/api/bindings';

/** What a window hears of a colleague who wrote in a row of a team. */
export function heard(entity: Entity, teamId: TeamId | null, seq: number): Push {
  const batch: ChangeBatch = {
    from: seq - 1,
    to: seq,
    wrote: [{ entity, teamId }],
    operations: [
      {
        seq,
        op: `op_${seq}`,
        kind: `${entity}_edit`,
        by: 'per_2',
        byName: 'Jon',
        mine: false,
        at: Date.parse('2026-03-12T10:42:00'),
        touched: [{ entity, id: 'row_1', teamId, fields: ['text'] }],
      },
    ],
  };
  return { kind: 'changes', batch };
}
