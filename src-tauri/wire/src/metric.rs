//! Metrics, their numbers, and the newest of them.

use crate::Item;
use chrono::NaiveDate;
use kata_domain::ids::{ObservationId, TeamId};
use kata_domain::{Metric, Observation};
use schemars::JsonSchema;
use serde::Serialize;

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

/// A page of a metric's numbers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Observations {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The team.
    pub team_id: TeamId,
    /// The metric.
    pub metric: Item<Metric>,
    /// How many numbers it has.
    pub total: i64,
    /// How many newer ones stand before this page.
    pub offset: i64,
    /// The page, newest first; the later written one first where two are of one day.
    pub observations: Vec<Item<Observation>>,
    /// Removed ones that can be restored, newest removal first, at most 50.
    pub removed: Vec<Item<Observation>>,
}

/// The metrics of the board.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Teams by name, their metrics in the team's own order.
    pub metrics: Vec<TeamMetric>,
}

/// A metric with the team it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamMetric {
    /// The team.
    pub team_id: TeamId,
    /// Its name.
    pub team_name: String,
    /// The metric with its last number.
    pub now: MetricNow,
}
