//! The coaching card of a focus process, and the cycles that were held.

use kata_domain::ids::PersonId;
use kata_domain::{CoachingCycle, FocusProcess, Team};
use kata_wire::{
    Coaching, CoachingCycles, CoachingCyclesGet, CoachingGet, CoreError, CycleLine, StoryboardGet,
};

use super::lines::{Look, members, row, step_by_id};
use crate::standing::next_step;
use crate::views::storyboard;
use kata_store::rows::Stored;
use kata_store::tables;

/// Steps that the card's chart may mark.
const STEPS: i64 = 24;

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
            most_steps: Some(STEPS),
            ..StoryboardGet::default()
        },
    )?;
    let cycle = tables::coaching_cycle::running(look.reader, process)?;
    let last_step = cycle
        .as_ref()
        .and_then(|cycle| cycle.noun.last_step_id)
        .map(|step| step_by_id(look, step))
        .transpose()?;
    let place = row::<FocusProcess>(look, process.0)?.noun;
    let next_step = next_step(look.reader, &place, cycle.as_ref().map(|cycle| &cycle.noun))?
        .map(|step| step_by_id(look, step))
        .transpose()?;
    let before = tables::coaching_cycle::last_finished(look.reader, process)?
        .map(|cycle| line(look, cycle))
        .transpose()?;
    Ok(Coaching {
        as_of_seq: look.as_of_seq,
        team_id: storyboard.team.noun.id,
        cycle: cycle.map(Stored::into_item),
        last_step,
        next_step,
        before,
        storyboard,
    })
}

/// The cycles of a focus process, newest first.
///
/// # Errors
/// When there is no such process.
pub fn list(look: &Look<'_>, request: CoachingCyclesGet) -> Result<CoachingCycles, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let team = process.noun.team_id;
    let cycles = tables::coaching_cycle::over_of(look.reader, process.noun.id)?;
    Ok(CoachingCycles {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, team.0)?.into_item(),
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
            .map(|person| tables::person::name(look.reader, person))
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
