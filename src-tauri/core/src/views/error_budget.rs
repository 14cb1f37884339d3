//! The error budgets of a team: what each objective allows, what is left, and for how long.

use chrono::{Days, NaiveDate};
use kata_domain::ids::TeamId;
use kata_domain::slo::WindowDays;
use kata_domain::stats::error_budget::ErrorBudget;
use kata_domain::{BadDay, Metric, Slo, Team};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, row};
use super::toil::{MetricRef, in_percent};
use crate::api::requests::ErrorBudgetGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};

static SLOS: Select<Slo> =
    Select::new("WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id");
static DAYS: Select<BadDay> = Select::new(
    "WHERE slo_id = ?1 AND deleted_at IS NULL ORDER BY day_on DESC, created_at DESC, id",
);

/// The error budgets of a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBudgets {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team_id: TeamId,
    /// Metrics of the team that an objective could begin with.
    pub metrics: Vec<MetricRef>,
    /// Its objectives, the oldest first.
    pub slos: Vec<SloLine>,
}

/// An objective with its budget today.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SloLine {
    /// The objective.
    pub slo: Item<Slo>,
    /// The metric that the budget left is a number of.
    pub metric: MetricRef,
    /// The window as it stands today.
    pub window: WindowDays,
    /// The budget in it; none while there is no event.
    pub budget: Option<ErrorBudget>,
    /// The day on which nothing is left at this rate; none while nothing is used, or nothing is left.
    pub spent_on: Option<NaiveDate>,
    /// The days that are written down, newest first.
    pub days: Vec<DayLine>,
}

/// A day that is written down.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DayLine {
    /// The day.
    pub day: Item<BadDay>,
    /// Whether it counts in today's window.
    pub in_window: bool,
}

/// The error budgets of a team.
///
/// # Errors
/// When there is no such team.
pub fn get(look: &Look<'_>, request: ErrorBudgetGet) -> Result<ErrorBudgets, CoreError> {
    let team = row::<Team>(look, request.team_id.0)?.noun;
    let key = *team.id.0.as_bytes();
    let slos = SLOS.all(look.connection, [key])?.into_iter();
    Ok(ErrorBudgets {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team_id: team.id,
        metrics: in_percent(look, key)?,
        slos: slos.map(|slo| line(look, slo)).collect::<Result<_, _>>()?,
    })
}

fn line(look: &Look<'_>, slo: Stored<Slo>) -> Result<SloLine, CoreError> {
    let rows = DAYS.all(look.connection, [slo.noun.id.0.as_bytes()])?;
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
