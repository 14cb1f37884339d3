//! The toil ledger of a team.

use crate::Item;
use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, MetricId, TeamId, ToilCategoryId};
use kata_domain::stats::toil::BankruptcyLine;
use kata_domain::{CategoryHours, ToilCategory, ToilLedger, ToilWeek};
use schemars::JsonSchema;
use serde::Serialize;

/// The toil ledger of a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Toil {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team_id: TeamId,
    /// Its name.
    pub team_name: String,
    /// Its ledger; none until it begins one.
    pub ledger: Option<Item<ToilLedger>>,
    /// The metric that the weeks are numbers of.
    pub metric: Option<MetricRef>,
    /// Metrics of the team that a ledger could begin with.
    pub metrics: Vec<MetricRef>,
    /// Kinds of toil, in the order of the sheet.
    pub categories: Vec<Item<ToilCategory>>,
    /// All sheets, newest first.
    pub weeks: Vec<WeekLine>,
    /// The last half year of weeks, newest first, to fill in or to correct.
    pub sheets: Vec<SheetWeek>,
    /// The Monday of the one that is filled in now.
    pub sheet_on: NaiveDate,
    /// Toil of the newest sheet, in percent of all hours.
    pub percent: Option<f64>,
    /// Whether that is more than the limit.
    pub over_limit: bool,
    /// Where the sheets lead.
    pub line: Option<BankruptcyLine>,
    /// How many more sheets until there is a line.
    pub weeks_to_line: usize,
    /// Where the hours go, before and now.
    pub hours: Option<Hours>,
}

/// A metric by its name.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricRef {
    /// Its id.
    pub id: MetricId,
    /// Its name.
    pub name: String,
}

/// The sheet of a week with what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WeekLine {
    /// The sheet.
    pub week: Item<ToilWeek>,
    /// The number of its ISO week.
    pub number: u32,
    /// Its last day.
    pub last_on: NaiveDate,
    /// Hours of toil together.
    pub toil_hours: f64,
    /// Those in percent of all hours.
    pub percent: f64,
    /// Whether that is more than the limit.
    pub over_limit: bool,
}

/// A week of the sheet, and the numbers that it opens with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SheetWeek {
    /// The Monday it begins on.
    pub week_on: NaiveDate,
    /// Its last day.
    pub last_on: NaiveDate,
    /// The number of the ISO week.
    pub number: u32,
    /// Its saved sheet.
    pub saved: Option<Item<ToilWeek>>,
    /// All hours: its own, or those of the newest sheet before it.
    pub all_hours: Option<f64>,
    /// Hours of each kind of toil on the sheet, from the same.
    pub hours: Vec<CategoryHours>,
}

/// Hours a week of each kind of toil.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hours {
    /// The step whose start parts before from now; none where no step has sheets on both sides.
    pub step: Option<HoursStep>,
    /// Each kind of toil, the one with the most hours first.
    pub categories: Vec<HoursLine>,
    /// Together a week, before the step.
    pub before: Option<f64>,
    /// Together a week, since the step; without one, in the newest sheet.
    pub now: f64,
    /// Hours a week that were given back; below 0 when toil grew.
    pub gave_back: Option<f64>,
    /// How many sheets before the step the numbers are the mean of.
    pub weeks_before: usize,
    /// How many sheets since.
    pub weeks_now: usize,
}

/// A step that parts before from now.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HoursStep {
    /// Its id.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// What was changed.
    pub step: String,
    /// The day it started.
    pub started_on: NaiveDate,
}

/// Hours a week of one kind of toil.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HoursLine {
    /// The kind of toil.
    pub category_id: ToilCategoryId,
    /// Its name.
    pub name: String,
    /// Hours a week before the step.
    pub before: Option<f64>,
    /// Hours a week now.
    pub now: f64,
}
