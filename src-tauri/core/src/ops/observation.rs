//! Observations of a metric: written in batches and imported from a text, all of it or nothing.

use chrono::NaiveDate;
use kata_domain::ids::{BatchId, ObservationId};
use kata_domain::noun::Noun;
use kata_domain::{Metric, Observation};
use kata_store::log::OpKind;
use kata_store::tables::row;
use kata_store::write::Write;
use kata_wire::{
    CoreError, Duplicates, Imported, MetricCreate, ObservationAdd, ObservationEdit,
    ObservationImport, ObservationNew, PointsTo, Rejected, Written,
};
use uuid::Uuid;

use super::metric::named_or_made;
use super::{Desk, current_condition, experiment, removable};
use crate::import::already;
use crate::import::lines::{self, Entry};
use crate::job::Job;
use crate::views::observation_preview::{about, known};

/// Observations a batch takes: longer ones would keep colleagues from saving.
pub const BATCH_LIMIT: usize = 200;

/// Lines with a reason that a refused import names.
const NAMED: usize = 20;

/// Writes observations as one operation, where they are for it with the metric that is made for
/// them, and with what points to it from then on.
///
/// # Errors
/// When the metric is not there, there are too many, one breaks a rule, or its day has a number
/// already and that refuses; then none is written.
pub fn add(desk: &Desk<'_>, request: ObservationAdd) -> Result<Written, CoreError> {
    if request.observations.len() > BATCH_LIMIT {
        return Err(CoreError::TooMany { limit: BATCH_LIMIT });
    }
    if request.observations.is_empty() {
        return Err(CoreError::RequestInvalid {
            command: "observation_add".to_owned(),
            detail: "observations: at least one".to_owned(),
        });
    }
    desk.operate("observation_add", |write| {
        let made = request.new_metric.as_ref();
        let metric = named_or_made(write, "observation_add", request.metric_id, made)?;
        let today = write.context().today;
        let new = request.observations.into_iter().enumerate();
        let entries = new.map(|(index, new)| entry(index + 1, new, today));
        let job = Job::unwatched();
        let entered = enter(write, &metric, entries.collect(), request.duplicates, &job)?;
        match request.points {
            None => {}
            Some(PointsTo::CurrentCondition {
                focus_process_id,
                metric_kind,
            }) => current_condition::point(write, focus_process_id, metric_kind, metric.id)?,
            Some(PointsTo::Step { id }) => experiment::point(write, id, metric.id)?,
        }
        Ok(entered.first.unwrap_or_default().to_string())
    })
}

/// Imports the numbers of a text as one operation.
///
/// # Errors
/// When the metric is not there, the text is too large, or has no number, or has lines that are
/// none and nobody said to leave them out, or days that have a number already and nobody said what
/// becomes of the two, or the job is to end; then nothing is written.
pub fn import(
    desk: &Desk<'_>,
    request: ObservationImport,
    job: &Job<'_>,
) -> Result<Imported, CoreError> {
    job.goes_on()?;
    let (entries, left_out) = read(desk, &request)?;
    let kind = OpKind("observation_import");
    let done = desk.store.write(kind, &desk.who, |write| {
        let made = request.new_metric.as_ref();
        let metric = named_or_made(write, kind.0, request.metric_id, made)?;
        let entered = enter(write, &metric, entries, request.duplicates, job)?;
        Ok((metric.id, entered))
    })?;
    let (metric_id, entered) = done.value;
    Ok(Imported {
        op: done.op,
        seq: done.seq,
        metric_id,
        added: entered.added,
        corrected: entered.corrected,
        skipped: entered.skipped,
        left_out,
    })
}

/// The numbers of a text, and how many lines are left out. It is read before the write begins:
/// others shall not wait for it.
fn read(desk: &Desk<'_>, request: &ObservationImport) -> Result<(Vec<Entry>, usize), CoreError> {
    let metric = match request.metric_id {
        Some(id) => desk.store.read(|reader| row::<Metric>(reader, id))?.noun,
        None => as_made(request.new_metric.as_ref()),
    };
    let clock = desk.store.clock();
    let about = about(&metric, clock.today(), clock.utc_offset());
    let text = lines::read(&request.text, &request.reading, about)?;
    let left_out = text.rejected.len();
    if left_out > 0 && !request.leave_out {
        return Err(rejected(text.rejected));
    }
    if text.entries.is_empty() {
        return Err(CoreError::NothingToImport);
    }
    let mut entries = text.entries;
    for entry in &mut entries {
        entry.how.clone_from(&request.how);
        if entry.measured_by.is_empty() {
            entry.measured_by.clone_from(&request.measured_by);
        }
    }
    Ok((entries, left_out))
}

