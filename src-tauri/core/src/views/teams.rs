//! All teams: one row a team, sorted by name; facts about the process, no ranking.

use chrono::NaiveDate;
use kata_domain::due::DueKind;
use kata_domain::ids::{ExperimentId, FocusProcessId, TeamId};
use kata_domain::{Comparison, Experiment, ExperimentState, FocusProcess, TargetCondition, Team};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::due::{self, Due, Standing};
use super::lines::{Item, Look, StepRef, days_since};
use crate::api::requests::Nothing;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;

/// A team without a step for so many days asks for attention.
const NO_STEP_DAYS: i64 = 10;
/// So close to its date, a target condition that is not reached asks for attention.
const LAST_DAYS: i64 = 5;
/// A daily coaching cycle that was missed twice asks for attention: so long ago was the booked one.
const MISSED_DAYS: i64 = 2;
/// Reasons that a row names at most.
const REASONS: usize = 2;

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

static TEAMS: Select<Team> = Select::new("WHERE deleted_at IS NULL");
static FIRST_PROCESS: Select<FocusProcess> =
    Select::new("WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id LIMIT 1");
/// All teams, sorted by name.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, _: Nothing) -> Result<Teams, CoreError> {
    let mut teams = TEAMS.all(look.connection, [])?;
    teams.sort_by_key(|team| team.noun.name.to_lowercase());
    Ok(Teams {
        as_of_seq: look.as_of_seq,
        today: look.today,
        teams: teams
            .into_iter()
            .map(|team| team_row(look, team))
            .collect::<Result<_, _>>()?,
    })
}

/// One team in one row.
pub(crate) fn team_row(look: &Look<'_>, team: Stored<Team>) -> Result<TeamRow, CoreError> {
    let process = first_process(look, team.noun.id)?;
    let mut row = TeamRow {
        team: team.into_item(),
        focus_process_id: process.as_ref().map(|p| p.noun.id),
        challenge: None,
        outcome: None,
        achieve_by_on: None,
        days_left: None,
        last_step: None,
        addressing_now: None,
        attention: Vec::new(),
        go_and_see_on: None,
    };
    if let Some(process) = process {
        fill(look, &mut row, &process.noun)?;
    }
    Ok(row)
}

/// The first focus process of a team.
pub(crate) fn first_process(
    look: &Look<'_>,
    team: TeamId,
) -> Result<Option<Stored<FocusProcess>>, CoreError> {
    FIRST_PROCESS.first(look.connection, [team.0.as_bytes()])
}

fn fill(look: &Look<'_>, row: &mut TeamRow, process: &FocusProcess) -> Result<(), CoreError> {
    let id = process.id.0;
    let standing = due::standing(look, process)?;
    let target = standing.target.as_ref();
    row.challenge = text(
        look,
        "SELECT statement FROM challenge WHERE focus_process_id = ?1 AND deleted_at IS NULL
         AND status = 'active' ORDER BY created_at DESC LIMIT 1",
        id,
    )?;
    row.achieve_by_on = target.and_then(|t| t.achieve_by_on);
    row.days_left = row.achieve_by_on.map(|day| -days_since(look, day));
    row.outcome = target.map(|t| outcome(look, t)).transpose()?.flatten();
    row.last_step = last_step(look, id)?;
    row.addressing_now = match process.addressing_id {
        Some(obstacle) => text(
            look,
            "SELECT text FROM obstacle WHERE id = ?1 AND deleted_at IS NULL",
            obstacle.0,
        )?,
        None => None,
    };
    row.go_and_see_on = go_and_see(look, &standing.running);
    let due = due::of_process(look, process, &standing)?;
    row.attention = attention(look, row, &due, &standing);
    Ok(())
}

fn text(look: &Look<'_>, query: &str, id: Uuid) -> Result<Option<String>, CoreError> {
    sql::first(look.connection, query, [id.as_bytes()], |row| row.get(0))
}

