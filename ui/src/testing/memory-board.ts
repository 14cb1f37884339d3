import type { App, Board, ObservationsGet, Storyboard } from '$lib/api/bindings';
import { MemoryTransport } from '$lib/api/transport.memory';
import { searched, similarSteps } from './found';
import { numbersOf, sellerPortal } from './seller-portal';

const person = (id: string, name: string) => ({ id, name, meta: sellerPortal.team.meta });
const team = (name: string, daysLeft: number, attention = false, id = `team_${name}`) => ({
  id,
  name,
  focusProcessId: null,
  daysLeft,
  attention,
});

const app: App = {
  version: '0.1.0',
  name: 'Mara Lindt',
  theme: 'system',
  zoom: 1,
  keyHints: true,
  reminders: true,
  recent: [],
  board: '/share/operations.kata',
};

const board: Board = {
  asOfSeq: 10,
  boardId: '0',
  fileName: 'operations.kata',
  folder: '/share',
  access: 'readWrite',
  me: 'per_1',
  myName: null,
  people: [
    person('per_1', 'Mara Lindt'),
    person('per_2', 'Ana Petrov'),
    person('per_3', 'Daniel Osei'),
  ],
  teams: [
    team('Access Requests', 19),
    team('Checkout Reliability', 5, true),
    team('Database Recovery', 33),
    team('Platform On-call', 15),
    team('Seller Portal', 15, false, 'team_1'),
    team('Tailspin Release', 3, true),
  ],
  undo: { kind: 'obstacle_edit' },
  redo: null,
  savedAt: Date.parse('2026-03-12T10:41:00'),
  trouble: null,
  clockAhead: null,
};

/** A core for tests and pictures that answers from one storyboard and takes no writes. */
export function memoryBoard(
  storyboard: Storyboard,
  theme: App['theme'] = 'light',
): MemoryTransport {
  const peer = (name: string, writingId: string | null = null) => ({
    session: name,
    personId: null,
    name,
    writingId,
    writingField: writingId && 'text',
    readOnly: false,
    following: null,
  });
  const peers = [peer('Ana Petrov', 'obs_3'), peer('Daniel Osei'), peer('Kenji Mori')];
  return new MemoryTransport()
    .answer('app_get', () => ({ ...app, theme }))
    .answer('board_get', () => board)
    .answer('due_get', () => ({ asOfSeq: 10, today: storyboard.today, lines: [] }))
    .answer('presence_get', () => ({ peers, card: null, retrospective: null, clock: null }))
    .answer('presence_writing', () => ({ peers, card: null, retrospective: null, clock: null }))
    .answer('waiting_get', () => ({ retrospectives: [] }))
    .answer('draft_list', () => ({ drafts: [] }))
    .answer('draft_put', () => ({}))
    .answer('draft_drop', () => ({}))
    .answer('storyboard_get', () => storyboard)
    .answer('search', searched)
    .answer('similar_steps', () => ({ steps: similarSteps, indexing: false }))
    .answer('observations_get', ({ metricId }: ObservationsGet) => numbersOf(storyboard, metricId));
}
