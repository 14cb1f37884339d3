//! Notes that are written openly, once the group sees them: a late thought, a word that is put
//! right.
//!
//! What is written in private comes from the writer's machine. In an anonymous session nothing is
//! written openly, since the log says who wrote.

use kata_domain::error::DomainError;
use kata_domain::ids::{ParticipantId, RetroNoteId, RetrospectiveId};
use kata_domain::noun::Noun;
use kata_domain::{RetroNote, Retrospective};
use kata_wire::{CoreError, RetroNoteCreate, RetroNoteEdit, RowId, Written};

use super::open_session;
use crate::ops::{Desk, last_rank, parse, present};
use kata_store::tables;
use kata_store::write::Write;

/// Adds a note in front of everybody, last.
///
/// # Errors
/// When the session is not there, over or anonymous, the notes are not shown yet, or it has no
/// words.
pub fn create(desk: &Desk<'_>, request: RetroNoteCreate) -> Result<Written, CoreError> {
    desk.insert("retro_note_create", |write, id| {
        let session = open_session(write, request.retrospective_id)?;
        expect_open_writing(&session)?;
        let mut note = RetroNote {
            id: RetroNoteId(id),
            retrospective_id: session.id,
            prompt: request.prompt.clone(),
            participant_id: own_participant(write, session.id)?,
            rank: last_rank::<RetroNote>(write, session.id)?,
            ..RetroNote::default()
        };
        note.apply(&request.fields);
        Ok(note)
    })
}

/// Changes a note of a named session.
///
/// # Errors
/// Not found, anonymous, or it has no words.
pub fn edit(desk: &Desk<'_>, request: RetroNoteEdit) -> Result<Written, CoreError> {
    desk.edit_if::<RetroNote>(
        "retro_note_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
        |note, write| expect_named(write, note),
    )
}

/// Removes a note of a named session.
///
/// # Errors
/// Not found, or anonymous.
pub fn remove(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<RetroNoteId>(&request.id)?;
    desk.operate("retro_note_remove", |write| {
        let row = write.load::<RetroNote>(id)?;
        expect_named(write, &row.noun)?;
        write.remove(row)?;
        Ok(request.id)
    })
}

/// Restores a note.
///
/// # Errors
/// Not found.
pub fn restore(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    desk.restore::<RetroNote>("retro_note_restore", parse::<RetroNoteId>(&request.id)?)
}

fn expect_open_writing(session: &Retrospective) -> Result<(), CoreError> {
    if session.is_anonymous() {
        return Err(DomainError::NotYours.into());
    }
    match session.notes_revealed_at {
        Some(_) => Ok(()),
        None => Err(session.phase_refuses().into()),
    }
}

fn expect_named(write: &Write<'_>, note: &RetroNote) -> Result<(), CoreError> {
    let session = present::<Retrospective>(write, note.retrospective_id.0)?.noun;
    session.expect_open()?;
    match session.is_anonymous() {
        true => Err(DomainError::NotYours.into()),
        false => Ok(()),
    }
}

fn own_participant(
    write: &Write<'_>,
    session: RetrospectiveId,
) -> Result<Option<ParticipantId>, CoreError> {
    let Some(person) = write.context().actor else {
        return Ok(None);
    };
    let own = tables::participant::of_person(write.reader(), session, person)?;
    Ok(own.map(|row| row.noun.id))
}
