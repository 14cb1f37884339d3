//! Who takes part: they come, they are ready, they go and come back.

use kata_domain::ids::{ParticipantId, RetrospectiveId};
use kata_domain::noun::Noun;
use kata_domain::{Participant, Person, Retrospective};
use uuid::Uuid;

use super::open_session;
use crate::api::requests::{ParticipantJoin, ParticipantMove, ParticipantReady, Written};
use crate::error::CoreError;
use crate::ops::{Desk, present};
use crate::store::sql;
use crate::store::write::Write;

/// Comes in, or comes back: a person is one participant of a session, however often they come. One with
/// a name is a guest at this person's machine.
///
/// # Errors
/// When the session is not there or over.
pub fn join(desk: &Desk<'_>, request: &ParticipantJoin) -> Result<Written, CoreError> {
    desk.operate("participant_join", |write| {
        let session = open_session(write, request.retrospective_id)?;
        let guest = request.name.as_deref();
        if let Some(known) = known(write, session.id, guest)? {
            let row = present::<Participant>(write, known.0)?;
            let mut after = row.noun.clone();
            after.gone = false;
            write.save(row, after, &Default::default())?;
            return Ok(known.to_string());
        }
        let actor = write.context().actor;
        let own = actor.map(|person| present::<Person>(write, person.0));
        let own = own.transpose()?.map(|row| row.noun.name);
        let participant = Participant {
            id: ParticipantId(Uuid::now_v7()),
            retrospective_id: session.id,
            person_id: actor.filter(|_| guest.is_none()),
            host_id: actor,
            name: guest.map(str::to_owned).or(own).unwrap_or_default(),
            ..Participant::default()
        };
        let id = participant.wire_id();
        write.insert(participant)?;
        Ok(id)
    })
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

/// The participant that this person, or the guest of this name at their machine, is already.
fn known(
    write: &Write<'_>,
    session: RetrospectiveId,
    guest: Option<&str>,
) -> Result<Option<ParticipantId>, CoreError> {
    let Some(actor) = write.context().actor else {
        return Ok(None);
    };
    sql::first(
        write.connection(),
        "SELECT id FROM participant WHERE retrospective_id = ?1 AND deleted_at IS NULL
           AND CASE WHEN ?3 IS NULL THEN person_id = ?2
               ELSE person_id IS NULL AND host_id = ?2 AND name = ?3 END
         ORDER BY created_at, id LIMIT 1",
        (session.0.as_bytes(), actor.0.as_bytes(), guest),
        |row| {
            row.get(0)
                .map(|bytes| ParticipantId(Uuid::from_bytes(bytes)))
        },
    )
}
