//! Who takes part: they come, they are ready, they go and come back.

use kata_domain::ids::{ParticipantId, PersonId, RetrospectiveId};
use kata_domain::noun::Noun;
use kata_domain::{Participant, Person, Retrospective};
use kata_wire::{CoreError, ParticipantJoin, ParticipantMove, ParticipantReady, Written};
use uuid::Uuid;

use super::open_session;
use crate::ops::{Desk, present};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_store::write::Write;

/// Who comes in.
#[derive(Clone, Copy)]
enum Comer<'a> {
    /// Somebody the board knows; none where nobody said who sits at this app.
    Person(Option<PersonId>),
    /// A guest at this person's machine, by name.
    Guest(&'a str),
}

/// Comes in, or comes back: a person is one participant of a session, however often they come and
/// at whichever machine. One with a name is a guest at this person's machine.
///
/// # Errors
/// When the session is not there or over, or the person is not there.
pub fn join(desk: &Desk<'_>, request: &ParticipantJoin) -> Result<Written, CoreError> {
    desk.operate("participant_join", |write| {
        let session = open_session(write, request.retrospective_id)?;
        let actor = write.context().actor;
        let comer = comer(request, actor)?;
        if let Some(row) = known(write, session.id, comer)? {
            let id = row.noun.wire_id();
            let mut after = row.noun.clone();
            after.gone = false;
            write.save(row, after, &Default::default())?;
            return Ok(id);
        }
        let (person_id, name) = named(write, comer)?;
        let participant = Participant {
            id: ParticipantId(Uuid::now_v7()),
            retrospective_id: session.id,
            person_id,
            host_id: actor,
            name,
            ..Participant::default()
        };
        let id = participant.wire_id();
        write.insert(participant)?;
        Ok(id)
    })
}

fn comer(request: &ParticipantJoin, actor: Option<PersonId>) -> Result<Comer<'_>, CoreError> {
    match (request.person_id, request.name.as_deref()) {
        (None, Some(name)) => Ok(Comer::Guest(name)),
        (person, None) => Ok(Comer::Person(person.or(actor))),
        (Some(_), Some(_)) => Err(CoreError::RequestInvalid {
            command: "participant_join".to_owned(),
            detail: "either a personId or a name is wanted".to_owned(),
        }),
    }
}

/// What they are called here, and the person of the board they are.
fn named(write: &Write<'_>, comer: Comer<'_>) -> Result<(Option<PersonId>, String), CoreError> {
    match comer {
        Comer::Person(Some(person)) => {
            let name = present::<Person>(write, person.0)?.noun.name;
            Ok((Some(person), name))
        }
        Comer::Person(None) => Ok((None, String::new())),
        Comer::Guest(name) => Ok((None, name.to_owned())),
    }
}

/// Goes; what they wrote stays.
///
/// # Errors
/// Not found.
pub fn leave(desk: &Desk<'_>, request: &ParticipantMove) -> Result<Written, CoreError> {
    desk.advance::<Participant>("participant_leave", request.id.0, |participant, _, _| {
        participant.gone = true;
        Ok(())
    })
}

/// Says whether a participant is ready with the phase now.
///
/// # Errors
/// Not found.
pub fn ready(desk: &Desk<'_>, request: &ParticipantReady) -> Result<Written, CoreError> {
    desk.advance::<Participant>(
        "participant_ready",
        request.id.0,
        |participant, write, _| {
            let session = present::<Retrospective>(write, participant.retrospective_id.0)?.noun;
            participant.ready_at_phase = request.ready.then_some(session.at_phase);
            Ok(())
        },
    )
}

/// The participant that this person, or the guest of this name at the machine of the one who
/// writes, is already.
fn known(
    write: &Write<'_>,
    session: RetrospectiveId,
    comer: Comer<'_>,
) -> Result<Option<Stored<Participant>>, CoreError> {
    match (comer, write.context().actor) {
        (Comer::Person(Some(person)), _) => {
            tables::participant::of_person(write.reader(), session, person)
        }
        (Comer::Guest(name), Some(host)) => {
            tables::participant::guest_of(write.reader(), session, host, name.to_owned())
        }
        (Comer::Person(None), _) | (Comer::Guest(_), None) => Ok(None),
    }
}
