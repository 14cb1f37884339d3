//! Grasps of the current condition.

use kata_domain::ids::CurrentConditionId;
use kata_domain::noun::Noun;
use kata_domain::{CurrentCondition, FocusProcess};
use kata_wire::{CoreError, CurrentConditionCreate, CurrentConditionEdit, Written};

use super::{Desk, present, removable};

/// Writes a new grasp of the current condition, as of today unless it says otherwise.
///
/// # Errors
/// When the process is not there.
pub fn create(desk: &Desk<'_>, request: CurrentConditionCreate) -> Result<Written, CoreError> {
    desk.insert("current_condition_create", |write, id| {
        present::<FocusProcess>(write, request.focus_process_id.0)?;
        let mut condition = CurrentCondition {
            id: CurrentConditionId(id),
            focus_process_id: request.focus_process_id,
            as_of_on: Some(write.context().today),
            ..CurrentCondition::default()
        };
        condition.apply(&request.fields);
        Ok(condition)
    })
}

/// Changes a grasp of the current condition.
///
/// # Errors
/// Not found.
pub fn edit(desk: &Desk<'_>, request: CurrentConditionEdit) -> Result<Written, CoreError> {
    desk.edit::<CurrentCondition>(
        "current_condition_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    CurrentCondition,
    CurrentConditionId,
    "current_condition_remove",
    "current_condition_restore"
);
