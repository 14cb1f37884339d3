//! What an objective allows and what is left of it.

use crate::{Item, MetricRef};
use chrono::NaiveDate;
use kata_domain::ids::TeamId;
use kata_domain::slo::WindowDays;
use kata_domain::stats::error_budget::ErrorBudget;
use kata_domain::{BadDay, Slo};
use schemars::JsonSchema;
use serde::Serialize;

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
    /// The day on which nothing is left at this rate; none while nothing is used, or nothing is
    /// left.
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
