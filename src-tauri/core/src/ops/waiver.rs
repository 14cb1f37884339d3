//! Hints that were put aside, with a note that stays.

use kata_domain::ids::{FocusProcessId, WaiverId};
use kata_domain::noun::Entity;
use kata_domain::{Challenge, Experiment, Obstacle, TargetCondition, Waiver};
use kata_wire::{CoreError, WaiverCreate, WaiverEdit, Written};
use uuid::Uuid;

use super::{Desk, present, removable};
use kata_store::ids::any_id;
use kata_store::write::Write;

/// Puts a hint aside.
///
/// # Errors
/// When the row is not there or has no hints, or the note is empty.
pub fn create(desk: &Desk<'_>, request: WaiverCreate) -> Result<Written, CoreError> {
    let (entity, subject) = any_id(&request.subject)?;
    desk.insert("waiver_create", |write, id| {
        let focus_process_id = process_of(write, entity, subject)?;
        Ok(Waiver {
            id: WaiverId(id),
            focus_process_id,
            subject: request.subject.clone(),
            hint: request.hint.word().to_owned(),
            note: request.note.clone(),
        })
    })
}

/// Changes the note.
///
/// # Errors
/// Not found, or the note is empty.
pub fn edit(desk: &Desk<'_>, request: WaiverEdit) -> Result<Written, CoreError> {
    desk.edit::<Waiver>(
        "waiver_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(Waiver, WaiverId, "waiver_remove", "waiver_restore");

/// The process of a row that hints are given on.
fn process_of(write: &Write<'_>, entity: Entity, id: Uuid) -> Result<FocusProcessId, CoreError> {
    match entity {
        Entity::Challenge => Ok(present::<Challenge>(write, id)?.noun.focus_process_id),
        Entity::TargetCondition => Ok(present::<TargetCondition>(write, id)?.noun.focus_process_id),
        Entity::Obstacle => Ok(present::<Obstacle>(write, id)?.noun.focus_process_id),
        Entity::Experiment => Ok(present::<Experiment>(write, id)?.noun.focus_process_id),
        _ => Err(CoreError::NotFound {
            id: format!("{}_{}", entity.prefix(), id.simple()),
        }),
    }
}
