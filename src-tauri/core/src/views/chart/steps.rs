//! Steps on a chart: what was predicted, what came out, and whether it can be told from routine variation.

use chrono::NaiveDate;
use kata_domain::ids::ExperimentId;
use kata_domain::stats::verdict::{Verdict, verdict};
use kata_domain::{Experiment, ExperimentKind, ExperimentState, Metric};
use schemars::JsonSchema;
use serde::Serialize;

use super::baseline::Basis;
use super::{MeasuredPoint, Occasion};
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::views::lines::Look;

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

// Newest first, since the oldest of a very long row are the ones to leave out.
static OF_PROCESS: Select<Experiment> = Select::new(
    "WHERE focus_process_id = ?1 AND metric_id = ?2 AND started_on IS NOT NULL AND deleted_at IS NULL
     ORDER BY started_on DESC, number DESC LIMIT 500",
);
static OF_TEAM: Select<Experiment> = Select::new(
    "WHERE focus_process_id IN (SELECT id FROM focus_process WHERE team_id = ?1 AND deleted_at IS NULL)
     AND metric_id = ?2 AND started_on IS NOT NULL AND deleted_at IS NULL
     ORDER BY started_on DESC, number DESC LIMIT 500",
);

/// Started steps whose sealed metric this is, oldest first.
pub(super) fn judged_by(
    look: &Look<'_>,
    metric: &Metric,
    occasion: Occasion<'_>,
) -> Result<Vec<Stored<Experiment>>, CoreError> {
    let key = metric.id.0.as_bytes();
    let mut steps = match occasion.process {
        Some(process) => OF_PROCESS.all(look.connection, (process.0.as_bytes(), key))?,
        None => OF_TEAM.all(look.connection, (metric.team_id.0.as_bytes(), key))?,
    };
    steps.retain(|step| {
        let sealed = step.noun.sealed.as_ref();
        sealed.is_some_and(|sealed| sealed.metric_id == Some(metric.id))
    });
    steps.reverse();
    Ok(steps)
}

/// The marks of steps in time order.
pub(super) fn marks(basis: &Basis<'_>) -> Vec<StepMark> {
    let started = |step: &'_ Stored<Experiment>| step.noun.started_on;
    let mut marks = Vec::with_capacity(basis.steps.len());
    for (at, step) in basis.steps.iter().enumerate() {
        let Some(started_on) = started(step) else {
            continue;
        };
        let next_on = basis.steps.get(at + 1).and_then(started);
        let before = basis.at_start(&step.noun, started_on);
        let verdict = judge(before, after(basis.points, started_on, next_on));
        marks.push(mark(&step.noun, started_on, verdict));
    }
    marks
}

/// What was measured after a step began, up to the day on which the next one did.
fn after(
    points: &[MeasuredPoint],
    started_on: NaiveDate,
    next_on: Option<NaiveDate>,
) -> &[MeasuredPoint] {
    let from = points.partition_point(|point| point.on <= started_on);
    let to = match next_on {
        Some(day) => points.partition_point(|point| point.on <= day).max(from),
        None => points.len(),
    };
    &points[from..to]
}

fn judge(before: &[MeasuredPoint], after: &[MeasuredPoint]) -> Option<StepVerdict> {
    let values = |points: &[MeasuredPoint]| points.iter().map(|p| p.value).collect::<Vec<_>>();
    if after.is_empty() {
        return None;
    }
    let verdict = verdict(&values(before), &values(after)).ok()?;
    let signal_on = match &verdict {
        Verdict::Signal { at, .. } => after.get(*at).map(|point| point.on),
        _ => None,
    };
    Some(StepVerdict {
        verdict,
        points: after.len(),
        signal_on,
    })
}

fn mark(step: &Experiment, started_on: NaiveDate, verdict: Option<StepVerdict>) -> StepMark {
    let sealed = step.sealed.as_ref();
    StepMark {
        id: step.id,
        number: step.number,
        experiment_kind: step.experiment_kind,
        state: step.state,
        step: step.step.clone(),
        started_on,
        check_on: sealed.and_then(|sealed| sealed.check_on),
        closed_on: step.closed_on,
        baseline: sealed.and_then(|sealed| sealed.baseline),
        predicted: sealed.and_then(|sealed| sealed.predicted),
        predicted_low: sealed.and_then(|sealed| sealed.predicted_low),
        predicted_high: sealed.and_then(|sealed| sealed.predicted_high),
        actual: step.actual,
        error: step.gap().map(|gap| gap.error),
        amended: step.amended_at.is_some(),
        verdict,
    }
}
