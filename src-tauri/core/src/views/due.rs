//! What is due: of one team or of all, by date. The rules are the domain's.

use chrono::NaiveDate;
use kata_domain::due::{self, DueKind};
use kata_domain::ids::{FocusProcessId, MetricId};
use kata_domain::noun::Noun;
use kata_domain::{Experiment, FocusProcess, Metric, TargetCondition, Team};
use kata_wire::{CoreError, DueGet, DueLine, DueList};

use super::lines::{Look, days_since};
use kata_store::tables;

/// Something due in a process.
pub(crate) struct Due {
    /// What.
    pub kind: DueKind,
    /// The wire id of what it is about.
    pub subject_id: String,
    /// The number of what it is about.
    pub number: Option<i64>,
    /// Its words.
    pub text: String,
    /// Since when.
    pub since: NaiveDate,
    /// The day of the newest number, where a number is due.
    pub measured_on: Option<NaiveDate>,
}

/// What is due, of one team or of all.
///
/// # Errors
/// When there is no such team.
pub fn get(look: &Look<'_>, request: DueGet) -> Result<DueList, CoreError> {
    let teams = match request.team_id {
        Some(team) => vec![super::lines::row::<Team>(look, team.0)?],
        None => tables::team::by_name(look.reader)?,
    };
    let mut lines = Vec::new();
    for team in teams {
        for process in tables::focus_process::of_team(look.reader, team.noun.id)? {
            let standing = standing(look, &process.noun)?;
            for due in of_process(look, &process.noun, &standing)? {
                lines.push(line(look, &team.noun, process.noun.id, due));
            }
        }
    }
    lines.sort_by_key(|line| (line.since, line.team_name.to_lowercase()));
    Ok(DueList {
        as_of_seq: look.as_of_seq,
        today: look.today,
        lines,
    })
}

fn line(look: &Look<'_>, team: &Team, process: FocusProcessId, due: Due) -> DueLine {
    DueLine {
        kind: due.kind,
        team_id: team.id,
        team_name: team.name.clone(),
        focus_process_id: process,
        subject_id: due.subject_id,
        number: due.number,
        text: due.text,
        days: days_since(look, due.since),
        since: due.since,
    }
}

/// What is read of a process before it is asked what is due there.
pub(crate) struct Standing {
    /// The active target condition.
    pub target: Option<TargetCondition>,
    /// Steps under way, the next one to look at first.
    pub running: Vec<Experiment>,
}

/// Where a process stands.
pub(crate) fn standing(look: &Look<'_>, process: &FocusProcess) -> Result<Standing, CoreError> {
    let target = match process.active_target_condition_id {
        Some(id) => tables::there::<TargetCondition>(look.reader, id)?,
        None => None,
    };
    let running = tables::experiment::running(look.reader, process.id)?;
    Ok(Standing {
        target: target.map(|target| target.noun),
        running: running.into_iter().map(|step| step.noun).collect(),
    })
}

/// What is due in a process: results, the achieve-by date, the coaching cycle, numbers.
pub(crate) fn of_process(
    look: &Look<'_>,
    process: &FocusProcess,
    standing: &Standing,
) -> Result<Vec<Due>, CoreError> {
    let mut found = results(look, &standing.running);
    if let Some(target) = &standing.target {
        found.extend(achieve_by(look, target));
    }
    found.extend(coaching_cycle(look, process)?);
    if let Some(target) = &standing.target {
        found.extend(numbers(look, target)?);
    }
    Ok(found)
}

fn results(look: &Look<'_>, running: &[Experiment]) -> Vec<Due> {
    let due = |step: &Experiment| {
        Some(Due {
            kind: DueKind::Result,
            since: due::result(step, look.today)?,
            subject_id: step.wire_id(),
            number: Some(step.number),
            text: step.step.clone(),
            measured_on: None,
        })
    };
    running.iter().filter_map(due).collect()
}

fn achieve_by(look: &Look<'_>, target: &TargetCondition) -> Option<Due> {
    Some(Due {
        kind: DueKind::AchieveBy,
        since: due::achieve_by(target, look.today)?,
        subject_id: target.wire_id(),
        number: Some(target.number),
        text: String::new(),
        measured_on: None,
    })
}

fn coaching_cycle(look: &Look<'_>, process: &FocusProcess) -> Result<Option<Due>, CoreError> {
    let Some(newest) = tables::coaching_cycle::last_finished(look.reader, process.id)? else {
        return Ok(None);
    };
    let last_day = tables::coaching_cycle::last_day(look.reader, process.id)?;
    let since = due::coaching_cycle(&newest.noun, last_day, look.today);
    Ok(since.map(|since| Due {
        kind: DueKind::CoachingCycle,
        since,
        subject_id: newest.noun.wire_id(),
        number: None,
        text: String::new(),
        measured_on: None,
    }))
}

/// The numbers that the target condition is about. What a team measured for an earlier one may
/// rest.
fn numbers(look: &Look<'_>, target: &TargetCondition) -> Result<Vec<Due>, CoreError> {
    let process = target.process_metric_id;
    let both = [
        target.outcome_metric_id,
        process.filter(|_| process != target.outcome_metric_id),
    ];
    let mut found = Vec::new();
    for metric in both.into_iter().flatten() {
        found.extend(number(look, metric)?);
    }
    Ok(found)
}

fn number(look: &Look<'_>, metric: MetricId) -> Result<Option<Due>, CoreError> {
    let Some(metric) = tables::there::<Metric>(look.reader, metric)? else {
        return Ok(None);
    };
    let Some(last) = tables::observation::newest(look.reader, metric.noun.id)? else {
        return Ok(None);
    };
    let since = due::number(&metric.noun, last.observed_on, look.today);
    Ok(since.map(|since| Due {
        kind: DueKind::Number,
        since,
        subject_id: metric.noun.wire_id(),
        number: None,
        text: metric.noun.name,
        measured_on: Some(last.observed_on),
    }))
}
