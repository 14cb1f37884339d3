//! Challenges.

use kata_domain::ids::ChallengeId;
use kata_domain::noun::Noun;
use kata_domain::{Challenge, FocusProcess};

use super::{Desk, present, removable};
use crate::api::requests::{ChallengeCreate, ChallengeEdit, Written};
use crate::error::CoreError;

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
/// Not found, or the statement is empty.
pub fn edit(desk: &Desk<'_>, request: ChallengeEdit) -> Result<Written, CoreError> {
    desk.edit::<Challenge>(
        "challenge_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    Challenge,
    ChallengeId,
    "challenge_remove",
    "challenge_restore"
);
