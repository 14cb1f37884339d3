//! What is due.

use chrono::NaiveDate;
use kata_domain::due::DueKind;
use kata_domain::ids::{FocusProcessId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;

/// What is due on the board.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DueList {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The longest due first, and teams by name where that is the same day.
    pub lines: Vec<DueLine>,
}

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DueLine {
    /// What is due.
    pub kind: DueKind,
    /// The team.
    pub team_id: TeamId,
    /// Its name.
    pub team_name: String,
    /// The process.
    pub focus_process_id: FocusProcessId,
    /// The step, target condition, coaching cycle or metric.
    pub subject_id: String,
    /// Number of the step or the target condition.
    pub number: Option<i64>,
    /// The step, or the metric's name; empty where the number says which one it is.
    pub text: String,
    /// The day since which it is due.
    pub since: NaiveDate,
    /// Days since then; 0 on that day.
    pub days: i64,
}
