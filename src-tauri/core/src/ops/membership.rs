//! People in teams, with the roles they take there.

use kata_domain::ids::{MembershipId, PersonId, TeamId};
use kata_domain::{Membership, Person, Team};
use kata_wire::{CoreError, MembershipCreate, MembershipEdit, Written};
use uuid::Uuid;

use super::{Desk, present, removable};
use kata_store::tables;
use kata_store::write::Write;

/// Puts a person into a team; with a name instead, makes the person in the same operation.
///
/// # Errors
/// When team or person is not there, the person is in it already, or the name is empty.
pub fn create(desk: &Desk<'_>, request: MembershipCreate) -> Result<Written, CoreError> {
    desk.insert("membership_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let person_id = match (request.person_id, &request.name) {
            (Some(person_id), None) => known(write, request.team_id, person_id)?,
            (None, Some(name)) => new(write, name)?,
            _ => {
                return Err(CoreError::RequestInvalid {
                    command: "membership_create".to_owned(),
                    detail: "either a personId or a name is wanted".to_owned(),
                });
            }
        };
        Ok(Membership {
            id: MembershipId(id),
            team_id: request.team_id,
            person_id,
            roles: request.roles.clone(),
        })
    })
}

/// Somebody of the board who is not in the team yet.
fn known(write: &Write<'_>, team: TeamId, person: PersonId) -> Result<PersonId, CoreError> {
    present::<Person>(write, person.0)?;
    match tables::membership::is_member(write.reader(), team, person)? {
        false => Ok(person),
        true => Err(CoreError::AlreadyMember),
    }
}

fn new(write: &mut Write<'_>, name: &str) -> Result<PersonId, CoreError> {
    let id = PersonId(Uuid::now_v7());
    write.insert(Person {
        id,
        name: name.to_owned(),
    })?;
    Ok(id)
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
