import type { Hit, Hits, SimilarStep } from '$lib/api/bindings';

const plain = (text: string) => ({ text, marked: false });
const marked = (text: string) => ({ text, marked: true });

export const stepHit: Hit = {
  id: 'exp_4',
  kind: 'experiment',
  teamId: 'team_1',
  teamName: 'Seller Portal',
  focusProcessId: 'foc_1',
  retrospective: null,
  title: [plain('Send each seller a revenue e-mail every Monday, for two weeks.')],
  snippet: {
    field: 'learned',
    pieces: [plain('A Monday '), marked('figure'), plain(' is too late.')],
  },
  number: 4,
  state: 'evaluated',
  on: '2026-02-13',
};

export const obstacleHit: Hit = {
  ...stepHit,
  id: 'obs_2',
  kind: 'obstacle',
  title: [plain('Sellers do not see yesterday’s '), marked('figures'), plain('.')],
  snippet: null,
  number: null,
  state: 'parked',
  on: null,
};

/** Finds the two rows by "figure" and nothing by any other word. */
export const noteHit: Hit = {
  ...obstacleHit,
  id: 'not_2',
  kind: 'retro_note',
  focusProcessId: null,
  retrospective: { id: 'ret_2', title: 'February' },
  title: [plain('The label came '), marked('late')],
  state: 'closed',
  on: '2026-02-13',
};

export function searched({ query }: { query: string }): Hits {
  return { hits: 'figure'.startsWith(query) ? [obstacleHit, stepHit] : [], indexing: false };
}

export const similarSteps: SimilarStep[] = [
  {
    id: 'exp_99',
    teamId: 'team_2',
    teamName: 'Checkout Reliability',
    number: 3,
    state: 'evaluated',
    closedOn: '2026-01-23',
    step: [
      marked('Send'),
      plain(' the shops their '),
      marked('figures'),
      plain(' by e-mail each morning.'),
    ],
    predicted: 2,
    actual: 4,
    gap: { error: 2, realised: 0.6, directionHit: true },
    metricName: 'Calls per shop',
    unit: 'calls',
    learned: 'Nobody opens an e-mail before ten. Those who did still called about returns.',
  },
];
