//! The coaching card and the cycles that were held.

use crate::{Item, MemberLine, StepLine, Storyboard};
use chrono::NaiveDate;
use kata_domain::ids::TeamId;
use kata_domain::{CoachingCycle, FocusProcess, Team};
use schemars::JsonSchema;
use serde::Serialize;

/// The coaching card: the cycle that is held, and the board's facts beside its questions.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coaching {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The team.
    pub team_id: TeamId,
    /// The cycle that is being held; none before it begins and after it ended.
    pub cycle: Option<Item<CoachingCycle>>,
    /// The step that the back of the card is about; none in the first cycle of a target condition.
    pub last_step: Option<StepLine>,
    /// The step this cycle ends with: the one sealed since it began, otherwise the one in pencil.
    pub next_step: Option<StepLine>,
    /// The newest cycle that ended.
    pub before: Option<CycleLine>,
    /// Everything that stands on the storyboard.
    pub storyboard: Storyboard,
}

/// A cycle that was held.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CycleLine {
    /// The cycle.
    pub cycle: Item<CoachingCycle>,
    /// Name of the learner.
    pub learner: Option<String>,
    /// Name of the coach.
    pub coach: Option<String>,
    /// Name of the 2nd coach.
    pub second_coach: Option<String>,
    /// The step it ended with.
    pub next_step: Option<StepLine>,
    /// Milliseconds on its clock.
    pub length_ms: i64,
}

/// The cycles of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoachingCycles {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// Newest first.
    pub cycles: Vec<CycleLine>,
}
