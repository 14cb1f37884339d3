//! Measured values. Of one day the one written later comes later: rows are in the order of their
//! writing, and so is the index.

use chrono::NaiveDate;
use kata_domain::Observation;
use kata_domain::ids::{BatchId, MetricId, ObservationId};
use kata_wire::{CoreError, ObservationLine};
use rusqlite::Row;

use super::{params, questions};
use crate::Reader;
use crate::sql::{self, Cells};

questions! { Observation
    /// A page of the values of a metric, the newest first.
    page(metric: MetricId, limit: i64, offset: i64) -> all =
        "WHERE metric_id = ?1 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT ?2 OFFSET ?3";

    /// So many removed values of a metric, the one removed last first.
    removed(metric: MetricId, limit: i64) -> all =
        "WHERE metric_id = ?1 AND deleted_at IS NOT NULL
         ORDER BY deleted_at DESC, rowid DESC LIMIT ?2";

    /// The values of a metric from a day on and up to another, the oldest first.
    between(metric: MetricId, from: Option<NaiveDate>, to: Option<NaiveDate>) -> all =
        "WHERE metric_id = ?1 AND (?2 IS NULL OR observed_on >= ?2)
         AND (?3 IS NULL OR observed_on <= ?3) AND deleted_at IS NULL ORDER BY observed_on, rowid";
}

/// How many values a metric has.
///
/// # Errors
/// What SQLite says.
pub fn count(reader: Reader<'_>, metric: MetricId) -> Result<i64, CoreError> {
    let sql = "SELECT count(*) FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL";
    sql::one(reader, sql, params!(metric))
}

/// The newest value of a metric.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn newest(reader: Reader<'_>, metric: MetricId) -> Result<Option<ObservationLine>, CoreError> {
    let sql = "SELECT id, value, observed_on, measured_by, how FROM observation
         WHERE metric_id = ?1 AND deleted_at IS NULL ORDER BY observed_on DESC, rowid DESC LIMIT 1";
    sql::first(reader, sql, params!(metric), line)
}

/// So many values of a metric from a day on, the newest first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn since(
    reader: Reader<'_>,
    metric: MetricId,
    day: NaiveDate,
    limit: i64,
) -> Result<Vec<ObservationLine>, CoreError> {
    let sql = "SELECT id, value, observed_on, measured_by, how FROM observation
         WHERE metric_id = ?1 AND observed_on >= ?2 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT ?3";
    sql::all(reader, sql, params!(metric, day, limit), line)
}

fn line(row: &Row<'_>) -> Result<ObservationLine, CoreError> {
    Ok(ObservationLine {
        id: row.field(0)?,
        value: row.field(1)?,
        observed_on: row.field(2)?,
        measured_by: row.field(3)?,
        how: row.field(4)?,
    })
}

/// What a chart needs of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The value's id.
    pub id: ObservationId,
    /// The day it is of.
    pub on: NaiveDate,
    /// The moment it is of, UTC milliseconds.
    pub at: Option<i64>,
    /// The value.
    pub value: f64,
}

/// All values of a metric, the oldest first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn points(reader: Reader<'_>, metric: MetricId) -> Result<Vec<Point>, CoreError> {
    let sql = "SELECT id, observed_on, observed_at, value FROM observation
         WHERE metric_id = ?1 AND deleted_at IS NULL ORDER BY observed_on, rowid";
    sql::all(reader, sql, params!(metric), point)
}

/// The values of a metric from one day to another, the oldest first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn points_between(
    reader: Reader<'_>,
    metric: MetricId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Point>, CoreError> {
    let sql = "SELECT id, observed_on, observed_at, value FROM observation
         WHERE metric_id = ?1 AND observed_on BETWEEN ?2 AND ?3 AND deleted_at IS NULL
         ORDER BY observed_on, rowid";
    sql::all(reader, sql, params!(metric, from, to), point)
}

/// So many of the newest values of a metric, the oldest of them first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn last_points(
    reader: Reader<'_>,
    metric: MetricId,
    limit: i64,
) -> Result<Vec<Point>, CoreError> {
    let sql = "SELECT id, observed_on, observed_at, value FROM observation
         WHERE metric_id = ?1 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT ?2";
    let mut points = sql::all(reader, sql, params!(metric, limit), point)?;
    points.reverse();
    Ok(points)
}

fn point(row: &Row<'_>) -> Result<Point, CoreError> {
    Ok(Point {
        id: row.field(0)?,
        on: row.field(1)?,
        at: row.field(2)?,
        value: row.field(3)?,
    })
}

/// The values that were written in one batch, in the order of their writing.
pub(crate) fn of_batch(
    reader: Reader<'_>,
    batch: BatchId,
) -> Result<Vec<ObservationId>, CoreError> {
    let sql = "SELECT id FROM observation WHERE batch_id = ?1 ORDER BY rowid";
    sql::all(reader, sql, params!(batch), |row| row.field(0))
}

/// Within another question: the batch that the row `?1` was written in.
macro_rules! batch_of_the_row {
    () => {
        "(SELECT batch_id FROM observation WHERE id = ?1)"
    };
}
pub(super) use batch_of_the_row;
