//! People in teams, with the roles they take there.

use kata_domain::ids::MembershipId;
use kata_domain::{Membership, Person, Team};

use super::{Desk, present, removable};
use crate::api::requests::{MembershipCreate, MembershipEdit, Written};
use crate::error::CoreError;
use crate::store::sql;

/// Puts a person into a team.
///
/// # Errors
/// When team or person is not there, or the person is in it already.
pub fn create(desk: &Desk<'_>, request: MembershipCreate) -> Result<Written, CoreError> {
    desk.insert("membership_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        present::<Person>(write, request.person_id.0)?;
        let there: i64 = sql::one(
            write.connection(),
            "SELECT count(*) FROM membership WHERE team_id = ?1 AND person_id = ?2 AND deleted_at IS NULL",
            (request.team_id.0.as_bytes(), request.person_id.0.as_bytes()),
            |row| row.get(0),
        )?;
        if there > 0 {
            return Err(CoreError::AlreadyMember);
        }
        Ok(Membership {
            id: MembershipId(id),
            team_id: request.team_id,
            person_id: request.person_id,
            roles: request.roles.clone(),
        })
    })
}

/// Changes the roles of a person in a team.
///
/// # Errors
/// Not found.
pub fn edit(desk: &Desk<'_>, request: MembershipEdit) -> Result<Written, CoreError> {
    desk.edit::<Membership>(
        "membership_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    Membership,
    MembershipId,
    "membership_remove",
    "membership_restore"
);
