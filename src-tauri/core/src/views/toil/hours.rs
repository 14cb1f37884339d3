//! Where a team's hours go, before a step and now: what an experiment gave back.

use chrono::{Days, NaiveDate};
use kata_domain::ids::ToilCategoryId;
use kata_domain::{ToilCategory, ToilWeek};
use kata_wire::{CoreError, Hours, HoursLine, HoursStep, Item, ToilGet};

use crate::views::lines::{Look, row};
use kata_store::rows::Stored;
use kata_store::tables;

/// Sheets on each side of a step's start that its hours are the mean of, at most.
const WEEKS: usize = 4;

type Weeks<'w> = &'w [Item<ToilWeek>];

/// Where the hours go; none without a sheet. `weeks` stand oldest first.
///
/// # Errors
/// What SQLite says.
pub fn hours(
    look: &Look<'_>,
    request: &ToilGet,
    categories: &[Stored<ToilCategory>],
    weeks: Weeks<'_>,
) -> Result<Option<Hours>, CoreError> {
    let Some(newest) = weeks.last() else {
        return Ok(None);
    };
    let parted = parted(look, request, weeks)?;
    let (step, before, now) = match parted {
        Some((step, before, now)) => (Some(step), before, now),
        None => (None, &[] as Weeks<'_>, std::slice::from_ref(newest)),
    };
    let mut lines: Vec<HoursLine> = known(look, categories, before, now)?
        .into_iter()
        .map(|(category_id, name)| HoursLine {
            before: a_week(before, |week| week.hours_of(category_id)),
            now: a_week(now, |week| week.hours_of(category_id)).unwrap_or_default(),
            category_id,
            name,
        })
        .collect();
    lines.sort_by(|a, b| {
        b.before
            .unwrap_or(b.now)
            .total_cmp(&a.before.unwrap_or(a.now))
    });
    let total_before = a_week(before, ToilWeek::toil_hours);
    let total_now = a_week(now, ToilWeek::toil_hours).unwrap_or_default();
    Ok(Some(Hours {
        step,
        categories: lines,
        before: total_before,
        now: total_now,
        gave_back: total_before.map(|before| tenth(before - total_now)),
        weeks_before: before.len(),
        weeks_now: now.len(),
    }))
}

/// The newest step that has sheets on both sides, with the last sheets before its start and the
/// last since. The week in which it started belongs to neither, unless it started on its Monday.
fn parted<'w>(
    look: &Look<'_>,
    request: &ToilGet,
    weeks: Weeks<'w>,
) -> Result<Option<(HoursStep, Weeks<'w>, Weeks<'w>)>, CoreError> {
    let (step, process) = (request.experiment_id, request.focus_process_id);
    let steps = tables::experiment::started_of_team(look.reader, request.team_id, step, process)?;
    for step in steps {
        let step = step.noun;
        let Some(started_on) = step.started_on else {
            continue;
        };
        let ended = weeks.partition_point(|week| ends_before(week, started_on));
        let since = weeks.partition_point(|week| week.noun.week_on < started_on);
        if ended == 0 || since == weeks.len() {
            continue;
        }
        let before = &weeks[ended.saturating_sub(WEEKS)..ended];
        let now = &weeks[since.max(weeks.len().saturating_sub(WEEKS))..];
        let (id, number) = (step.id, step.number);
        let step = HoursStep {
            id,
            number,
            step: step.step,
            started_on,
        };
        return Ok(Some((step, before, now)));
    }
    Ok(None)
}

fn ends_before(week: &Item<ToilWeek>, day: NaiveDate) -> bool {
    let next = week.noun.week_on.checked_add_days(Days::new(7));
    next.is_some_and(|next| next <= day)
}

/// The kinds of toil on the sheet, and those that were taken off it and have hours in these weeks.
fn known(
    look: &Look<'_>,
    categories: &[Stored<ToilCategory>],
    before: Weeks<'_>,
    now: Weeks<'_>,
) -> Result<Vec<(ToilCategoryId, String)>, CoreError> {
    let here = categories
        .iter()
        .map(|category| (category.noun.id, category.noun.name.clone()));
    let mut known: Vec<(ToilCategoryId, String)> = here.collect();
    let with_hours = before.iter().chain(now).flat_map(|week| &week.noun.hours);
    for one in with_hours.filter(|one| one.hours > 0.0) {
        if !known.iter().any(|(id, _)| *id == one.category_id) {
            let gone = row::<ToilCategory>(look, one.category_id.0)?.noun;
            known.push((gone.id, gone.name));
        }
    }
    Ok(known)
}

/// The mean of some weeks, to the tenth of an hour; none of no weeks.
fn a_week(weeks: Weeks<'_>, hours: impl Fn(&ToilWeek) -> f64) -> Option<f64> {
    let sum: f64 = weeks.iter().map(|week| hours(&week.noun)).sum();
    (!weeks.is_empty()).then(|| tenth(sum / weeks.len() as f64))
}

fn tenth(hours: f64) -> f64 {
    (hours * 10.0).round() / 10.0
}
