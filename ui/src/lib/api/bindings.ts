// Made from the command table of kata-api. Do not edit; `cargo test` says how to make it again.

/** Whether the file can be written. */
export type Access = "readWrite" | "folderReadOnly" | "locksMissing" | "locksNotRaised" | "syncedFolder" | "foreignMode" | "newerFile" | "damaged";

/** A number whose day has one already. */
export type Already = {
  /** Its line in the text, from 1. */
  line: number;
  /** Its day. */
  on: string;
  /** Its value. */
  value: number;
  /** The value that stands there. */
  old: number;
  /** That one comes from an earlier line of the same text. */
  inText: boolean;
};

/** A change of a sealed field, with both values. */
export type Amendment = {
  /** The operation that made it. */
  op: OperationId;
  /** The field, as on the wire. */
  field: string;
  /** The value that was sealed. */
  sealed: unknown;
  /** The value that was written. */
  value: unknown;
  /** Who wrote it. */
  by: PersonId | null;
  /** That person's name. */
  byName: string | null;
  /** UTC milliseconds. */
  at: number;
};

export type AnswerId = string;

/** A row as a screen shows it. */
export type AnswerItem = {
  /** Its id. */
  id: AnswerId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** What was asked. */
  answerKind: AnswerKind;
  /** Who answered; none where nothing may say so. */
  participantId: ParticipantId | null;
  /** Hex of the SHA-256 of a secret on the writer's machine; empty where the answer has a name. */
  claim: string;
  /** The words. */
  text: string;
  /** The number, 1 to 5. */
  score: number | null;
  /** The numbers of the survey, 1 to 5 each. */
  scores: number[];
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What was asked. */
export type AnswerKind = "check_in" | "safety" | "takeaway" | "rating";

/** One answer. */
export type AnswerLine = {
  /** The answer. */
  answer: AnswerItem;
  /** Who answered; none where nothing says so. */
  author: string | null;
};

/** Gives an answer. */
export type AnswerWrite = {
  /** Who answers. */
  participantId: ParticipantId;
  /** What was asked. */
  kind: AnswerKind;
  /** The words; those that were said before where absent. */
  text?: string | null;
  /** The number, 1 to 5; in a check-in the one that was said before where absent. */
  score?: number | null;
  /** The numbers of the survey, 1 to 5 each. */
  scores?: number[];
};

/** What people answered. */
export type Answers = {
  /** How people arrived. */
  checkIn: AnswerLine[];
  /** What they take away. */
  takeaways: AnswerLine[];
  /** How the session was, 1 to 5. */
  ratings: number[];
  /** The survey of psychological safety, where it is asked. */
  safety: Safety | null;
};

/** The app without a board: preferences and recent files. */
export type App = {
  /** Version of the app. */
  version: string;
  /** The name new boards know this person by; empty on the first start. */
  name: string;
  /** Light, dark or as the system. */
  theme: Theme;
  /** 0.5 to 3. */
  zoom: number;
  /** Whether keys are shown on buttons. */
  keyHints: boolean;
  /** Whether the system says what is due, once a day for each thing. */
  reminders: boolean;
  /** Files opened before, newest first. */
  recent: RecentLine[];
  /** Path of the open board. */
  board: string | null;
};

/** Copies a file into the board as evidence of a step. */
export type AttachmentAdd = {
  /** The step. */
  experimentId: ExperimentId;
  /** What the file is called; a path is cut to its last part. */
  name: string;
  /** Its bytes in Base64, at most 5 MB of them. */
  data: string;
};

/** An attachment with its bytes. */
export type AttachmentContent = {
  /** What it is. */
  attachment: AttachmentItem;
  /** Its bytes in Base64. */
  data: string;
};

/** Gives an attachment another name. */
export type AttachmentEdit = {
  /** The attachment. */
  id: AttachmentId;
  /** What changes. */
  fields: AttachmentPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Which attachment. */
export type AttachmentGet = {
  /** The attachment. */
  id: AttachmentId;
};

export type AttachmentId = string;

/** A row as a screen shows it. */
export type AttachmentItem = {
  /** Its id. */
  id: AttachmentId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The step it is evidence of. */
  experimentId: ExperimentId;
  /** What kind of content it is, told from its bytes. */
  mediaType: string;
  /** Its bytes. */
  size: number;
  /** SHA-256 of its bytes, hex. */
  sha256: string;
  /** What it is called. */
  name: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a Attachment may change; absent fields stay as they are. */
export type AttachmentPatch = {
  /** What it is called. */
  name?: string | null;
};

/** Why a team asks for attention. */
export type Attention = {
  reason: "resultDue";
  /** The step. */
  number: number;
  /** Its check date. */
  since: string;
} | {
  reason: "notOnTarget";
  /** Days until the achieve-by date. */
  daysLeft: number;
} | {
  reason: "dateReached";
  /** That date. */
  since: string;
} | {
  reason: "noStep";
  /** Days since the last one, or since the target condition was set. */
  days: number;
} | {
  reason: "cycleMissed";
  /** The day it was booked for. */
  since: string;
} | {
  reason: "numberOld";
  /** Its age in days. */
  days: number;
};

/** Whether notes say who wrote them. */
export type Attribution = "named" | "anonymous";

/** Writes what was bad on a day. */
export type BadDayCreate = {
  /** The objective. */
  sloId: SloId;
  /** The day; today where absent. */
  dayOn?: string | null;
  /** Bad minutes, or bad events. */
  amount: number;
  /** All events of the day, where events are counted. */
  total?: number | null;
  /** What happened. */
  note?: string;
};

/** Corrects what was bad on a day. */
export type BadDayEdit = {
  /** The day. */
  id: BadDayId;
  /** What changes. */
  fields: BadDayPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type BadDayId = string;

/** A row as a screen shows it. */
export type BadDayItem = {
  /** Its id. */
  id: BadDayId;
  /** The team. */
  teamId: TeamId;
  /** The objective. */
  sloId: SloId;
  /** The day. */
  dayOn: string;
  /** The number that it is on the board. */
  observationId: ObservationId;
  /** Bad minutes, or bad events. */
  amount: number;
  /** All events of the day, where events are counted. */
  total: number | null;
  /** What happened. */
  note: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a BadDay may change; absent fields stay as they are. */
export type BadDayPatch = {
  /** Bad minutes, or bad events. */
  amount?: number | null;
  /** All events of the day, where events are counted. */
  total?: number | null;
  /** What happened. */
  note?: string | null;
};

/** Where the weekly toil leads if it goes on as it did. */
export type BankruptcyLine = {
  /** How the toil moves, in percentage points a week. */
  perWeek: number;
  /** The value of the line on the first of the days, in percent. */
  first: number;
  /** The value of the line on the last of the days, in percent. */
  last: number;
  /** When it reaches the limit; none where it does not rise, or not within three years. */
  limitOn: string | null;
  /** When it reaches 100 % − overhead, and nothing is left for improvement. */
  fullOn: string | null;
};

/** The days from which limits are computed. */
export type Baseline = {
  /** The day of its first value. */
  fromOn: string;
  /** The day of its last value. */
  toOn: string;
  /** Values in it. */
  count: number;
  /** What froze it. */
  frozenBy: FrozenBy;
  /** The day it was frozen. */
  frozenOn: string | null;
  /** The step that froze it. */
  stepNumber: number | null;
  /** The decision that set it. */
  decision: BaselineWindowItem | null;
};

/** Decides on the days from which a metric's limits are computed. */
export type BaselineWindowCreate = {
  /** The metric. */
  metricId: MetricId;
  /** The first day. */
  fromOn: string;
  /** The last day. */
  toOn: string;
  /** Why the limits are computed anew. */
  reason: string;
};

/** Changes a baseline window or its reason. */
export type BaselineWindowEdit = {
  /** The window. */
  id: BaselineWindowId;
  /** What changes. */
  fields: BaselineWindowPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type BaselineWindowId = string;

/** A row as a screen shows it. */
export type BaselineWindowItem = {
  /** Its id. */
  id: BaselineWindowId;
  /** The metric. */
  metricId: MetricId;
  /** The day of the decision. */
  decidedOn: string;
  /** The first day. */
  fromOn: string;
  /** The last day; the limits hold for the days after it. */
  toOn: string;
  /** Why the limits are computed anew. */
  reason: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a BaselineWindow may change; absent fields stay as they are. */
export type BaselineWindowPatch = {
  /** The first day. */
  fromOn?: string | null;
  /** The last day; the limits hold for the days after it. */
  toOn?: string | null;
  /** Why the limits are computed anew. */
  reason?: string | null;
};

export type BatchId = string;

/** The board as the frame shows it. */
export type Board = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The board's id, 32 hex digits. */
  boardId: string;
  /** Name of the file. */
  fileName: string;
  /** The folder it lies in. */
  folder: string;
  /** Whether it can be written, and if not, why. */
  access: Access;
  /** The person at this app; none until somebody says who they are. */
  me: PersonId | null;
  /** The name that becomes a person with the first write; none when `me` is known. */
  myName: string | null;
  /** Everybody on the board, by name. */
  people: PersonItem[];
  /** The teams, by name. */
  teams: TeamLine[];
  /** The operation that undo would take back. */
  undo: UndoStep | null;
  /** The operation that redo would bring again. */
  redo: UndoStep | null;
  /** When anybody last saved, UTC milliseconds. */
  savedAt: number | null;
  /** What is wrong with the file; none where nothing is known to be. */
  trouble: Trouble | null;
  /** A colleague's clock that runs ahead of this computer's; none where all agree. */
  clockAhead: ClockAhead | null;
};

/** Makes a new board file and opens it. */
export type BoardCreate = {
  /** Where. */
  path: string;
  /** Filled with the sample board. */
  sample?: boolean;
};

/** Opens a board file. */
export type BoardOpen = {
  /** Where. */
  path: string;
};

/** The Brier score and its parts. */
export type Brier = {
  /** Mean (f − o)²: 0 is perfect, 0.25 is what always saying 50 % gets. */
  score: number;
  /** How far the stated confidence lies from the share that came true; 0 is best. */
  reliability: number;
  /** How well the stated confidence tells what comes true from what does not; more is better. */
  resolution: number;
  /** How uncertain what was predicted is by itself. */
  uncertainty: number;
  /** How many predictions it was computed from. */
  count: number;
};

/** What an objective counts. */
export type BudgetUnit = "minutes" | "events";

/** Over which days a budget goes. */
export type BudgetWindow = "rolling" | "month" | "quarter";

/** How often something happened. */
export type Cadence = {
  /** Days between each and the next, oldest first. */
  gaps: number[];
  /** Median gap, in days. */
  median: number;
  /** Longest gap, in days. */
  longest: number;
};

/** How good the team's predictions are. */
export type Calibration = {
  /** Predictions that have a result. */
  resolved: number;
  /** How many more it takes until figures say something; 0 when there are enough. */
  more: number;
  /** The figures; none before there are enough. */
  figures: Figures | null;
  /** What part of the predicted change came, step by step; empty before there are enough. */
  realised: RealisedStep[];
};

/** Where a coaching card stands, among all who follow its cycle. */
export type CardPlace = {
  /** The cycle. */
  cycleId: CoachingCycleId;
  /** The place, counted from 1. */
  place: number;
  /** How often the card was turned: the newest turn holds. */
  turn: number;
};

/** The hours that one kind of toil took in a week. */
export type CategoryHours = {
  /** The kind of toil. */
  categoryId: ToilCategoryId;
  /** Hours of the whole team. */
  hours: number;
};

/** Makes a challenge. */
export type ChallengeCreate = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its fields. */
  fields: ChallengePatch;
};

/** Changes a challenge. */
export type ChallengeEdit = {
  /** The challenge. */
  id: ChallengeId;
  /** What changes. */
  fields: ChallengePatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Hints on a challenge, as it stands or as it is being typed. */
export type ChallengeHints = {
  /** The challenge; a new one where absent. */
  id?: ChallengeId | null;
  /** What is typed and not yet saved. */
  fields?: ChallengePatch;
};

export type ChallengeId = string;

/** A row as a screen shows it. */
export type ChallengeItem = {
  /** Its id. */
  id: ChallengeId;
  /** The process it gives direction to. */
  focusProcessId: FocusProcessId;
  /** The future state, as if already true, without a "how". */
  statement: string;
  /** By when. */
  horizonOn: string | null;
  /** Why it matters: where we are today, the value for the business. */
  why: string;
  /** Measurable operational outcomes. */
  operationalOutcomes: string;
  /** Desired business outcomes. */
  businessOutcomes: string;
  /** Steps on the way that show it is real. */
  milestones: string;
  /** Who owns it. */
  ownerId: PersonId | null;
  /** The challenge of the level above (chain of coaching). */
  parentId: ChallengeId | null;
  /** Where it stands. */
  status: ChallengeStatus;
  /** When "is it still valid?" was last asked. */
  checkedOn: string | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** A challenge, and where it stands. */
export type ChallengeLine = {
  /** The challenge. */
  id: ChallengeId;
  /** Its words. */
  statement: string;
  /** Its process. */
  focusProcessId: FocusProcessId;
  /** That one's name. */
  focusProcessName: string;
  /** Its team. */
  teamId: TeamId;
  /** That one's name. */
  teamName: string;
};

/** What an edit of a Challenge may change; absent fields stay as they are. */
export type ChallengePatch = {
  /** The future state, as if already true, without a "how". */
  statement?: string | null;
  /** By when. */
  horizonOn?: string | null;
  /** Why it matters: where we are today, the value for the business. */
  why?: string | null;
  /** Measurable operational outcomes. */
  operationalOutcomes?: string | null;
  /** Desired business outcomes. */
  businessOutcomes?: string | null;
  /** Steps on the way that show it is real. */
  milestones?: string | null;
  /** Who owns it. */
  ownerId?: PersonId | null;
  /** The challenge of the level above (chain of coaching). */
  parentId?: ChallengeId | null;
  /** Where it stands. */
  status?: ChallengeStatus | null;
  /** When "is it still valid?" was last asked. */
  checkedOn?: string | null;
};

/** Where a challenge stands. */
export type ChallengeStatus = "active" | "achieved" | "dropped";

/** The challenges around that of a focus process. */
export type Challenges = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Those that it can serve, by team, then in the order of its focus processes. The one that is chosen is among them, whatever became of it; otherwise neither what was closed nor what serves it itself. */
  above: ChallengeLine[];
  /** The process's own that were achieved or dropped, the newest first. */
  closed: ClosedChallenge[];
};

/** For which process challenges are looked for. */
export type ChallengesGet = {
  /** The focus process. */
  focusProcessId: FocusProcessId;
};

/** What a batch of operations changed, as the feed tells it. */
export type ChangeBatch = {
  /** Sequence number before the batch. */
  from: number;
  /** Sequence number after it. */
  to: number;
  /** Where they wrote: all of it, also where an operation is told in part. */
  wrote: Wrote[];
  /** Its operations, oldest first. */
  operations: OperationLine[];
};

/** What a step changes. */
export type ChangeType = "process" | "tooling" | "organisation";

/** Single values over time with the target they shall reach. */
export type Chart = {
  /** Name of the metric. */
  metricName: string;
  /** Its unit. */
  unit: string;
  /** The newest values, oldest first, at most 120. */
  points: ChartPoint[];
  /** How values compare with the target. */
  comparison: Comparison;
  /** The target value. */
  target: number | null;
  /** Where the target line ends in a post. */
  achieveByOn: string | null;
  /** Steps as numbered marks, oldest first. */
  steps: ChartStep[];
};

/** One chart as a file. */
export type ChartExport = {
  /** The metric. */
  metricId: MetricId;
  /** The process whose steps and target are on it. */
  focusProcessId?: FocusProcessId | null;
  /** The target condition in the place of the active one. */
  targetConditionId?: TargetConditionId | null;
  /** Only values from this day on. */
  from?: string | null;
  /** Only values up to this day. */
  to?: string | null;
  /** The kind of file. */
  format?: ChartFormat;
};

/** The kinds of file that a chart can be. */
export type ChartFormat = "svg" | "png" | "csv";

/** Which chart. */
export type ChartGet = {
  /** The metric. */
  metricId: MetricId;
  /** The process whose steps and active target condition are shown; steps of the team where absent. */
  focusProcessId?: FocusProcessId | null;
  /** The target condition in the place of the active one. */
  targetConditionId?: TargetConditionId | null;
  /** Only values from this day on. */
  from?: string | null;
  /** Only values up to this day. */
  to?: string | null;
  /** At most about so many points; 2,400 where absent. */
  most?: number | null;
};

/** One measured value. */
export type ChartPoint = {
  /** The day. */
  on: string;
  /** The value. */
  value: number;
};

/** A step on the chart. */
export type ChartStep = {
  /** Its number. */
  number: number;
  /** The day it started. */
  startedOn: string;
  /** The day its result is looked at. */
  checkOn: string | null;
  /** The sealed prediction, where it is of this metric and the step is still running. */
  predicted: number | null;
};

/** The result of a check of the file. */
export type CheckReport = {
  /** Nothing was found. */
  ok: boolean;
  /** Operations in the log. */
  operations: number;
  /** Rows over all kinds. */
  rows: number;
  /** What was found, one sentence each; at most 100. */
  findings: Finding[];
};

/** A clock that wrote times which have not come yet on this computer. One of the two is wrong. */
export type ClockAhead = {
  /** Whose it is, where the writer has a name. */
  byName: string | null;
  /** Minutes ahead, rounded down. */
  minutes: number;
};

/** A move of the shared clock. */
export type ClockMove = "pause" | "go_on" | "add_minute";

/** One start of a shared clock, by two computers' clocks. */
export type ClockStart = {
  /** As the board has it, by the clock of whoever started it. */
  since: number;
  /** The same moment by the clock of this computer. */
  here: number;
};

/** A challenge that is not the direction any more. */
export type ClosedChallenge = {
  /** The challenge. */
  id: ChallengeId;
  /** Its words. */
  statement: string;
  /** What became of it. */
  status: ChallengeStatus;
};

/** How a target condition ends. */
export type Closing = "met" | "not_met" | "superseded";

/** The coaching card: the cycle that is held, and the board's facts beside its questions. */
export type Coaching = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The team. */
  teamId: TeamId;
  /** The cycle that is being held; none before it begins and after it ended. */
  cycle: CoachingCycleItem | null;
  /** The step that the back of the card is about; none in the first cycle of a target condition. */
  lastStep: StepLine | null;
  /** The step this cycle ends with: the one sealed since it began, otherwise the one in pencil. */
  nextStep: StepLine | null;
  /** The newest cycle that ended. */
  before: CycleLine | null;
  /** Everything that stands on the storyboard. */
  storyboard: Storyboard;
};

/** Begins a coaching cycle. */
export type CoachingCycleBegin = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Who answers. */
  learnerId?: PersonId | null;
  /** Who asks. */
  coachId?: PersonId | null;
  /** Who watches. */
  secondCoachId?: PersonId | null;
};

/** Moves the shared clock of a coaching cycle. */
export type CoachingCycleClock = {
  /** The cycle. */
  id: CoachingCycleId;
  /** How the clock moves. */
  clock: ClockMove;
};

/** Changes what stands beside a coaching cycle. */
export type CoachingCycleEdit = {
  /** The cycle. */
  id: CoachingCycleId;
  /** What changes. */
  fields: CoachingCyclePatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Ends a coaching cycle. */
export type CoachingCycleFinish = {
  /** The cycle. */
  id: CoachingCycleId;
  /** The step it ended with. */
  nextStepId?: ExperimentId | null;
  /** The day of the next cycle. */
  nextOn?: string | null;
  /** Its time of day, `HH:MM`. */
  nextTime?: string | null;
};

export type CoachingCycleId = string;

/** A row as a screen shows it. */
export type CoachingCycleItem = {
  /** Its id. */
  id: CoachingCycleId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The target condition asked about; none where none was active. */
  targetConditionId: TargetConditionId | null;
  /** The step that the back of the card is about; none in the first cycle of a target condition. */
  lastStepId: ExperimentId | null;
  /** The obstacle addressed when it ended. */
  obstacleId: ObstacleId | null;
  /** The step it ended with. */
  nextStepId: ExperimentId | null;
  /** When that step's result is looked at (question 5). */
  checkOn: string | null;
  /** Where it stands. */
  state: CycleState;
  /** The day it began. */
  beganOn: string | null;
  /** When it began, UTC milliseconds. */
  beganAt: number;
  /** When it ended, UTC milliseconds. */
  endedAt: number | null;
  /** Minutes on the clock. */
  limitMinutes: number;
  /** Milliseconds that ran before the clock was started last. */
  clockMs: number;
  /** When the clock was started last, UTC milliseconds; none while it stands. */
  clockSince: number | null;
  /** Who answers. */
  learnerId: PersonId | null;
  /** Who asks. */
  coachId: PersonId | null;
  /** Who watches and gives the coach feedback. */
  secondCoachId: PersonId | null;
  /** The question (1 to 5) at which the threshold of knowledge was met. */
  thresholdQuestion: number | null;
  /** What is not known yet. */
  thresholdNote: string;
  /** What was said that stands nowhere else on the board. */
  remarks: string;
  /** What the coach shares of their notes. */
  coachNote: string;
  /** What the 2nd coach saw. */
  checklist: CycleCheck[];
  /** The 2nd coach's feedback to the coach. */
  feedback: string;
  /** The day of the next cycle. */
  nextOn: string | null;
  /** Its time of day, `HH:MM`; empty where only the day is booked. */
  nextTime: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** A move of a coaching cycle that needs nothing more. */
export type CoachingCycleMove = {
  /** The cycle. */
  id: CoachingCycleId;
};

/** What an edit of a CoachingCycle may change; absent fields stay as they are. */
export type CoachingCyclePatch = {
  /** Who answers. */
  learnerId?: PersonId | null;
  /** Who asks. */
  coachId?: PersonId | null;
  /** Who watches and gives the coach feedback. */
  secondCoachId?: PersonId | null;
  /** The question (1 to 5) at which the threshold of knowledge was met. */
  thresholdQuestion?: number | null;
  /** What is not known yet. */
  thresholdNote?: string | null;
  /** What was said that stands nowhere else on the board. */
  remarks?: string | null;
  /** What the coach shares of their notes. */
  coachNote?: string | null;
  /** What the 2nd coach saw. */
  checklist?: CycleCheck[] | null;
  /** The 2nd coach's feedback to the coach. */
  feedback?: string | null;
  /** The day of the next cycle. */
  nextOn?: string | null;
  /** Its time of day, `HH:MM`; empty where only the day is booked. */
  nextTime?: string | null;
};

/** Writes down what is not known, and plans to go and see it. */
export type CoachingCycleUnknown = {
  /** The cycle. */
  id: CoachingCycleId;
  /** The question, 1 to 5, at which it was met. */
  question: number;
  /** What is not known. */
  note: string;
  /** What the step is that goes and sees; written into the planned step where that is empty still, planned where there is none. */
  step: string;
  /** What the fields of the cycle were based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** The cycles of a focus process. */
export type CoachingCycles = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** The process. */
  focusProcess: FocusProcessItem;
  /** People of the team. */
  members: MemberLine[];
  /** Newest first. */
  cycles: CycleLine[];
};

/** Which coaching cycles. */
export type CoachingCyclesGet = {
  /** The process. */
  focusProcessId: FocusProcessId;
};

/** Which coaching card. */
export type CoachingGet = {
  /** The process. */
  focusProcessId: FocusProcessId;
};

/** Whether a coaching cycle is being held, and when the next one is booked. */
export type CoachingNow = {
  /** One began today and is not over. */
  running: boolean;
  /** The day that was booked when the last one ended. */
  nextOn: string | null;
  /** Its time of day, `HH:MM`; empty where only the day is booked. */
  nextTime: string;
  /** Name of the coach of the last one. */
  coach: string | null;
};

/** A column of the text. */
export type ColumnLine = {
  /** Its name in the first line; empty where there is none. */
  name: string;
  /** Its first words. */
  samples: string[];
};

/** Which column is what, counted from 0. */
export type Columns = {
  /** The number. */
  value: number;
  /** The day; without one the lines are counted back from `lastOn`. */
  day?: number | null;
  /** A remark. */
  note?: number | null;
  /** Who measured it. */
  measuredBy?: number | null;
};

/** How a value compares with its target. */
export type Comparison = "below" | "at_most" | "at_least" | "above";

/** The versions of a field that stand open. */
export type Conflict = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** What the field shows now. */
  shown: unknown;
  /** All heads, the shown one first. */
  versions: Version[];
  /** A proposal that has the words of all versions; none where they are no texts. */
  merge: string | null;
};

/** Which field. */
export type ConflictGet = {
  /** The row, of any kind. */
  id: string;
  /** The field, as on the wire. */
  field: string;
};

/** Writes a new grasp of the current condition. */
export type CurrentConditionCreate = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** What its fields do not say stays as the newest grasp has it. */
  continues?: boolean;
  /** Its fields. */
  fields: CurrentConditionPatch;
};

/** Changes a grasp of the current condition. */
export type CurrentConditionEdit = {
  /** The current condition. */
  id: CurrentConditionId;
  /** What changes. */
  fields: CurrentConditionPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type CurrentConditionId = string;

/** A row as a screen shows it. */
export type CurrentConditionItem = {
  /** Its id. */
  id: CurrentConditionId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The day these facts are of. */
  asOfOn: string | null;
  /** The outcome metric, whose last observation is "now". */
  outcomeMetricId: MetricId | null;
  /** The process metric, whose last observation is "now". */
  processMetricId: MetricId | null;
  /** How the process runs: steps, who, tools; one a line. */
  operatingPattern: string;
  /** What gets in the way. */
  getsInTheWay: string;
  /** When it goes wrong. */
  goesWrongWhen: string;
  /** Who saw it. */
  observedBy: string;
  /** How it was measured. */
  measuredHow: string;
  /** Type of work. */
  workType: WorkType | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a CurrentCondition may change; absent fields stay as they are. */
export type CurrentConditionPatch = {
  /** The day these facts are of. */
  asOfOn?: string | null;
  /** The outcome metric, whose last observation is "now". */
  outcomeMetricId?: MetricId | null;
  /** The process metric, whose last observation is "now". */
  processMetricId?: MetricId | null;
  /** How the process runs: steps, who, tools; one a line. */
  operatingPattern?: string | null;
  /** What gets in the way. */
  getsInTheWay?: string | null;
  /** When it goes wrong. */
  goesWrongWhen?: string | null;
  /** Who saw it. */
  observedBy?: string | null;
  /** How it was measured. */
  measuredHow?: string | null;
  /** Type of work. */
  workType?: WorkType | null;
};

/** What the 2nd coach watches for in the coach's asking. */
export type CycleCheck = "asked_in_order" | "facts_shown" | "threshold_found" | "one_obstacle" | "no_solution_given" | "step_with_prediction";

/** A cycle that was held. */
export type CycleLine = {
  /** The cycle. */
  cycle: CoachingCycleItem;
  /** Name of the learner. */
  learner: string | null;
  /** Name of the coach. */
  coach: string | null;
  /** Name of the 2nd coach. */
  secondCoach: string | null;
  /** The step it ended with. */
  nextStep: StepLine | null;
  /** Milliseconds on its clock. */
  lengthMs: number;
};

/** Where a coaching cycle stands. */
export type CycleState = "running" | "finished" | "broken_off";

/** Which number comes first in `3/4/2026`. */
export type DateOrder = "day_first" | "month_first";

/** A day that is written down. */
export type DayLine = {
  /** The day. */
  day: BadDayItem;
  /** Whether it counts in today's window. */
  inWindow: boolean;
};

/** What stands before the decimals. */
export type Decimal = "point" | "comma";

/** What is done with what was tried. */
export type Decision = "adopt" | "adapt" | "abandon";

/** What a text leaves open; its reading is one of two. */
export type Doubt = "dates" | "decimals" | "unit";

/** Lets go of kept text. */
export type DraftDrop = {
  /** The row. */
  entityId: string;
  /** The field, as on the wire. */
  field: string;
  /** Only if it is still this text: what was typed meanwhile stays. */
  text?: string | null;
};

/** Text kept on this computer. */
export type DraftLine = {
  /** The row, or a name for a row that is not made yet. */
  entityId: string;
  /** The field, as on the wire. */
  field: string;
  /** The text. */
  text: string;
  /** What it is based on. */
  basedOn: OperationId[];
  /** Where the text belongs. */
  context: unknown;
  /** When it was kept, UTC milliseconds. */
  at: number;
};

/** Keeps typed text on this computer until it stands in the shared file. */
export type DraftPut = {
  /** The row, or a name for a row that is not made yet. */
  entityId: string;
  /** The field, as on the wire. */
  field: string;
  /** The text. */
  text: string;
  /** What it is based on. */
  basedOn?: OperationId[];
  /** Where the text belongs, for offering it again. */
  context?: unknown;
};

/** Texts kept on this computer for this board and person. */
export type Drafts = {
  /** Oldest first. */
  drafts: DraftLine[];
};

/** A file that was dropped on the window. */
export type DroppedFile = {
  /** Its name. */
  name: string;
  /** Its bytes in Base64; none where it is larger than an attachment may be. */
  data: string | null;
};

/** Whose due things. */
export type DueGet = {
  /** The team; all teams where absent. */
  teamId?: TeamId | null;
};

/** What is due. */
export type DueKind = "result" | "achieve_by" | "coaching_cycle" | "number";

/** One thing that is due. */
export type DueLine = {
  /** What is due. */
  kind: DueKind;
  /** The team. */
  teamId: TeamId;
  /** Its name. */
  teamName: string;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The step, target condition, coaching cycle or metric. */
  subjectId: string;
  /** Number of the step or the target condition. */
  number: number | null;
  /** The step, or the metric's name; empty where the number says which one it is. */
  text: string;
  /** The day since which it is due. */
  since: string;
  /** Days since then; 0 on that day. */
  days: number;
};

/** What is due on the board. */
export type DueList = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The longest due first, and teams by name where that is the same day. */
  lines: DueLine[];
};

/** What becomes of a number whose day has one already. */
export type Duplicates = "refuse" | "skip" | "replace" | "keep_both";

/** What the team discussed or learned before: a topic of an ended session, or a closed step. */
export type Earlier = {
  /** The session; none where a step alone taught it. */
  retrospectiveId: RetrospectiveId | null;
  /** What the session is called, or what the step was. */
  title: string;
  /** The day the session began, or the step was closed. */
  on: string | null;
  /** What the topic was called. */
  topic: string | null;
  /** Where the obstacle stands that the topic became, or that the step was against. */
  obstacle: ObstacleState | null;
  /** The closed step: the one that the session ended with, or this one. */
  experimentId: ExperimentId | null;
  /** What that step taught; none where nothing is written. */
  learned: string | null;
};

/** The steps before those that are shown, as a sum. */
export type EarlierSteps = {
  /** How many. */
  count: number;
  /** Number of the first one. */
  firstNumber: number;
  /** The day it started; none where it never did. */
  firstStartedOn: string | null;
};

/** The kinds of rows a board has. */
export type Entity = "person" | "team" | "membership" | "metric" | "focus_process" | "challenge" | "current_condition" | "target_condition" | "obstacle" | "experiment" | "observation" | "coaching_cycle" | "attachment" | "waiver" | "baseline_window" | "toil_ledger" | "toil_category" | "toil_week" | "slo" | "bad_day" | "retrospective" | "participant" | "timeline_event" | "topic" | "retro_note" | "vote" | "answer" | "obstacle_review";

/** An error budget and what is left of it. */
export type ErrorBudget = {
  /** How much may be bad in the window, in minutes or events. */
  allowed: number;
  /** How much was, in minutes or events. */
  used: number;
  /** Share of the budget that is left; below 0 when it is overspent. */
  left: number;
  /** 1 uses the budget exactly by the end of the window. */
  burnRate: number;
  /** Days until nothing is left at this rate; 0 when nothing is left. None at a burn rate below 1, which leaves something at the end of the window, and of a rolling window for ever: what is used now falls out of it as fast as the same rate brings in. */
  daysLeft: number | null;
};

/** Which error budgets. */
export type ErrorBudgetGet = {
  /** The team. */
  teamId: TeamId;
};

/** The error budgets of a team. */
export type ErrorBudgets = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  teamId: TeamId;
  /** Metrics of the team that an objective could begin with. */
  metrics: MetricRef[];
  /** Its objectives, the oldest first. */
  slos: SloLine[];
};

/** Plans a step. */
export type ExperimentCreate = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its fields. */
  fields?: ExperimentPatch;
  /** The retrospective that agrees on it as its next step. */
  retrospectiveId?: RetrospectiveId | null;
};

/** Changes a step. A change of a sealed field is kept as an amendment. */
export type ExperimentEdit = {
  /** The step. */
  id: ExperimentId;
  /** What changes. */
  fields: ExperimentPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Closes a running step with what its result says of the prediction. */
export type ExperimentEvaluate = {
  /** The step. */
  id: ExperimentId;
  /** What the result says of the prediction. */
  outcome: Outcome;
  /** What is done with what was tried. */
  decision?: Decision | null;
};

/** Which step. */
export type ExperimentGet = {
  /** The step. */
  id: ExperimentId;
};

/** Closes a running step without a result. */
export type ExperimentGiveUp = {
  /** The step. */
  id: ExperimentId;
  /** What was learned all the same. */
  learned: string;
  /** What stood in the way: parked as an obstacle; none where empty. */
  obstacle?: string;
};

/** Hints on a step, as it stands or as it is being typed. */
export type ExperimentHints = {
  /** The step; a new one where absent. */
  id?: ExperimentId | null;
  /** What is typed and not yet saved. */
  fields?: ExperimentPatch;
};

export type ExperimentId = string;

/** A row as a screen shows it. */
export type ExperimentItem = {
  /** Its id. */
  id: ExperimentId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its number in the focus process. */
  number: number;
  /** Where it stands. */
  state: ExperimentState;
  /** When it was sealed, UTC milliseconds. */
  sealedAt: number | null;
  /** Who sealed it. */
  sealedBy: PersonId | null;
  /** What was sealed. */
  sealed: Sealed | null;
  /** When a sealed field was last amended, UTC milliseconds. */
  amendedAt: number | null;
  /** The day it started. */
  startedOn: string | null;
  /** The day the learner said that the step is done, before its check date. */
  doneOn: string | null;
  /** The day it was closed. */
  closedOn: string | null;
  /** The obstacle addressed. */
  obstacleId: ObstacleId | null;
  /** The target condition it leads to. */
  targetConditionId: TargetConditionId | null;
  /** What it is meant to find out. */
  experimentKind: ExperimentKind;
  /** The step: one change. */
  step: string;
  /** What it changes. */
  changeType: ChangeType | null;
  /** The metric it is judged by. */
  metricId: MetricId | null;
  /** The value before, in the metric's unit. */
  baseline: number | null;
  /** The predicted value, in the metric's unit. */
  predicted: number | null;
  /** Lower end of the predicted 80 % range. */
  predictedLow: number | null;
  /** Upper end of the predicted 80 % range. */
  predictedHigh: number | null;
  /** What is expected, and why. */
  prediction: string;
  /** How sure, in percent, that the actual is at least as good as predicted. */
  confidence: number | null;
  /** What must not get worse, in words. */
  guardrails: string;
  /** The metrics that must not get worse. */
  guardrailMetricIds: MetricId[] | null;
  /** Who or how much takes part, for how long. */
  sample: string;
  /** What is done if it comes out as expected. */
  ifConfirmed: string;
  /** What is done if it does not. */
  ifRefuted: string;
  /** What is done if it cannot be told. */
  ifInconclusive: string;
  /** When the result is looked at (question 5). */
  checkOn: string | null;
  /** Who runs it. */
  runBy: PersonId | null;
  /** The measured value after, in the metric's unit. */
  actual: number | null;
  /** What happened. */
  whatHappened: string;
  /** What we learned. */
  learned: string;
  /** What we now believe. */
  belief: string;
  /** Links to evidence. */
  evidence: string;
  /** What the result says of the prediction. */
  outcome: Outcome | null;
  /** What is done with what was tried. */
  decision: Decision | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What a step is meant to find out. */
export type ExperimentKind = "hypothesis_test" | "go_and_see" | "exploratory";

/** A move of a step that needs nothing more. */
export type ExperimentMove = {
  /** The step. */
  id: ExperimentId;
};

/** What an edit of a Experiment may change; absent fields stay as they are. */
export type ExperimentPatch = {
  /** The obstacle addressed. */
  obstacleId?: ObstacleId | null;
  /** The target condition it leads to. */
  targetConditionId?: TargetConditionId | null;
  /** What it is meant to find out. */
  experimentKind?: ExperimentKind | null;
  /** The step: one change. */
  step?: string | null;
  /** What it changes. */
  changeType?: ChangeType | null;
  /** The metric it is judged by. */
  metricId?: MetricId | null;
  /** The value before, in the metric's unit. */
  baseline?: number | null;
  /** The predicted value, in the metric's unit. */
  predicted?: number | null;
  /** Lower end of the predicted 80 % range. */
  predictedLow?: number | null;
  /** Upper end of the predicted 80 % range. */
  predictedHigh?: number | null;
  /** What is expected, and why. */
  prediction?: string | null;
  /** How sure, in percent, that the actual is at least as good as predicted. */
  confidence?: number | null;
  /** What must not get worse, in words. */
  guardrails?: string | null;
  /** The metrics that must not get worse. */
  guardrailMetricIds?: MetricId[] | null;
  /** Who or how much takes part, for how long. */
  sample?: string | null;
  /** What is done if it comes out as expected. */
  ifConfirmed?: string | null;
  /** What is done if it does not. */
  ifRefuted?: string | null;
  /** What is done if it cannot be told. */
  ifInconclusive?: string | null;
  /** When the result is looked at (question 5). */
  checkOn?: string | null;
  /** Who runs it. */
  runBy?: PersonId | null;
  /** The measured value after, in the metric's unit. */
  actual?: number | null;
  /** What happened. */
  whatHappened?: string | null;
  /** What we learned. */
  learned?: string | null;
  /** What we now believe. */
  belief?: string | null;
  /** Links to evidence. */
  evidence?: string | null;
  /** What the result says of the prediction. */
  outcome?: Outcome | null;
  /** What is done with what was tried. */
  decision?: Decision | null;
};

/** Where a step stands. "Result due" is derived. */
export type ExperimentState = "planned" | "running" | "evaluated" | "abandoned" | "could_not_run";

/** One step on one screen. */
export type ExperimentView = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** The process. */
  focusProcess: FocusProcessItem;
  /** The step. */
  step: StepLine;
  /** The obstacle it is against. */
  obstacle: ObstacleItem | null;
  /** Open obstacles of the process, for choosing. */
  obstacles: ObstacleRef[];
  /** Metrics of the team with their last values, for choosing. */
  metrics: MetricNow[];
  /** People of the team. */
  members: MemberLine[];
  /** The step before this one. */
  before: StepLine | null;
  /** Column names (as on the wire) of what sealing still needs. */
  missingForSeal: string[];
  /** What was changed after sealing, oldest first. */
  amendments: Amendment[];
  /** What was measured of the sealed metric since the step began, newest first. */
  measured: ObservationLine[];
  /** What the values measured since it began say, by the limits that held then. */
  verdict: StepVerdict | null;
  /** Files that were attached as evidence, in the order they came. */
  attachments: AttachmentItem[];
  /** The newest grasp of the current condition: where an adopted change is written down. */
  currentCondition: CurrentConditionItem | null;
};

/** All steps of a focus process. */
export type Experiments = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** The process. */
  focusProcess: FocusProcessItem;
  /** How many steps there are. */
  total: number;
  /** How many newer ones stand before this page. */
  offset: number;
  /** Those of this page, newest first. */
  steps: StepLine[];
  /** The step that is planned next, if one stands in pencil, on whichever page. */
  plannedId: ExperimentId | null;
};

/** Which steps. */
export type ExperimentsGet = {
  /** The focus process. */
  focusProcessId: FocusProcessId;
  /** Leaves out so many of the newest. */
  offset?: number;
  /** At most so many; all where absent. */
  limit?: number | null;
};

/** How good the resolved predictions were. A mean or a score stands here only from [`FEWEST`] predictions that have what it is computed from. */
export type Figures = {
  /** The Brier score. */
  brier: Brier | null;
  /** The median realised fraction; 1 is as predicted. */
  medianRealised: number | null;
  /** How many moved in the predicted direction. */
  directionHits: number;
  /** Of how many that can be told. */
  directions: number;
  /** How many ranges held. */
  rangesHeld: number;
  /** Of how many. */
  ranges: number;
  /** Mean interval score, in the unit of the values: it compares only predictions of one metric. */
  intervalScore: number | null;
  /** Mean confidence − share that came true: above 0 is too sure. */
  bias: number | null;
};

/** The words of the system's own file dialog, in the language of the page. */
export type FileDialog = {
  /** What stands above it. */
  title?: string | null;
  /** What the files are called that it shows. */
  filter?: string | null;
  /** The name that is offered for a new file. */
  name?: string | null;
};

/** Something a check found. */
export type Finding = {
  /** Which check: `integrity`, `foreign_key`, `schema`, `log`, `chain` or `history`. */
  check: string;
  /** What it found. */
  detail: string;
};

/** Makes a focus process. */
export type FocusProcessCreate = {
  /** The team. */
  teamId: TeamId;
  /** Its fields. */
  fields: FocusProcessPatch;
};

/** Changes a focus process. */
export type FocusProcessEdit = {
  /** The process. */
  id: FocusProcessId;
  /** What changes. */
  fields: FocusProcessPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type FocusProcessId = string;

/** A row as a screen shows it. */
export type FocusProcessItem = {
  /** Its id. */
  id: FocusProcessId;
  /** The team that works on it. */
  teamId: TeamId;
  /** Order among the team's focus processes. */
  rank: string;
  /** Which ONE obstacle is addressed now. */
  addressingId: ObstacleId | null;
  /** The one active target condition. */
  activeTargetConditionId: TargetConditionId | null;
  /** What the process is called. */
  name: string;
  /** Where it begins and ends. */
  scope: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a FocusProcess may change; absent fields stay as they are. */
export type FocusProcessPatch = {
  /** What the process is called. */
  name?: string | null;
  /** Where it begins and ends. */
  scope?: string | null;
};

/** A focus process by name. */
export type FocusProcessRef = {
  /** Its id. */
  id: FocusProcessId;
  /** Its name. */
  name: string;
};

/** Why the baseline window ends where it does. */
export type FrozenBy = "nothing" | "step" | "decision";

/** Error, realised fraction and direction of a result against its prediction. */
export type Gap = {
  /** actual − predicted, in the metric's unit. */
  error: number;
  /** (actual − baseline) / (predicted − baseline); none where predicted equals baseline. */
  realised: number | null;
  /** Whether it moved in the predicted direction; none where predicted equals baseline. */
  directionHit: boolean | null;
};

/** Those who stand in front of one retrospective, this app among them. */
export type GatheringLine = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** How many notes wait for the reveal, on all machines together. */
  notes: number;
  /** Whose apps are there. */
  personIds: PersonId[];
};

/** Which direction is good. */
export type Good = "down" | "up";

/** What a participant at this machine wrote and voted. */
export type HeldGet = {
  /** The participant. */
  participantId: ParticipantId;
};

/** A note at this machine. */
export type HeldNote = {
  /** The id it has or gets in the file. */
  id: string;
  /** What was asked; empty once it is published. */
  prompt: string;
  /** What it says; empty once it is published, because then it stands in the file. */
  text: string;
  /** When it was. */
  moment: string;
  /** Whether it is shown to the group. */
  published: boolean;
};

/** What a participant at this machine wrote and voted. */
export type HeldView = {
  /** Their notes, in the order in which they were begun. */
  notes: HeldNote[];
  /** Where their votes are. */
  votes: OwnVotes[];
  /** Whether they have answered the survey. */
  safetyAnswered: boolean;
  /** Whether they have rated the session. */
  rated: boolean;
  /** Whether votes, survey and rating are given here: where the participant came in first. */
  countsHere: boolean;
};

/** What a hint says. */
export type Hint = "missing_solution" | "no_evidence" | "seen_and_measured" | "starts_with_verb" | "no_metric" | "date_far" | "equals_current" | "comparable" | "no_operational_outcome" | "no_business_outcome" | "platitude" | "no_number" | "no_baseline" | "number_before_and_after" | "two_changes" | "equals_baseline" | "check_far" | "soon" | "no_obstacle" | "never_measured" | "no_because" | "too_safe";

/** A hint, and the note with which it was put aside. */
export type HintShown = {
  /** What it says. */
  hint: Hint;
  /** The field (as on the wire) it is about. */
  field: string;
  /** It says what is well written. */
  good: boolean;
  /** The words that gave rise to it, as they stand in the field. */
  words: string | null;
  /** Days until the date it is about. */
  days: number | null;
  /** The waiver; none while the hint stands. */
  waiver: WaiverItem | null;
};

/** What the margin says. */
export type Hints = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The row's team; none while it is not made yet. */
  teamId: TeamId | null;
  /** One line a hint: advice first, in the order of the fields, then what is well written. */
  hints: HintShown[];
};

/** The versions of a row or of one of its fields. */
export type History = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Newest first. */
  versions: Version[];
};

/** Which history. */
export type HistoryGet = {
  /** The row, of any kind. */
  id: string;
  /** One field, as on the wire; all where absent. */
  field?: string | null;
};

/** One row that has the words. */
export type Hit = {
  /** Its id. */
  id: string;
  /** Kind of row. */
  kind: string;
  /** Its team. */
  teamId: TeamId;
  /** That team's name. */
  teamName: string;
  /** Its process; none for what a retrospective has. */
  focusProcessId: FocusProcessId | null;
  /** Its retrospective; none for what a process has. */
  retrospective: HitSession | null;
  /** The text that names it, in pieces. */
  title: Piece[];
  /** Another text with the words. */
  snippet: Snippet | null;
  /** Number of a step or a target condition. */
  number: number | null;
  /** Where it stands, in the words of its kind. */
  state: string | null;
  /** The day that says how old it is. */
  on: string | null;
};

/** The retrospective that a row was found in. */
export type HitSession = {
  /** Its id. */
  id: RetrospectiveId;
  /** What it is called. */
  title: string;
};

/** What was found. */
export type Hits = {
  /** The best first. */
  hits: Hit[];
  /** Not all of the board could be searched yet; asking again finds more. */
  indexing: boolean;
};

/** Hours a week of each kind of toil. */
export type Hours = {
  /** The step whose start parts before from now; none where no step has sheets on both sides. */
  step: HoursStep | null;
  /** Each kind of toil, the one with the most hours first. */
  categories: HoursLine[];
  /** Together a week, before the step. */
  before: number | null;
  /** Together a week, since the step; without one, in the newest sheet. */
  now: number;
  /** Hours a week that were given back; below 0 when toil grew. */
  gaveBack: number | null;
  /** How many sheets before the step the numbers are the mean of. */
  weeksBefore: number;
  /** How many sheets since. */
  weeksNow: number;
};

/** Hours a week of one kind of toil. */
export type HoursLine = {
  /** The kind of toil. */
  categoryId: ToilCategoryId;
  /** Its name. */
  name: string;
  /** Hours a week before the step. */
  before: number | null;
  /** Hours a week now. */
  now: number;
};

/** A step that parts before from now. */
export type HoursStep = {
  /** Its id. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** What was changed. */
  step: string;
  /** The day it started. */
  startedOn: string;
};

/** What an import wrote. */
export type Imported = {
  /** The operation in the log; none where nothing changed. */
  op: OperationId | null;
  /** The log's sequence number after the write. */
  seq: number;
  /** The metric they are of. */
  metricId: MetricId;
  /** Numbers that are new. */
  added: number;
  /** Numbers that were corrected. */
  corrected: number;
  /** Numbers that were left out, because their day has one. */
  skipped: number;
  /** Lines that were left out, because they are no numbers. */
  leftOut: number;
};

/** Ends long work. */
export type JobCancel = {
  /** The name that it was begun with. */
  job: string;
};

/** A page of the learning log. */
export type Learning = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The team. */
  teamId: TeamId;
  /** How many entries have the words. */
  total: number;
  /** How many newer ones stand before this page. */
  offset: number;
  /** The entries, newest first. */
  lines: LearningLine[];
};

/** Which entries of the learning log. */
export type LearningGet = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Only entries that have all these words. */
  query?: string;
  /** Leaves out so many of the newest. */
  offset?: number;
  /** At most so many; 50 where absent. */
  limit?: number | null;
};

