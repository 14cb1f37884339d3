//! Hints on a row, as it stands or as it is being typed, with those that were put aside.

use kata_domain::hint::{self, HintLine, StepFacts};
use kata_domain::ids::FocusProcessId;
use kata_domain::noun::Noun;
use kata_domain::{Challenge, Experiment, Obstacle, Outcome, TargetCondition};
use kata_wire::{
    ChallengeHints, CoreError, ExperimentHints, HintShown, Hints, ObstacleHints,
    TargetConditionHints,
};
use uuid::Uuid;

use super::lines::{Look, row};
use kata_store::tables;

/// Hints on an obstacle.
///
/// # Errors
/// When there is no such obstacle.
pub fn of_obstacle(look: &Look<'_>, request: ObstacleHints) -> Result<Hints, CoreError> {
    let obstacle = typed::<Obstacle>(look, request.id.map(|id| id.0), &request.fields)?;
    shown(look, &obstacle, hint::of_obstacle(&obstacle))
}

/// Hints on a challenge.
///
/// # Errors
/// When there is no such challenge.
pub fn of_challenge(look: &Look<'_>, request: ChallengeHints) -> Result<Hints, CoreError> {
    let challenge = typed::<Challenge>(look, request.id.map(|id| id.0), &request.fields)?;
    shown(look, &challenge, hint::of_challenge(&challenge))
}

/// Hints on a target condition, beside the newest grasp of the current condition.
///
/// # Errors
/// When there is no such target condition.
pub fn of_target_condition(
    look: &Look<'_>,
    request: TargetConditionHints,
) -> Result<Hints, CoreError> {
    let target = typed::<TargetCondition>(look, request.id.map(|id| id.0), &request.fields)?;
    let now = tables::current_condition::newest_of(look.reader, target.focus_process_id)?;
    let now = now.map_or_else(String::new, |row| row.noun.operating_pattern);
    let lines = hint::of_target_condition(&target, &now, look.today);
    shown(look, &target, lines)
}

/// Hints on a step.
///
/// # Errors
/// When there is no such step.
pub fn of_experiment(look: &Look<'_>, request: ExperimentHints) -> Result<Hints, CoreError> {
    let step = typed::<Experiment>(look, request.id.map(|id| id.0), &request.fields)?;
    let facts = StepFacts {
        measured: measured(look, &step)?,
        confirmed_in_a_row: confirmed_in_a_row(look, step.focus_process_id)?,
    };
    let lines = hint::of_experiment(&step, facts, look.today);
    shown(look, &step, lines)
}

fn typed<N: Noun + Default>(
    look: &Look<'_>,
    id: Option<Uuid>,
    fields: &N::Patch,
) -> Result<N, CoreError> {
    let mut noun = match id {
        Some(id) => row::<N>(look, id)?.noun,
        None => N::default(),
    };
    noun.apply(fields);
    Ok(noun)
}

fn shown<N: Noun>(look: &Look<'_>, noun: &N, mut lines: Vec<HintLine>) -> Result<Hints, CoreError> {
    let waivers = tables::waiver::of_row(look.reader, noun.wire_id())?;
    lines.sort_by_key(|line| line.good);
    let hints = lines
        .into_iter()
        .map(|line| HintShown {
            waiver: waivers
                .iter()
                .find(|waiver| waiver.noun.hint == line.hint.word())
                .cloned()
                .map(|waiver| waiver.into_item()),
            line,
        })
        .collect();
    Ok(Hints {
        as_of_seq: look.as_of_seq,
        team_id: tables::team::of(look.reader, N::ENTITY, noun.uuid())?,
        hints,
    })
}

fn measured(look: &Look<'_>, step: &Experiment) -> Result<usize, CoreError> {
    let Some(metric) = step.metric_id else {
        return Ok(0);
    };
    // Whether it was ever measured is asked, not how often.
    let newest = tables::observation::newest(look.reader, metric)?;
    Ok(usize::from(newest.is_some()))
}

/// Newest evaluated steps in a row that came out as expected, as far as the rule asks.
fn confirmed_in_a_row(look: &Look<'_>, process: FocusProcessId) -> Result<u32, CoreError> {
    let outcomes = tables::experiment::outcomes(look.reader, process, i64::from(hint::TOO_SAFE))?;
    let confirmed = |outcome: &&Option<Outcome>| **outcome == Some(Outcome::Confirmed);
    let count = outcomes.iter().take_while(confirmed).count();
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
