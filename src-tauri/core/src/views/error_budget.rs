//! The error budgets of a team: what each objective allows, what is left, and for how long.

use chrono::{Days, NaiveDate};
use kata_domain::stats::error_budget::ErrorBudget;
use kata_domain::{BadDay, Metric, Slo, Team};
use kata_wire::{CoreError, DayLine, ErrorBudgetGet, ErrorBudgets, MetricRef, SloLine};

use super::lines::{Look, row};
use super::toil::in_percent;
use kata_store::rows::Stored;
use kata_store::tables;

/// The error budgets of a team.
///
/// # Errors
/// When there is no such team.
pub fn get(look: &Look<'_>, request: ErrorBudgetGet) -> Result<ErrorBudgets, CoreError> {
    let team = row::<Team>(look, request.team_id.0)?.noun;
    let slos = tables::slo::of_team(look.reader, team.id)?.into_iter();
    Ok(ErrorBudgets {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team_id: team.id,
        metrics: in_percent(look, team.id)?,
        slos: slos.map(|slo| line(look, slo)).collect::<Result<_, _>>()?,
    })
}

fn line(look: &Look<'_>, slo: Stored<Slo>) -> Result<SloLine, CoreError> {
    let rows = tables::bad_day::of_slo(look.reader, slo.noun.id)?;
    let days: Vec<BadDay> = rows.iter().map(|row| row.noun.clone()).collect();
    let window = slo.noun.window(look.today);
    let budget = slo.noun.budget(&days, look.today);
    let metric = row::<Metric>(look, slo.noun.metric_id.0)?.noun;
    let in_window = window.from_on..=look.today;
    Ok(SloLine {
        metric: MetricRef {
            id: metric.id,
            name: metric.name,
        },
        window,
        spent_on: budget.and_then(|budget| spent_on(look.today, &budget)),
        budget,
        days: rows
            .into_iter()
            .rev()
            .map(|row| DayLine {
                in_window: in_window.contains(&row.noun.day_on),
                day: row.into_item(),
            })
            .collect(),
        slo: slo.into_item(),
    })
}

/// The day around which the budget is used up at this rate.
fn spent_on(today: NaiveDate, budget: &ErrorBudget) -> Option<NaiveDate> {
    let days = budget.days_left.filter(|days| *days > 0.0)?;
    today.checked_add_days(Days::new(days.round() as u64))
}
