//! The numbers of a metric one by one, so that each can be corrected, removed and restored.

use kata_domain::{Metric, Observation};
use kata_wire::{CoreError, Observations, ObservationsGet};

use super::lines::{Look, row};
use super::part::Part;
use kata_store::rows::Stored;
use kata_store::tables::observation;

/// Numbers of a page where the request names no other count.
const PAGE: i64 = 50;
/// Numbers that a page has at most.
const LONGEST_PAGE: i64 = 200;
/// Removed numbers that are listed at most.
const REMOVED: i64 = 50;

/// A page of the numbers of a metric, newest first.
///
/// # Errors
/// When there is no such metric.
pub fn get(look: &Look<'_>, request: ObservationsGet) -> Result<Observations, CoreError> {
    let metric = row::<Metric>(look, request.metric_id.0)?;
    let id = metric.noun.id;
    let part = Part::at_most(request.offset, request.limit.unwrap_or(PAGE), LONGEST_PAGE);
    let items = |rows: Vec<Stored<Observation>>| rows.into_iter().map(Stored::into_item).collect();
    Ok(Observations {
        as_of_seq: look.as_of_seq,
        team_id: metric.noun.team_id,
        metric: metric.into_item(),
        total: observation::count(look.reader, id)?,
        offset: part.offset,
        observations: items(observation::page(look.reader, id, part.limit, part.offset)?),
        removed: items(observation::removed(look.reader, id, REMOVED)?),
    })
}
