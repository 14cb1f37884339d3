//! Shapes that several views share: a row with its heads, a metric with its last value, a step.

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, TeamId};
use kata_domain::{Experiment, ExperimentState, Membership, Metric, Obstacle, due};
use kata_store::Reader;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{CoreError, MemberLine, MetricNow, StepLine};
use uuid::Uuid;

/// One look at the file: a read transaction, and the day it is looked at.
pub struct Look<'c> {
    /// The board in one transaction.
    pub reader: Reader<'c>,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// Minutes that the clock of that person is ahead of UTC.
    pub utc_offset: i32,
    /// The log's newest sequence number.
    pub as_of_seq: i64,
}

impl Look<'_> {
    /// The same look, as on another day.
    pub fn on(&self, today: NaiveDate) -> Look<'_> {
        Look { today, ..*self }
    }
}

/// Days from a day until today; negative before it.
pub fn days_since(look: &Look<'_>, day: NaiveDate) -> i64 {
    (look.today - day).num_days()
}

/// People of a team, by name.
pub fn members(look: &Look<'_>, team: TeamId) -> Result<Vec<MemberLine>, CoreError> {
    let members = tables::membership::of_team(look.reader, team)?.into_iter();
    let line = |(stored, name): (Stored<Membership>, String)| MemberLine {
        name,
        roles: stored.noun.roles.clone(),
        membership: stored.into_item(),
    };
    Ok(members.map(line).collect())
}

/// Metrics of a team with their last values, in order.
pub fn metrics(look: &Look<'_>, team: TeamId) -> Result<Vec<MetricNow>, CoreError> {
    tables::metric::of_team(look.reader, team)?
        .into_iter()
        .map(|metric| metric_now(look, metric))
        .collect()
}

fn metric_now(look: &Look<'_>, metric: Stored<Metric>) -> Result<MetricNow, CoreError> {
    let last = tables::observation::newest(look.reader, metric.noun.id)?;
    let age_days = last.as_ref().map(|last| days_since(look, last.observed_on));
    let stale = last
        .as_ref()
        .is_some_and(|last| due::number(&metric.noun, last.observed_on, look.today).is_some());
    Ok(MetricNow {
        metric: metric.into_item(),
        last,
        age_days,
        stale,
    })
}

/// A step with what follows from it. Names are looked up in what the view has read already.
pub fn step_line(
    look: &Look<'_>,
    stored: Stored<Experiment>,
    metrics: &[MetricNow],
    obstacle_text: Option<String>,
) -> StepLine {
    let mut known = metrics.iter().map(|now| &now.metric.noun);
    let metric = stored.noun.metric_id;
    let metric = metric.and_then(|id| known.find(|metric| metric.id == id));
    step_with(look, stored, metric, obstacle_text)
}

/// A step with what follows from it, its metric and the obstacle it is against.
pub fn step_with(
    look: &Look<'_>,
    stored: Stored<Experiment>,
    metric: Option<&Metric>,
    obstacle_text: Option<String>,
) -> StepLine {
    let step = &stored.noun;
    let result_open = step.result_open(look.today);
    StepLine {
        metric_name: metric.map(|metric| metric.name.clone()),
        unit: metric.map(|metric| metric.unit.clone()),
        obstacle_text,
        compared: step.compared_actual(),
        gap: step.gap(),
        outside_range: step.outside_range(),
        result_open,
        result_due: result_open && step.state == ExperimentState::Running,
        amended: step.amended_at.is_some(),
        experiment: stored.into_item(),
    }
}

/// A step by its id, also one that was removed, with what follows from it.
pub fn step_by_id(look: &Look<'_>, id: ExperimentId) -> Result<StepLine, CoreError> {
    let stored = row::<Experiment>(look, id.0)?;
    let metric = stored
        .noun
        .metric_id
        .map(|metric| row::<Metric>(look, metric.0).map(|row| row.noun))
        .transpose()?;
    let obstacle = stored
        .noun
        .obstacle_id
        .map(|obstacle| row::<Obstacle>(look, obstacle.0).map(|row| row.noun.text))
        .transpose()?;
    Ok(step_with(look, stored, metric.as_ref(), obstacle))
}

/// A row by its id, also one that was removed.
pub fn row<N: kata_domain::noun::Noun>(look: &Look<'_>, id: Uuid) -> Result<Stored<N>, CoreError> {
    tables::row(look.reader, id)
}
