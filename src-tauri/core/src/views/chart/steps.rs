//! Steps on a chart: what was predicted, what came out, and whether it can be told from routine
//! variation.

use chrono::NaiveDate;
use kata_domain::stats::verdict::{Verdict, verdict};
use kata_domain::{Experiment, Metric};
use kata_wire::{CoreError, MeasuredPoint, StepMark, StepVerdict};

use super::Occasion;
use super::baseline::Basis;
use crate::views::lines::Look;
use kata_store::rows::Stored;
use kata_store::tables::experiment;

/// Steps that are shown at most, the newest: the oldest of a very long row are the ones to leave
/// out.
const MOST: i64 = 500;

/// Started steps whose sealed metric this is, oldest first.
pub(super) fn judged_by(
    look: &Look<'_>,
    metric: &Metric,
    occasion: Occasion<'_>,
) -> Result<Vec<Stored<Experiment>>, CoreError> {
    let mut steps = match occasion.process {
        Some(process) => experiment::judged_in_process(look.reader, process, metric.id, MOST)?,
        None => experiment::judged_in_team(look.reader, metric.team_id, metric.id, MOST)?,
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
