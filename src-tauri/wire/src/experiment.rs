//! Steps of the experimenting record with what follows from them.

use crate::{Item, MemberLine, MetricNow, ObservationLine, StepVerdict};
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, ObstacleId, OperationId, PersonId};
use kata_domain::{
    Attachment, CurrentCondition, Experiment, ExperimentState, FocusProcess, Gap, Obstacle, Team,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A step of the experimenting record with what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepLine {
    /// The step.
    pub experiment: Item<Experiment>,
    /// Name of the metric it is judged by.
    pub metric_name: Option<String>,
    /// That metric's unit.
    pub unit: Option<String>,
    /// Text of the obstacle it is against.
    pub obstacle_text: Option<String>,
    /// The result as far as it can be held against what is expected; one of another metric than was
    /// sealed cannot.
    pub compared: Option<f64>,
    /// Gap between prediction and result, where both are numbers.
    pub gap: Option<Gap>,
    /// How far the result lies outside the predicted range: 0 within; none without range or result.
    pub outside_range: Option<f64>,
    /// Whether the result side takes text and numbers.
    pub result_open: bool,
    /// Whether the check date has come and no result is written.
    pub result_due: bool,
    /// A sealed field was changed later.
    pub amended: bool,
}

/// The steps before those that are shown, as a sum.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EarlierSteps {
    /// How many.
    pub count: i64,
    /// Number of the first one.
    pub first_number: i64,
    /// The day it started; none where it never did.
    pub first_started_on: Option<NaiveDate>,
}

/// A step in one line.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepRef {
    /// Its id.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub state: ExperimentState,
    /// The day it started, or closed where that is later.
    pub on: Option<NaiveDate>,
    /// Days since then.
    pub days_ago: Option<i64>,
}

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
    /// What was measured of the sealed metric since the step began, newest first.
    pub measured: Vec<ObservationLine>,
    /// What the values measured since it began say, by the limits that held then.
    pub verdict: Option<StepVerdict>,
    /// Files that were attached as evidence, in the order they came.
    pub attachments: Vec<Item<Attachment>>,
    /// The newest grasp of the current condition: where an adopted change is written down.
    pub current_condition: Option<Item<CurrentCondition>>,
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
    /// How many steps there are.
    pub total: i64,
    /// How many newer ones stand before this page.
    pub offset: i64,
    /// Those of this page, newest first.
    pub steps: Vec<StepLine>,
    /// The step that is planned next, if one stands in pencil, on whichever page.
    pub planned_id: Option<ExperimentId>,
}
