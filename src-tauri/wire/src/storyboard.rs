//! One focus process on one screen.

use crate::{EarlierSteps, Item, MemberLine, MetricNow, StepLine};
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, FocusProcessId, MetricId, TargetConditionId};
use kata_domain::{
    Challenge, Comparison, CurrentCondition, FocusProcess, Obstacle, TargetCondition,
    TargetConditionStatus, Team,
};
use schemars::JsonSchema;
use serde::Serialize;

/// The storyboard of one focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Storyboard {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// All focus processes of the team, in order.
    pub focus_processes: Vec<FocusProcessRef>,
    /// The one shown; none while the team has none.
    pub focus_process: Option<Item<FocusProcess>>,
    /// The newest active challenge.
    pub challenge: Option<Item<Challenge>>,
    /// The active target condition, or the newest draft while none is active.
    pub target_condition: Option<Item<TargetCondition>>,
    /// Days until its achieve-by date; negative after it.
    pub days_left: Option<i64>,
    /// All target conditions, oldest first.
    pub target_conditions: Vec<TargetConditionRef>,
    /// The newest grasp of the current condition.
    pub current_condition: Option<Item<CurrentCondition>>,
    /// Metrics of the team with their last values, in order.
    pub metrics: Vec<MetricNow>,
    /// The outcome metric over time; none without an outcome metric.
    pub chart: Option<Chart>,
    /// The parking lot: addressed now first, then parked, then closed.
    pub obstacles: Vec<ObstacleLine>,
    /// Steps of the shown target condition (all steps while there is none), oldest first: the
    /// newest of them, where no more were asked for.
    pub steps: Vec<StepLine>,
    /// Those before them.
    pub earlier: Option<EarlierSteps>,
    /// The one of all of them that is planned next, if one stands in pencil.
    pub planned_id: Option<ExperimentId>,
    /// The number that the next step gets.
    pub next_number: i64,
    /// The metric that judges what the customer gets.
    pub outcome_metric_id: Option<MetricId>,
    /// The metric that says how the process runs.
    pub process_metric_id: Option<MetricId>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// When the five questions are asked again.
    pub coaching: CoachingNow,
    /// How many removed things of this focus process can be restored.
    pub removed_count: i64,
}

/// Whether a coaching cycle is being held, and when the next one is booked.
#[derive(Clone, Debug, PartialEq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoachingNow {
    /// One began today and is not over.
    pub running: bool,
    /// The day that was booked when the last one ended.
    pub next_on: Option<NaiveDate>,
    /// Its time of day, `HH:MM`; empty where only the day is booked.
    pub next_time: String,
    /// Name of the coach of the last one.
    pub coach: Option<String>,
}

/// A focus process by name.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FocusProcessRef {
    /// Its id.
    pub id: FocusProcessId,
    /// Its name.
    pub name: String,
}

/// A target condition in one line.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TargetConditionRef {
    /// Its id.
    pub id: TargetConditionId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub status: TargetConditionStatus,
    /// Its date.
    pub achieve_by_on: Option<NaiveDate>,
}

/// An obstacle of the parking lot.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleLine {
    /// The obstacle.
    pub obstacle: Item<Obstacle>,
    /// Whether it is the one addressed now.
    pub addressing: bool,
}

/// Single values over time with the target they shall reach.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// Name of the metric.
    pub metric_name: String,
    /// Its unit.
    pub unit: String,
    /// The newest values, oldest first, at most 120.
    pub points: Vec<ChartPoint>,
    /// How values compare with the target.
    pub comparison: Comparison,
    /// The target value.
    pub target: Option<f64>,
    /// Where the target line ends in a post.
    pub achieve_by_on: Option<NaiveDate>,
    /// Steps as numbered marks, oldest first.
    pub steps: Vec<ChartStep>,
}

/// One measured value.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChartPoint {
    /// The day.
    pub on: NaiveDate,
    /// The value.
    pub value: f64,
}

/// A step on the chart.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChartStep {
    /// Its number.
    pub number: i64,
    /// The day it started.
    pub started_on: NaiveDate,
    /// The day its result is looked at.
    pub check_on: Option<NaiveDate>,
    /// The sealed prediction, where it is of this metric and the step is still running.
    pub predicted: Option<f64>,
}
