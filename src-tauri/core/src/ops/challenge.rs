//! Challenges.

use kata_domain::error::DomainError;
use kata_domain::ids::ChallengeId;
use kata_domain::noun::Noun;
use kata_domain::{Challenge, FocusProcess};
use kata_wire::{ChallengeCreate, ChallengeEdit, CoreError, Written};

use super::{Desk, present, removable};
use kata_store::tables;
use kata_store::write::Write;

/// Writes a challenge.
///
/// # Errors
/// When the process is not there or the statement is empty.
pub fn create(desk: &Desk<'_>, request: ChallengeCreate) -> Result<Written, CoreError> {
    desk.insert("challenge_create", |write, id| {
        present::<FocusProcess>(write, request.focus_process_id.0)?;
        let mut challenge = Challenge {
            id: ChallengeId(id),
            focus_process_id: request.focus_process_id,
            ..Challenge::default()
        };
        challenge.apply(&request.fields);
        Ok(challenge)
    })
}

/// Changes a challenge.
///
/// # Errors
/// Not found, the statement is empty, or the challenge would serve itself.
pub fn edit(desk: &Desk<'_>, request: ChallengeEdit) -> Result<Written, CoreError> {
    desk.edit_if::<Challenge>(
        "challenge_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
        |after, write| match request.fields.parent_id {
            Some(_) => no_circle(after, write),
            None => Ok(()),
        },
    )
}

/// A chain of coaching ends somewhere above. An undo can still close a circle; only an edit that
/// chooses the level above is held against it, so that the words of such a challenge can be
/// changed.
fn no_circle(challenge: &Challenge, write: &Write<'_>) -> Result<(), CoreError> {
    let Some(parent) = challenge.parent_id else {
        return Ok(());
    };
    match tables::challenge::serves(write.reader(), parent, challenge.id)? {
        true => Err(DomainError::ChallengeCircle.into()),
        false => Ok(()),
    }
}

removable!(
    Challenge,
    ChallengeId,
    "challenge_remove",
    "challenge_restore"
);