fn outcome(look: &Look<'_>, target: &TargetCondition) -> Result<Option<OutcomeLine>, CoreError> {
    let Some(metric) = target.outcome_metric_id else {
        return Ok(None);
    };
    let named = sql::first(
        look.connection,
        "SELECT name, unit FROM metric WHERE id = ?1",
        [metric.0.as_bytes()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((metric_name, unit)) = named else {
        return Ok(None);
    };
    let mut points: Vec<f64> = sql::all(
        look.connection,
        "SELECT value FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT 12",
        [metric.0.as_bytes()],
        |row| row.get(0),
    )?;
    points.reverse();
    Ok(Some(OutcomeLine {
        metric_name,
        unit,
        now: points.last().copied(),
        comparison: target.outcome_comparison,
        target: target.outcome_target,
        points,
    }))
}

/// The newest step that was started. What is only planned says nothing about the age of the work, and
/// counts while nothing was started.
fn last_step(look: &Look<'_>, process: Uuid) -> Result<Option<StepRef>, CoreError> {
    match newest_step(look, process, "AND started_on IS NOT NULL")? {
        Some(step) => Ok(Some(step)),
        None => newest_step(look, process, ""),
    }
}

fn newest_step(
    look: &Look<'_>,
    process: Uuid,
    condition: &str,
) -> Result<Option<StepRef>, CoreError> {
    let query = format!(
        "SELECT id, number, state, max(coalesce(started_on, ''), coalesce(closed_on, '')) FROM experiment
         WHERE focus_process_id = ?1 AND deleted_at IS NULL {condition} ORDER BY number DESC LIMIT 1"
    );
    let found = sql::first(look.connection, &query, [process.as_bytes()], |row| {
        let state: String = row.get(2)?;
        let on: String = row.get(3)?;
        let id = Uuid::from_bytes(row.get(0)?);
        Ok((id, row.get::<_, i64>(1)?, state, on))
    })?;
    let Some((id, number, state, on)) = found else {
        return Ok(None);
    };
    let state = ExperimentState::ALL
        .iter()
        .copied()
        .find(|s| s.word() == state)
        .unwrap_or_default();
    let on: Option<NaiveDate> = on.parse().ok();
    Ok(Some(StepRef {
        id: ExperimentId(id),
        number,
        state,
        on,
        days_ago: on.map(|day| days_since(look, day)),
    }))
}

fn go_and_see(look: &Look<'_>, running: &[Experiment]) -> Option<NaiveDate> {
    running
        .iter()
        .filter_map(|step| step.check_on)
        .find(|day| (-1..=0).contains(&days_since(look, *day)))
}

/// The reasons of a team, the most pressing first. What is due comes from one place; only what is not
/// due yet and asks for attention nevertheless is decided here.
fn attention(look: &Look<'_>, row: &TeamRow, due: &[Due], standing: &Standing) -> Vec<Attention> {
    let first = |kind: DueKind| due.iter().find(|due| due.kind == kind);
    // On its day a result is no reason yet: that day is for going to see.
    let late = first(DueKind::Result).filter(|due| due.since < look.today);
    let mut reasons = Vec::new();
    reasons.extend(late.and_then(|due| {
        Some(Attention::ResultDue {
            number: due.number?,
            since: due.since,
        })
    }));
    match first(DueKind::AchieveBy) {
        Some(due) => reasons.push(Attention::DateReached { since: due.since }),
        None => reasons.extend(not_on_target(row)),
    }
    if let Some(target) = standing
        .target
        .as_ref()
        .filter(|_| standing.running.is_empty())
    {
        reasons.extend(no_step(look, row, target));
    }
    let missed_twice = |due: &&Due| days_since(look, due.since) >= MISSED_DAYS;
    let missed = first(DueKind::CoachingCycle).filter(missed_twice);
    reasons.extend(missed.map(|due| Attention::CycleMissed { since: due.since }));
    let measured_on = first(DueKind::Number).and_then(|due| due.measured_on);
    reasons.extend(measured_on.map(|day| Attention::NumberOld {
        days: days_since(look, day),
    }));
    reasons.truncate(REASONS);
    reasons
}

fn not_on_target(row: &TeamRow) -> Option<Attention> {
    let reached = row.outcome.as_ref().is_some_and(|line| {
        line.now
            .zip(line.target)
            .is_some_and(|(now, goal)| line.comparison.holds(now, goal))
    });
    let days_left = row
        .days_left
        .filter(|left| *left <= LAST_DAYS && !reached)?;
    Some(Attention::NotOnTarget { days_left })
}

fn no_step(look: &Look<'_>, row: &TeamRow, target: &TargetCondition) -> Option<Attention> {
    let since_step = row.last_step.as_ref().and_then(|step| step.days_ago);
    let idle = since_step.or(target.set_on.map(|day| days_since(look, day)))?;
    (idle >= NO_STEP_DAYS).then_some(Attention::NoStep { days: idle })
}
