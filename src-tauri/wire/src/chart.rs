//! A metric over time: values, limits, signals, steps and what the chart says.

use crate::Item;
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, ObservationId, TeamId};
use kata_domain::stats::Side;
use kata_domain::stats::run_chart::RunChart;
use kata_domain::stats::verdict::Verdict;
use kata_domain::stats::xmr::{Limits, Rule};
use kata_domain::{BaselineWindow, Comparison, ExperimentKind, ExperimentState, Metric};
use schemars::JsonSchema;
use serde::Serialize;

/// A metric over time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricChart {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team_id: TeamId,
    /// The metric.
    pub metric: Item<Metric>,
    /// How many values the metric has.
    pub total: usize,
    /// Its values, oldest first; of a long row the first, lowest, highest and last of each stretch,
    /// and those at which a signal begins and ends.
    pub points: Vec<MeasuredPoint>,
    /// The days from which the limits are computed; none without a value.
    pub baseline: Option<Baseline>,
    /// Natural process limits; none under six values in the baseline.
    pub limits: Option<Limits>,
    /// The run chart's tests on the median of the values from the baseline on.
    pub run_chart: Option<RunChart>,
    /// Signals from the baseline on, oldest first, at most the newest 400.
    pub signals: Vec<SignalLine>,
    /// How many older ones there are.
    pub earlier_signals: usize,
    /// The target the values shall reach.
    pub target: Option<TargetLine>,
    /// Steps that were judged by this metric, oldest first.
    pub steps: Vec<StepMark>,
    /// What the chart says, the most important first.
    pub says: Vec<Statement>,
}

/// One measured value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasuredPoint {
    /// Its place among all values of the metric, from 0.
    pub index: usize,
    /// The observation.
    pub id: ObservationId,
    /// The day.
    pub on: NaiveDate,
    /// The value in the metric's unit.
    pub value: f64,
}

/// Why the baseline window ends where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FrozenBy {
    /// Nothing yet: all values count, and the limits move with each.
    Nothing,
    /// The first step toward the target condition that changes something.
    Step,
    /// A decision of the team.
    Decision,
}

/// The days from which limits are computed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// The day of its first value.
    pub from_on: NaiveDate,
    /// The day of its last value.
    pub to_on: NaiveDate,
    /// Values in it.
    pub count: usize,
    /// What froze it.
    pub frozen_by: FrozenBy,
    /// The day it was frozen.
    pub frozen_on: Option<NaiveDate>,
    /// The step that froze it.
    pub step_number: Option<i64>,
    /// The decision that set it.
    pub decision: Option<Item<BaselineWindow>>,
}

/// A signal: something other than routine variation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignalLine {
    /// The rule that found it.
    pub rule: Rule,
    /// On which side of the centre line.
    pub side: Side,
    /// Place of its first value among all values.
    pub from: usize,
    /// Place of its last value.
    pub to: usize,
    /// Day of its first value.
    pub from_on: NaiveDate,
    /// Day of its last value.
    pub to_on: NaiveDate,
    /// Whether it lies in the metric's good direction; none for a jump between two values.
    pub good: Option<bool>,
}

/// The target that a target condition sets for the metric.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TargetLine {
    /// The target condition's number.
    pub number: i64,
    /// How a value compares with it.
    pub comparison: Comparison,
    /// The value to reach, in the metric's unit.
    pub value: f64,
    /// The day it was set.
    pub set_on: Option<NaiveDate>,
    /// Where the line ends in a post.
    pub achieve_by_on: Option<NaiveDate>,
}

/// A step that was judged by the metric.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepMark {
    /// Its id.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// What it was meant to find out.
    pub experiment_kind: ExperimentKind,
    /// Where it stands.
    pub state: ExperimentState,
    /// What was tried.
    pub step: String,
    /// The day it started.
    pub started_on: NaiveDate,
    /// The day its result is looked at, as sealed.
    pub check_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The value before, as sealed.
    pub baseline: Option<f64>,
    /// The predicted value, as sealed.
    pub predicted: Option<f64>,
    /// Lower end of the sealed 80 % range.
    pub predicted_low: Option<f64>,
    /// Upper end of the sealed 80 % range.
    pub predicted_high: Option<f64>,
    /// The value after.
    pub actual: Option<f64>,
    /// actual − predicted.
    pub error: Option<f64>,
    /// Whether a sealed field was changed later.
    pub amended: bool,
    /// What its numbers say; none before the first value after its start.
    pub verdict: Option<StepVerdict>,
}

/// What the values after a step's start say, by the limits that held when it began.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepVerdict {
    /// The verdict on the values from its start to the next step's.
    pub verdict: Verdict,
    /// How many values that were.
    pub points: usize,
    /// The day of the first value of the signal.
    pub signal_on: Option<NaiveDate>,
}

/// One thing that the chart says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(
    tag = "says",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Statement {
    /// Nothing was measured yet.
    NoPoints,
    /// Too few values for limits.
    NoLimits {
        /// How many more are needed; 0 where the numbers are too large to compute with.
        more: usize,
    },
    /// The process has changed since the baseline.
    Changed {
        /// Whether in the good direction; none where the signals disagree.
        good: Option<bool>,
    },
    /// Only routine variation since the baseline, or in it while nothing froze it.
    Routine {
        /// Values that were looked at.
        points: usize,
        /// The last day of the baseline; none while nothing froze it.
        since: Option<NaiveDate>,
    },
    /// Nothing was measured since the baseline was frozen.
    NothingSince {
        /// The last day of the baseline.
        since: NaiveDate,
    },
    /// What a rule found, newest of its kind.
    Signal {
        /// The rule.
        rule: Rule,
        /// On which side.
        side: Side,
        /// How many values it spans.
        points: usize,
        /// Day of the first of them.
        from_on: NaiveDate,
        /// Day of the last of them.
        to_on: NaiveDate,
        /// Whether it reaches to the newest value.
        lasting: bool,
    },
    /// Signals that are not told one by one: earlier ones of a kind, and those in the baseline.
    MoreSignals {
        /// How many.
        count: usize,
    },
    /// Values reach the target.
    Reached {
        /// How many of the newest in a row.
        points: usize,
        /// Day of the first of them.
        from_on: NaiveDate,
    },
    /// The limits rest on few values.
    Provisional {
        /// How many more make them firm.
        more: usize,
    },
    /// The process has changed; new limits could be decided on.
    NewLimits {
        /// How many more values make firm ones; 0 when there are enough.
        more: usize,
    },
    /// What the run chart on the median says, where there are enough values for it.
    RunChart {
        /// The median, in the metric's unit.
        median: f64,
        /// Whether the longest run is longer than routine, or there are too few crossings.
        shift: bool,
        /// The longest run of values on one side.
        longest_run: usize,
        /// The longest one that is routine.
        longest_allowed: usize,
        /// How often the values cross the median.
        crossings: usize,
        /// The fewest crossings that are routine.
        fewest_crossings: usize,
    },
    /// A target is not a limit.
    TargetIsNoLimit,
}
