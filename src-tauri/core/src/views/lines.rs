//! Shapes that several views share: a row with its heads, a metric with its last value, a step.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, ObservationId, OperationId, PersonId};
use kata_domain::{Experiment, ExperimentState, Gap, Metric, Role};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A row as a screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "{N}Item")]
#[serde(rename_all = "camelCase")]
pub struct Item<N> {
    /// The noun's own fields.
    #[serde(flatten)]
    pub noun: N,
    /// Where its fields stand in the log.
    pub meta: Meta,
}

/// Where a row stands in the log: what an edit of it is based on.
#[derive(Clone, Debug, PartialEq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// UTC milliseconds.
    pub created_at: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// Who changed it last.
    pub updated_by: Option<PersonId>,
    /// It was removed by one person while another wrote in it, and is back.
    pub returned: bool,
    /// The operations that each field shows; a field that is absent shows those under `""`, the creation.
    pub heads: BTreeMap<String, Vec<OperationId>>,
    /// Fields with two values that a person has to choose between.
    pub open: Vec<String>,
}

/// A person in a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberLine {
    /// The membership.
    pub membership: Item<kata_domain::Membership>,
    /// The person's name.
    pub name: String,
    /// The roles taken.
    pub roles: Vec<Role>,
}

/// A metric with its last value.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricNow {
    /// The metric.
    pub metric: Item<Metric>,
    /// Its newest observation.
    pub last: Option<ObservationLine>,
    /// Days since that observation.
    pub age_days: Option<i64>,
    /// Whether that is longer than the metric's rhythm.
    pub stale: bool,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObservationLine {
    /// Its id.
    pub id: ObservationId,
    /// The value in the metric's unit.
    pub value: f64,
    /// The day.
    pub observed_on: NaiveDate,
    /// Who measured it.
    pub measured_by: String,
    /// How.
    pub how: String,
}

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
    /// Gap between prediction and result, where both are numbers.
    pub gap: Option<Gap>,
    /// Whether the result side takes text and numbers.
    pub result_open: bool,
    /// Whether the check date has come and no result is written.
    pub result_due: bool,
    /// A sealed field was changed later.
    pub amended: bool,
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

/// One version of a field, as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// The operation that wrote it.
    pub op: OperationId,
    /// Who wrote it; none where the board does not say.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
    /// Kind of the operation.
    pub kind: String,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
}
