//! Metrics of a team.

use kata_domain::error::DomainError;
use kata_domain::ids::{MetricId, TeamId};
use kata_domain::noun::Noun;
use kata_domain::{Metric, Team};
use kata_wire::{CoreError, MetricCreate, MetricEdit, Move, Written};
use uuid::Uuid;

use super::{Desk, last_rank, parse, present, rank_after, removable};
use kata_store::write::Write;

/// Makes a metric, last in the team's order.
///
/// # Errors
/// When the team is not there or the name is empty.
pub fn create(desk: &Desk<'_>, request: MetricCreate) -> Result<Written, CoreError> {
    desk.insert("metric_create", |write, id| new(write, id, &request))
}

fn new(write: &Write<'_>, id: Uuid, request: &MetricCreate) -> Result<Metric, CoreError> {
    present::<Team>(write, request.team_id.0)?;
    let mut metric = Metric {
        id: MetricId(id),
        team_id: request.team_id,
        rank: last_rank::<Metric>(write, request.team_id)?,
        ..Metric::default()
    };
    metric.apply(&request.fields);
    Ok(metric)
}

/// The metric that numbers are written for: the one that is named, or the one that is made here.
///
/// # Errors
/// When neither is said or both are, the metric or its team is not there, or its name is empty.
pub(super) fn named_or_made(
    write: &mut Write<'_>,
    command: &str,
    id: Option<MetricId>,
    made: Option<&MetricCreate>,
) -> Result<Metric, CoreError> {
    match (id, made) {
        (Some(id), None) => Ok(present::<Metric>(write, id.0)?.noun),
        (None, Some(request)) => {
            let metric = new(write, Uuid::now_v7(), request)?;
            write.insert(metric.clone())?;
            Ok(metric)
        }
        _ => Err(CoreError::RequestInvalid {
            command: command.to_owned(),
            detail: "metricId or newMetric".to_owned(),
        }),
    }
}

/// Changes a metric.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: MetricEdit) -> Result<Written, CoreError> {
    desk.edit::<Metric>(
        "metric_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Moves it behind another one.
///
/// # Errors
/// Not found.
pub fn move_after(desk: &Desk<'_>, request: Move) -> Result<Written, CoreError> {
    let id = parse::<MetricId>(&request.id)?;
    let after = request
        .after
        .as_deref()
        .map(parse::<MetricId>)
        .transpose()?;
    desk.advance::<Metric>("metric_move", id, |metric, write, _| {
        metric.rank = rank_after::<Metric>(write, metric.team_id, id, after)?;
        Ok(())
    })
}

/// A metric of the team that is measured in percent: the chosen one, else the new one, made here.
pub(super) fn in_percent(
    write: &mut Write<'_>,
    team: TeamId,
    chosen: Option<MetricId>,
    new: Metric,
) -> Result<MetricId, CoreError> {
    if let Some(id) = chosen {
        let metric = present::<Metric>(write, id.0)?.noun;
        let fits = metric.team_id == team && metric.unit.trim() == "%";
        return if fits {
            Ok(id)
        } else {
            Err(DomainError::NotInPercent.into())
        };
    }
    let id = MetricId(Uuid::now_v7());
    write.insert(Metric {
        id,
        team_id: team,
        rank: last_rank::<Metric>(write, team)?,
        unit: "%".to_owned(),
        ..new
    })?;
    Ok(id)
}

removable!(Metric, MetricId, "metric_remove", "metric_restore");
