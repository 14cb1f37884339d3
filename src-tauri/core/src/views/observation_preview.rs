//! A text of numbers before it is imported: how it is read, what would be written, what would not.

use chrono::NaiveDate;
use kata_domain::Metric;
use kata_domain::ids::MetricId;
use kata_store::Reader;
use kata_store::tables::observation::{self, Point};
use kata_wire::{
    Already, ColumnLine, CoreError, Duplicates, ObservationPreview, ObservationPreviewGet,
    PreviewRow,
};

use super::lines::{Look, row};
use crate::import::already;
use crate::import::lines::{self, Entry, Text};
use crate::import::reading::{self, About};

/// Numbers that a preview shows at most.
const ROWS: usize = 50;
/// Lines with a reason that a preview shows at most, of each kind.
const LINES: usize = 200;
/// Words of a column that are shown.
const SAMPLES: usize = 3;

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
    let known = known(look.reader, metric.id, &text.entries)?;
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
    reader: Reader<'_>,
    metric: MetricId,
    entries: &[Entry],
) -> Result<Vec<Point>, CoreError> {
    match span(entries) {
        Some(days) => observation::points_between(reader, metric, days),
        None => Ok(Vec::new()),
    }
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
