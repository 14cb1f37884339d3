//! A retrospective as its screens show it: the session, its people, what was written, and what of
//! it is still hidden. Nothing here says who wrote an anonymous note, or what somebody voted.

mod answers;
mod earlier;
mod ended;
mod look_back;
mod past;
mod said;
mod topics;

use kata_domain::ids::PersonId;
use kata_domain::{FocusProcess, Participant, Person, RetroNote, Retrospective, Team};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{
    CoreError, Item, ParticipantLine, RetrospectiveGet, RetrospectiveView, StepLine, Voting,
};

use super::lines::{Look, members, row, step_by_id};

pub use answers::came_in_from;
pub use past::list;
pub use topics::of_token;

/// One retrospective.
///
/// # Errors
/// When there is no such retrospective.
pub fn get(look: &Look<'_>, request: RetrospectiveGet) -> Result<RetrospectiveView, CoreError> {
    let session = row::<Retrospective>(look, request.id.0)?;
    let noun = session.noun.clone();
    let wall = topics::wall(look, &noun)?;
    let notes = topics::shown_notes(look, &noun, &wall)?;
    let participants = tables::participant::of_session(look.reader, noun.id)?;
    let topics = topics::lines(look, &noun, wall, &notes)?;
    let hidden = noun.votes_revealed_at.is_none();
    let process = noun.focus_process_id;
    let process = process.map(|process| row::<FocusProcess>(look, process.0));
    let loose = loose(&notes);
    let next_step = next_step(look, &noun)?;
    let runs_next_step = next_step
        .as_ref()
        .and_then(|step| step.experiment.noun.run_by);
    Ok(RetrospectiveView {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, noun.team_id.0)?.into_item(),
        members: members(look, noun.team_id)?,
        focus_process: process.transpose()?.map(Stored::into_item),
        facilitator: name_of(look, noun.facilitator_id)?,
        phases_now: noun.phases_now().iter().map(|now| now.phase).collect(),
        look_back: look_back::get(look, &noun)?,
        timeline: items(tables::timeline_event::of_session(look.reader, noun.id)?),
        suggested_groups: topics::suggested(&loose),
        votes: Voting {
            budget: noun.votes_each(topics.len()),
            suggested: noun.vote_budget.is_none(),
            limit: noun.vote_limit,
            hidden,
            placed: (!hidden).then(|| topics.iter().filter_map(|topic| topic.votes).sum()),
        },
        answers: answers::get(look, &noun, &participants)?,
        runs_next_step: name_of(look, runs_next_step)?,
        next_step,
        notes: topics::note_lines(notes, &participants),
        topics,
        participants: participants
            .into_iter()
            .map(|participant| participant_line(&noun, participant))
            .collect(),
        retrospective: session.into_item(),
    })
}

fn items<N: kata_domain::noun::Noun>(rows: Vec<Stored<N>>) -> Vec<Item<N>> {
    rows.into_iter().map(Stored::into_item).collect()
}

fn name_of(look: &Look<'_>, person: Option<PersonId>) -> Result<Option<String>, CoreError> {
    let person = person.map(|person| row::<Person>(look, person.0));
    Ok(person.transpose()?.map(|person| person.noun.name))
}

fn participant_line(session: &Retrospective, stored: Stored<Participant>) -> ParticipantLine {
    ParticipantLine {
        ready: stored.noun.ready_at_phase == Some(session.at_phase),
        participant: stored.into_item(),
    }
}

/// Notes that are put to no topic.
fn loose(notes: &[topics::Placed]) -> Vec<&RetroNote> {
    let loose = notes.iter().filter(|note| note.topic.is_none());
    loose.map(|note| &note.stored.noun).collect()
}

fn next_step(look: &Look<'_>, session: &Retrospective) -> Result<Option<StepLine>, CoreError> {
    let step = session.next_step_id;
    step.map(|step| step_by_id(look, step)).transpose()
}