/** What a step taught. */
export type LearningLine = {
  /** The step. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** The step in words. */
  step: string;
  /** What we learned. */
  learned: string;
  /** What the result said of the prediction. */
  outcome: Outcome | null;
  /** The day it was closed. */
  closedOn: string | null;
};

/** The lines of an XmR chart, in the unit of the values. */
export type Limits = {
  /** x̄, the mean of the values. */
  centre: number;
  /** R̄, the mean moving range. */
  meanRange: number;
  /** Upper natural process limit. */
  upper: number;
  /** Lower natural process limit; below 0 also where the values cannot be. */
  lower: number;
  /** Halfway up to the upper limit. */
  upperMidline: number;
  /** Halfway down to the lower limit. */
  lowerMidline: number;
  /** Upper limit of the moving range. */
  rangeUpper: number;
  /** How many values they were computed from. */
  count: number;
  /** Whether there were enough values ([`FIRM`]); otherwise the limits are provisional. */
  firm: boolean;
};

/** A page of the log. */
export type Log = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Oldest first, unless asked otherwise. */
  operations: LogLine[];
};

/** One change of an operation. */
export type LogChange = {
  /** Kind of row. */
  entity: string;
  /** Its id. */
  id: string;
  /** What the row is called now: its own words, or the name of what it belongs to. */
  title: string | null;
  /** The field, as on the wire; empty for the creation of the whole row. */
  field: string;
  /** What was written. */
  value: unknown;
  /** What was sealed in this field of a step, where the change came after the seal; null is a value. */
  sealed?: unknown;
};

