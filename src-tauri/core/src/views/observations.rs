//! The numbers of a metric one by one, so that each can be corrected, removed and restored.

use kata_domain::{Metric, Observation};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, row};
use crate::api::requests::ObservationsGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;

/// Numbers of a page where the request names no other count.
const PAGE: i64 = 50;
/// Numbers that a page has at most.
const LONGEST_PAGE: i64 = 200;
/// Removed numbers that are listed at most.
const REMOVED: i64 = 50;

static THERE: Select<Observation> = Select::new(
    "WHERE metric_id = ?1 AND deleted_at IS NULL
     ORDER BY observed_on DESC, rowid DESC LIMIT ?2 OFFSET ?3",
);
static GONE: Select<Observation> = Select::new(
    "WHERE metric_id = ?1 AND deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC LIMIT ?2",
);

/// A page of a metric's numbers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Observations {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The metric.
    pub metric: Item<Metric>,
    /// How many numbers it has.
    pub total: i64,
    /// How many newer ones stand before this page.
    pub offset: i64,
    /// The page, newest first; the later written one first where two are of one day.
    pub observations: Vec<Item<Observation>>,
    /// Removed ones that can be restored, newest removal first, at most 50.
    pub removed: Vec<Item<Observation>>,
}

/// A page of the numbers of a metric, newest first.
///
/// # Errors
/// When there is no such metric.
pub fn get(look: &Look<'_>, request: ObservationsGet) -> Result<Observations, CoreError> {
    let metric = row::<Metric>(look, request.metric_id.0)?;
    let key = metric.noun.id.0.into_bytes();
    let offset = request.offset.max(0);
    let limit = request.limit.unwrap_or(PAGE).clamp(1, LONGEST_PAGE);
    let items = |rows: Vec<Stored<Observation>>| rows.into_iter().map(Stored::into_item).collect();
    Ok(Observations {
        as_of_seq: look.as_of_seq,
        metric: metric.into_item(),
        total: sql::one(
            look.connection,
            "SELECT count(*) FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL",
            [key],
            |row| row.get(0),
        )?,
        offset,
        observations: items(THERE.all(look.connection, (key, limit, offset))?),
        removed: items(GONE.all(look.connection, (key, REMOVED))?),
    })
}
