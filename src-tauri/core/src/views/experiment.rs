//! One step: its plan, its seal, its result, and the step before it.

use chrono::NaiveDate;
use kata_domain::ids::{ObstacleId, OperationId, PersonId};
use kata_domain::{FocusProcess, Obstacle, Team};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::lines::{Item, MemberLine, MetricNow, StepLine};

/// One step on one screen.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExperimentView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// The step.
    pub step: StepLine,
    /// The obstacle it is against.
    pub obstacle: Option<Item<Obstacle>>,
    /// Open obstacles of the process, for choosing.
    pub obstacles: Vec<ObstacleRef>,
    /// Metrics of the team with their last values, for choosing.
    pub metrics: Vec<MetricNow>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// The step before this one.
    pub before: Option<StepLine>,
    /// Column names (as on the wire) of what sealing still needs.
    pub missing_for_seal: Vec<String>,
    /// What was changed after sealing, oldest first.
    pub amendments: Vec<Amendment>,
}

/// An obstacle by its text.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleRef {
    /// Its id.
    pub id: ObstacleId,
    /// Its text.
    pub text: String,
}

/// A change of a sealed field, with both values.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Amendment {
    /// The operation that made it.
    pub op: OperationId,
    /// The field, as on the wire.
    pub field: String,
    /// The value that was sealed.
    pub sealed: Value,
    /// The value that was written.
    pub value: Value,
    /// Who wrote it.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
}

/// All steps of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Experiments {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// The steps, newest first.
    pub steps: Vec<StepLine>,
}