/** Which part of the log. */
export type LogGet = {
  /** Operations after this sequence number. */
  after?: number;
  /** Operations before this sequence number. */
  before?: number | null;
  /** The newest of them and newest first; the oldest first where absent. */
  newestFirst?: boolean;
  /** At most so many; 200 where absent. */
  limit?: number | null;
};

/** One operation of the log. */
export type LogLine = {
  /** Its place in this file. */
  seq: number;
  /** Its id. */
  op: OperationId;
  /** Its kind. */
  kind: string;
  /** UTC milliseconds, by the writer's clock. */
  at: number;
  /** Who did it. */
  by: PersonId | null;
  /** That person's name. */
  byName: string | null;
  /** The operation it undoes. */
  undoes: OperationId | null;
  /** What it changed, at most 50. */
  changes: LogChange[];
  /** How many changes it has. */
  changeCount: number;
};

/** What the group looks back on. */
export type LookBack = {
  /** The last retrospective; none where this is the first. */
  previous: RetrospectiveItem | null;
  /** The step it ended with: sealed prediction, what came out, the gap. */
  step: StepLine | null;
  /** Open obstacles that came from retrospectives, oldest first. */
  obstacles: OpenObstacle[];
};

/** A file that was made and is written where the person says. */
export type MadeFile = {
  /** What it is called; never a path. */
  name: string;
  /** What kind of content it has. */
  mediaType: string;
  /** Its content, where it is text. */
  text: string | null;
  /** Its content in base64, where it is not. */
  data: string | null;
};

/** A metric that is made for a place on the board. */
export type MadeFor = {
  /** The outcome metric there, or the process metric. */
  metricKind: MetricKind;
  /** What it is. */
  metric: MetricCreate;
};

/** A file that the core makes. */
export type Makes = {
  kind: "report";
  request: ReportGet;
} | {
  kind: "chart";
  request: ChartExport;
};

/** Says who sits at this app. */
export type MeChoose = {
  /** The person; none to be nobody again. */
  personId?: PersonId | null;
  /** A name that becomes a person with the first write. */
  name?: string | null;
};

/** One measured value. */
export type MeasuredPoint = {
  /** Its place among all values of the metric, from 0. */
  index: number;
  /** The observation. */
  id: ObservationId;
  /** The day. */
  on: string;
  /** The value in the metric's unit. */
  value: number;
};

/** A person in a team. */
export type MemberLine = {
  /** The membership. */
  membership: MembershipItem;
  /** The person's name. */
  name: string;
  /** The roles taken. */
  roles: Role[];
};

/** Puts a person into a team. */
export type MembershipCreate = {
  /** The team. */
  teamId: TeamId;
  /** The person. */
  personId?: PersonId | null;
  /** In the person's place: the name of somebody the board does not know yet, who is made with it. */
  name?: string | null;
  /** The roles taken. */
  roles?: Role[];
};

