//! People of the board.

use kata_domain::ids::PersonId;
use kata_domain::noun::Noun;
use kata_domain::{Person, PersonPatch};
use kata_wire::{CoreError, PersonCreate, PersonEdit, Written};

use super::{Desk, removable};

/// Makes a person.
///
/// # Errors
/// When the name is empty.
pub fn create(desk: &Desk<'_>, request: PersonCreate) -> Result<Written, CoreError> {
    insert(desk, "person_create", &request.fields)
}

/// Makes the person who sits at this app, with their first write; no step of undo.
///
/// # Errors
/// When the name is empty.
pub fn join(desk: &Desk<'_>, name: &str) -> Result<Written, CoreError> {
    insert(
        desk,
        "person_join",
        &PersonPatch {
            name: Some(name.to_owned()),
        },
    )
}

fn insert(desk: &Desk<'_>, kind: &'static str, fields: &PersonPatch) -> Result<Written, CoreError> {
    desk.insert(kind, |_, id| {
        let mut person = Person {
            id: PersonId(id),
            ..Person::default()
        };
        person.apply(fields);
        Ok(person)
    })
}

/// Changes a person.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: PersonEdit) -> Result<Written, CoreError> {
    desk.edit::<Person>(
        "person_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(Person, PersonId, "person_remove", "person_restore");
