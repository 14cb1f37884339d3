//! Teams, their people, and all of them on one screen.

use crate::{Item, StepRef};
use chrono::NaiveDate;
use kata_domain::ids::FocusProcessId;
use kata_domain::{Comparison, Membership, Role, Team};
use schemars::JsonSchema;
use serde::Serialize;

/// A person in a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberLine {
    /// The membership.
    pub membership: Item<Membership>,
    /// The person's name.
    pub name: String,
    /// The roles taken.
    pub roles: Vec<Role>,
}

/// All teams of the board.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Teams {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The teams, sorted by name.
    pub teams: Vec<TeamRow>,
}

/// One team in one row, by its first focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamRow {
    /// The team.
    pub team: Item<Team>,
    /// Its first focus process.
    pub focus_process_id: Option<FocusProcessId>,
    /// Statement of its active challenge.
    pub challenge: Option<String>,
    /// Outcome now and target.
    pub outcome: Option<OutcomeLine>,
    /// Achieve-by date of the active target condition.
    pub achieve_by_on: Option<NaiveDate>,
    /// Days until then; negative after it.
    pub days_left: Option<i64>,
    /// The newest step that was started; the newest planned one while none was.
    pub last_step: Option<StepRef>,
    /// Text of the obstacle addressed now.
    pub addressing_now: Option<String>,
    /// What asks for attention, at most two, the most pressing first.
    pub attention: Vec<Attention>,
    /// A running step whose check date is today or tomorrow.
    pub go_and_see_on: Option<NaiveDate>,
}

/// Outcome now and target, with the newest values.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeLine {
    /// Name of the metric.
    pub metric_name: String,
    /// Its unit.
    pub unit: String,
    /// The newest value.
    pub now: Option<f64>,
    /// How it compares with the target.
    pub comparison: Comparison,
    /// The target.
    pub target: Option<f64>,
    /// The newest values, oldest first, at most twelve.
    pub points: Vec<f64>,
}

/// Why a team asks for attention.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(
    tag = "reason",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Attention {
    /// A result is overdue.
    ResultDue {
        /// The step.
        number: i64,
        /// Its check date.
        since: NaiveDate,
    },
    /// Five days or fewer are left and the outcome is not on target.
    NotOnTarget {
        /// Days until the achieve-by date.
        days_left: i64,
    },
    /// The achieve-by date was reached; the target condition is to be closed.
    DateReached {
        /// That date.
        since: NaiveDate,
    },
    /// No step was started for ten days or more.
    NoStep {
        /// Days since the last one, or since the target condition was set.
        days: i64,
    },
    /// A coaching cycle was missed twice.
    CycleMissed {
        /// The day it was booked for.
        since: NaiveDate,
    },
    /// A number that the target condition is about is older than its rhythm.
    NumberOld {
        /// Its age in days.
        days: i64,
    },
}
