//! Which values the limits are computed from.
//!
//! A team's decision holds; without one the window ends where the first step toward the target
//! condition began that changes something, one that is judged by the metric before any other, and
//! without such a step all values count.

use std::ops::Range;

use chrono::NaiveDate;
use kata_domain::ids::MetricId;
use kata_domain::{BaselineWindow, Experiment, ExperimentKind, TargetCondition};
use kata_wire::{Baseline, CoreError, FrozenBy, MeasuredPoint};

use crate::views::lines::Look;
use kata_store::rows::Stored;
use kata_store::tables;

/// Values before the first step that make a baseline: two dozen, as Wheeler advises. More would
/// reach back into a process that nobody works in any more.
const LONGEST: usize = 24;

/// The window, and where its values stand among all.
pub(super) struct Found {
    pub baseline: Baseline,
    pub range: Range<usize>,
}

/// What decides on the windows of a metric: its values, the team's decisions and the steps.
pub(super) struct Basis<'a> {
    pub points: &'a [MeasuredPoint],
    pub steps: &'a [Stored<Experiment>],
    /// The newest first.
    decisions: Vec<Stored<BaselineWindow>>,
}

impl<'a> Basis<'a> {
    pub(super) fn read(
        look: &Look<'_>,
        metric: MetricId,
        points: &'a [MeasuredPoint],
        steps: &'a [Stored<Experiment>],
    ) -> Result<Basis<'a>, CoreError> {
        Ok(Basis {
            points,
            steps,
            decisions: tables::baseline_window::of_metric(look.reader, metric)?,
        })
    }

    /// The window today; none without a value in it.
    pub(super) fn window(
        &self,
        look: &Look<'_>,
        target: Option<&TargetCondition>,
    ) -> Result<Option<Found>, CoreError> {
        if let Some(decision) = self.decisions.first() {
            return Ok(decided(self.points, decision.clone()));
        }
        let mut first = first_step(target, self.steps);
        if let (None, Some(target)) = (first, target) {
            first = first_of_any_metric(look, target)?;
        }
        Ok(match first {
            Some((number, started_on)) => before(self.points, number, started_on),
            None => open(self.points),
        })
    }

    /// The values that limits rested on when a step began: later decisions do not change its
    /// verdict.
    pub(super) fn at_start(&self, step: &Experiment, started_on: NaiveDate) -> &'a [MeasuredPoint] {
        let held = |decision: &&Stored<BaselineWindow>| {
            step.sealed_at
                .is_some_and(|sealed| decision.created_at < sealed)
        };
        let range = match self.decisions.iter().find(held) {
            Some(decision) => between(self.points, decision.noun.from_on, decision.noun.to_on),
            None => newest_before(self.points, self.first_toward(step).unwrap_or(started_on)),
        };
        &self.points[range]
    }

    /// The day on which the first step toward the same target condition began that changed
    /// something.
    fn first_toward(&self, step: &Experiment) -> Option<NaiveDate> {
        self.steps
            .iter()
            .map(|other| &other.noun)
            .filter(|other| other.target_condition_id == step.target_condition_id && changes(other))
            .find_map(|other| other.started_on)
    }
}

/// Whether a step changes the process: going to see leaves it as it is.
fn changes(step: &Experiment) -> bool {
    step.experiment_kind != ExperimentKind::GoAndSee
}

/// Number and day of the first step toward the target condition that changes something and is
/// judged by the metric; of all steps where there is no target condition.
fn first_step(
    target: Option<&TargetCondition>,
    steps: &[Stored<Experiment>],
) -> Option<(i64, NaiveDate)> {
    let toward = |step: &Experiment| match target {
        Some(target) => step.target_condition_id == Some(target.id),
        None => true,
    };
    steps
        .iter()
        .map(|step| &step.noun)
        .find(|step| toward(step) && changes(step))
        .and_then(|step| Some((step.number, step.started_on?)))
}

/// The first step toward the target condition that changes something, whatever it is judged by: it
/// may have moved this metric too.
fn first_of_any_metric(
    look: &Look<'_>,
    target: &TargetCondition,
) -> Result<Option<(i64, NaiveDate)>, CoreError> {
    let but = ExperimentKind::GoAndSee;
    let first = tables::experiment::first_toward(look.reader, target.id, but)?;
    Ok(first.and_then(|step| Some((step.noun.number, step.noun.started_on?))))
}

fn decided(points: &[MeasuredPoint], decision: Stored<BaselineWindow>) -> Option<Found> {
    let range = between(points, decision.noun.from_on, decision.noun.to_on);
    let frozen_on = Some(decision.noun.decided_on);
    found(points, range, FrozenBy::Decision, frozen_on).map(|mut found| {
        found.baseline.decision = Some(decision.into_item());
        found
    })
}

fn before(points: &[MeasuredPoint], number: i64, started_on: NaiveDate) -> Option<Found> {
    let range = newest_before(points, started_on);
    found(points, range, FrozenBy::Step, Some(started_on)).map(|mut found| {
        found.baseline.step_number = Some(number);
        found
    })
}

fn open(points: &[MeasuredPoint]) -> Option<Found> {
    found(points, 0..points.len(), FrozenBy::Nothing, None)
}

fn found(
    points: &[MeasuredPoint],
    range: Range<usize>,
    frozen_by: FrozenBy,
    frozen_on: Option<NaiveDate>,
) -> Option<Found> {
    let window = points.get(range.clone())?;
    Some(Found {
        baseline: Baseline {
            from_on: window.first()?.on,
            to_on: window.last()?.on,
            count: window.len(),
            frozen_by,
            frozen_on,
            step_number: None,
            decision: None,
        },
        range,
    })
}

/// Where the values of some days stand.
fn between(points: &[MeasuredPoint], from: NaiveDate, to: NaiveDate) -> Range<usize> {
    let start = points.partition_point(|point| point.on < from);
    start..points.partition_point(|point| point.on <= to).max(start)
}

/// Where the newest values up to a day stand: what was measured on the day a step began is its
/// "before".
fn newest_before(points: &[MeasuredPoint], day: NaiveDate) -> Range<usize> {
    let end = points.partition_point(|point| point.on <= day);
    end.saturating_sub(LONGEST)..end
}
