import type { ObstacleState, Storyboard } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import type { LiveQuery } from '$lib/data/live.svelte';
import { mutate } from '$lib/data/mutate';

type Board = LiveQuery<Storyboard>;

/** The one pointer moves: at once on the screen, then in the file. */
export function address(board: Board, id: string) {
  const apply = (view: Storyboard): Storyboard => ({
    ...view,
    obstacles: view.obstacles.map((line) => ({ ...line, addressing: line.obstacle.id === id })),
  });
  return act(
    () => mutate('obstacle_address', { id }, { on: board, apply }),
    'obstacle-now-addressed',
  );
}

const SAID = {
  parked: 'obstacle-now-parked',
  cleared: 'obstacle-now-cleared',
  not_an_obstacle: 'obstacle-now-none',
} as const;

export function moveTo(board: Board, id: string, state: ObstacleState) {
  const apply = (view: Storyboard): Storyboard => ({
    ...view,
    obstacles: view.obstacles.map((line) =>
      line.obstacle.id === id
        ? {
            addressing: false,
            obstacle: { ...line.obstacle, state, closedOn: state === 'parked' ? null : view.today },
          }
        : line,
    ),
  });
  return act(() => mutate('obstacle_move_to', { id, state }, { on: board, apply }), SAID[state]);
}

export function removeObstacle(board: Board, id: string) {
  const apply = (view: Storyboard): Storyboard => ({
    ...view,
    obstacles: view.obstacles.filter((line) => line.obstacle.id !== id),
    removedCount: view.removedCount + 1,
  });
  return act(() => mutate('obstacle_remove', { id }, { on: board, apply }), 'obstacle-now-removed');
}

/** One place up or down among the obstacles of the same state. */
export function moveBy(board: Board, id: string, step: 1 | -1) {
  const lines = board.data?.obstacles ?? [];
  const own = lines.find((line) => line.obstacle.id === id);
  const group = lines.filter(
    (line) => !line.addressing && line.obstacle.state === own?.obstacle.state,
  );
  const at = group.findIndex((line) => line.obstacle.id === id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= group.length) return;
  const after = group[step === 1 ? to : to - 1]?.obstacle.id ?? null;
  void act(() => call('obstacle_move', { id, after }), 'obstacle-now-moved');
}
