//! Progress on a target condition: is it moving, is that signal or noise, which step did what, how good
//! are our predictions, do we experiment often enough, what did we learn.
//!
//! Every figure is of a team's process, never of a person.

mod calibration;
mod learning;

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, FocusProcessId, MetricId, TargetConditionId};
use kata_domain::stats::{self, Cadence};
use kata_domain::{
    Challenge, Comparison, Experiment, ExperimentKind, FocusProcess, Metric, MetricKind,
    TargetCondition, TargetConditionStatus, Team, covered,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::chart::{self, FrozenBy, MetricChart, Occasion};
use super::lines::{Item, Look, MetricNow, days_since, metrics, row};
use super::storyboard::{CHALLENGE, CONDITION};
use crate::api::requests::ProgressGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};

pub use calibration::{Calibration, RealisedStep};
pub use learning::{Learning, LearningLine, log};

/// Points of a guardrail's small chart.
const SMALL: i64 = 160;
/// Points of the chart: four for each of 300 columns, of which a screen draws each within two or three pixels.
const LARGE: i64 = 1_200;
/// Entries of the learning log that the screen shows; the rest has its own answer.
const LEARNED: i64 = 6;
/// Steps whose starts are shown, the newest.
const STARTS: i64 = 60;

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
    /// Where the process was: the average of the baseline, or the single value before the target was set.
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
    /// The share of the way that is covered, (baseline − now) / (baseline − target): 1 at the target,
    /// negative on the other side of the baseline; none where the baseline equals the target.
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

static TARGETS: Select<TargetCondition> =
    Select::new("WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number");
static STEPS: Select<Experiment> = Select::new(
    "WHERE focus_process_id = ?1 AND started_on IS NOT NULL AND deleted_at IS NULL
     AND (?2 IS NULL OR target_condition_id = ?2) ORDER BY started_on DESC, number DESC LIMIT ?3",
);

/// Progress of a focus process.
///
/// # Errors
/// When there is no such process or metric.
pub fn get(look: &Look<'_>, request: ProgressGet) -> Result<Progress, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let team = row::<Team>(look, process.noun.team_id.0)?;
    let key = [process.noun.id.0.as_bytes()];
    let targets = TARGETS.all(look.connection, key)?;
    let active = process.noun.active_target_condition_id;
    let target = targets.iter().find(|target| Some(target.noun.id) == active);
    let metrics = metrics(look, team.noun.id.0)?;
    let occasion = Occasion {
        process: Some(process.noun.id),
        target: target.map(|target| &target.noun),
    };
    let chosen = match request.metric_id {
        Some(metric) => Some(metric),
        None => shown_metric(look, process.noun.id, occasion.target, &metrics)?,
    };
    let mut chart = chosen
        .map(|metric| chart::of_metric(look, metric, occasion))
        .transpose()?;
    let way = chart.as_ref().and_then(way);
    if let Some(chart) = &mut chart {
        chart.thin_to(LARGE);
    }
    let steps = steps(look, process.noun.id, target)?;
    let starts = starts(&steps);
    let days: Vec<NaiveDate> = starts.iter().map(|start| start.started_on).collect();
    Ok(Progress {
        as_of_seq: look.as_of_seq,
        today: look.today,
        challenge: CHALLENGE
            .first(look.connection, key)?
            .map(Stored::into_item),
        days_left: occasion
            .target
            .and_then(|target| target.achieve_by_on)
            .map(|day| -days_since(look, day)),
        guardrails: guardrails(look, &metrics, &steps, chosen, occasion)?,
        calibration: calibration::of_team(look, team.noun.id)?,
        cadence: stats::cadence(&days),
        staircase: targets.iter().map(|t| stair(&t.noun, &metrics)).collect(),
        learning: learning::page(look, process.noun.id, "", 0, LEARNED)?,
        target_condition: target.cloned().map(Stored::into_item),
        team: team.into_item(),
        focus_process: process.into_item(),
        metrics,
        chart,
        way,
        starts,
    })
}

