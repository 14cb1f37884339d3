import type {
  AnswerItem,
  HeldView,
  NoteLine,
  OpenObstacle,
  RetrospectiveItem,
  RetrospectiveView,
  TimelineEventItem,
  TopicItem,
  TopicLine,
} from '$lib/api/bindings';
import { sellerPortal, step } from './seller-portal';

/** A running retrospective of the seller portal: three people, in the phase that the test names. */
const { team } = sellerPortal;
const { meta } = team;

const session: RetrospectiveItem = {
  id: 'ret_1',
  teamId: team.id,
  state: 'running',
  atPhase: 0,
  notesRevealedAt: null,
  votesRevealedAt: null,
  limitMinutes: 10,
  clockMs: 0,
  clockSince: null,
  discussingId: null,
  previousId: null,
  nextStepId: null,
  noStepReason: '',
  beganOn: '2026-03-12',
  beganAt: 0,
  endedAt: null,
  title: 'Release 2026.2',
  format: 'improvement',
  attribution: 'named',
  focusProcessId: null,
  subject: '',
  facilitatorId: 'per_1',
  phases: [{ phase: 'reflect', minutes: 10, joined: false }],
  voteBudget: null,
  voteLimit: 2,
  prompts: ['in_the_way', 'What would you keep?'],
  survey: false,
  summary: '',
  meta,
};

const participants = ['Mara Lindt', 'Ana Petrov', 'Daniel Osei'].map((name, at) => ({
  participant: {
    id: `par_${at + 1}`,
    retrospectiveId: session.id,
    personId: `per_${at + 1}`,
    hostId: null,
    readyAtPhase: null,
    gone: false,
    name,
    meta,
  },
  ready: false,
}));

export function retrospective(
  change: Partial<RetrospectiveItem> = {},
  more: Partial<RetrospectiveView> = {},
): RetrospectiveView {
  return {
    asOfSeq: 9,
    today: '2026-03-12',
    team,
    members: [],
    retrospective: { ...session, ...change },
    focusProcess: null,
    facilitator: 'Mara Lindt',
    phasesNow: ['reflect'],
    participants,
    lookBack: { previous: null, step: null, obstacles: [] },
    timeline: [],
    notes: [],
    topics: [],
    suggestedGroups: [],
    votes: { budget: 3, suggested: true, limit: 2, hidden: true, placed: null },
    answers: { checkIn: [], takeaways: [], ratings: [], safety: null },
    nextStep: null,
    runsNextStep: null,
    ...more,
  };
}

export const held = (change: Partial<HeldView> = {}): HeldView => ({
  notes: [],
  votes: [],
  safetyAnswered: false,
  rated: false,
  countsHere: true,
  ...change,
});

export const note = (
  id: string,
  prompt: string,
  text: string,
  author: string | null = null,
): NoteLine => ({
  note: {
    id,
    retrospectiveId: session.id,
    prompt,
    participantId: null,
    claim: '',
    topicId: null,
    rank: id,
    text,
    moment: '',
    meta,
  },
  topicId: null,
  author,
});

export const topic = (
  number: number,
  title: string,
  noteIds: string[] = [],
  change: Partial<TopicItem> = {},
): TopicLine => ({
  topic: {
    id: `top_${number}`,
    retrospectiveId: session.id,
    rank: String(number),
    mergedIntoId: null,
    obstacleId: null,
    discussedMs: 0,
    title,
    wastes: [],
    mismatches: [],
    reach: null,
    notes: '',
    meta,
    ...change,
  },
  number,
  noteIds,
  votes: null,
  place: null,
  tied: false,
  discussedMinutes: 0,
  before: [],
  obstacle: null,
});

export const checkIn = (participantId: string, text: string, score: number | null): AnswerItem => ({
  id: `ans_${participantId}`,
  retrospectiveId: session.id,
  answerKind: 'check_in',
  participantId,
  claim: '',
  text,
  score,
  scores: [],
  meta,
});

export const event = (id: string, moment: string, what: string): TimelineEventItem => ({
  id,
  retrospectiveId: session.id,
  rank: id,
  moment,
  who: 'Ana',
  what,
  known: '',
  meta,
});

/** A session before this one, which ended on a step. */
export const previous: RetrospectiveItem = {
  ...session,
  id: 'ret_0',
  state: 'closed',
  beganOn: '2026-02-26',
};

export const lastStep = step({
  number: 4,
  state: 'evaluated',
  step: 'Ask the deputy for approval',
  prediction: 'Labels wait less than two days',
  baseline: 4,
  predicted: 2,
  startedOn: '2026-02-27',
  actual: 3,
  whatHappened: 'The deputy was away for a week.',
});

export const openObstacle = (id: string, text: string, waitingDays: number): OpenObstacle => {
  const [line] = sellerPortal.obstacles;
  if (!line) throw new Error('the sample has obstacles');
  return {
    obstacle: { ...line.obstacle, id, text },
    raisedOn: '2026-02-01',
    waitingDays,
    review: null,
  };
};
