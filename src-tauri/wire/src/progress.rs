//! Progress on a target condition: the way, the stairs, calibration, learning.

use crate::{Item, MetricChart, MetricNow};
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, TargetConditionId, TeamId};
use kata_domain::stats::Cadence;
use kata_domain::stats::calibration::Figures;
use kata_domain::{
    Challenge, Comparison, ExperimentKind, FocusProcess, Outcome, TargetCondition,
    TargetConditionStatus, Team,
};
use schemars::JsonSchema;
use serde::Serialize;

/// Progress on the active target condition of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// The newest active challenge.
    pub challenge: Option<Item<Challenge>>,
    /// The active target condition.
    pub target_condition: Option<Item<TargetCondition>>,
    /// Days until its achieve-by date; negative after it.
    pub days_left: Option<i64>,
    /// Metrics of the team with their last values, for choosing.
    pub metrics: Vec<MetricNow>,
    /// The chosen metric over time; the target condition's outcome where none was chosen.
    pub chart: Option<MetricChart>,
    /// From the baseline to the target, in the chosen metric's unit.
    pub way: Option<Way>,
    /// What must not get worse, over time.
    pub guardrails: Vec<MetricChart>,
    /// How good the team's predictions are.
    pub calibration: Calibration,
    /// When steps toward the target condition began.
    pub starts: Vec<StepStart>,
    /// The days between them; none under two steps.
    pub cadence: Option<Cadence>,
    /// The target conditions toward the challenge, oldest first.
    pub staircase: Vec<Stair>,
    /// What was learned last.
    pub learning: Learning,
}

/// How far it is from where the process was to where it shall be.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// Where the process was: the average of the baseline, or the single value before the target
    /// was set.
    pub baseline: f64,
    /// The first day of the values it rests on.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// How many they are.
    pub count: usize,
    /// The newest value.
    pub now: f64,
    /// Its day.
    pub now_on: NaiveDate,
    /// The share of the way that is covered, (baseline − now) / (baseline − target): 1 at the
    /// target, negative on the other side of the baseline; none where the baseline equals the
    /// target.
    pub covered: Option<f64>,
}

/// A step that began.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepStart {
    /// Its id.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// What it was meant to find out.
    pub experiment_kind: ExperimentKind,
    /// The day.
    pub started_on: NaiveDate,
}

/// A target condition on the way to the challenge.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Stair {
    /// Its id.
    pub id: TargetConditionId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub status: TargetConditionStatus,
    /// The first line of its operating pattern.
    pub pattern: String,
    /// Name of its outcome metric.
    pub metric_name: Option<String>,
    /// That metric's unit.
    pub unit: String,
    /// How the outcome compares with its target.
    pub comparison: Comparison,
    /// The outcome's target.
    pub target: Option<f64>,
    /// Its date.
    pub achieve_by_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// A page of the learning log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Learning {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The team.
    pub team_id: TeamId,
    /// How many entries have the words.
    pub total: usize,
    /// How many newer ones stand before this page.
    pub offset: i64,
    /// The entries, newest first.
    pub lines: Vec<LearningLine>,
}

/// What a step taught.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LearningLine {
    /// The step.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// The step in words.
    pub step: String,
    /// What we learned.
    pub learned: String,
    /// What the result said of the prediction.
    pub outcome: Option<Outcome>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// How good the team's predictions are.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Calibration {
    /// Predictions that have a result.
    pub resolved: usize,
    /// How many more it takes until figures say something; 0 when there are enough.
    pub more: usize,
    /// The figures; none before there are enough.
    pub figures: Option<Figures>,
    /// What part of the predicted change came, step by step; empty before there are enough.
    pub realised: Vec<RealisedStep>,
}

/// The realised part of one step's predicted change.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RealisedStep {
    /// The step.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// (actual − baseline) / (predicted − baseline): 0 no change, 1 as expected.
    pub realised: f64,
}
