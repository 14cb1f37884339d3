//! A retrospective as far as it is shown, and the sessions of a team.

use crate::{Item, MemberLine, Piece, StepLine};
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, RetroNoteId, RetrospectiveId, TopicId};
use kata_domain::retrospective::Phase;
use kata_domain::{
    Answer, FocusProcess, Obstacle, ObstacleReview, ObstacleState, Participant, Reach, RetroNote,
    Retrospective, Team, TimelineEvent, Topic,
};
use schemars::JsonSchema;
use serde::Serialize;

/// One retrospective.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetrospectiveView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// The session.
    pub retrospective: Item<Retrospective>,
    /// The process its obstacles and its next step go to.
    pub focus_process: Option<Item<FocusProcess>>,
    /// Who leads it.
    pub facilitator: Option<String>,
    /// The phases now; none before it begins and after it ended.
    pub phases_now: Vec<Phase>,
    /// Who takes part, in the order in which they came.
    pub participants: Vec<ParticipantLine>,
    /// Last time's step, and the open obstacles that retrospectives brought up.
    pub look_back: LookBack,
    /// What happened, in its order.
    pub timeline: Vec<Item<TimelineEvent>>,
    /// The notes that are shown; none before they were asked for.
    pub notes: Vec<NoteLine>,
    /// Topics in their order, those that became a part of another one left out.
    pub topics: Vec<TopicLine>,
    /// Notes that may belong together, by their words; nothing is done with them by itself.
    pub suggested_groups: Vec<Vec<kata_domain::ids::RetroNoteId>>,
    /// How votes are placed.
    pub votes: Voting,
    /// What people answered.
    pub answers: Answers,
    /// The step it ended with, or is about to end with.
    pub next_step: Option<StepLine>,
    /// Name of who runs that step.
    pub runs_next_step: Option<String>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParticipantLine {
    /// The participant.
    pub participant: Item<Participant>,
    /// Whether they are ready with the phase now.
    pub ready: bool,
}

/// How votes are placed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Voting {
    /// Votes of each participant.
    pub budget: i64,
    /// Whether the budget is what the topics suggest.
    pub suggested: bool,
    /// Votes on one topic at most.
    pub limit: i64,
    /// Whether they are hidden.
    pub hidden: bool,
    /// Votes placed by everybody; none while they are hidden.
    pub placed: Option<i64>,
}

/// What people answered.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Answers {
    /// How people arrived.
    pub check_in: Vec<AnswerLine>,
    /// What they take away.
    pub takeaways: Vec<AnswerLine>,
    /// How the session was, 1 to 5.
    pub ratings: Vec<i64>,
    /// The survey of psychological safety, where it is asked.
    pub safety: Option<Safety>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AnswerLine {
    /// The answer.
    pub answer: Item<Answer>,
    /// Who answered; none where nothing says so.
    pub author: Option<String>,
}

/// The survey of psychological safety.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Safety {
    /// How many answered.
    pub answers: usize,
    /// How many have to answer before anything is shown.
    pub shown_from: usize,
    /// Mean of each statement, 1 to 5, turned so that more is safer; none with fewer answers.
    pub means: Option<Vec<f64>>,
    /// Mean of all statements; none with fewer answers.
    pub mean: Option<f64>,
}

/// What the group looks back on.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookBack {
    /// The last retrospective; none where this is the first.
    pub previous: Option<Item<Retrospective>>,
    /// The step it ended with: sealed prediction, what came out, the gap.
    pub step: Option<StepLine>,
    /// Open obstacles that came from retrospectives, oldest first.
    pub obstacles: Vec<OpenObstacle>,
}

/// An obstacle that a retrospective brought up.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenObstacle {
    /// The obstacle.
    pub obstacle: Item<Obstacle>,
    /// The day it was raised.
    pub raised_on: Option<NaiveDate>,
    /// Days it has been waiting.
    pub waiting_days: Option<i64>,
    /// What was decided on it in this session.
    pub review: Option<Item<ObstacleReview>>,
}

/// The retrospectives of a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Retrospectives {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// Its processes, in their order.
    pub focus_processes: Vec<Item<FocusProcess>>,
    /// Those being held, newest first.
    pub running: Vec<Item<Retrospective>>,
    /// Those prepared, newest first.
    pub planned: Vec<Item<Retrospective>>,
    /// How many ended and have the words asked for.
    pub total: usize,
    /// How many newer ones of them stand before this page.
    pub offset: i64,
    /// Those of this page, newest first.
    pub past: Vec<PastSession>,
    /// Titles that topics had more than once, the most frequent first; and what is outside the
    /// team's reach and still open, however often.
    pub recurring: Vec<RecurringTopic>,
}

/// A retrospective that ended.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PastSession {
    /// The session.
    pub retrospective: Item<Retrospective>,
    /// Titles of its topics.
    pub topics: Vec<String>,
    /// The step it ended with.
    pub next_step: Option<StepLine>,
    /// The survey of psychological safety, where it was asked.
    pub safety: Option<Safety>,
    /// The text in which the words asked for were found, in pieces; none without words, or where
    /// what the list shows has them.
    pub found_in: Option<Vec<Piece>>,
}

/// A topic that comes up again, or waits outside the team's reach.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecurringTopic {
    /// Its title, as it was last.
    pub title: String,
    /// The sessions it came up in, oldest first.
    pub sessions: Vec<RetrospectiveId>,
    /// The day it came up first.
    pub first_on: Option<NaiveDate>,
    /// The day it came up last.
    pub last_on: Option<NaiveDate>,
    /// Who can do something about it, as it was said last.
    pub reach: Option<Reach>,
    /// Days since it came up first, while it is outside the team's reach and not settled.
    pub waiting_days: Option<i64>,
}

/// A note that is shown.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NoteLine {
    /// The note.
    pub note: Item<RetroNote>,
    /// The topic it counts for; none while it is loose.
    pub topic_id: Option<TopicId>,
    /// Who wrote it; none in an anonymous session.
    pub author: Option<String>,
}

/// A topic.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TopicLine {
    /// The topic.
    pub topic: Item<Topic>,
    /// Its place among the topics, from 1.
    pub number: usize,
    /// Its notes, in their order.
    pub note_ids: Vec<RetroNoteId>,
    /// Votes on it; none while they are hidden.
    pub votes: Option<i64>,
    /// Its place by votes, from 1; topics with as many votes share it. None while they are hidden.
    pub place: Option<usize>,
    /// Whether another topic has as many votes.
    pub tied: bool,
    /// Minutes that it and its parts were on the table, rounded; the time now is not counted yet.
    pub discussed_minutes: i64,
    /// The obstacle that it became, as it is now; none where it became none, or that was removed.
    pub obstacle: Option<Item<Obstacle>>,
    /// What the team discussed or learned before in these words, newest first, while the session
    /// runs.
    pub before: Vec<Earlier>,
}

/// What the team discussed or learned before: a topic of an ended session, or a closed step.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Earlier {
    /// The session; none where a step alone taught it.
    pub retrospective_id: Option<RetrospectiveId>,
    /// What the session is called, or what the step was.
    pub title: String,
    /// The day the session began, or the step was closed.
    pub on: Option<NaiveDate>,
    /// What the topic was called.
    pub topic: Option<String>,
    /// Where the obstacle stands that the topic became, or that the step was against.
    pub obstacle: Option<ObstacleState>,
    /// The closed step: the one that the session ended with, or this one.
    pub experiment_id: Option<ExperimentId>,
    /// What that step taught; none where nothing is written.
    pub learned: Option<String>,
}
