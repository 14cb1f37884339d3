//! Metrics of a team.

use kata_domain::ids::MetricId;
use kata_domain::noun::Noun;
use kata_domain::{Metric, Team};
use uuid::Uuid;

use super::{Desk, last_rank, parse, present, rank_after, removable};
use crate::api::requests::{MetricCreate, MetricEdit, Move, Written};
use crate::error::CoreError;
use crate::store::write::Write;

const LAST: &str = "SELECT max(rank) FROM metric WHERE team_id = ?1";
const ORDER: &str =
    "SELECT id, rank FROM metric WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

/// Makes a metric, last in the team's order.
///
/// # Errors
/// When the team is not there or the name is empty.
pub fn create(desk: &Desk<'_>, request: MetricCreate) -> Result<Written, CoreError> {
    desk.insert("metric_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let mut metric = Metric {
            id: MetricId(id),
            team_id: request.team_id,
            rank: last_of(write, request.team_id.0)?,
            ..Metric::default()
        };
        metric.apply(&request.fields);
        Ok(metric)
    })
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
        metric.rank = rank_after(write.connection(), ORDER, metric.team_id.0, id, after)?;
        Ok(())
    })
}

/// The rank behind the last metric of a team.
pub(super) fn last_of(write: &Write<'_>, team: Uuid) -> Result<String, CoreError> {
    last_rank(write.connection(), LAST, team)
}

removable!(Metric, MetricId, "metric_remove", "metric_restore");