/// A metric as it is going to be made, for reading numbers of it.
fn as_made(request: Option<&MetricCreate>) -> Metric {
    let mut metric = Metric::default();
    if let Some(request) = request {
        metric.apply(&request.fields);
    }
    metric
}

fn rejected(mut lines: Vec<Rejected>) -> CoreError {
    let count = lines.len();
    lines.truncate(NAMED);
    CoreError::LinesRejected { count, lines }
}

/// What was written of some numbers.
struct Entered {
    /// The first row that the numbers are about, new or there already.
    first: Option<ObservationId>,
    added: usize,
    corrected: usize,
    skipped: usize,
}

/// Writes numbers beside those that are there.
fn enter(
    write: &mut Write<'_>,
    metric: &Metric,
    entries: Vec<Entry>,
    duplicates: Duplicates,
    job: &Job<'_>,
) -> Result<Entered, CoreError> {
    let known = known(write.reader(), metric.id, &entries)?;
    let plan = already::plan(entries, &known, duplicates);
    if let (Duplicates::Refuse, Some(first)) = (duplicates, plan.already.first()) {
        return Err(CoreError::AlreadyMeasured {
            count: plan.already.len(),
            on: first.on,
            old: first.old,
        });
    }
    let (added, corrected, skipped) = (plan.add.len(), plan.correct.len(), plan.skipped);
    for (id, entry) in plan.correct {
        job.goes_on()?;
        correct(write, id, entry)?;
    }
    let first_added = insert(write, metric, plan.add, job)?;
    // The last chance: from here on it is committed.
    job.goes_on()?;
    Ok(Entered {
        first: first_added.or(plan.met),
        added,
        corrected,
        skipped,
    })
}

/// Writes new numbers, so many a log entry; answers the first one.
fn insert(
    write: &mut Write<'_>,
    metric: &Metric,
    entries: Vec<Entry>,
    job: &Job<'_>,
) -> Result<Option<ObservationId>, CoreError> {
    let mut first = None;
    let (mut done, all) = (0, entries.len());
    let mut entries = entries.into_iter().peekable();
    while entries.peek().is_some() {
        job.at(done, all)?;
        let batch = BatchId(Uuid::now_v7());
        let part = entries.by_ref().take(BATCH_LIMIT);
        let rows: Vec<Observation> = part
            .map(|entry| observation(entry, metric, batch))
            .collect();
        first = first.or(rows.first().map(|row| row.id));
        done += rows.len();
        write.insert_batch(batch, metric.team_id.0, rows)?;
    }
    Ok(first)
}

/// Corrects a number; what the new one does not say stays as it was.
fn correct(write: &mut Write<'_>, id: ObservationId, entry: Entry) -> Result<(), CoreError> {
    let row = write.load_present::<Observation>(id.0)?;
    let mut after = row.noun.clone();
    after.value = entry.value;
    after.value_text = entry.value_text;
    let words = [
        (&mut after.measured_by, entry.measured_by),
        (&mut after.how, entry.how),
        (&mut after.note, entry.note),
    ];
    for (old, new) in words {
        if !new.is_empty() {
            *old = new;
        }
    }
    write.save(row, after, &Default::default())
}

fn entry(line: usize, new: ObservationNew, today: NaiveDate) -> Entry {
    Entry {
        line,
        on: new.observed_on.unwrap_or(today),
        at: None,
        value: new.value,
        value_text: new.value_text.unwrap_or_else(|| number_text(new.value)),
        measured_by: new.measured_by.unwrap_or_default(),
        how: new.how.unwrap_or_default(),
        note: new.note.unwrap_or_default(),
    }
}

fn observation(entry: Entry, metric: &Metric, batch: BatchId) -> Observation {
    Observation {
        id: ObservationId(Uuid::now_v7()),
        metric_id: metric.id,
        batch_id: Some(batch),
        observed_at: entry.at,
        value: entry.value,
        value_text: entry.value_text,
        observed_on: entry.on,
        measured_by: entry.measured_by,
        how: entry.how,
        note: entry.note,
    }
}

/// A number as somebody would type it: very large and very small ones with an exponent.
pub(super) fn number_text(value: f64) -> String {
    let plain = value.to_string();
    if plain.len() <= 24 {
        plain
    } else {
        format!("{value:e}")
    }
}

/// Corrects an observation.
///
/// # Errors
/// Not found, or the rule it breaks.
pub fn edit(desk: &Desk<'_>, request: ObservationEdit) -> Result<Written, CoreError> {
    desk.edit::<Observation>(
        "observation_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    Observation,
    ObservationId,
    "observation_remove",
    "observation_restore"
);
