//! A text of numbers before it is imported: how it is read, what would be written, what would not.

use chrono::NaiveDate;
use kata_domain::Metric;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::{Look, row};
use crate::api::requests::ObservationPreviewGet;
use crate::error::CoreError;
use crate::exchange::import::already::{self, Already, Duplicates, Known};
use crate::exchange::import::lines::{self, Entry, Rejected, Text};
use crate::exchange::import::reading::{self, About, Doubt, Reading};
use crate::store::sql::{self, Connection, date};

/// Numbers that a preview shows at most.
const ROWS: usize = 50;
/// Lines with a reason that a preview shows at most, of each kind.
const LINES: usize = 200;
/// Words of a column that are shown.
const SAMPLES: usize = 3;

/// How a text would be read.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObservationPreview {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// How the text is read.
    pub reading: Reading,
    /// What it leaves open.
    pub doubts: Vec<Doubt>,
    /// Where times have no zone: minutes ahead of UTC that are taken for them, those of whoever reads.
    pub assumed_offset: Option<i32>,
    /// The unit that its numbers carry; empty where they carry none.
    pub unit: String,
    /// Its columns.
    pub columns: Vec<ColumnLine>,
    /// How many lines are numbers.
    pub accepted: usize,
    /// The earliest of their days.
    pub first_on: Option<NaiveDate>,
    /// The latest of their days.
    pub last_on: Option<NaiveDate>,
    /// The first of them, at most 50.
    pub rows: Vec<PreviewRow>,
    /// How many lines are no numbers.
    pub rejected_count: usize,
    /// The first of them, at most 200.
    pub rejected: Vec<Rejected>,
    /// How many numbers meet one of the same day.
    pub already_count: usize,
    /// How many of those differ from the number that stands on the board.
    pub differing_count: usize,
    /// The first of them, at most 200.
    pub already: Vec<Already>,
}

/// A column of the text.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnLine {
    /// Its name in the first line; empty where there is none.
    pub name: String,
    /// Its first words.
    pub samples: Vec<String>,
}

/// A number as it would be written.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// Its line in the text, from 1.
    pub line: usize,
    /// Its day.
    pub on: NaiveDate,
    /// Its value.
    pub value: f64,
    /// Its value as it stands in the text.
    pub value_text: String,
    /// Who measured it; empty where the text does not say.
    pub measured_by: String,
    /// A remark.
    pub note: String,
}

/// How a text would be read.
///
/// # Errors
/// When there is no such metric, or the text is larger than an import takes.
pub fn get(
    look: &Look<'_>,
    request: ObservationPreviewGet,
) -> Result<ObservationPreview, CoreError> {
    let metric = match request.metric_id {
        Some(id) => row::<Metric>(look, id.0)?.noun,
        None => Metric::default(),
    };
    let text = lines::read(
        &request.text,
        &request.reading,
        about(&metric, look.today, look.utc_offset),
    )?;
    let columns = columns(&text);
    let rows = text.entries.iter().take(ROWS).map(preview_row).collect();
    let accepted = text.entries.len();
    let (first_on, last_on) = span(&text.entries).unzip();
    let known = known(look.connection, metric.id.0, &text.entries)?;
    let mut already = already::plan(text.entries, &known, Duplicates::Skip).already;
    let (already_count, rejected_count) = (already.len(), text.rejected.len());
    let differs = |one: &&Already| !one.in_text && one.value != one.old;
    let differing_count = already.iter().filter(differs).count();
    already.truncate(LINES);
    let mut rejected = text.rejected;
    rejected.truncate(LINES);
    Ok(ObservationPreview {
        as_of_seq: look.as_of_seq,
        reading: text.reading,
        doubts: text.doubts,
        assumed_offset: text.assumed_zone.then_some(look.utc_offset),
        unit: text.unit,
        columns,
        accepted,
        first_on,
        last_on,
        rows,
        rejected_count,
        rejected,
        already_count,
        differing_count,
        already,
    })
}

/// What reading knows of a metric.
pub(crate) fn about(metric: &Metric, today: NaiveDate, utc_offset: i32) -> About<'_> {
    About {
        name: &metric.name,
        unit: &metric.unit,
        rhythm_days: metric.rhythm_days,
        today,
        utc_offset,
    }
}

/// The numbers of a metric on the days that these ones span.
///
/// # Errors
/// What SQLite says.
pub(crate) fn known(
    connection: &Connection,
    metric: Uuid,
    entries: &[Entry],
) -> Result<Vec<Known>, CoreError> {
    let Some((first, last)) = span(entries) else {
        return Ok(Vec::new());
    };
    sql::all(
        connection,
        "SELECT id, observed_on, observed_at, value FROM observation
         WHERE metric_id = ?1 AND observed_on BETWEEN ?2 AND ?3 AND deleted_at IS NULL
         ORDER BY observed_on, rowid",
        (metric.as_bytes(), first.to_string(), last.to_string()),
        |row| {
            Ok(Known {
                id: Uuid::from_bytes(row.get(0)?),
                on: date(row, 1)?,
                at: row.get(2)?,
                value: row.get(3)?,
            })
        },
    )
}

/// The first and the last day of some numbers.
fn span(entries: &[Entry]) -> Option<(NaiveDate, NaiveDate)> {
    let days = entries.iter().map(|entry| entry.on);
    days.clone().min().zip(days.max())
}

fn columns(text: &Text) -> Vec<ColumnLine> {
    let first_lines = text.head.iter().chain(text.body.iter().take(LINES));
    let width = first_lines.map(|line| line.cells.len()).max().unwrap_or(0);
    let head = |column: usize| text.head.as_ref().and_then(|head| head.cells.get(column));
    (0..width)
        .map(|column| ColumnLine {
            name: head(column).cloned().unwrap_or_default(),
            samples: reading::cells(&text.body, column)
                .take(SAMPLES)
                .map(|cell| cell.chars().take(LINES).collect())
                .collect(),
        })
        .collect()
}

fn preview_row(entry: &Entry) -> PreviewRow {
    PreviewRow {
        line: entry.line,
        on: entry.on,
        value: entry.value,
        value_text: entry.value_text.clone(),
        measured_by: entry.measured_by.clone(),
        note: entry.note.clone(),
    }
}
