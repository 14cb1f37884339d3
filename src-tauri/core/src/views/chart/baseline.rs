//! Which values the limits are computed from.
//!
//! A team's decision holds; without one the window ends where the first step that changes something and
//! is judged by the metric began, and without such a step all values count.

use std::ops::Range;

use chrono::NaiveDate;
use kata_domain::ids::MetricId;
use kata_domain::{BaselineWindow, Experiment, ExperimentKind, TargetCondition};

use super::{Baseline, FrozenBy, MeasuredPoint};
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::views::lines::Look;

/// Values before the first step that make a baseline: two dozen, as Wheeler advises. More would reach
/// back into a process that nobody works in any more.
const LONGEST: usize = 24;

static DECISIONS: Select<BaselineWindow> = Select::new(
    "WHERE metric_id = ?1 AND deleted_at IS NULL ORDER BY decided_on DESC, created_at DESC",
);

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
            decisions: DECISIONS.all(look.connection, [metric.0.as_bytes()])?,
        })
    }

    /// The window today; none without a value in it.
    pub(super) fn window(&self, target: Option<&TargetCondition>) -> Option<Found> {
        match self.decisions.first() {
            Some(decision) => decided(self.points, decision.clone()),
            None => match first_step(target, self.steps) {
                Some((step, started_on)) => before(self.points, step, started_on),
                None => open(self.points),
            },
        }
    }

    /// The values that limits rested on when a step began: later decisions do not change its verdict.
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

    /// The day on which the first step toward the same target condition began that changed something.
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

/// The first step toward the target condition that changes something and is judged by the metric; of all
/// steps where there is no target condition.
fn first_step<'a>(
    target: Option<&TargetCondition>,
    steps: &'a [Stored<Experiment>],
) -> Option<(&'a Experiment, NaiveDate)> {
    let toward = |step: &&Stored<Experiment>| match target {
        Some(target) => step.noun.target_condition_id == Some(target.id),
        None => true,
    };
    steps
        .iter()
        .find(|step| toward(step) && changes(&step.noun))
        .and_then(|step| Some((&step.noun, step.noun.started_on?)))
}

fn decided(points: &[MeasuredPoint], decision: Stored<BaselineWindow>) -> Option<Found> {
    let range = between(points, decision.noun.from_on, decision.noun.to_on);
    let frozen_on = Some(decision.noun.decided_on);
    found(points, range, FrozenBy::Decision, frozen_on).map(|mut found| {
        found.baseline.decision = Some(decision.into_item());
        found
    })
}

fn before(points: &[MeasuredPoint], step: &Experiment, started_on: NaiveDate) -> Option<Found> {
    let range = newest_before(points, started_on);
    found(points, range, FrozenBy::Step, Some(started_on)).map(|mut found| {
        found.baseline.step_number = Some(step.number);
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

/// Where the newest values up to a day stand: what was measured on the day a step began is its "before".
fn newest_before(points: &[MeasuredPoint], day: NaiveDate) -> Range<usize> {
    let end = points.partition_point(|point| point.on <= day);
    end.saturating_sub(LONGEST)..end
}
