//! The coaching card of a focus process, and the cycles that were held.

use chrono::NaiveDate;
use kata_domain::ids::PersonId;
use kata_domain::{CoachingCycle, ExperimentState, FocusProcess, Team};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, MemberLine, StepLine, members, row, step_by_id};
use crate::api::requests::{CoachingCyclesGet, CoachingGet, StoryboardGet};
use crate::error::CoreError;
use crate::store::feed::person_name;
use crate::store::rows::{Select, Stored};
use crate::views::storyboard::{self, Storyboard};

/// The coaching card: the cycle that is held, and the board's facts beside its questions.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coaching {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The cycle that is being held; none before it begins and after it ended.
    pub cycle: Option<Item<CoachingCycle>>,
    /// The step that the back of the card is about; none in the first cycle of a target condition.
    pub last_step: Option<StepLine>,
    /// The step this cycle ends with: the one sealed since it began, otherwise the one in pencil.
    pub next_step: Option<StepLine>,
    /// The newest cycle that ended.
    pub before: Option<CycleLine>,
    /// Everything that stands on the storyboard.
    pub storyboard: Storyboard,
}

/// A cycle that was held.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CycleLine {
    /// The cycle.
    pub cycle: Item<CoachingCycle>,
    /// Name of the learner.
    pub learner: Option<String>,
    /// Name of the coach.
    pub coach: Option<String>,
    /// Name of the 2nd coach.
    pub second_coach: Option<String>,
    /// The step it ended with.
    pub next_step: Option<StepLine>,
    /// Milliseconds on its clock.
    pub length_ms: i64,
}

/// The cycles of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoachingCycles {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// Newest first.
    pub cycles: Vec<CycleLine>,
}

static RUNNING: Select<CoachingCycle> = Select::new(
    "WHERE focus_process_id = ?1 AND state = 'running' AND deleted_at IS NULL
     ORDER BY began_at DESC LIMIT 1",
);
static LAST_ENDED: Select<CoachingCycle> = Select::new(
    "WHERE focus_process_id = ?1 AND state = 'finished' AND deleted_at IS NULL
     ORDER BY began_at DESC LIMIT 1",
);
static ENDED: Select<CoachingCycle> = Select::new(
    "WHERE focus_process_id = ?1 AND state <> 'running' AND deleted_at IS NULL
     ORDER BY began_at DESC, id",
);

/// The coaching card of a focus process.
///
/// # Errors
/// When there is no such process.
pub fn get(look: &Look<'_>, request: CoachingGet) -> Result<Coaching, CoreError> {
    let process = request.focus_process_id;
    let storyboard = storyboard::get(
        look,
        StoryboardGet {
            focus_process_id: Some(process),
            team_id: None,
        },
    )?;
    let cycle = RUNNING.first(look.connection, [process.0.as_bytes()])?;
    let last_step = cycle
        .as_ref()
        .and_then(|cycle| cycle.noun.last_step_id)
        .map(|step| step_by_id(look, step))
        .transpose()?;
    let next_step = next_step(cycle.as_ref().map(|cycle| &cycle.noun), &storyboard);
    let before = LAST_ENDED
        .first(look.connection, [process.0.as_bytes()])?
        .map(|cycle| line(look, cycle))
        .transpose()?;
    Ok(Coaching {
        as_of_seq: look.as_of_seq,
        cycle: cycle.map(Stored::into_item),
        last_step,
        next_step,
        before,
        storyboard,
    })
}

/// Sealing belongs to the cycle: a step that was sealed in front of the card still is its next step.
fn next_step(cycle: Option<&CoachingCycle>, storyboard: &Storyboard) -> Option<StepLine> {
    let sealed_here = |step: &&StepLine| {
        let experiment = &step.experiment.noun;
        let given_up = experiment.state == ExperimentState::Abandoned;
        cycle.zip(experiment.sealed_at).is_some_and(|(cycle, at)| {
            at >= cycle.began_at && cycle.last_step_id != Some(experiment.id) && !given_up
        })
    };
    let sealed = storyboard.steps.iter().rev().find(sealed_here);
    sealed.or(storyboard.planned_step()).cloned()
}

/// The cycles of a focus process, newest first.
///
/// # Errors
/// When there is no such process.
pub fn list(look: &Look<'_>, request: CoachingCyclesGet) -> Result<CoachingCycles, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let team = process.noun.team_id.0;
    let cycles = ENDED.all(look.connection, [process.noun.id.0.as_bytes()])?;
    Ok(CoachingCycles {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, team)?.into_item(),
        members: members(look, team)?,
        cycles: cycles
            .into_iter()
            .map(|cycle| line(look, cycle))
            .collect::<Result<_, _>>()?,
        focus_process: process.into_item(),
    })
}

fn line(look: &Look<'_>, cycle: Stored<CoachingCycle>) -> Result<CycleLine, CoreError> {
    let name = |person: Option<PersonId>| {
        person
            .map(|person| person_name(look.connection, person.0))
            .transpose()
            .map(Option::flatten)
    };
    let next_step = cycle
        .noun
        .next_step_id
        .map(|step| step_by_id(look, step))
        .transpose()?;
    Ok(CycleLine {
        learner: name(cycle.noun.learner_id)?,
        coach: name(cycle.noun.coach_id)?,
        second_coach: name(cycle.noun.second_coach_id)?,
        length_ms: cycle.noun.clock_ms,
        next_step,
        cycle: cycle.into_item(),
    })
}