/** Changes the roles of a person in a team. */
export type MembershipEdit = {
  /** The membership. */
  id: MembershipId;
  /** What changes. */
  fields: MembershipPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type MembershipId = string;

/** A row as a screen shows it. */
export type MembershipItem = {
  /** Its id. */
  id: MembershipId;
  /** The team. */
  teamId: TeamId;
  /** The person. */
  personId: PersonId;
  /** The roles taken; none is a plain member. */
  roles: Role[];
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a Membership may change; absent fields stay as they are. */
export type MembershipPatch = {
  /** The roles taken; none is a plain member. */
  roles?: Role[] | null;
};

/** Where a row stands in the log: what an edit of it is based on. */
export type Meta = {
  /** UTC milliseconds. */
  createdAt: number;
  /** Who made it. */
  createdBy: PersonId | null;
  /** UTC milliseconds. */
  updatedAt: number;
  /** Who changed it last. */
  updatedBy: PersonId | null;
  /** It was removed by one person while another wrote in it, and is back. */
  returned: boolean;
  /** The operations that each field shows; a field that is absent shows those under `""`, the creation. */
  heads: Record<string, OperationId[]>;
  /** Fields with two values that a person has to choose between. */
  open: string[];
};

/** A metric over time. */
export type MetricChart = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  teamId: TeamId;
  /** The metric. */
  metric: MetricItem;
  /** How many values the metric has. */
  total: number;
  /** Its values, oldest first; of a long row the first, lowest, highest and last of each stretch, and those at which a signal begins and ends. */
  points: MeasuredPoint[];
  /** The days from which the limits are computed; none without a value. */
  baseline: Baseline | null;
  /** Natural process limits; none under six values in the baseline. */
  limits: Limits | null;
  /** The run chart's tests on the median of the values from the baseline on. */
  runChart: RunChart | null;
  /** Signals from the baseline on, oldest first, at most the newest 400. */
  signals: SignalLine[];
  /** How many older ones there are. */
  earlierSignals: number;
  /** The target the values shall reach. */
  target: TargetLine | null;
  /** Steps that were judged by this metric, oldest first. */
  steps: StepMark[];
  /** What the chart says, the most important first. */
  says: Statement[];
};

/** Makes a metric. */
export type MetricCreate = {
  /** The team. */
  teamId: TeamId;
  /** Its fields. */
  fields: MetricPatch;
};

/** Changes a metric. */
export type MetricEdit = {
  /** The metric. */
  id: MetricId;
  /** What changes. */
  fields: MetricPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type MetricId = string;

/** A row as a screen shows it. */
export type MetricItem = {
  /** Its id. */
  id: MetricId;
  /** The team. */
  teamId: TeamId;
  /** Order among the team's metrics. */
  rank: string;
  /** What it is called. */
  name: string;
  /** The unit of its values. */
  unit: string;
  /** What it is for. */
  metricKind: MetricKind;
  /** Which direction is good. */
  good: Good;
  /** The operational definition. */
  definition: string;
  /** Where the values come from. */
  source: string;
  /** Days between observations; older values are stale. */
  rhythmDays: number | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What a metric is for. */
export type MetricKind = "outcome" | "process" | "guardrail";

/** A metric with its last value. */
export type MetricNow = {
  /** The metric. */
  metric: MetricItem;
  /** Its newest observation. */
  last: ObservationLine | null;
  /** Days since that observation. */
  ageDays: number | null;
  /** Whether that is longer than the metric's rhythm. */
  stale: boolean;
};

/** What an edit of a Metric may change; absent fields stay as they are. */
export type MetricPatch = {
  /** What it is called. */
  name?: string | null;
  /** The unit of its values. */
  unit?: string | null;
  /** What it is for. */
  metricKind?: MetricKind | null;
  /** Which direction is good. */
  good?: Good | null;
  /** The operational definition. */
  definition?: string | null;
  /** Where the values come from. */
  source?: string | null;
  /** Days between observations; older values are stale. */
  rhythmDays?: number | null;
};

/** A metric by its name. */
export type MetricRef = {
  /** Its id. */
  id: MetricId;
  /** Its name. */
  name: string;
};

/** The metrics of the board. */
export type Metrics = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Teams by name, their metrics in the team's own order. */
  metrics: TeamMetric[];
};

/** What does not fit between two who hand work over (Edwards). */
export type Mismatch = "information" | "process" | "tooling" | "capacity";

/** Where a row goes. */
export type Move = {
  /** The row. */
  id: string;
  /** The row it shall stand after; none for the first place. */
  after?: string | null;
};

/** A note that is kept on this computer alone. */
export type Note = {
  /** Its text; empty where there is none. */
  text: string;
};

/** Which private note. */
export type NoteGet = {
  /** The row it is about. */
  entityId: string;
};

/** A note that is shown. */
export type NoteLine = {
  /** The note. */
  note: RetroNoteItem;
  /** The topic it counts for; none while it is loose. */
  topicId: TopicId | null;
  /** Who wrote it; none in an anonymous session. */
  author: string | null;
};

/** Keeps a private note on this computer, never in the shared file. */
export type NotePut = {
  /** The row it is about. */
  entityId: string;
  /** The whole note; empty to let it go. */
  text: string;
};

/** Takes a note back. */
export type NoteTakeBack = {
  /** Who wrote it. */
  participantId: ParticipantId;
  /** The note. */
  id: string;
};

/** Keeps a note on this machine until the reveal. */
export type NoteWrite = {
  /** Who writes. */
  participantId: ParticipantId;
  /** The note that is changed; a new one where absent. */
  id?: string | null;
  /** What was asked. */
  prompt?: string;
  /** What it says. */
  text: string;
  /** When it was, where the prompt asks for it. */
  moment?: string;
};

/** A command that needs nothing. */
export type Nothing = Record<string, never>;

/** A notification of the system. */
export type Notice = {
  /** Its title. */
  title: string;
  /** What it says. */
  body: string;
};

/** Writes observations of a metric, all of them or none. */
export type ObservationAdd = {
  /** The metric; or */
  metricId?: MetricId | null;
  /** the one that is made for them. */
  newMetric?: MetricCreate | null;
  /** What points to the metric from now on. */
  points?: PointsTo | null;
  /** At most 200 at once. */
  observations: ObservationNew[];
  /** What becomes of a number whose day has one already; both stand where absent. */
  duplicates?: Duplicates;
};

/** Corrects an observation; the old value stays in the history. */
export type ObservationEdit = {
  /** The observation. */
  id: ObservationId;
  /** What changes. */
  fields: ObservationPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type ObservationId = string;

/** Imports numbers as one operation, all of them or none. */
export type ObservationImport = {
  /** The metric; or */
  metricId?: MetricId | null;
  /** the one that is made for them. */
  newMetric?: MetricCreate | null;
  /** A pasted column, or a CSV file's text. */
  text: string;
  /** How it is read; what is absent is guessed as in the preview. */
  reading?: Told;
  /** What becomes of a number whose day has one already. */
  duplicates?: Duplicates;
  /** Lines that are no numbers are left out; without this they refuse the import. */
  leaveOut?: boolean;
  /** Who measured, where the text does not say. */
  measuredBy?: string;
  /** How it was measured. */
  how?: string;
  /** A name to end the work by while it runs. */
  job?: string | null;
};

/** A row as a screen shows it. */
export type ObservationItem = {
  /** Its id. */
  id: ObservationId;
  /** The metric. */
  metricId: MetricId;
  /** The batch it was written with. */
  batchId: BatchId | null;
  /** The instant, where it is known, UTC milliseconds. */
  observedAt: number | null;
  /** The value, in the metric's unit. */
  value: number;
  /** The value as it was typed. */
  valueText: string;
  /** The day it was observed. */
  observedOn: string;
  /** Who measured it. */
  measuredBy: string;
  /** How it was measured. */
  how: string;
  /** A remark. */
  note: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** One observation. */
export type ObservationLine = {
  /** Its id. */
  id: ObservationId;
  /** The value in the metric's unit. */
  value: number;
  /** The day. */
  observedOn: string;
  /** Who measured it. */
  measuredBy: string;
  /** How. */
  how: string;
};

/** One observation to write. */
export type ObservationNew = {
  /** The value, in the metric's unit. */
  value: number;
  /** The value as it was typed; the number's own text where absent. */
  valueText?: string | null;
  /** The day; today where absent. */
  observedOn?: string | null;
  /** Who measured it. */
  measuredBy?: string | null;
  /** How. */
  how?: string | null;
  /** A remark. */
  note?: string | null;
};

/** What an edit of a Observation may change; absent fields stay as they are. */
export type ObservationPatch = {
  /** The value, in the metric's unit. */
  value?: number | null;
  /** The value as it was typed. */
  valueText?: string | null;
  /** The day it was observed. */
  observedOn?: string | null;
  /** Who measured it. */
  measuredBy?: string | null;
  /** How it was measured. */
  how?: string | null;
  /** A remark. */
  note?: string | null;
};

/** How a text would be read. */
export type ObservationPreview = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** How the text is read. */
  reading: Reading;
  /** What it leaves open. */
  doubts: Doubt[];
  /** Where times have no zone: minutes ahead of UTC that are taken for them, those of whoever reads. */
  assumedOffset: number | null;
  /** The unit that its numbers carry; empty where they carry none. */
  unit: string;
  /** Its columns. */
  columns: ColumnLine[];
  /** How many lines are numbers. */
  accepted: number;
  /** The earliest of their days. */
  firstOn: string | null;
  /** The latest of their days. */
  lastOn: string | null;
  /** The first of them, at most 50. */
  rows: PreviewRow[];
  /** How many lines are no numbers. */
  rejectedCount: number;
  /** The first of them, at most 200. */
  rejected: Rejected[];
  /** How many numbers meet one of the same day. */
  alreadyCount: number;
  /** How many of those differ from the number that stands on the board. */
  differingCount: number;
  /** The first of them, at most 200. */
  already: Already[];
};

/** Which text is looked at before it is imported. */
export type ObservationPreviewGet = {
  /** The metric; none where it is made for this text. */
  metricId?: MetricId | null;
  /** A pasted column, or a CSV file's text. */
  text: string;
  /** How it is read; what is absent is guessed. */
  reading?: Told;
};

/** A page of a metric's numbers. */
export type Observations = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The team. */
  teamId: TeamId;
  /** The metric. */
  metric: MetricItem;
  /** How many numbers it has. */
  total: number;
  /** How many newer ones stand before this page. */
  offset: number;
  /** The page, newest first; the later written one first where two are of one day. */
  observations: ObservationItem[];
  /** Removed ones that can be restored, newest removal first, at most 50. */
  removed: ObservationItem[];
};

/** Which numbers. */
export type ObservationsGet = {
  /** The metric. */
  metricId: MetricId;
  /** Leaves out so many of the newest. */
  offset?: number;
  /** At most so many; 50 where absent. */
  limit?: number | null;
};

/** Makes this the ONE obstacle addressed now. */
export type ObstacleAddress = {
  /** The obstacle. */
  id: ObstacleId;
};

/** Adds an obstacle to the parking lot. */
export type ObstacleCreate = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its fields. */
  fields: ObstaclePatch;
  /** The step that brought it to light. */
  fromExperimentId?: ExperimentId | null;
};

/** Changes an obstacle. */
export type ObstacleEdit = {
  /** The obstacle. */
  id: ObstacleId;
  /** What changes. */
  fields: ObstaclePatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** One obstacle with the steps against it. */
export type ObstacleGet = {
  /** The obstacle. */
  id: ObstacleId;
};

/** Hints on an obstacle, as it stands or as it is being typed. */
export type ObstacleHints = {
  /** The obstacle; a new one where absent. */
  id?: ObstacleId | null;
  /** What is typed and not yet saved. */
  fields?: ObstaclePatch;
};

export type ObstacleId = string;

/** A row as a screen shows it. */
export type ObstacleItem = {
  /** Its id. */
  id: ObstacleId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Order in the parking lot. */
  rank: string;
  /** Where it stands. */
  state: ObstacleState;
  /** The step that brought it to light. */
  fromExperimentId: ExperimentId | null;
  /** The topic of a retrospective that it was. */
  fromTopicId: TopicId | null;
  /** The day it was cleared, or turned out not to be one. */
  closedOn: string | null;
  /** What is seen happening. */
  text: string;
  /** The evidence, or its measure. */
  evidence: string;
  /** The day it was found. */
  foundOn: string | null;
  /** Who can do something about it. */
  reach: Reach | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** An obstacle of the parking lot. */
export type ObstacleLine = {
  /** The obstacle. */
  obstacle: ObstacleItem;
  /** Whether it is the one addressed now. */
  addressing: boolean;
};

/** Moves an obstacle to another state. */
export type ObstacleMoveTo = {
  /** The obstacle. */
  id: ObstacleId;
  /** Its new state. */
  state: ObstacleState;
};

/** What an edit of a Obstacle may change; absent fields stay as they are. */
export type ObstaclePatch = {
  /** What is seen happening. */
  text?: string | null;
  /** The evidence, or its measure. */
  evidence?: string | null;
  /** The day it was found. */
  foundOn?: string | null;
  /** Who can do something about it. */
  reach?: Reach | null;
};

/** An obstacle by its text. */
export type ObstacleRef = {
  /** Its id. */
  id: ObstacleId;
  /** Its text. */
  text: string;
};

export type ObstacleReviewId = string;

/** A row as a screen shows it. */
export type ObstacleReviewItem = {
  /** Its id. */
  id: ObstacleReviewId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** The obstacle. */
  obstacleId: ObstacleId;
  /** What was decided. */
  decision: ReviewDecision;
  /** Why. */
  reason: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** Decides what becomes of an open obstacle, in the look back. */
export type ObstacleReviewPut = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** The obstacle. */
  obstacleId: ObstacleId;
  /** What was decided. */
  decision: ReviewDecision;
  /** Why. */
  reason: string;
};

/** Where an obstacle stands; "addressing now" is derived from the pointer. */
export type ObstacleState = "parked" | "cleared" | "not_an_obstacle";

/** An obstacle and its history. */
export type ObstacleView = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Its team. */
  teamId: TeamId;
  /** The obstacle, also where it was removed. */
  obstacle: ObstacleItem;
  /** Whether it is the one addressed now. */
  addressing: boolean;
  /** The steps against it, newest first, of every target condition of the process. */
  steps: StepLine[];
};

/** An obstacle that a retrospective brought up. */
export type OpenObstacle = {
  /** The obstacle. */
  obstacle: ObstacleItem;
  /** The day it was raised. */
  raisedOn: string | null;
  /** Days it has been waiting. */
  waitingDays: number | null;
  /** What was decided on it in this session. */
  review: ObstacleReviewItem | null;
};

export type OperationId = string;

/** One operation as the feed tells it. */
export type OperationLine = {
  /** Its place in this file. */
  seq: number;
  /** Its id. */
  op: OperationId;
  /** Its kind. */
  kind: string;
  /** Who did it. */
  by: PersonId | null;
  /** That person's name. */
  byName: string | null;
  /** This app did it. */
  mine: boolean;
  /** UTC milliseconds, by the writer's clock. */
  at: number;
  /** The rows it touched, at most 1000. */
  touched: Touched[];
};

/** What the result says of the prediction. */
export type Outcome = "confirmed" | "refuted" | "inconclusive";

/** Outcome now and target, with the newest values. */
export type OutcomeLine = {
  /** Name of the metric. */
  metricName: string;
  /** Its unit. */
  unit: string;
  /** The newest value. */
  now: number | null;
  /** How it compares with the target. */
  comparison: Comparison;
  /** The target. */
  target: number | null;
  /** The newest values, oldest first, at most twelve. */
  points: number[];
};

/** Votes of a participant at this machine on one topic. */
export type OwnVotes = {
  /** The topic. */
  topicId: TopicId;
  /** How many. */
  count: number;
};

/** The forms that a board has on paper. */
export type PaperForm = "storyboard" | "record" | "card";

export type ParticipantId = string;

/** A row as a screen shows it. */
export type ParticipantItem = {
  /** Its id. */
  id: ParticipantId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** The person of the board they are; none for a guest. */
  personId: PersonId | null;
  /** The person at whose app they sit. */
  hostId: PersonId | null;
  /** Position of the phase they are ready in. */
  readyAtPhase: number | null;
  /** Whether they went. */
  gone: boolean;
  /** What they are called here. */
  name: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** Comes into a retrospective, or comes back. */
export type ParticipantJoin = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** Somebody else at this machine whom the board knows. */
  personId?: PersonId | null;
  /** Somebody else at this machine whom the board does not know. Without either, the person of this app. */
  name?: string | null;
};

/** Somebody who takes part. */
export type ParticipantLine = {
  /** The participant. */
  participant: ParticipantItem;
  /** Whether they are ready with the phase now. */
  ready: boolean;
};

/** Which participant. */
export type ParticipantMove = {
  /** The participant. */
  id: ParticipantId;
};

/** Whether a participant is ready with the phase now. */
export type ParticipantReady = {
  /** The participant. */
  id: ParticipantId;
  /** Whether they are. */
  ready: boolean;
};

/** A retrospective that ended. */
export type PastSession = {
  /** The session. */
  retrospective: RetrospectiveItem;
  /** Titles of its topics. */
  topics: string[];
  /** The step it ended with. */
  nextStep: StepLine | null;
  /** The survey of psychological safety, where it was asked. */
  safety: Safety | null;
  /** The text in which the words asked for were found, in pieces; none without words, or where what the list shows has them. */
  foundIn: Piece[] | null;
};

/** One other app that has the file open. */
export type PeerLine = {
  /** Its session. */
  session: string;
  /** The person's id, where the app said so. */
  personId: string | null;
  /** The person's name. */
  name: string;
  /** The row this person writes in. */
  writingId: string | null;
  /** The field, as on the wire. */
  writingField: string | null;
  /** The app can only read. */
  readOnly: boolean;
  /** The coaching cycle this person follows. */
  following: CoachingCycleId | null;
};

/** Makes a person. */
export type PersonCreate = {
  /** Its fields. */
  fields: PersonPatch;
};

/** Changes a person. */
export type PersonEdit = {
  /** The person. */
  id: PersonId;
  /** What changes. */
  fields: PersonPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type PersonId = string;

/** A row as a screen shows it. */
export type PersonItem = {
  /** Its id. */
  id: PersonId;
  /** Full name, as colleagues say it. */
  name: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a Person may change; absent fields stay as they are. */
export type PersonPatch = {
  /** Full name, as colleagues say it. */
  name?: string | null;
};

/** A phase. */
export type Phase = "check_in" | "look_back" | "map" | "reflect" | "group" | "vote" | "discuss" | "next_step" | "close";

/** Where a person said. */
export type Picked = {
  /** The path; none where they turned back. */
  path: string | null;
};

/** A piece of a text, marked where it is a word that was asked for. */
export type Piece = {
  /** The text. */
  text: string;
  /** Whether it was asked for. */
  marked: boolean;
};

/** A phase as it is planned. */
export type PlannedPhase = {
  /** Which. */
  phase: Phase;
  /** Minutes on its clock. */
  minutes: number;
  /** Whether it runs together with the one before it. */
  joined: boolean;
};

/** What points to a metric from now on. */
export type PointsTo = {
  kind: "currentCondition";
  /** The process. */
  focusProcessId: FocusProcessId;
  /** As its outcome metric or its process metric. */
  metricKind: MetricKind;
} | {
  kind: "step";
  /** The step. */
  id: ExperimentId;
};

/** Changes preferences of this person on this machine. */
export type PrefsEdit = {
  /** The name new boards know this person by. */
  name?: string | null;
  /** Light, dark or as the system. */
  theme?: Theme | null;
  /** 0.5 to 3. */
  zoom?: number | null;
  /** Whether keys are shown on buttons. */
  keyHints?: boolean | null;
  /** Whether the system says what is due. */
  reminders?: boolean | null;
};

/** Who has the file open. */
export type Presence = {
  /** Everybody but this app. */
  peers: PeerLine[];
  /** Where the coaching card stands that is followed here. */
  card: CardPlace | null;
  /** The retrospective that is followed here. */
  retrospective: GatheringLine | null;
  /** When the shared clock was started of what is followed here; none while it stands. */
  clock: ClockStart | null;
};

/** Which coaching cycle is followed here. */
export type PresenceFollow = {
  /** The cycle; none to leave it. */
  cycleId?: CoachingCycleId | null;
  /** Where its card is turned to, for everybody; as the others have it where absent. */
  place?: number | null;
};

/** Where the person writes; nowhere where both are absent. */
export type PresenceWriting = {
  /** The row. */
  id?: string | null;
  /** The field, as on the wire. */
  field?: string | null;
};

/** A number as it would be written. */
export type PreviewRow = {
  /** Its line in the text, from 1. */
  line: number;
  /** Its day. */
  on: string;
  /** Its value. */
  value: number;
  /** Its value as it stands in the text. */
  valueText: string;
  /** Who measured it; empty where the text does not say. */
  measuredBy: string;
  /** A remark. */
  note: string;
};

/** Progress on the active target condition of a focus process. */
export type Progress = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** The process. */
  focusProcess: FocusProcessItem;
  /** The newest active challenge. */
  challenge: ChallengeItem | null;
  /** The active target condition. */
  targetCondition: TargetConditionItem | null;
  /** Days until its achieve-by date; negative after it. */
  daysLeft: number | null;
  /** Metrics of the team with their last values, for choosing. */
  metrics: MetricNow[];
  /** The chosen metric over time; the target condition's outcome where none was chosen. */
  chart: MetricChart | null;
  /** From the baseline to the target, in the chosen metric's unit. */
  way: Way | null;
  /** What must not get worse, over time. */
  guardrails: MetricChart[];
  /** How good the team's predictions are. */
  calibration: Calibration;
  /** When steps toward the target condition began. */
  starts: StepStart[];
  /** The days between them; none under two steps. */
  cadence: Cadence | null;
  /** The target conditions toward the challenge, oldest first. */
  staircase: Stair[];
  /** What was learned last. */
  learning: Learning;
};

/** Whose progress. */
export type ProgressGet = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The metric of the chart; the target condition's outcome where absent. */
  metricId?: MetricId | null;
};

/** Opens the second window on a retrospective. */
export type Project = {
  /** Which. */
  retrospectiveId: RetrospectiveId;
  /** What stands in that window's bar. */
  title: string;
};

/** How publishing goes. */
export type Published = {
  /** Whether something was published. */
  published: boolean;
  /** How much still waits at this machine. */
  left: number;
};

/** What the app tells its window without being asked. */
export type Push = {
  kind: "changes";
  /** What they changed. */
  batch: ChangeBatch;
} | {
  kind: "presence";
  /** Who is here. */
  presence: Presence;
} | {
  kind: "reach";
  /** Whether it answers. */
  reachable: boolean;
  /** Since when, UTC milliseconds. */
  since: number;
} | {
  kind: "access";
  /** Whether, and if not why. */
  access: Access;
} | {
  kind: "progress";
  /** The name that it was begun with. */
  job: string;
  /** Parts that are done. */
  done: number;
  /** All parts. */
  of: number;
} | {
  kind: "trouble";
  /** What. */
  trouble: Trouble;
} | {
  kind: "windowStart";
} | {
  kind: "windowClosing";
} | {
  kind: "windowDropped";
  /** Those that can be read. */
  files: DroppedFile[];
};

/** Who can do something about it. */
export type Reach = "own" | "influence" | "outside";

/** How a text is read. */
export type Reading = {
  /** What stands between cells. */
  separator: Separator;
  /** Whether the first line names the columns. */
  header: boolean;
  /** Which column is what. */
  columns: Columns;
  /** What stands before decimals. */
  decimal: Decimal;
  /** Which number comes first in a date that goes either way. */
  dateOrder: DateOrder;
  /** The day of the last line, where no column has days. */
  lastOn: string;
  /** Days from line to line, where no column has days. */
  everyDays: number;
};

/** The realised part of one step's predicted change. */
export type RealisedStep = {
  /** The step. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** (actual − baseline) / (predicted − baseline): 0 no change, 1 as expected. */
  realised: number;
};

/** Why a line is no observation. */
export type Reason = "no_value" | "not_a_number" | "other_unit" | "no_day" | "not_a_day" | "day_ahead" | "text_unusable";

/** Takes a file off the list of recent files; the file stays. */
export type RecentForget = {
  /** Where. */
  path: string;
};

/** A file opened before. */
export type RecentLine = {
  /** Where. */
  path: string;
  /** File name. */
  fileName: string;
  /** The folder it lies in. */
  folder: string;
  /** How many teams it had when it was last open here. */
  teams: number;
  /** When it was last open here, UTC milliseconds. */
  openedAt: number;
  /** When the file last changed, UTC milliseconds; none where it cannot be reached. */
  changedAt: number | null;
  /** Whether it can probably be written, by its place alone; none where it cannot be reached. */
  access: Access | null;
  /** Who has it open now. */
  people: string[];
};

/** A topic that comes up again, or waits outside the team's reach. */
export type RecurringTopic = {
  /** Its title, as it was last. */
  title: string;
  /** The sessions it came up in, oldest first. */
  sessions: RetrospectiveId[];
  /** The day it came up first. */
  firstOn: string | null;
  /** The day it came up last. */
  lastOn: string | null;
  /** Who can do something about it, as it was said last. */
  reach: Reach | null;
  /** Days since it came up first, while it is outside the team's reach and not settled. */
  waitingDays: number | null;
};

/** A line that is no observation. */
export type Rejected = {
  /** Its number in the text, from 1. */
  line: number;
  /** What stands there, cut to 200 characters. */
  text: string;
  /** Why. */
  reason: Reason;
};

/** Removed rows of a team, or removed teams. */
export type Removed = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** The team; none for what belongs to the board itself. */
  teamId: TeamId | null;
  /** Newest first, at most 200. */
  rows: RemovedRow[];
};

/** Which removed rows. */
export type RemovedGet = {
  /** The team; removed teams where absent. */
  teamId?: TeamId | null;
};

/** One removed row. */
export type RemovedRow = {
  /** Kind of row. */
  entity: string;
  /** Its id. */
  id: string;
  /** Its text or name, cut to 200 characters. */
  title: string;
  /** When, UTC milliseconds. */
  removedAt: number;
  /** Who removed it. */
  removedBy: PersonId | null;
};

/** The kinds of file that a report can be. */
export type ReportFormat = "md" | "html" | "pdf";

/** A report of a team, or of one of its focus processes. */
export type ReportGet = {
  /** The team; not needed where a focus process is named. */
  teamId?: TeamId | null;
  /** The focus process; all of the team where it is absent. */
  focusProcessId?: FocusProcessId | null;
  /** The summary of this retrospective in the place of the report. */
  retrospectiveId?: RetrospectiveId | null;
  /** Only what was under way on this day or later. */
  from?: string | null;
  /** Only what was under way on this day or earlier. */
  to?: string | null;
  /** The day it is written for; today where absent. */
  on?: string | null;
  /** Minutes that its local time is ahead of UTC; those of this machine where absent. */
  utcOffset?: number | null;
  /** The kind of file. */
  format?: ReportFormat;
  /** A form on paper in the place of the report: always PDF, without a period. */
  form?: PaperForm | null;
  /** A name to end the work by while it runs. */
  job?: string | null;
};

/** What a retrospective looks at. */
export type RetroFormat = "improvement" | "process_instance" | "incident";

/** Adds a note in front of everybody. */
export type RetroNoteCreate = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** One of its prompts. */
  prompt?: string;
  /** What it says. */
  fields: RetroNotePatch;
};

