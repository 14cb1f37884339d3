//! Bad days of an objective. A day and the budget left on the board are written in one operation;
//! the days after it whose window it lies in are corrected with it.

use chrono::NaiveDate;
use kata_domain::error::DomainError;
use kata_domain::ids::{BadDayId, ObservationId, SloId};
use kata_domain::noun::Noun;
use kata_domain::{BadDay, Observation, Slo};
use kata_wire::{BadDayCreate, BadDayEdit, CoreError, RowId, Written};
use uuid::Uuid;

use super::{Desk, observation, parse, present};
use kata_store::tables;
use kata_store::write::{Write, based_columns};

/// Writes what was bad on a day, and the budget left as a number of the objective's metric.
///
/// # Errors
/// When the objective is not there, the day is written down already, or more was bad than there
/// was.
pub fn create(desk: &Desk<'_>, request: BadDayCreate) -> Result<Written, CoreError> {
    desk.operate("bad_day_create", |write| {
        let slo = present::<Slo>(write, request.slo_id.0)?.noun;
        let day_on = request.day_on.unwrap_or(write.context().today);
        expect_free(write, slo.id, day_on)?;
        let day = BadDay {
            id: BadDayId(Uuid::now_v7()),
            team_id: slo.team_id,
            slo_id: slo.id,
            day_on,
            observation_id: ObservationId(Uuid::now_v7()),
            amount: request.amount,
            total: request.total,
            note: request.note.clone(),
        };
        slo.check(&day)?;
        let mut days = days_of(write, slo.id)?;
        days.push(day.clone());
        let value = slo.percent_left(&days, day_on);
        write.insert(Observation {
            id: day.observation_id,
            metric_id: slo.metric_id,
            value,
            value_text: observation::number_text(value),
            observed_on: day_on,
            ..Observation::default()
        })?;
        let id = day.id.to_string();
        write.insert(day)?;
        follow(write, slo.id, Some(day_on))?;
        Ok(id)
    })
}

/// Corrects what was bad on a day; the budget left follows.
///
/// # Errors
/// Not found, or more was bad than there was.
pub fn edit(desk: &Desk<'_>, request: BadDayEdit) -> Result<Written, CoreError> {
    const KIND: &str = "bad_day_edit";
    let based = based_columns::<BadDay>(KIND, &request.based_on)?;
    desk.operate(KIND, |write| {
        let row = write.load_present::<BadDay>(request.id.0)?;
        write.check_bases(KIND, &row, &based)?;
        let (slo, day_on) = (row.noun.slo_id, row.noun.day_on);
        let mut after = row.noun.clone();
        after.apply(&request.fields);
        write.load::<Slo>(slo.0)?.noun.check(&after)?;
        write.save(row, after, &based)?;
        follow(write, slo, Some(day_on))?;
        Ok(request.id.to_string())
    })
}

/// Removes a day and its number.
///
/// # Errors
/// Not found.
pub fn remove(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<BadDayId>(&request.id)?;
    desk.operate("bad_day_remove", |write| {
        let row = write.load::<BadDay>(id)?;
        let (slo, day_on) = (row.noun.slo_id, row.noun.day_on);
        let number = write.load::<Observation>(row.noun.observation_id.0)?;
        write.remove(row)?;
        if number.deleted_at.is_none() {
            write.remove(number)?;
        }
        follow(write, slo, Some(day_on))?;
        Ok(request.id)
    })
}

/// Restores a day and its number.
///
/// # Errors
/// Not found, or the day is written down again by now.
pub fn restore(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<BadDayId>(&request.id)?;
    desk.operate("bad_day_restore", |write| {
        let row = write.load::<BadDay>(id)?;
        let (slo, day_on) = (row.noun.slo_id, row.noun.day_on);
        if row.deleted_at.is_some() {
            expect_free(write, slo, day_on)?;
        }
        let number = write.load::<Observation>(row.noun.observation_id.0)?;
        write.restore(row)?;
        if number.deleted_at.is_some() {
            write.restore(number)?;
        }
        follow(write, slo, Some(day_on))?;
        Ok(request.id)
    })
}

/// The numbers of an objective's days become the budget left on each, from a day on or all. One
/// that somebody removed from the metric stays removed.
pub(super) fn follow(
    write: &mut Write<'_>,
    slo: SloId,
    from_on: Option<NaiveDate>,
) -> Result<(), CoreError> {
    let slo = write.load::<Slo>(slo.0)?.noun;
    let days = days_of(write, slo.id)?;
    for day in days
        .iter()
        .filter(|day| from_on.is_none_or(|from| day.day_on >= from))
    {
        let number = write.load::<Observation>(day.observation_id.0)?;
        if number.deleted_at.is_some() {
            continue;
        }
        let mut after = number.noun.clone();
        after.value = slo.percent_left(&days, day.day_on);
        after.value_text = observation::number_text(after.value);
        write.save(number, after, &Default::default())?;
    }
    Ok(())
}

fn days_of(write: &Write<'_>, slo: SloId) -> Result<Vec<BadDay>, CoreError> {
    let rows = tables::bad_day::of_slo(write.reader(), slo)?;
    Ok(rows.into_iter().map(|row| row.noun).collect())
}

/// A day of an objective is written down once.
fn expect_free(write: &Write<'_>, slo: SloId, day_on: NaiveDate) -> Result<(), CoreError> {
    match tables::bad_day::of_day(write.reader(), slo, day_on)? {
        None => Ok(()),
        Some(_) => Err(DomainError::DayTaken { day_on }.into()),
    }
}
