//! The sheets of the weeks. A sheet and its number on the board are written in one operation, so
//! that one is never without the other, and undo takes both back.

use chrono::NaiveDate;
use kata_domain::error::DomainError;
use kata_domain::ids::{ObservationId, TeamId, ToilWeekId};
use kata_domain::noun::Noun;
use kata_domain::{Observation, ToilCategory, ToilWeek, toil};
use kata_wire::{CoreError, RowId, ToilWeekCreate, ToilWeekEdit, Written};
use uuid::Uuid;

use crate::ops::{Desk, observation, parse};
use kata_store::tables;
use kata_store::write::{Write, based_columns};

/// Saves the sheet of a week, with the team's toil in percent as a number of the ledger's metric.
///
/// # Errors
/// When the team has no ledger, the week has a sheet, or the hours do not fit.
pub fn create(desk: &Desk<'_>, request: ToilWeekCreate) -> Result<Written, CoreError> {
    desk.insert("toil_week_create", |write, id| {
        let team = request.team_id;
        let ledger = tables::toil_ledger::of_team(write.reader(), team)?;
        let ledger = ledger.ok_or_else(|| CoreError::NotFound {
            id: team.to_string(),
        })?;
        let week_on = toil::week_of(request.week_on);
        expect_free(write, team, week_on)?;
        let mut week = ToilWeek {
            id: ToilWeekId(id),
            team_id: request.team_id,
            week_on,
            observation_id: ObservationId(Uuid::now_v7()),
            all_hours: request.all_hours,
            hours: request.hours.clone(),
        };
        expect_categories(write, &week)?;
        ToilWeek::check(None, &mut week, write.context())?;
        let value = week.percent().unwrap_or_default();
        write.insert(Observation {
            id: week.observation_id,
            metric_id: ledger.noun.metric_id,
            value,
            value_text: observation::number_text(value),
            observed_on: toil::observed_on(week_on, write.context().today),
            ..Observation::default()
        })?;
        Ok(week)
    })
}

/// Corrects the sheet of a week; its number follows.
///
/// # Errors
/// Not found, or the hours do not fit.
pub fn edit(desk: &Desk<'_>, request: ToilWeekEdit) -> Result<Written, CoreError> {
    const KIND: &str = "toil_week_edit";
    let based = based_columns::<ToilWeek>(KIND, &request.based_on)?;
    desk.operate(KIND, |write| {
        let row = write.load::<ToilWeek>(request.id.0)?;
        write.check_bases(KIND, &row, &based)?;
        let mut after = row.noun.clone();
        after.apply(&request.fields);
        expect_categories(write, &after)?;
        let returns = row.deleted_at.is_some();
        write.save(row, after, &based)?;
        follow(write, request.id.0, returns)?;
        Ok(request.id.to_string())
    })
}

/// Removes the sheet of a week and its number.
///
/// # Errors
/// Not found.
pub fn remove(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<ToilWeekId>(&request.id)?;
    desk.operate("toil_week_remove", |write| {
        let row = write.load::<ToilWeek>(id)?;
        let number = write.load::<Observation>(row.noun.observation_id.0)?;
        write.remove(row)?;
        if number.deleted_at.is_none() {
            write.remove(number)?;
        }
        Ok(request.id)
    })
}

/// Restores the sheet of a week and its number.
///
/// # Errors
/// Not found, or the week has another sheet by now.
pub fn restore(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<ToilWeekId>(&request.id)?;
    desk.operate("toil_week_restore", |write| {
        let row = write.load::<ToilWeek>(id)?;
        if row.deleted_at.is_some() {
            expect_free(write, row.noun.team_id, row.noun.week_on)?;
        }
        let number = write.load::<Observation>(row.noun.observation_id.0)?;
        write.restore(row)?;
        if number.deleted_at.is_some() {
            write.restore(number)?;
        }
        Ok(request.id)
    })
}

/// The number of a sheet becomes what the sheet says now, which may be what two people wrote
/// together. One that somebody removed from the metric stays removed, unless the sheet `returns`.
fn follow(write: &mut Write<'_>, week: Uuid, returns: bool) -> Result<(), CoreError> {
    let week = write.load::<ToilWeek>(week)?.noun;
    let number = write.load::<Observation>(week.observation_id.0)?;
    if number.deleted_at.is_some() {
        if !returns {
            return Ok(());
        }
        write.restore(number)?;
    }
    let number = write.load::<Observation>(week.observation_id.0)?;
    let mut after = number.noun.clone();
    after.value = week.percent().unwrap_or_default();
    after.value_text = observation::number_text(after.value);
    write.save(number, after, &Default::default())
}

/// A week has one sheet.
fn expect_free(write: &Write<'_>, team: TeamId, week_on: NaiveDate) -> Result<(), CoreError> {
    match tables::toil_week::of_week(write.reader(), team, week_on)? {
        None => Ok(()),
        Some(_) => Err(DomainError::WeekTaken { week_on }.into()),
    }
}

/// The hours are of kinds of toil that this team has, or had.
fn expect_categories(write: &Write<'_>, week: &ToilWeek) -> Result<(), CoreError> {
    for one in &week.hours {
        let category = write.load::<ToilCategory>(one.category_id.0)?.noun;
        if category.team_id != week.team_id {
            return Err(CoreError::NotFound {
                id: one.category_id.to_string(),
            });
        }
    }
    Ok(())
}