/** Changes a note. */
export type RetroNoteEdit = {
  /** The note. */
  id: RetroNoteId;
  /** What changes. */
  fields: RetroNotePatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type RetroNoteId = string;

/** A row as a screen shows it. */
export type RetroNoteItem = {
  /** Its id. */
  id: RetroNoteId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** What was asked: one of the retrospective's prompts. */
  prompt: string;
  /** Who wrote it; none in an anonymous session. */
  participantId: ParticipantId | null;
  /** Hex of the SHA-256 of a secret on the writer's machine, which may change or take back an anonymous note; empty in a named session. */
  claim: string;
  /** The topic it is put to. */
  topicId: TopicId | null;
  /** Order within the topic. */
  rank: string;
  /** What it says. */
  text: string;
  /** When it was, where the prompt asks for it. */
  moment: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a RetroNote may change; absent fields stay as they are. */
export type RetroNotePatch = {
  /** What it says. */
  text?: string | null;
  /** When it was, where the prompt asks for it. */
  moment?: string | null;
};

/** Puts notes to a topic, in their order behind those that are there. */
export type RetroNotesGroup = {
  /** The notes, of one retrospective. */
  noteIds: RetroNoteId[];
  /** The topic; none takes them out. */
  topicId?: TopicId | null;
};

/** Where a retrospective stands. */
export type RetroState = "planned" | "running" | "closed";

/** Moves the group to another phase, forward or back. */
export type RetrospectiveAdvance = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** Position of a phase in its plan; the ones it runs together with begin with it. */
  to: number;
};

/** Moves the shared clock of a retrospective. */
export type RetrospectiveClock = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** How the clock moves. */
  clock: ClockMove;
};

/** Ends a retrospective. */
export type RetrospectiveClose = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** The step it ends with, with a prediction and a check date; the agreed one where absent. */
  nextStepId?: ExperimentId | null;
  /** Why there is none. */
  noStepReason?: string;
};

/** Prepares a retrospective; what is not named is as usual for its format. */
export type RetrospectiveCreate = {
  /** The team. */
  teamId: TeamId;
  /** What is known of it. */
  fields?: RetrospectivePatch;
};

/** Puts a topic on the table. */
export type RetrospectiveDiscuss = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** The topic; none clears the table. */
  topicId?: TopicId | null;
};

/** Changes a retrospective. */
export type RetrospectiveEdit = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** What changes. */
  fields: RetrospectivePatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Which retrospective is followed here. */
export type RetrospectiveFollow = {
  /** The retrospective; none to leave it. */
  id?: RetrospectiveId | null;
};

/** One retrospective. */
export type RetrospectiveGet = {
  /** Which. */
  id: RetrospectiveId;
};

/** Gives the lead to another person. */
export type RetrospectiveHandOver = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** Who leads from now on. */
  personId: PersonId;
};

export type RetrospectiveId = string;

/** A row as a screen shows it. */
export type RetrospectiveItem = {
  /** Its id. */
  id: RetrospectiveId;
  /** The team. */
  teamId: TeamId;
  /** Where it stands. */
  state: RetroState;
  /** Position of the first phase now, in `phases`. */
  atPhase: number;
  /** When private notes were asked for last, UTC milliseconds; none before. */
  notesRevealedAt: number | null;
  /** When the votes were shown, UTC milliseconds; none while they are hidden. */
  votesRevealedAt: number | null;
  /** Minutes on the clock of the phase, or of the topic on the table. */
  limitMinutes: number;
  /** Milliseconds that ran before the clock was started last. */
  clockMs: number;
  /** When the clock was started last, UTC milliseconds; none while it stands. */
  clockSince: number | null;
  /** The topic on the table. */
  discussingId: TopicId | null;
  /** The one before it, whose next step is turned over. */
  previousId: RetrospectiveId | null;
  /** The step it ended with, or is about to. */
  nextStepId: ExperimentId | null;
  /** Why it ended without one. */
  noStepReason: string;
  /** The day it began. */
  beganOn: string | null;
  /** When it began, UTC milliseconds. */
  beganAt: number | null;
  /** When it ended, UTC milliseconds. */
  endedAt: number | null;
  /** What it is called. */
  title: string;
  /** What it looks at. */
  format: RetroFormat;
  /** Whether notes say who wrote them. */
  attribution: Attribution;
  /** The process its obstacles and its next step go to. */
  focusProcessId: FocusProcessId | null;
  /** The delivery or the incident it is about. */
  subject: string;
  /** Who leads it. */
  facilitatorId: PersonId | null;
  /** Its phases in their order; what is not in the list is skipped. */
  phases: PlannedPhase[];
  /** Votes of each participant; none for as many as the topics suggest. */
  voteBudget: number | null;
  /** Votes that one participant may place on one topic. */
  voteLimit: number;
  /** What is asked while reflecting: words of the catalogue, or the group's own questions. */
  prompts: string[];
  /** Whether psychological safety is asked in the check-in. */
  survey: boolean;
  /** What came out of it, in the group's words. */
  summary: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** A move of a retrospective that needs nothing more. */
export type RetrospectiveMove = {
  /** The retrospective. */
  id: RetrospectiveId;
};

/** Agrees on the next step of a retrospective. */
export type RetrospectiveNextStep = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** The step; none lets it go again. */
  experimentId?: ExperimentId | null;
};

/** What an edit of a Retrospective may change; absent fields stay as they are. */
export type RetrospectivePatch = {
  /** What it is called. */
  title?: string | null;
  /** What it looks at. */
  format?: RetroFormat | null;
  /** Whether notes say who wrote them. */
  attribution?: Attribution | null;
  /** The process its obstacles and its next step go to. */
  focusProcessId?: FocusProcessId | null;
  /** The delivery or the incident it is about. */
  subject?: string | null;
  /** Who leads it. */
  facilitatorId?: PersonId | null;
  /** Its phases in their order; what is not in the list is skipped. */
  phases?: PlannedPhase[] | null;
  /** Votes of each participant; none for as many as the topics suggest. */
  voteBudget?: number | null;
  /** Votes that one participant may place on one topic. */
  voteLimit?: number | null;
  /** What is asked while reflecting: words of the catalogue, or the group's own questions. */
  prompts?: string[] | null;
  /** Whether psychological safety is asked in the check-in. */
  survey?: boolean | null;
  /** What came out of it, in the group's words. */
  summary?: string | null;
};

/** Publishes what waits at this machine. */
export type RetrospectivePublish = {
  /** The retrospective. */
  id: RetrospectiveId;
};

/** One retrospective. */
export type RetrospectiveView = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** People of the team. */
  members: MemberLine[];
  /** The session. */
  retrospective: RetrospectiveItem;
  /** The process its obstacles and its next step go to. */
  focusProcess: FocusProcessItem | null;
  /** Who leads it. */
  facilitator: string | null;
  /** The phases now; none before it begins and after it ended. */
  phasesNow: Phase[];
  /** Who takes part, in the order in which they came. */
  participants: ParticipantLine[];
  /** Last time's step, and the open obstacles that retrospectives brought up. */
  lookBack: LookBack;
  /** What happened, in its order. */
  timeline: TimelineEventItem[];
  /** The notes that are shown; none before they were asked for. */
  notes: NoteLine[];
  /** Topics in their order, those that became a part of another one left out. */
  topics: TopicLine[];
  /** Notes that may belong together, by their words; nothing is done with them by itself. */
  suggestedGroups: RetroNoteId[][];
  /** How votes are placed. */
  votes: Voting;
  /** What people answered. */
  answers: Answers;
  /** The step it ended with, or is about to end with. */
  nextStep: StepLine | null;
  /** Name of who runs that step. */
  runsNextStep: string | null;
};

/** The retrospectives of a team. */
export type Retrospectives = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** Its processes, in their order. */
  focusProcesses: FocusProcessItem[];
  /** Those being held, newest first. */
  running: RetrospectiveItem[];
  /** Those prepared, newest first. */
  planned: RetrospectiveItem[];
  /** How many ended and have the words asked for. */
  total: number;
  /** How many newer ones of them stand before this page. */
  offset: number;
  /** Those of this page, newest first. */
  past: PastSession[];
  /** Titles that topics had more than once, the most frequent first; and what is outside the team's reach and still open, however often. */
  recurring: RecurringTopic[];
};

/** The retrospectives of a team. */
export type RetrospectivesGet = {
  /** The team. */
  teamId: TeamId;
  /** Words that the session has; none for all. */
  text?: string;
  /** Leaves out so many of the newest past ones. */
  offset?: number;
  /** At most so many past ones; all where absent. */
  limit?: number | null;
};

/** What was decided. */
export type ReviewDecision = "kept" | "closed" | "dropped";

/** What a person does in a team. */
export type Role = "learner" | "coach" | "second_coach" | "facilitator";

/** Which row. */
export type RowId = {
  /** The row's id, of any kind. */
  id: string;
};

/** By which rule a signal is told. */
export type Rule = "beyond" | "run_of_eight" | "three_of_four" | "range_beyond";

/** What a run chart says of a series. */
export type RunChart = {
  /** The median, in the unit of the values. */
  median: number;
  /** How many values are not on the median. */
  useful: number;
  /** The longest run of useful values on one side. */
  longestRun: number;
  /** The longest run that is still routine. */
  longestAllowed: number;
  /** How often the useful values change the side. */
  crossings: number;
  /** The fewest crossings that are still routine. */
  fewestCrossings: number;
  /** Whether the longest run is a shift. */
  shift: boolean;
  /** Whether there are too few crossings. */
  fewCrossings: boolean;
};

/** The survey of psychological safety. */
export type Safety = {
  /** How many answered. */
  answers: number;
  /** How many have to answer before anything is shown. */
  shownFrom: number;
  /** Mean of each statement, 1 to 5, turned so that more is safer; none with fewer answers. */
  means: number[] | null;
  /** Mean of all statements; none with fewer answers. */
  mean: number | null;
};

/** Saves an attachment where the person says. */
export type SaveAttachment = {
  /** The attachment. */
  id: AttachmentId;
  /** The title of the dialog. */
  title: string;
};

/** Makes a file and saves it where the person says. */
export type SaveMade = {
  /** What makes it. */
  made: Makes;
  /** The title of the dialog. */
  title: string;
  /** The name that is offered. */
  name: string;
};

/** What was in ink when the step started. Never changes. */
export type Sealed = {
  /** The metric. */
  metricId: MetricId | null;
  /** The value before. */
  baseline: number | null;
  /** The predicted value. */
  predicted: number | null;
  /** Lower end of the 80 % range. */
  predictedLow: number | null;
  /** Upper end of the 80 % range. */
  predictedHigh: number | null;
  /** What is expected, and why. */
  prediction: string;
  /** How sure, in percent, that the actual is at least as good as predicted. */
  confidence: number | null;
  /** When the result is looked at. */
  checkOn: string | null;
  /** What must not get worse, in words. */
  guardrails: string;
  /** The metrics that must not get worse. */
  guardrailMetricIds: MetricId[] | null;
  /** Who or how much takes part, for how long. */
  sample: string;
  /** What is done if it comes out as expected. */
  ifConfirmed: string;
  /** What is done if it does not. */
  ifRefuted: string;
  /** What is done if it cannot be told. */
  ifInconclusive: string;
};

/** Searches the words of the board. */
export type Search = {
  /** What was typed: every word has to be there, the last one may be the beginning of one. */
  query: string;
  /** How many hits, 20 where absent, 50 at most. */
  limit?: number | null;
  /** The asker's own team, which comes first among hits that are equally good. */
  teamId?: TeamId | null;
};

/** Who sits at this machine. */
export type Seats = {
  /** The participants, in the order in which they came. */
  participantIds: ParticipantId[];
  /** Notes and answers that wait here to be published. */
  waiting: number;
};

/** Who sits at this machine. */
export type SeatsGet = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
};

/** What stands between two cells. */
export type Separator = "tab" | "semicolon" | "bar" | "comma";

/** A week of the sheet, and the numbers that it opens with. */
export type SheetWeek = {
  /** The Monday it begins on. */
  weekOn: string;
  /** Its last day. */
  lastOn: string;
  /** The number of the ISO week. */
  number: number;
  /** Its saved sheet. */
  saved: ToilWeekItem | null;
  /** All hours: its own, or those of the newest sheet before it. */
  allHours: number | null;
  /** Hours of each kind of toil on the sheet, from the same. */
  hours: CategoryHours[];
};

/** On which side of a line something lies. */
export type Side = "above" | "below";

/** A signal: something other than routine variation. */
export type SignalLine = {
  /** The rule that found it. */
  rule: Rule;
  /** On which side of the centre line. */
  side: Side;
  /** Place of its first value among all values. */
  from: number;
  /** Place of its last value. */
  to: number;
  /** Day of its first value. */
  fromOn: string;
  /** Day of its last value. */
  toOn: string;
  /** Whether it lies in the metric's good direction; none for a jump between two values. */
  good: boolean | null;
};

/** A closed step, with what came of it. */
export type SimilarStep = {
  /** Its id. */
  id: ExperimentId;
  /** Its team. */
  teamId: TeamId;
  /** That team's name. */
  teamName: string;
  /** Its number. */
  number: number;
  /** How it ended. */
  state: ExperimentState;
  /** The day it was closed. */
  closedOn: string | null;
  /** What was tried, in pieces. */
  step: Piece[];
  /** What was expected of the number. */
  predicted: number | null;
  /** What the number was. */
  actual: number | null;
  /** The gap between them. */
  gap: Gap | null;
  /** The metric. */
  metricName: string | null;
  /** Its unit. */
  unit: string | null;
  /** What was learned. */
  learned: string;
};

/** Earlier steps like a text. */
export type SimilarSteps = {
  /** The most alike first, at most three. */
  steps: SimilarStep[];
  /** Not all of the board could be searched yet. */
  indexing: boolean;
};

/** Asks for earlier steps like one that is being written. */
export type SimilarStepsGet = {
  /** What is typed. */
  text: string;
  /** The step it is typed in. */
  exceptId?: ExperimentId | null;
};

/** An operation that undo went past. */
export type Skipped = {
  /** Its kind. */
  kind: string;
  /** Why it stays, by the code of the error. */
  code: string;
};

/** Makes a service level objective, with a metric of the team or a new one. */
export type SloCreate = {
  /** The team. */
  teamId: TeamId;
  /** What it counts; it stays. */
  budgetUnit: BudgetUnit;
  /** A metric of the team whose unit is %. */
  metricId?: MetricId | null;
  /** In the metric's place: what a new one is called. */
  metricName?: string | null;
  /** The operational definition of the new one. */
  definition?: string | null;
  /** Its fields. */
  fields: SloPatch;
};

