//! The toil ledger of a team: its sheets, its share against the limit, and where the hours go.

pub mod hours;

use chrono::{Datelike, Days, NaiveDate};
use kata_domain::ids::TeamId;
use kata_domain::stats::toil::{BankruptcyLine, FEWEST, bankruptcy_line};
use kata_domain::{CategoryHours, Metric, Team, ToilCategory, ToilLedger, ToilWeek, toil};
use kata_wire::{CoreError, Item, MetricRef, SheetWeek, Toil, ToilGet, WeekLine};

use self::hours::hours;
use super::lines::{Look, row};
use kata_store::rows::Stored;
use kata_store::tables;

/// Weeks that a sheet can be opened of.
const SHEETS: u64 = 26;
/// Sheets that the bankruptcy line goes through at most.
const YEAR: usize = 52;

/// The toil ledger of a team.
///
/// # Errors
/// When there is no such team.
pub fn get(look: &Look<'_>, request: ToilGet) -> Result<Toil, CoreError> {
    let team = row::<Team>(look, request.team_id.0)?.noun;
    let ledger = tables::toil_ledger::of_team(look.reader, team.id)?;
    let categories = tables::toil_category::of_team(look.reader, team.id)?;
    let weeks: Vec<Item<ToilWeek>> = tables::toil_week::of_team(look.reader, team.id)?
        .into_iter()
        .map(Stored::into_item)
        .collect();
    let limit = ledger.as_ref().map(|ledger| ledger.noun.limit_percent);
    let metric = match &ledger {
        Some(ledger) => Some(row::<Metric>(look, ledger.noun.metric_id.0)?.noun),
        None => None,
    };
    let lines: Vec<WeekLine> = weeks.iter().rev().map(|week| line(week, limit)).collect();
    let sheets = sheets(look.today, &categories, &weeks);
    Ok(Toil {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team_id: team.id,
        team_name: team.name,
        metric: metric.map(|metric| MetricRef {
            id: metric.id,
            name: metric.name,
        }),
        metrics: in_percent(look, team.id)?,
        sheet_on: sheet_on(look.today, &sheets),
        sheets,
        percent: lines.first().map(|line| line.percent),
        over_limit: lines.first().is_some_and(|line| line.over_limit),
        line: ledger
            .as_ref()
            .and_then(|ledger| lead(&ledger.noun, &lines)),
        weeks_to_line: FEWEST.saturating_sub(lines.len()),
        hours: hours(look, &request, &categories, &weeks)?,
        weeks: lines,
        ledger: ledger.map(Stored::into_item),
        categories: categories.into_iter().map(Stored::into_item).collect(),
    })
}

/// The metrics of a team that are measured in percent.
pub(super) fn in_percent(look: &Look<'_>, team: TeamId) -> Result<Vec<MetricRef>, CoreError> {
    let metrics = tables::metric::in_percent(look.reader, team)?.into_iter();
    let named = metrics.map(|metric| MetricRef {
        id: metric.noun.id,
        name: metric.noun.name,
    });
    Ok(named.collect())
}

fn line(week: &Item<ToilWeek>, limit: Option<f64>) -> WeekLine {
    let percent = week.noun.percent().unwrap_or_default();
    WeekLine {
        number: week.noun.week_on.iso_week().week(),
        last_on: last_on(week.noun.week_on),
        toil_hours: week.noun.toil_hours(),
        percent,
        over_limit: limit.is_some_and(|limit| percent > limit),
        week: week.clone(),
    }
}

/// The bankruptcy line through the last year's sheets, which stand newest first.
fn lead(ledger: &ToilLedger, lines: &[WeekLine]) -> Option<BankruptcyLine> {
    let weeks: Vec<(NaiveDate, f64)> = lines
        .iter()
        .take(YEAR)
        .rev()
        .map(|line| (line.last_on, line.percent))
        .collect();
    // Sheets hold usable numbers; a board whose numbers are not shows no line.
    bankruptcy_line(&weeks, ledger.limit_percent, ledger.overhead_percent).ok()?
}

/// The last weeks, newest first, each with what its sheet opens with.
fn sheets(
    today: NaiveDate,
    categories: &[Stored<ToilCategory>],
    weeks: &[Item<ToilWeek>],
) -> Vec<SheetWeek> {
    let mondays =
        (0..SHEETS).filter_map(|ago| toil::week_of(today).checked_sub_days(Days::new(7 * ago)));
    mondays
        .map(|week_on| sheet(week_on, categories, weeks))
        .collect()
}

fn sheet(
    week_on: NaiveDate,
    categories: &[Stored<ToilCategory>],
    weeks: &[Item<ToilWeek>],
) -> SheetWeek {
    let newest = weeks.iter().rev().find(|week| week.noun.week_on <= week_on);
    let hours = categories.iter().map(|category| CategoryHours {
        category_id: category.noun.id,
        hours: newest.map_or(0.0, |week| week.noun.hours_of(category.noun.id)),
    });
    SheetWeek {
        week_on,
        last_on: last_on(week_on),
        number: week_on.iso_week().week(),
        saved: newest.filter(|week| week.noun.week_on == week_on).cloned(),
        all_hours: newest.map(|week| week.noun.all_hours),
        hours: hours.collect(),
    }
}

/// The week that is filled in now: the one before, until the middle of this one and where it has no
/// sheet; else this week.
fn sheet_on(today: NaiveDate, sheets: &[SheetWeek]) -> NaiveDate {
    let early = today.weekday().num_days_from_monday() < 3;
    let before = sheets.get(1).filter(|before| before.saved.is_none());
    let begun = sheets.iter().any(|sheet| sheet.all_hours.is_some());
    match before {
        Some(before) if early && begun => before.week_on,
        _ => toil::week_of(today),
    }
}

/// The Sunday of a week.
fn last_on(week_on: NaiveDate) -> NaiveDate {
    week_on.checked_add_days(Days::new(6)).unwrap_or(week_on)
}