/// The outcome that the target condition or the current condition names; the first metric where neither does.
fn shown_metric(
    look: &Look<'_>,
    process: FocusProcessId,
    target: Option<&TargetCondition>,
    metrics: &[MetricNow],
) -> Result<Option<MetricId>, CoreError> {
    let condition = CONDITION.first(look.connection, [process.0.as_bytes()])?;
    let named = target
        .and_then(|target| target.outcome_metric_id)
        .or(condition.and_then(|condition| condition.noun.outcome_metric_id));
    let there = |id: &MetricId| metrics.iter().any(|line| line.metric.noun.id == *id);
    Ok(named
        .filter(there)
        .or(metrics.first().map(|line| line.metric.noun.id)))
}

/// The way of a chart that has its values still.
fn way(chart: &MetricChart) -> Option<Way> {
    let target = chart.target.as_ref()?;
    let newest = chart.points.last()?;
    let frozen = chart
        .baseline
        .as_ref()
        .filter(|baseline| baseline.frozen_by != FrozenBy::Nothing);
    let (baseline, from_on, to_on, count) = match (frozen, &chart.limits) {
        (Some(window), Some(limits)) => (limits.centre, window.from_on, window.to_on, window.count),
        _ => {
            let before = value_before(chart, target.set_on)?;
            (before.value, before.on, before.on, 1)
        }
    };
    Some(Way {
        baseline,
        from_on,
        to_on,
        count,
        now: newest.value,
        now_on: newest.on,
        covered: covered(baseline, newest.value, target.value),
    })
}

/// The newest value up to the day on which the target was set; the first of all where there is none.
fn value_before(chart: &MetricChart, set_on: Option<NaiveDate>) -> Option<chart::MeasuredPoint> {
    let before = |point: &&chart::MeasuredPoint| set_on.is_some_and(|day| point.on <= day);
    let newest = chart.points.iter().rev().find(before);
    newest.or(chart.points.first()).copied()
}

fn steps(
    look: &Look<'_>,
    process: FocusProcessId,
    target: Option<&Stored<TargetCondition>>,
) -> Result<Vec<Experiment>, CoreError> {
    let target = target.map(|target| target.noun.id.0);
    let of_target = target.as_ref().map(Uuid::as_bytes);
    let mut steps = STEPS.all(look.connection, (process.0.as_bytes(), of_target, STARTS))?;
    steps.reverse();
    Ok(steps.into_iter().map(|step| step.noun).collect())
}

fn starts(steps: &[Experiment]) -> Vec<StepStart> {
    let start = |step: &Experiment| {
        Some(StepStart {
            id: step.id,
            number: step.number,
            experiment_kind: step.experiment_kind,
            started_on: step.started_on?,
        })
    };
    steps.iter().filter_map(start).collect()
}

/// Charts of the metrics that must not get worse: those that the steps name, and the team's guardrails.
fn guardrails(
    look: &Look<'_>,
    metrics: &[MetricNow],
    steps: &[Experiment],
    chosen: Option<MetricId>,
    occasion: Occasion<'_>,
) -> Result<Vec<MetricChart>, CoreError> {
    let named = |id: MetricId| {
        steps
            .iter()
            .filter_map(|step| step.sealed.as_ref()?.guardrail_metric_ids.as_ref())
            .any(|ids| ids.contains(&id))
    };
    let guards = |metric: &Metric| {
        Some(metric.id) != chosen
            && (metric.metric_kind == MetricKind::Guardrail || named(metric.id))
    };
    metrics
        .iter()
        .filter(|line| guards(&line.metric.noun))
        .map(|line| {
            let mut chart = chart::of_metric(look, line.metric.noun.id, occasion)?;
            chart.thin_to(SMALL);
            Ok(chart)
        })
        .collect()
}

fn stair(target: &TargetCondition, metrics: &[MetricNow]) -> Stair {
    let metric = target
        .outcome_metric_id
        .and_then(|id| metrics.iter().find(|line| line.metric.noun.id == id))
        .map(|line| &line.metric.noun);
    Stair {
        id: target.id,
        number: target.number,
        status: target.status,
        pattern: target
            .operating_pattern
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .to_owned(),
        metric_name: metric.map(|metric| metric.name.clone()),
        unit: metric.map(|metric| metric.unit.clone()).unwrap_or_default(),
        comparison: target.outcome_comparison,
        target: target.outcome_target,
        achieve_by_on: target.achieve_by_on,
        closed_on: target.closed_on,
    }
}