/** Changes an objective. */
export type SloEdit = {
  /** The objective. */
  id: SloId;
  /** What changes. */
  fields: SloPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type SloId = string;

/** A row as a screen shows it. */
export type SloItem = {
  /** Its id. */
  id: SloId;
  /** The team. */
  teamId: TeamId;
  /** The metric that the budget left is a number of. */
  metricId: MetricId;
  /** What it counts. */
  budgetUnit: BudgetUnit;
  /** What is promised. */
  name: string;
  /** How much of it must be good, in percent. */
  objectivePercent: number;
  /** Over which days. */
  budgetWindow: BudgetWindow;
  /** Days of a rolling window. */
  windowDays: number;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** An objective with its budget today. */
export type SloLine = {
  /** The objective. */
  slo: SloItem;
  /** The metric that the budget left is a number of. */
  metric: MetricRef;
  /** The window as it stands today. */
  window: WindowDays;
  /** The budget in it; none while there is no event. */
  budget: ErrorBudget | null;
  /** The day on which nothing is left at this rate; none while nothing is used, or nothing is left. */
  spentOn: string | null;
  /** The days that are written down, newest first. */
  days: DayLine[];
};

/** What an edit of a Slo may change; absent fields stay as they are. */
export type SloPatch = {
  /** What is promised. */
  name?: string | null;
  /** How much of it must be good, in percent. */
  objectivePercent?: number | null;
  /** Over which days. */
  budgetWindow?: BudgetWindow | null;
  /** Days of a rolling window. */
  windowDays?: number | null;
};

/** A part of a text around the words. */
export type Snippet = {
  /** The field, as on the wire. */
  field: string;
  /** Its pieces. */
  pieces: Piece[];
};

/** A target condition on the way to the challenge. */
export type Stair = {
  /** Its id. */
  id: TargetConditionId;
  /** Its number. */
  number: number;
  /** Where it stands. */
  status: TargetConditionStatus;
  /** The first line of its operating pattern. */
  pattern: string;
  /** Name of its outcome metric. */
  metricName: string | null;
  /** That metric's unit. */
  unit: string;
  /** How the outcome compares with its target. */
  comparison: Comparison;
  /** The outcome's target. */
  target: number | null;
  /** Its date. */
  achieveByOn: string | null;
  /** The day it was closed. */
  closedOn: string | null;
};

/** One thing that the chart says. */
export type Statement = {
  says: "noPoints";
} | {
  says: "noLimits";
  /** How many more are needed; 0 where the numbers are too large to compute with. */
  more: number;
} | {
  says: "changed";
  /** Whether in the good direction; none where the signals disagree. */
  good: boolean | null;
} | {
  says: "routine";
  /** Values that were looked at. */
  points: number;
  /** The last day of the baseline; none while nothing froze it. */
  since: string | null;
} | {
  says: "nothingSince";
  /** The last day of the baseline. */
  since: string;
} | {
  says: "signal";
  /** The rule. */
  rule: Rule;
  /** On which side. */
  side: Side;
  /** How many values it spans. */
  points: number;
  /** Day of the first of them. */
  fromOn: string;
  /** Day of the last of them. */
  toOn: string;
  /** Whether it reaches to the newest value. */
  lasting: boolean;
} | {
  says: "moreSignals";
  /** How many. */
  count: number;
} | {
  says: "reached";
  /** How many of the newest in a row. */
  points: number;
  /** Day of the first of them. */
  fromOn: string;
} | {
  says: "provisional";
  /** How many more make them firm. */
  more: number;
} | {
  says: "newLimits";
  /** How many more values make firm ones; 0 when there are enough. */
  more: number;
} | {
  says: "runChart";
  /** The median, in the metric's unit. */
  median: number;
  /** Whether the longest run is longer than routine, or there are too few crossings. */
  shift: boolean;
  /** The longest run of values on one side. */
  longestRun: number;
  /** The longest one that is routine. */
  longestAllowed: number;
  /** How often the values cross the median. */
  crossings: number;
  /** The fewest crossings that are routine. */
  fewestCrossings: number;
} | {
  says: "targetIsNoLimit";
};

/** A step of the experimenting record with what follows from it. */
export type StepLine = {
  /** The step. */
  experiment: ExperimentItem;
  /** Name of the metric it is judged by. */
  metricName: string | null;
  /** That metric's unit. */
  unit: string | null;
  /** Text of the obstacle it is against. */
  obstacleText: string | null;
  /** The result as far as it can be held against what is expected; one of another metric than was sealed cannot. */
  compared: number | null;
  /** Gap between prediction and result, where both are numbers. */
  gap: Gap | null;
  /** How far the result lies outside the predicted range: 0 within; none without range or result. */
  outsideRange: number | null;
  /** Whether the result side takes text and numbers. */
  resultOpen: boolean;
  /** Whether the check date has come and no result is written. */
  resultDue: boolean;
  /** A sealed field was changed later. */
  amended: boolean;
};

/** A step that was judged by the metric. */
export type StepMark = {
  /** Its id. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** What it was meant to find out. */
  experimentKind: ExperimentKind;
  /** Where it stands. */
  state: ExperimentState;
  /** What was tried. */
  step: string;
  /** The day it started. */
  startedOn: string;
  /** The day its result is looked at, as sealed. */
  checkOn: string | null;
  /** The day it was closed. */
  closedOn: string | null;
  /** The value before, as sealed. */
  baseline: number | null;
  /** The predicted value, as sealed. */
  predicted: number | null;
  /** Lower end of the sealed 80 % range. */
  predictedLow: number | null;
  /** Upper end of the sealed 80 % range. */
  predictedHigh: number | null;
  /** The value after. */
  actual: number | null;
  /** actual − predicted. */
  error: number | null;
  /** Whether a sealed field was changed later. */
  amended: boolean;
  /** What its numbers say; none before the first value after its start. */
  verdict: StepVerdict | null;
};

/** A step in one line. */
export type StepRef = {
  /** Its id. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** Where it stands. */
  state: ExperimentState;
  /** The day it started, or closed where that is later. */
  on: string | null;
  /** Days since then. */
  daysAgo: number | null;
};

/** A step that began. */
export type StepStart = {
  /** Its id. */
  id: ExperimentId;
  /** Its number. */
  number: number;
  /** What it was meant to find out. */
  experimentKind: ExperimentKind;
  /** The day. */
  startedOn: string;
};

/** What the values after a step's start say, by the limits that held when it began. */
export type StepVerdict = {
  /** The verdict on the values from its start to the next step's. */
  verdict: Verdict;
  /** How many values that were. */
  points: number;
  /** The day of the first value of the signal. */
  signalOn: string | null;
};

/** The storyboard of one focus process. */
export type Storyboard = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  team: TeamItem;
  /** All focus processes of the team, in order. */
  focusProcesses: FocusProcessRef[];
  /** The one shown; none while the team has none. */
  focusProcess: FocusProcessItem | null;
  /** The newest active challenge. */
  challenge: ChallengeItem | null;
  /** The active target condition, or the newest draft while none is active. */
  targetCondition: TargetConditionItem | null;
  /** Days until its achieve-by date; negative after it. */
  daysLeft: number | null;
  /** All target conditions, oldest first. */
  targetConditions: TargetConditionRef[];
  /** The newest grasp of the current condition. */
  currentCondition: CurrentConditionItem | null;
  /** Metrics of the team with their last values, in order. */
  metrics: MetricNow[];
  /** The outcome metric over time; none without an outcome metric. */
  chart: Chart | null;
  /** The parking lot: addressed now first, then parked, then closed. */
  obstacles: ObstacleLine[];
  /** Steps of the shown target condition (all steps while there is none), oldest first: the newest of them, where no more were asked for. */
  steps: StepLine[];
  /** Those before them. */
  earlier: EarlierSteps | null;
  /** The one of all of them that is planned next, if one stands in pencil. */
  plannedId: ExperimentId | null;
  /** The number that the next step gets. */
  nextNumber: number;
  /** The metric that judges what the customer gets. */
  outcomeMetricId: MetricId | null;
  /** The metric that says how the process runs. */
  processMetricId: MetricId | null;
  /** People of the team. */
  members: MemberLine[];
  /** When the five questions are asked again. */
  coaching: CoachingNow;
  /** How many removed things of this focus process can be restored. */
  removedCount: number;
};

/** Which storyboard. */
export type StoryboardGet = {
  /** The focus process; or */
  focusProcessId?: FocusProcessId | null;
  /** the team, for its first focus process. */
  teamId?: TeamId | null;
  /** At most so many of the newest steps, the others as a sum; all where absent. */
  mostSteps?: number | null;
};

/** Makes a draft the active target condition; its date is fixed from here on. */
export type TargetConditionActivate = {
  /** The draft. */
  id: TargetConditionId;
};

/** Closes the active target condition. */
export type TargetConditionClose = {
  /** The target condition. */
  id: TargetConditionId;
  /** How it ends. */
  closing: Closing;
  /** The summary reflection. */
  reflection: string;
  /** Whether the challenge is still valid. */
  challengeValid?: boolean | null;
};

/** Drafts a target condition. */
export type TargetConditionCreate = {
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its fields. */
  fields: TargetConditionPatch;
};

/** Changes a target condition. */
export type TargetConditionEdit = {
  /** The target condition. */
  id: TargetConditionId;
  /** The metric that is made for it. */
  newMetric?: MadeFor | null;
  /** What changes. */
  fields: TargetConditionPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

/** Hints on a target condition, as it stands or as it is being typed. */
export type TargetConditionHints = {
  /** The target condition; a new one where absent. */
  id?: TargetConditionId | null;
  /** What is typed and not yet saved. */
  fields?: TargetConditionPatch;
};

export type TargetConditionId = string;

/** A row as a screen shows it. */
export type TargetConditionItem = {
  /** Its id. */
  id: TargetConditionId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** Its number in the focus process. */
  number: number;
  /** Where it stands. */
  status: TargetConditionStatus;
  /** The day it became active. */
  setOn: string | null;
  /** The day it was closed. */
  closedOn: string | null;
  /** The day it shall be reached. Free in draft, fixed from activation on. */
  achieveByOn: string | null;
  /** The challenge it leads to. */
  challengeId: ChallengeId | null;
  /** The outcome metric. */
  outcomeMetricId: MetricId | null;
  /** How the outcome compares with its target. */
  outcomeComparison: Comparison;
  /** The outcome's target value, in the metric's unit. */
  outcomeTarget: number | null;
  /** The process metric. */
  processMetricId: MetricId | null;
  /** How the process metric compares with its target. */
  processComparison: Comparison;
  /** The process metric's target value, in the metric's unit. */
  processTarget: number | null;
  /** The desired operating pattern, one step a line. */
  operatingPattern: string;
  /** The summary reflection, written when it closes. */
  reflection: string;
  /** Whether the challenge is still valid, asked at closing. */
  challengeValid: boolean | null;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a TargetCondition may change; absent fields stay as they are. */
export type TargetConditionPatch = {
  /** The day it shall be reached. Free in draft, fixed from activation on. */
  achieveByOn?: string | null;
  /** The challenge it leads to. */
  challengeId?: ChallengeId | null;
  /** The outcome metric. */
  outcomeMetricId?: MetricId | null;
  /** How the outcome compares with its target. */
  outcomeComparison?: Comparison | null;
  /** The outcome's target value, in the metric's unit. */
  outcomeTarget?: number | null;
  /** The process metric. */
  processMetricId?: MetricId | null;
  /** How the process metric compares with its target. */
  processComparison?: Comparison | null;
  /** The process metric's target value, in the metric's unit. */
  processTarget?: number | null;
  /** The desired operating pattern, one step a line. */
  operatingPattern?: string | null;
  /** The summary reflection, written when it closes. */
  reflection?: string | null;
  /** Whether the challenge is still valid, asked at closing. */
  challengeValid?: boolean | null;
};

/** A target condition in one line. */
export type TargetConditionRef = {
  /** Its id. */
  id: TargetConditionId;
  /** Its number. */
  number: number;
  /** Where it stands. */
  status: TargetConditionStatus;
  /** Its date. */
  achieveByOn: string | null;
};

/** Where a target condition stands. */
export type TargetConditionStatus = "draft" | "active" | "met" | "not_met" | "superseded";

/** The target that a target condition sets for the metric. */
export type TargetLine = {
  /** The target condition's number. */
  number: number;
  /** How a value compares with it. */
  comparison: Comparison;
  /** The value to reach, in the metric's unit. */
  value: number;
  /** The day it was set. */
  setOn: string | null;
  /** Where the line ends in a post. */
  achieveByOn: string | null;
};

/** Makes a team. */
export type TeamCreate = {
  /** Its fields. */
  fields: TeamPatch;
};

/** Changes a team. */
export type TeamEdit = {
  /** The team. */
  id: TeamId;
  /** What changes. */
  fields: TeamPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type TeamId = string;

/** A row as a screen shows it. */
export type TeamItem = {
  /** Its id. */
  id: TeamId;
  /** The team's name. */
  name: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** A team in the sidebar. */
export type TeamLine = {
  /** Its id. */
  id: TeamId;
  /** Its name. */
  name: string;
  /** Its first focus process. */
  focusProcessId: FocusProcessId | null;
  /** Days until the achieve-by date of the active target condition. */
  daysLeft: number | null;
  /** Whether anything asks for attention. */
  attention: boolean;
};

/** A metric with the team it belongs to. */
export type TeamMetric = {
  /** The team. */
  teamId: TeamId;
  /** Its name. */
  teamName: string;
  /** The metric with its last number. */
  now: MetricNow;
};

/** What an edit of a Team may change; absent fields stay as they are. */
export type TeamPatch = {
  /** The team's name. */
  name?: string | null;
};

/** One team in one row, by its first focus process. */
export type TeamRow = {
  /** The team. */
  team: TeamItem;
  /** Its first focus process. */
  focusProcessId: FocusProcessId | null;
  /** Statement of its active challenge. */
  challenge: string | null;
  /** Outcome now and target. */
  outcome: OutcomeLine | null;
  /** Achieve-by date of the active target condition. */
  achieveByOn: string | null;
  /** Days until then; negative after it. */
  daysLeft: number | null;
  /** The newest step that was started; the newest planned one while none was. */
  lastStep: StepRef | null;
  /** Text of the obstacle addressed now. */
  addressingNow: string | null;
  /** What asks for attention, at most two, the most pressing first. */
  attention: Attention[];
  /** A running step whose check date is today or tomorrow. */
  goAndSeeOn: string | null;
};

/** All teams of the board. */
export type Teams = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The teams, sorted by name. */
  teams: TeamRow[];
};

/** Light, dark, or as the system has it. */
export type Theme = "system" | "light" | "dark";

/** Puts an event on the timeline, last. */
export type TimelineEventCreate = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** What happened. */
  fields: TimelineEventPatch;
};

/** Changes an event. */
export type TimelineEventEdit = {
  /** The event. */
  id: TimelineEventId;
  /** What changes. */
  fields: TimelineEventPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type TimelineEventId = string;

/** A row as a screen shows it. */
export type TimelineEventItem = {
  /** Its id. */
  id: TimelineEventId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** Order on the timeline. */
  rank: string;
  /** When, as people say it: "17:20", "Monday". */
  moment: string;
  /** Who did it, or what. */
  who: string;
  /** What happened. */
  what: string;
  /** What was known then. */
  known: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a TimelineEvent may change; absent fields stay as they are. */
export type TimelineEventPatch = {
  /** When, as people say it: "17:20", "Monday". */
  moment?: string | null;
  /** Who did it, or what. */
  who?: string | null;
  /** What happened. */
  what?: string | null;
  /** What was known then. */
  known?: string | null;
};

/** The toil ledger of a team. */
export type Toil = {
  /** The log's sequence number this answer was read at. */
  asOfSeq: number;
  /** Today, by the clock of the person who looks. */
  today: string;
  /** The team. */
  teamId: TeamId;
  /** Its name. */
  teamName: string;
  /** Its ledger; none until it begins one. */
  ledger: ToilLedgerItem | null;
  /** The metric that the weeks are numbers of. */
  metric: MetricRef | null;
  /** Metrics of the team that a ledger could begin with. */
  metrics: MetricRef[];
  /** Kinds of toil, in the order of the sheet. */
  categories: ToilCategoryItem[];
  /** All sheets, newest first. */
  weeks: WeekLine[];
  /** The last half year of weeks, newest first, to fill in or to correct. */
  sheets: SheetWeek[];
  /** The Monday of the one that is filled in now. */
  sheetOn: string;
  /** Toil of the newest sheet, in percent of all hours. */
  percent: number | null;
  /** Whether that is more than the limit. */
  overLimit: boolean;
  /** Where the sheets lead. */
  line: BankruptcyLine | null;
  /** How many more sheets until there is a line. */
  weeksToLine: number;
  /** Where the hours go, before and now. */
  hours: Hours | null;
};

/** What makes work toil. */
export type ToilAttribute = "manual" | "repetitive" | "automatable" | "tactical" | "no_enduring_value" | "grows_with_the_service";

/** Makes a kind of toil. */
export type ToilCategoryCreate = {
  /** The team. */
  teamId: TeamId;
  /** Its fields. */
  fields: ToilCategoryPatch;
};

/** Changes a kind of toil. */
export type ToilCategoryEdit = {
  /** The kind of toil. */
  id: ToilCategoryId;
  /** What changes. */
  fields: ToilCategoryPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type ToilCategoryId = string;

/** A row as a screen shows it. */
export type ToilCategoryItem = {
  /** Its id. */
  id: ToilCategoryId;
  /** The team. */
  teamId: TeamId;
  /** Order on the sheet. */
  rank: string;
  /** What it is called. */
  name: string;
  /** What makes it toil. */
  attributes: ToilAttribute[];
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a ToilCategory may change; absent fields stay as they are. */
export type ToilCategoryPatch = {
  /** What it is called. */
  name?: string | null;
  /** What makes it toil. */
  attributes?: ToilAttribute[] | null;
};

/** Which toil ledger. */
export type ToilGet = {
  /** The team. */
  teamId: TeamId;
  /** A started step whose hours given back are asked for; the newest that can be told where absent. */
  experimentId?: ExperimentId | null;
  /** Of which process that newest step is; of any of the team where absent. */
  focusProcessId?: FocusProcessId | null;
};

/** Begins a team's toil ledger, with a metric of the team or a new one. */
export type ToilLedgerBegin = {
  /** The team. */
  teamId: TeamId;
  /** A metric of the team whose unit is %. */
  metricId?: MetricId | null;
  /** In the metric's place: what a new one is called. */
  metricName?: string | null;
  /** The operational definition of the new one. */
  definition?: string | null;
  /** Limit and overhead; 50 % and none where absent. */
  fields?: ToilLedgerPatch;
};

/** Changes a ledger's limit or overhead. */
export type ToilLedgerEdit = {
  /** The ledger. */
  id: ToilLedgerId;
  /** What changes. */
  fields: ToilLedgerPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type ToilLedgerId = string;

/** A row as a screen shows it. */
export type ToilLedgerItem = {
  /** Its id. */
  id: ToilLedgerId;
  /** The team. */
  teamId: TeamId;
  /** The metric that each saved week becomes a number of. */
  metricId: MetricId;
  /** The share of toil that the team does not want to exceed, in percent. */
  limitPercent: number;
  /** Hours that are neither toil nor improvement, such as meetings, in percent. */
  overheadPercent: number;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a ToilLedger may change; absent fields stay as they are. */
export type ToilLedgerPatch = {
  /** The share of toil that the team does not want to exceed, in percent. */
  limitPercent?: number | null;
  /** Hours that are neither toil nor improvement, such as meetings, in percent. */
  overheadPercent?: number | null;
};

/** Saves the sheet of a week, and its toil as a number of the ledger's metric. */
export type ToilWeekCreate = {
  /** The team. */
  teamId: TeamId;
  /** A day of the week; the sheet is of its ISO week. */
  weekOn: string;
  /** All hours that the team worked. */
  allHours: number;
  /** The hours of each kind of toil. */
  hours: CategoryHours[];
};

/** Corrects the sheet of a week, and the number that it is on the board. */
export type ToilWeekEdit = {
  /** The sheet. */
  id: ToilWeekId;
  /** What changes. */
  fields: ToilWeekPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type ToilWeekId = string;

/** A row as a screen shows it. */
export type ToilWeekItem = {
  /** Its id. */
  id: ToilWeekId;
  /** The team. */
  teamId: TeamId;
  /** The Monday it begins on. */
  weekOn: string;
  /** The number that it is on the board. */
  observationId: ObservationId;
  /** All hours that the team worked in the week. */
  allHours: number;
  /** The hours of each kind of toil; a kind that is not named took none. */
  hours: CategoryHours[];
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a ToilWeek may change; absent fields stay as they are. */
export type ToilWeekPatch = {
  /** All hours that the team worked in the week. */
  allHours?: number | null;
  /** The hours of each kind of toil; a kind that is not named took none. */
  hours?: CategoryHours[] | null;
};

/** What a person says of a text; what is absent is guessed. */
export type Told = {
  /** What stands between cells. */
  separator?: Separator | null;
  /** Whether the first line names the columns. */
  header?: boolean | null;
  /** Which column is what. */
  columns?: Columns | null;
  /** What stands before decimals. */
  decimal?: Decimal | null;
  /** Which number comes first in a date that goes either way. */
  dateOrder?: DateOrder | null;
  /** Without a column of days: the day of the last line; today where absent. */
  lastOn?: string | null;
  /** Without a column of days: days from line to line; the metric's rhythm where absent, else 1. */
  everyDays?: number | null;
};

/** Makes a topic, last, and puts notes to it. */
export type TopicCreate = {
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** What it is called; empty for the words of its first note. */
  title?: string;
  /** Notes that belong to it, in their order. */
  noteIds?: RetroNoteId[];
};

/** Changes a topic. */
export type TopicEdit = {
  /** The topic. */
  id: TopicId;
  /** What changes. */
  fields: TopicPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type TopicId = string;

/** A row as a screen shows it. */
export type TopicItem = {
  /** Its id. */
  id: TopicId;
  /** The retrospective. */
  retrospectiveId: RetrospectiveId;
  /** Order among the topics. */
  rank: string;
  /** The topic it became a part of. Its notes and votes count there, also those that others put to it meanwhile. */
  mergedIntoId: TopicId | null;
  /** The obstacle it became. */
  obstacleId: ObstacleId | null;
  /** Milliseconds that it was on the table, without the time now. */
  discussedMs: number;
  /** What it is called. */
  title: string;
  /** Kinds of waste seen in it. */
  wastes: Waste[];
  /** Mismatches seen in it. */
  mismatches: Mismatch[];
  /** Who can do something about it. */
  reach: Reach | null;
  /** What was said about it. */
  notes: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** A topic. */
export type TopicLine = {
  /** The topic. */
  topic: TopicItem;
  /** Its place among the topics, from 1. */
  number: number;
  /** Its notes, in their order. */
  noteIds: RetroNoteId[];
  /** Votes on it; none while they are hidden. */
  votes: number | null;
  /** Its place by votes, from 1; topics with as many votes share it. None while they are hidden. */
  place: number | null;
  /** Whether another topic has as many votes. */
  tied: boolean;
  /** Minutes that it and its parts were on the table, rounded; the time now is not counted yet. */
  discussedMinutes: number;
  /** The obstacle that it became, as it is now; none where it became none, or that was removed. */
  obstacle: ObstacleItem | null;
  /** What the team discussed or learned before in these words, newest first, while the session runs. */
  before: Earlier[];
};

/** Makes a topic a part of another one. */
export type TopicMerge = {
  /** The topic that goes. */
  id: TopicId;
  /** The topic that stays. */
  into: TopicId;
};

/** Makes a topic an obstacle, with its notes as evidence. */
export type TopicObstacle = {
  /** The topic. */
  id: TopicId;
  /** The process it goes to; none for the one of the retrospective. */
  focusProcessId?: FocusProcessId | null;
};

/** What an edit of a Topic may change; absent fields stay as they are. */
export type TopicPatch = {
  /** What it is called. */
  title?: string | null;
  /** Kinds of waste seen in it. */
  wastes?: Waste[] | null;
  /** Mismatches seen in it. */
  mismatches?: Mismatch[] | null;
  /** Who can do something about it. */
  reach?: Reach | null;
  /** What was said about it. */
  notes?: string | null;
};

/** A row that an operation touched. */
export type Touched = {
  /** Kind of row. */
  entity: string;
  /** Its id. */
  id: string;
  /** The team it belongs to. */
  teamId: TeamId | null;
  /** The fields, as on the wire; `""` for the creation, `deleted` for removal and return. */
  fields: string[];
};

/** What is wrong with a file, the worst last. */
export type Trouble = "rowsAltered" | "historyRewritten" | "historyShortened" | "damaged";

/** An operation that can be undone or redone. */
export type UndoStep = {
  /** Its kind, which has a name in the catalogue. */
  kind: string;
};

/** What undo or redo did. */
export type Undone = {
  /** Kind of the operation that was taken back or brought again. */
  kind: string;
  /** The log's sequence number after the write. */
  seq: number;
  /** Newer own operations that undo went past, because they can no longer be taken back; the newest first. */
  skipped: Skipped[];
};

/** Whether a change can be told from routine variation. */
export type Verdict = {
  verdict: "signal";
  /** By which rule. */
  rule: Rule;
  /** On which side. */
  side: Side;
  /** The first value after the start that belongs to the signal; 0 is the first after. */
  at: number;
} | {
  verdict: "not_distinguishable";
} | {
  verdict: "needs_more";
  /** How many more values after the start until a run of eight could be told. */
  points: number;
} | {
  verdict: "no_limits";
  /** How many more values before the start there should have been. */
  points: number;
};

/** One version of a field, as somebody wrote it. */
export type Version = {
  /** The operation that wrote it. */
  op: OperationId;
  /** Who wrote it; none where the board does not say. */
  by: PersonId | null;
  /** That person's name. */
  byName: string | null;
  /** UTC milliseconds. */
  at: number;
  /** Kind of the operation. */
  kind: string;
  /** The field, as on the wire; empty for the creation of the whole row. */
  field: string;
  /** What was written. */
  value: unknown;
};

/** Places votes. */
export type VoteSet = {
  /** Who votes. */
  participantId: ParticipantId;
  /** The topic. */
  topicId: TopicId;
  /** How many votes it shall have from them. */
  count: number;
};

/** How votes are placed. */
export type Voting = {
  /** Votes of each participant. */
  budget: number;
  /** Whether the budget is what the topics suggest. */
  suggested: boolean;
  /** Votes on one topic at most. */
  limit: number;
  /** Whether they are hidden. */
  hidden: boolean;
  /** Votes placed by everybody; none while they are hidden. */
  placed: number | null;
};

/** What waits at this machine and may be published now. */
export type Waiting = {
  /** The retrospectives that asked for it. */
  retrospectives: WaitingFor[];
};

/** What one retrospective waits for. */
export type WaitingFor = {
  /** The retrospective. */
  id: RetrospectiveId;
  /** Whether its notes carry no names. */
  anonymous: boolean;
  /** Notes and answers that wait. */
  count: number;
};

/** Puts a hint aside. */
export type WaiverCreate = {
  /** The row that the hint is about. */
  subject: string;
  /** The hint. */
  hint: Hint;
  /** Why it does not fit here. */
  note: string;
};

/** Changes the note of a hint that was put aside. */
export type WaiverEdit = {
  /** The waiver. */
  id: WaiverId;
  /** What changes. */
  fields: WaiverPatch;
  /** What it was based on. */
  basedOn?: Record<string, OperationId[]>;
};

export type WaiverId = string;

/** A row as a screen shows it. */
export type WaiverItem = {
  /** Its id. */
  id: WaiverId;
  /** The process. */
  focusProcessId: FocusProcessId;
  /** The row that the hint is about: its id on the wire. */
  subject: string;
  /** The hint's code. */
  hint: string;
  /** Why the hint does not fit here. */
  note: string;
  /** Where its fields stand in the log. */
  meta: Meta;
};

/** What an edit of a Waiver may change; absent fields stay as they are. */
export type WaiverPatch = {
  /** Why the hint does not fit here. */
  note?: string | null;
};

/** A kind of waste: DOWNTIME, and what software has beside it (Poppendieck). */
export type Waste = "defects" | "overproduction" | "waiting" | "unused_talent" | "transportation" | "inventory" | "motion" | "extra_processing" | "partially_done" | "relearning" | "handoffs" | "task_switching";

/** How far it is from where the process was to where it shall be. */
export type Way = {
  /** Where the process was: the average of the baseline, or the single value before the target was set. */
  baseline: number;
  /** The first day of the values it rests on. */
  fromOn: string;
  /** The last day. */
  toOn: string;
  /** How many they are. */
  count: number;
  /** The newest value. */
  now: number;
  /** Its day. */
  nowOn: string;
  /** The share of the way that is covered, (baseline − now) / (baseline − target): 1 at the target, negative on the other side of the baseline; none where the baseline equals the target. */
  covered: number | null;
};

/** The sheet of a week with what follows from it. */
export type WeekLine = {
  /** The sheet. */
  week: ToilWeekItem;
  /** The number of its ISO week. */
  number: number;
  /** Its last day. */
  lastOn: string;
  /** Hours of toil together. */
  toilHours: number;
  /** Those in percent of all hours. */
  percent: number;
  /** Whether that is more than the limit. */
  overLimit: boolean;
};

/** The days that a budget goes over, as seen on one day. */
export type WindowDays = {
  /** The first day. */
  fromOn: string;
  /** The last day. */
  toOn: string;
  /** How many days it has. */
  days: number;
  /** How many of them have passed, the day itself counted; all of a rolling window. */
  elapsedDays: number;
};

/** What the window was started for. */
export type WindowStart = {
  /** The board that is to be opened; none where nothing was named. */
  board: string | null;
};

/** What stands in the window's bar. */
export type WindowTitle = {
  /** The title. */
  title: string;
};

/** The size of everything in the window. */
export type WindowZoom = {
  /** 1 is as it was drawn; 0.5 to 3. */
  factor: number;
};

/** What kind of work flows through the process. */
export type WorkType = "project" | "request" | "incident";

/** What a write did. */
export type Written = {
  /** The row, of the command's kind; the first one where there are several. */
  id: string;
  /** The operation in the log; none where nothing changed. */
  op: OperationId | null;
  /** The log's sequence number after the write. */
  seq: number;
  /** Fields (as on the wire) that were joined with another person's words. */
  merged: string[];
  /** Fields (as on the wire) where two versions now stand open. */
  open: string[];
};

/** A kind of rows of a team in which something was written. */
export type Wrote = {
  /** Kind of row. */
  entity: Entity;
  /** The team; none for what belongs to the board itself. */
  teamId: TeamId | null;
};

/** Every command with its request and its answer. */
export interface Commands {
  /** Preferences and recent files of this machine. */
  app_get: { request: Nothing; answer: App };
  /** Changes preferences of this machine. */
  prefs_edit: { request: PrefsEdit; answer: App };
  /** Takes a file off the list of recent files. */
  recent_forget: { request: RecentForget; answer: App };
  /** Makes a new board file and opens it. */
  board_create: { request: BoardCreate; answer: App };
  /** Opens a board file. */
  board_open: { request: BoardOpen; answer: App };
  /** Opens the sample board of this machine, made anew if it is not there. */
  board_sample: { request: Nothing; answer: App };
  /** Closes the board. */
  board_close: { request: Nothing; answer: App };
  /** The file, its people, its teams by name, what can be undone. */
  board_get: { request: Nothing; answer: Board };
  /** All teams, one row each. */
  teams_get: { request: Nothing; answer: Teams };
  /** What is due, of one team or of all: results, dates, coaching cycles, numbers. */
  due_get: { request: DueGet; answer: DueList };
  /** The storyboard of a focus process. */
  storyboard_get: { request: StoryboardGet; answer: Storyboard };
  /** All steps of a focus process. */
  experiments_get: { request: ExperimentsGet; answer: Experiments };
  /** One step with plan, seal and result. */
  experiment_get: { request: ExperimentGet; answer: ExperimentView };
  /** The coaching card: the cycle that is held, and the board's facts beside its questions. */
  coaching_get: { request: CoachingGet; answer: Coaching };
  /** The coaching cycles of a focus process that were held, newest first. */
  coaching_cycles_get: { request: CoachingCyclesGet; answer: CoachingCycles };
  /** An obstacle with the steps against it. */
  obstacle_get: { request: ObstacleGet; answer: ObstacleView };
  /** The bytes of an attachment. */
  attachment_get: { request: AttachmentGet; answer: AttachmentContent };
  /** Hints on a challenge, as it stands or as it is being typed. */
  challenge_hints: { request: ChallengeHints; answer: Hints };
  /** Hints on a target condition, as it stands or as it is being typed. */
  target_condition_hints: { request: TargetConditionHints; answer: Hints };
  /** Hints on an obstacle, as it stands or as it is being typed. */
  obstacle_hints: { request: ObstacleHints; answer: Hints };
  /** Hints on a step, as it stands or as it is being typed. */
  experiment_hints: { request: ExperimentHints; answer: Hints };
  /** The challenges that one of a focus process can serve, and its closed ones. */
  challenges_get: { request: ChallengesGet; answer: Challenges };
  /** The numbers of a metric, newest first, a page at a time. */
  observations_get: { request: ObservationsGet; answer: Observations };
  /** A metric over time: single values, limits, signals, the target, the steps judged by it. */
  chart_get: { request: ChartGet; answer: MetricChart };
  /** Progress of a focus process on its target condition: chart, calibration, cadence, staircase, learning. */
  progress_get: { request: ProgressGet; answer: Progress };
  /** The learning log of a focus process, newest first, or the entries that have all words. */
  learning_get: { request: LearningGet; answer: Learning };
  /** How a pasted column or a CSV text would be read: numbers, rejected lines with reasons, days that have one already. */
  observation_preview: { request: ObservationPreviewGet; answer: ObservationPreview };
  /** The metrics of all teams, each with its last number. */
  metrics_get: { request: Nothing; answer: Metrics };
  /** The error budgets of a team: what each objective allows, what is left and for how long. */
  error_budget_get: { request: ErrorBudgetGet; answer: ErrorBudgets };
  /** A retrospective: its phase, its people, its notes and topics as far as they are shown. */
  retrospective_get: { request: RetrospectiveGet; answer: RetrospectiveView };
  /** The retrospectives of a team: held, prepared, past; and topics that come up again. */
  retrospectives_get: { request: RetrospectivesGet; answer: Retrospectives };
  /** The toil ledger of a team: its sheets, its share against the limit, where the hours go. */
  toil_get: { request: ToilGet; answer: Toil };
  /** Who wrote what in a row or a field, newest first. */
  history_get: { request: HistoryGet; answer: History };
  /** The versions of a field that stand open. */
  conflict_get: { request: ConflictGet; answer: Conflict };
  /** What was removed and can be restored. */
  removed_get: { request: RemovedGet; answer: Removed };
  /** A page of the log. */
  log_get: { request: LogGet; answer: Log };
  /** Rows that have all the words, of every team. */
  search: { request: Search; answer: Hits };
  /** Closed steps of any team that are like a text. */
  similar_steps: { request: SimilarStepsGet; answer: SimilarSteps };
  /** What is due and was not said today on this machine; it counts as said from then on. Nothing where reminders are off. */
  due_remind: { request: Nothing; answer: DueList };
  /** A report of a team or of a focus process, for a period, or one of its forms on paper, as a file. */
  report_get: { request: ReportGet; answer: MadeFile };
  /** A chart as a file: a picture, or its numbers as a table. */
  chart_export: { request: ChartExport; answer: MadeFile };
  /** Ends long work that was begun under a name. */
  job_cancel: { request: JobCancel; answer: Nothing };
  /** Who has the file open. */
  presence_get: { request: Nothing; answer: Presence };
  /** Checks the file: integrity, foreign keys, log against rows, hash chain. */
  board_check: { request: Nothing; answer: CheckReport };
  /** Says where this person writes. */
  presence_writing: { request: PresenceWriting; answer: Presence };
  /** Follows a coaching cycle, and turns its card for everybody who does. */
  presence_follow: { request: PresenceFollow; answer: Presence };
  /** Stands in front of a retrospective: how many notes wait on all machines, and who is there. */
  retrospective_follow: { request: RetrospectiveFollow; answer: Presence };
  /** A note that is kept on this computer alone. */
  note_get: { request: NoteGet; answer: Note };
  /** Keeps a note on this computer, never in the shared file. */
  note_put: { request: NotePut; answer: Nothing };
  /** Keeps typed text on this computer. */
  draft_put: { request: DraftPut; answer: Nothing };
  /** Texts kept on this computer for this board and person. */
  draft_list: { request: Nothing; answer: Drafts };
  /** Lets go of kept text. */
  draft_drop: { request: DraftDrop; answer: Nothing };
  /** Says who sits at this app. */
  me_choose: { request: MeChoose; answer: Board };
  /** Makes a person. */
  person_create: { request: PersonCreate; answer: Written };
  /** Changes a person. */
  person_edit: { request: PersonEdit; answer: Written };
  /** Removes a person from the board's list; what they wrote stays. */
  person_remove: { request: RowId; answer: Written };
  /** Restores a person. */
  person_restore: { request: RowId; answer: Written };
  /** Makes a team. */
  team_create: { request: TeamCreate; answer: Written };
  /** Changes a team. */
  team_edit: { request: TeamEdit; answer: Written };
  /** Removes a team with its board. */
  team_remove: { request: RowId; answer: Written };
  /** Restores a team. */
  team_restore: { request: RowId; answer: Written };
  /** Puts a person into a team, also one whom the board does not know yet. */
  membership_create: { request: MembershipCreate; answer: Written };
  /** Changes the roles of a person in a team. */
  membership_edit: { request: MembershipEdit; answer: Written };
  /** Takes a person out of a team. */
  membership_remove: { request: RowId; answer: Written };
  /** Puts a person back into a team. */
  membership_restore: { request: RowId; answer: Written };
  /** Makes a focus process. */
  focus_process_create: { request: FocusProcessCreate; answer: Written };
  /** Changes a focus process. */
  focus_process_edit: { request: FocusProcessEdit; answer: Written };
  /** Moves a focus process in the team's order. */
  focus_process_move: { request: Move; answer: Written };
  /** Removes a focus process. */
  focus_process_remove: { request: RowId; answer: Written };
  /** Restores a focus process. */
  focus_process_restore: { request: RowId; answer: Written };
  /** Writes a challenge. */
  challenge_create: { request: ChallengeCreate; answer: Written };
  /** Changes a challenge. */
  challenge_edit: { request: ChallengeEdit; answer: Written };
  /** Removes a challenge. */
  challenge_remove: { request: RowId; answer: Written };
  /** Restores a challenge. */
  challenge_restore: { request: RowId; answer: Written };
  /** Writes a new grasp of the current condition. */
  current_condition_create: { request: CurrentConditionCreate; answer: Written };
  /** Changes a grasp of the current condition. */
  current_condition_edit: { request: CurrentConditionEdit; answer: Written };
  /** Removes a grasp of the current condition. */
  current_condition_remove: { request: RowId; answer: Written };
  /** Restores a grasp of the current condition. */
  current_condition_restore: { request: RowId; answer: Written };
  /** Drafts a target condition. */
  target_condition_create: { request: TargetConditionCreate; answer: Written };
  /** Changes a target condition. */
  target_condition_edit: { request: TargetConditionEdit; answer: Written };
  /** Makes a draft the active target condition and fixes its date. */
  target_condition_activate: { request: TargetConditionActivate; answer: Written };
  /** Closes the active target condition with its summary reflection. */
  target_condition_close: { request: TargetConditionClose; answer: Written };
  /** Removes a target condition that is no longer active. */
  target_condition_remove: { request: RowId; answer: Written };
  /** Restores a target condition. */
  target_condition_restore: { request: RowId; answer: Written };
  /** Adds an obstacle to the parking lot. */
  obstacle_create: { request: ObstacleCreate; answer: Written };
  /** Changes an obstacle. */
  obstacle_edit: { request: ObstacleEdit; answer: Written };
  /** Moves an obstacle in the parking lot. */
  obstacle_move: { request: Move; answer: Written };
  /** Makes this the one obstacle addressed now. */
  obstacle_address: { request: ObstacleAddress; answer: Written };
  /** Parks an obstacle, clears it, or says it was none. */
  obstacle_move_to: { request: ObstacleMoveTo; answer: Written };
  /** Removes an obstacle. */
  obstacle_remove: { request: RowId; answer: Written };
  /** Restores an obstacle. */
  obstacle_restore: { request: RowId; answer: Written };
  /** Makes a metric. */
  metric_create: { request: MetricCreate; answer: Written };
  /** Changes a metric. */
  metric_edit: { request: MetricEdit; answer: Written };
  /** Moves a metric in the team's order. */
  metric_move: { request: Move; answer: Written };
  /** Removes a metric. */
  metric_remove: { request: RowId; answer: Written };
  /** Restores a metric. */
  metric_restore: { request: RowId; answer: Written };
  /** Writes observations of a metric, all of them or none. */
  observation_add: { request: ObservationAdd; answer: Written };
  /** Imports a pasted column or a CSV text as one operation, all of it or nothing. */
  observation_import: { request: ObservationImport; answer: Imported };
  /** Corrects an observation; the old value stays in the history. */
  observation_edit: { request: ObservationEdit; answer: Written };
  /** Removes an observation. */
  observation_remove: { request: RowId; answer: Written };
  /** Restores an observation. */
  observation_restore: { request: RowId; answer: Written };
  /** Plans a step. */
  experiment_create: { request: ExperimentCreate; answer: Written };
  /** Changes a step; after sealing, a sealed field is amended. */
  experiment_edit: { request: ExperimentEdit; answer: Written };
  /** Seals the prediction and starts the step. */
  experiment_seal: { request: ExperimentMove; answer: Written };
  /** Says that the step is done; its result opens before the check date. */
  experiment_finish: { request: ExperimentMove; answer: Written };
  /** Closes a step with what its result says of the prediction. */
  experiment_evaluate: { request: ExperimentEvaluate; answer: Written };
  /** Abandons a running step, with what was learned. */
  experiment_abandon: { request: ExperimentGiveUp; answer: Written };
  /** Closes a running step that could not be run, with what was learned. */
  experiment_could_not_run: { request: ExperimentGiveUp; answer: Written };
  /** Removes a step that is still in pencil. */
  experiment_remove: { request: RowId; answer: Written };
  /** Restores a step. */
  experiment_restore: { request: RowId; answer: Written };
  /** Begins a coaching cycle, or joins the one that began today. */
  coaching_cycle_begin: { request: CoachingCycleBegin; answer: Written };
  /** Writes down what is not known, and plans to go and see it. */
  coaching_cycle_unknown: { request: CoachingCycleUnknown; answer: Written };
  /** Changes what stands beside a coaching cycle. */
  coaching_cycle_edit: { request: CoachingCycleEdit; answer: Written };
  /** Pauses the shared clock, lets it go on, or adds a minute. */
  coaching_cycle_clock: { request: CoachingCycleClock; answer: Written };
  /** Ends a coaching cycle with its next step and books the next cycle. */
  coaching_cycle_finish: { request: CoachingCycleFinish; answer: Written };
  /** Breaks a coaching cycle off; what was said stays. */
  coaching_cycle_break_off: { request: CoachingCycleMove; answer: Written };
  /** Removes a coaching cycle. */
  coaching_cycle_remove: { request: RowId; answer: Written };
  /** Restores a coaching cycle. */
  coaching_cycle_restore: { request: RowId; answer: Written };
  /** Copies a file into the board as evidence of a step. */
  attachment_add: { request: AttachmentAdd; answer: Written };
  /** Gives an attachment another name. */
  attachment_edit: { request: AttachmentEdit; answer: Written };
  /** Removes an attachment. */
  attachment_remove: { request: RowId; answer: Written };
  /** Restores an attachment. */
  attachment_restore: { request: RowId; answer: Written };
  /** Decides on the days from which a metric's limits are computed. */
  baseline_window_create: { request: BaselineWindowCreate; answer: Written };
  /** Changes a baseline window or its reason. */
  baseline_window_edit: { request: BaselineWindowEdit; answer: Written };
  /** Takes the decision on a baseline window back. */
  baseline_window_remove: { request: RowId; answer: Written };
  /** Restores a baseline window. */
  baseline_window_restore: { request: RowId; answer: Written };
  /** Makes a service level objective; the budget left becomes a number of its metric. */
  slo_create: { request: SloCreate; answer: Written };
  /** Changes a service level objective; the budget left of its days follows. */
  slo_edit: { request: SloEdit; answer: Written };
  /** Removes a service level objective; its numbers stay. */
  slo_remove: { request: RowId; answer: Written };
  /** Restores a service level objective. */
  slo_restore: { request: RowId; answer: Written };
  /** Writes what was bad on a day, and the budget left. */
  bad_day_create: { request: BadDayCreate; answer: Written };
  /** Corrects what was bad on a day, and the budget left. */
  bad_day_edit: { request: BadDayEdit; answer: Written };
  /** Removes a bad day with its number. */
  bad_day_remove: { request: RowId; answer: Written };
  /** Restores a bad day with its number. */
  bad_day_restore: { request: RowId; answer: Written };
  /** Begins a team's toil ledger; each saved week becomes a number of its metric. */
  toil_ledger_begin: { request: ToilLedgerBegin; answer: Written };
  /** Changes the limit or the overhead of a toil ledger. */
  toil_ledger_edit: { request: ToilLedgerEdit; answer: Written };
  /** Makes a kind of toil. */
  toil_category_create: { request: ToilCategoryCreate; answer: Written };
  /** Changes a kind of toil. */
  toil_category_edit: { request: ToilCategoryEdit; answer: Written };
  /** Moves a kind of toil on the sheet. */
  toil_category_move: { request: Move; answer: Written };
  /** Takes a kind of toil off the sheet; its hours of past weeks stay. */
  toil_category_remove: { request: RowId; answer: Written };
  /** Restores a kind of toil. */
  toil_category_restore: { request: RowId; answer: Written };
  /** Saves the toil sheet of a week and its share as a number of the metric. */
  toil_week_create: { request: ToilWeekCreate; answer: Written };
  /** Corrects the toil sheet of a week and its number. */
  toil_week_edit: { request: ToilWeekEdit; answer: Written };
  /** Removes the toil sheet of a week and its number. */
  toil_week_remove: { request: RowId; answer: Written };
  /** Restores the toil sheet of a week and its number. */
  toil_week_restore: { request: RowId; answer: Written };
  /** Prepares a retrospective. */
  retrospective_create: { request: RetrospectiveCreate; answer: Written };
  /** Changes a retrospective; format, phases and attribution only before it begins. */
  retrospective_edit: { request: RetrospectiveEdit; answer: Written };
  /** Begins a retrospective with its first phase. */
  retrospective_begin: { request: RetrospectiveMove; answer: Written };
  /** Moves the group to another phase, forward or back; past reflect the notes are shown, past vote the votes. */
  retrospective_advance: { request: RetrospectiveAdvance; answer: Written };
  /** Pauses the shared clock, starts it, or adds a minute. */
  retrospective_clock: { request: RetrospectiveClock; answer: Written };
  /** Puts a topic on the table, with a clock of its own. */
  retrospective_discuss: { request: RetrospectiveDiscuss; answer: Written };
  /** Gives the lead of a retrospective to another person. */
  retrospective_hand_over: { request: RetrospectiveHandOver; answer: Written };
  /** Agrees on the next step of a retrospective, before it ends. */
  retrospective_next_step: { request: RetrospectiveNextStep; answer: Written };
  /** Ends a retrospective, with its next step or with the reason why there is none. */
  retrospective_close: { request: RetrospectiveClose; answer: Written };
  /** Removes a retrospective. */
  retrospective_remove: { request: RowId; answer: Written };
  /** Restores a retrospective. */
  retrospective_restore: { request: RowId; answer: Written };
  /** Puts an event on the timeline of a retrospective. */
  timeline_event_create: { request: TimelineEventCreate; answer: Written };
  /** Changes an event of the timeline. */
  timeline_event_edit: { request: TimelineEventEdit; answer: Written };
  /** Moves an event on the timeline. */
  timeline_event_move: { request: Move; answer: Written };
  /** Takes an event off the timeline. */
  timeline_event_remove: { request: RowId; answer: Written };
  /** Restores an event of the timeline. */
  timeline_event_restore: { request: RowId; answer: Written };
  /** Makes a topic of a retrospective, with notes or without. */
  topic_create: { request: TopicCreate; answer: Written };
  /** Changes a topic: its title, its tags, who can do something about it, what was said. */
  topic_edit: { request: TopicEdit; answer: Written };
  /** Moves a topic among the topics. */
  topic_move: { request: Move; answer: Written };
  /** Makes a topic a part of another one, with its notes and votes. */
  topic_merge: { request: TopicMerge; answer: Written };
  /** Removes a topic; its notes stay. */
  topic_remove: { request: RowId; answer: Written };
  /** Restores a topic. */
  topic_restore: { request: RowId; answer: Written };
  /** Makes a topic an obstacle, with its notes as evidence. */
  topic_obstacle: { request: TopicObstacle; answer: Written };
  /** Adds a note in front of everybody, in a named retrospective. */
  retro_note_create: { request: RetroNoteCreate; answer: Written };
  /** Changes a note of a named retrospective. */
  retro_note_edit: { request: RetroNoteEdit; answer: Written };
  /** Removes a note of a named retrospective. */
  retro_note_remove: { request: RowId; answer: Written };
  /** Restores a note. */
  retro_note_restore: { request: RowId; answer: Written };
  /** Comes into a retrospective, or comes back; with a name as a guest at this machine. */
  participant_join: { request: ParticipantJoin; answer: Written };
  /** Goes; what was written stays. */
  participant_leave: { request: ParticipantMove; answer: Written };
  /** Says whether a participant is ready with the phase now. */
  participant_ready: { request: ParticipantReady; answer: Written };
  /** The participants of a retrospective who sit at this machine. */
  seats_get: { request: SeatsGet; answer: Seats };
  /** What waits on this computer and was asked for by its retrospective. */
  waiting_get: { request: Nothing; answer: Waiting };
  /** What a participant at this machine wrote and voted; nobody else sees it. */
  held_get: { request: HeldGet; answer: HeldView };
  /** Keeps a note on this computer until the group sees all notes. */
  note_write: { request: NoteWrite; answer: HeldNote };
  /** Takes back a note of one's own. */
  note_take_back: { request: NoteTakeBack; answer: Nothing };
  /** Answers the check-in, the survey, what one takes away, how the session was. */
  answer_write: { request: AnswerWrite; answer: Nothing };
  /** Publishes one of the notes that wait on this computer, once they are asked for. */
  retrospective_publish: { request: RetrospectivePublish; answer: Published };
  /** Places votes on a topic, under a random token. */
  vote_set: { request: VoteSet; answer: Nothing };
  /** Puts notes to a topic, or takes them out. */
  retro_notes_group: { request: RetroNotesGroup; answer: Written };
  /** Decides what becomes of an open obstacle in the look back: kept, closed or dropped, with the reason. */
  obstacle_review_put: { request: ObstacleReviewPut; answer: Written };
  /** Puts a hint aside with a note. */
  waiver_create: { request: WaiverCreate; answer: Written };
  /** Changes the note of a hint that was put aside. */
  waiver_edit: { request: WaiverEdit; answer: Written };
  /** Lets a hint stand again. */
  waiver_remove: { request: RowId; answer: Written };
  /** Puts a hint aside again. */
  waiver_restore: { request: RowId; answer: Written };
  /** Takes back the newest own operation that can still be taken back. */
  undo: { request: Nothing; answer: Undone };
  /** Brings the operation again that was undone last. */
  redo: { request: Nothing; answer: Undone };
  /** Says which board the window was started for. */
  window_start: { request: Nothing; answer: WindowStart };
  /** Asks for an existing board. */
  window_pick_board: { request: FileDialog; answer: Picked };
  /** Asks where a new board is to be made. */
  window_pick_new_board: { request: FileDialog; answer: Picked };
  /** Saves an attachment where the person says. */
  window_save_attachment: { request: SaveAttachment; answer: Picked };
  /** Makes a file and saves it where the person says. */
  window_save_made: { request: SaveMade; answer: Picked };
  /** Shows a notification of the system. */
  window_notify: { request: Notice; answer: Nothing };
  /** Changes what stands in the window's bar. */
  window_set_title: { request: WindowTitle; answer: Nothing };
  /** Changes the size of everything in the window. */
  window_set_zoom: { request: WindowZoom; answer: Nothing };
  /** Opens the second window on a retrospective. */
  window_project: { request: Project; answer: Nothing };
  /** Fills the screen with the second window, or no longer. */
  window_fullscreen: { request: Nothing; answer: Nothing };
  /** Closes the window, once the page has put away what is being typed. */
  window_close: { request: Nothing; answer: Nothing };
}

/** The kinds of rows each read consists of. */
export const commandReads = {
  board_get: ["person", "team", "metric", "focus_process", "challenge", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle"],
  teams_get: ["team", "metric", "focus_process", "challenge", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle"],
  due_get: ["team", "metric", "focus_process", "target_condition", "experiment", "observation", "coaching_cycle"],
  storyboard_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment"],
  experiments_get: ["team", "metric", "focus_process", "obstacle", "experiment", "observation"],
  experiment_get: ["person", "team", "membership", "metric", "focus_process", "current_condition", "obstacle", "experiment", "observation", "attachment", "baseline_window"],
  coaching_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment"],
  coaching_cycles_get: ["person", "team", "membership", "metric", "focus_process", "obstacle", "experiment", "coaching_cycle"],
  obstacle_get: ["metric", "focus_process", "obstacle", "experiment", "observation"],
  attachment_get: ["attachment"],
  challenge_hints: ["focus_process", "challenge", "waiver"],
  target_condition_hints: ["focus_process", "current_condition", "target_condition", "waiver"],
  obstacle_hints: ["focus_process", "obstacle", "waiver"],
  experiment_hints: ["focus_process", "experiment", "observation", "waiver"],
  challenges_get: ["team", "focus_process", "challenge"],
  observations_get: ["metric", "observation"],
  chart_get: ["metric", "focus_process", "target_condition", "experiment", "observation", "baseline_window"],
  progress_get: ["team", "metric", "focus_process", "challenge", "current_condition", "target_condition", "experiment", "observation", "baseline_window"],
  learning_get: ["focus_process", "experiment"],
  observation_preview: ["metric", "observation"],
  metrics_get: ["team", "metric", "observation"],
  error_budget_get: ["team", "metric", "slo", "bad_day"],
  retrospective_get: ["person", "team", "membership", "metric", "focus_process", "obstacle", "experiment", "retrospective", "participant", "timeline_event", "topic", "retro_note", "vote", "answer", "obstacle_review"],
  retrospectives_get: ["team", "metric", "focus_process", "obstacle", "experiment", "retrospective", "timeline_event", "topic", "retro_note", "answer"],
  toil_get: ["team", "metric", "focus_process", "experiment", "toil_ledger", "toil_category", "toil_week"],
  history_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment", "waiver", "baseline_window", "toil_ledger", "toil_category", "toil_week", "slo", "bad_day", "retrospective", "participant", "timeline_event", "topic", "retro_note", "vote", "answer", "obstacle_review"],
  conflict_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment", "waiver", "baseline_window", "toil_ledger", "toil_category", "toil_week", "slo", "bad_day", "retrospective", "participant", "timeline_event", "topic", "retro_note", "vote", "answer", "obstacle_review"],
  removed_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment", "toil_category", "toil_week", "slo", "bad_day", "retrospective", "timeline_event", "topic"],
  log_get: ["person", "team", "membership", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "observation", "coaching_cycle", "attachment", "waiver", "baseline_window", "toil_ledger", "toil_category", "toil_week", "slo", "bad_day", "retrospective", "participant", "timeline_event", "topic", "retro_note", "vote", "answer", "obstacle_review"],
  search: ["team", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "retrospective", "timeline_event", "topic", "retro_note", "answer"],
  similar_steps: ["team", "metric", "focus_process", "challenge", "current_condition", "target_condition", "obstacle", "experiment", "retrospective", "timeline_event", "topic", "retro_note", "answer"],
} as const;

/** Why a command can fail. */
export const errorCodes = [
  "achieve_by_fixed",
  "achieve_by_missing",
  "already_measured",
  "already_member",
  "another_active",
  "another_ledger",
  "attachment_size",
  "board_full",
  "board_name",
  "busy",
  "cancelled",
  "challenge_circle",
  "command_unknown",
  "cycle_over",
  "damaged",
  "damaged_copy_kept",
  "date_out_of_range",
  "day_taken",
  "disk_full",
  "experiment_state",
  "field_empty",
  "file_exists",
  "file_missing",
  "fixed_at_begin",
  "folder_unusable",
  "foreign_schema",
  "given_elsewhere",
  "import_size",
  "internal",
  "learned_missing",
  "lines_rejected",
  "linked_file",
  "newer_file",
  "next_step_missing",
  "no_board",
  "not_a_board",
  "not_found",
  "not_in_percent",
  "not_yours",
  "nothing_to_import",
  "nothing_to_undo",
  "number_invalid",
  "older_file",
  "other_phase",
  "phases_invalid",
  "private_files",
  "range_reversed",
  "read_only",
  "reflection_missing",
  "removed",
  "request_invalid",
  "result_closed",
  "retrospective_state",
  "same_topic",
  "seal_incomplete",
  "sealed_stays",
  "target_condition_status",
  "text_control",
  "text_too_long",
  "time_invalid",
  "toil_exceeds_hours",
  "too_many",
  "undo_overtaken",
  "unreachable",
  "versions_open",
  "votes_spent",
  "week_taken",
  "window_reversed",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What an operation of this app can be; a newer app may know more. */
export const operationKinds = [
  "person_create",
  "person_edit",
  "person_remove",
  "person_restore",
  "team_create",
  "team_edit",
  "team_remove",
  "team_restore",
  "membership_create",
  "membership_edit",
  "membership_remove",
  "membership_restore",
  "focus_process_create",
  "focus_process_edit",
  "focus_process_move",
  "focus_process_remove",
  "focus_process_restore",
  "challenge_create",
  "challenge_edit",
  "challenge_remove",
  "challenge_restore",
  "current_condition_create",
  "current_condition_edit",
  "current_condition_remove",
  "current_condition_restore",
  "target_condition_create",
  "target_condition_edit",
  "target_condition_activate",
  "target_condition_close",
  "target_condition_remove",
  "target_condition_restore",
  "obstacle_create",
  "obstacle_edit",
  "obstacle_move",
  "obstacle_address",
  "obstacle_move_to",
  "obstacle_remove",
  "obstacle_restore",
  "metric_create",
  "metric_edit",
  "metric_move",
  "metric_remove",
  "metric_restore",
  "observation_add",
  "observation_import",
  "observation_edit",
  "observation_remove",
  "observation_restore",
  "experiment_create",
  "experiment_edit",
  "experiment_seal",
  "experiment_finish",
  "experiment_evaluate",
  "experiment_abandon",
  "experiment_could_not_run",
  "experiment_remove",
  "experiment_restore",
  "coaching_cycle_begin",
  "coaching_cycle_unknown",
  "coaching_cycle_edit",
  "coaching_cycle_clock",
  "coaching_cycle_finish",
  "coaching_cycle_break_off",
  "coaching_cycle_remove",
  "coaching_cycle_restore",
  "attachment_add",
  "attachment_edit",
  "attachment_remove",
  "attachment_restore",
  "baseline_window_create",
  "baseline_window_edit",
  "baseline_window_remove",
  "baseline_window_restore",
  "slo_create",
  "slo_edit",
  "slo_remove",
  "slo_restore",
  "bad_day_create",
  "bad_day_edit",
  "bad_day_remove",
  "bad_day_restore",
  "toil_ledger_begin",
  "toil_ledger_edit",
  "toil_category_create",
  "toil_category_edit",
  "toil_category_move",
  "toil_category_remove",
  "toil_category_restore",
  "toil_week_create",
  "toil_week_edit",
  "toil_week_remove",
  "toil_week_restore",
  "retrospective_create",
  "retrospective_edit",
  "retrospective_begin",
  "retrospective_advance",
  "retrospective_clock",
  "retrospective_discuss",
  "retrospective_hand_over",
  "retrospective_next_step",
  "retrospective_close",
  "retrospective_remove",
  "retrospective_restore",
  "timeline_event_create",
  "timeline_event_edit",
  "timeline_event_move",
  "timeline_event_remove",
  "timeline_event_restore",
  "topic_create",
  "topic_edit",
  "topic_move",
  "topic_merge",
  "topic_remove",
  "topic_restore",
  "topic_obstacle",
  "retro_note_create",
  "retro_note_edit",
  "retro_note_remove",
  "retro_note_restore",
  "retro_notes_group",
  "obstacle_review_put",
  "waiver_create",
  "waiver_edit",
  "waiver_remove",
  "waiver_restore",
  "undo",
  "redo",
  "answer_publish",
  "answer_put",
  "participant_join",
  "participant_leave",
  "participant_ready",
  "person_join",
  "retro_note_publish",
  "vote_set",
] as const;
export type OperationKind = (typeof operationKinds)[number];
