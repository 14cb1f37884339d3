//! All teams: one row a team, sorted by name; facts about the process, no ranking.

use chrono::NaiveDate;
use kata_domain::due::DueKind;
use kata_domain::ids::FocusProcessId;
use kata_domain::{Experiment, FocusProcess, Metric, Obstacle, TargetCondition, Team};
use kata_wire::{Attention, CoreError, Nothing, OutcomeLine, StepRef, TeamRow, Teams};

use super::due::{self, Due, Standing};
use super::lines::{Look, days_since};
use kata_store::rows::Stored;
use kata_store::tables;

/// A team without a step for so many days asks for attention.
const NO_STEP_DAYS: i64 = 10;
/// So close to its date, a target condition that is not reached asks for attention.
const LAST_DAYS: i64 = 5;
/// A daily coaching cycle that was missed twice asks for attention: so long ago was the booked one.
const MISSED_DAYS: i64 = 2;
/// Values of the small chart of a row.
const POINTS: i64 = 12;
/// Reasons that a row names at most.
const REASONS: usize = 2;

/// All teams, sorted by name.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, _: Nothing) -> Result<Teams, CoreError> {
    Ok(Teams {
        as_of_seq: look.as_of_seq,
        today: look.today,
        teams: tables::team::by_name(look.reader)?
            .into_iter()
            .map(|team| team_row(look, team))
            .collect::<Result<_, _>>()?,
    })
}

/// One team in one row.
pub(crate) fn team_row(look: &Look<'_>, team: Stored<Team>) -> Result<TeamRow, CoreError> {
    let processes = tables::focus_process::of_team(look.reader, team.noun.id)?;
    let process = processes.into_iter().next();
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

fn fill(look: &Look<'_>, row: &mut TeamRow, process: &FocusProcess) -> Result<(), CoreError> {
    let id = process.id;
    let standing = due::standing(look, process)?;
    let target = standing.target.as_ref();
    let challenge = tables::challenge::active_of(look.reader, id)?;
    row.challenge = challenge.map(|challenge| challenge.noun.statement);
    row.achieve_by_on = target.and_then(|t| t.achieve_by_on);
    row.days_left = row.achieve_by_on.map(|day| -days_since(look, day));
    row.outcome = target.map(|t| outcome(look, t)).transpose()?.flatten();
    row.last_step = last_step(look, id)?;
    row.addressing_now = match process.addressing_id {
        Some(obstacle) => {
            tables::there::<Obstacle>(look.reader, obstacle)?.map(|obstacle| obstacle.noun.text)
        }
        None => None,
    };
    row.go_and_see_on = go_and_see(look, &standing.running);
    let due = due::of_process(look, process, &standing)?;
    row.attention = attention(look, row, &due, &standing);
    Ok(())
}

fn outcome(look: &Look<'_>, target: &TargetCondition) -> Result<Option<OutcomeLine>, CoreError> {
    let Some(metric) = target.outcome_metric_id else {
        return Ok(None);
    };
    let Some(Stored { noun: metric, .. }) = tables::find::<Metric>(look.reader, metric)? else {
        return Ok(None);
    };
    let points = tables::observation::last_points(look.reader, metric.id, POINTS)?;
    let points: Vec<f64> = points.into_iter().map(|point| point.value).collect();
    Ok(Some(OutcomeLine {
        metric_name: metric.name,
        unit: metric.unit,
        now: points.last().copied(),
        comparison: target.outcome_comparison,
        target: target.outcome_target,
        points,
    }))
}

/// The newest step that was started. What is only planned says nothing about the age of the work,
/// and counts while nothing was started.
fn last_step(look: &Look<'_>, process: FocusProcessId) -> Result<Option<StepRef>, CoreError> {
    let step = match tables::experiment::newest_started(look.reader, process)? {
        Some(step) => Some(step),
        None => tables::experiment::newest(look.reader, process)?,
    };
    Ok(step.map(|step| step_ref(look, &step.noun)))
}

fn step_ref(look: &Look<'_>, step: &Experiment) -> StepRef {
    let on = step.started_on.max(step.closed_on);
    StepRef {
        id: step.id,
        number: step.number,
        state: step.state,
        on,
        days_ago: on.map(|day| days_since(look, day)),
    }
}

fn go_and_see(look: &Look<'_>, running: &[Experiment]) -> Option<NaiveDate> {
    running
        .iter()
        .filter_map(|step| step.check_on)
        .find(|day| (-1..=0).contains(&days_since(look, *day)))
}

/// The reasons of a team, the most pressing first. What is due comes from one place; only what is
/// not due yet and asks for attention nevertheless is decided here.
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
