//! Hints on a row, as it stands or as it is being typed, with those that were put aside.

use kata_domain::hint::{self, HintLine, StepFacts};
use kata_domain::ids::FocusProcessId;
use kata_domain::noun::Noun;
use kata_domain::{Challenge, Experiment, Obstacle, TargetCondition, Waiver};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::{Item, Look, row};
use crate::api::requests::{ChallengeHints, ExperimentHints, ObstacleHints, TargetConditionHints};
use crate::error::CoreError;
use crate::store::rows::Select;
use crate::store::sql;

/// What the margin says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hints {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// One line a hint: advice first, in the order of the fields, then what is well written.
    pub hints: Vec<HintShown>,
}

/// A hint, and the note with which it was put aside.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HintShown {
    /// The hint.
    #[serde(flatten)]
    pub line: HintLine,
    /// The waiver; none while the hint stands.
    pub waiver: Option<Item<Waiver>>,
}

static WAIVERS: Select<Waiver> =
    Select::new("WHERE subject = ?1 AND deleted_at IS NULL ORDER BY created_at, id");

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
    let now: Option<String> = sql::first(
        look.connection,
        "SELECT operating_pattern FROM current_condition WHERE focus_process_id = ?1
         AND deleted_at IS NULL ORDER BY as_of_on DESC, created_at DESC LIMIT 1",
        [target.focus_process_id.0.as_bytes()],
        |row| row.get(0),
    )?;
    let lines = hint::of_target_condition(&target, &now.unwrap_or_default(), look.today);
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
    let waivers = WAIVERS.all(look.connection, [noun.wire_id()])?;
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
        hints,
    })
}

fn measured(look: &Look<'_>, step: &Experiment) -> Result<usize, CoreError> {
    let Some(metric) = step.metric_id else {
        return Ok(0);
    };
    // Whether it was ever measured is asked, not how often.
    let found: Option<i64> = sql::first(
        look.connection,
        "SELECT 1 FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL LIMIT 1",
        [metric.0.as_bytes()],
        |row| row.get(0),
    )?;
    Ok(usize::from(found.is_some()))
}

/// Newest evaluated steps in a row that came out as expected, as far as the rule asks.
fn confirmed_in_a_row(look: &Look<'_>, process: FocusProcessId) -> Result<u32, CoreError> {
    let outcomes: Vec<Option<String>> = sql::all(
        look.connection,
        "SELECT outcome FROM experiment WHERE focus_process_id = ?1 AND state = 'evaluated'
         AND deleted_at IS NULL ORDER BY number DESC LIMIT ?2",
        (process.0.as_bytes(), hint::TOO_SAFE),
        |row| row.get(0),
    )?;
    let confirmed = |outcome: &&Option<String>| outcome.as_deref() == Some("confirmed");
    let count = outcomes.iter().take_while(confirmed).count();
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
