//! Grasps of the current condition.

use kata_domain::ids::{CurrentConditionId, FocusProcessId, MetricId};
use kata_domain::noun::Noun;
use kata_domain::{CurrentCondition, FocusProcess, MetricKind};
use kata_store::tables;
use kata_store::write::Write;
use kata_wire::{CoreError, CurrentConditionCreate, CurrentConditionEdit, Written};
use uuid::Uuid;

use super::{Desk, present, removable};

/// Writes a new grasp of the current condition, as of today unless it says otherwise: from nothing,
/// or as the newest one goes on.
///
/// # Errors
/// When the process is not there.
pub fn create(desk: &Desk<'_>, request: CurrentConditionCreate) -> Result<Written, CoreError> {
    desk.insert("current_condition_create", |write, id| {
        let process = present::<FocusProcess>(write, request.focus_process_id.0)?
            .noun
            .id;
        let before = match request.continues {
            true => tables::current_condition::newest_of(write.reader(), process)?,
            false => None,
        };
        let mut condition = CurrentCondition {
            id: CurrentConditionId(id),
            focus_process_id: process,
            as_of_on: Some(write.context().today),
            ..before.map(|row| row.noun).unwrap_or_default()
        };
        condition.apply(&request.fields);
        Ok(condition)
    })
}

/// Lets the newest grasp of a process point to a metric; makes one, as of today, where there is
/// none.
///
/// # Errors
/// When the process is not there.
pub(super) fn point(
    write: &mut Write<'_>,
    process: FocusProcessId,
    kind: MetricKind,
    metric: MetricId,
) -> Result<(), CoreError> {
    present::<FocusProcess>(write, process.0)?;
    let pointing = |mut condition: CurrentCondition| {
        match kind {
            MetricKind::Outcome => condition.outcome_metric_id = Some(metric),
            MetricKind::Process => condition.process_metric_id = Some(metric),
            MetricKind::Guardrail => {}
        }
        condition
    };
    match tables::current_condition::newest_of(write.reader(), process)? {
        Some(row) => {
            let after = pointing(row.noun.clone());
            write.save(row, after, &Default::default())
        }
        None => write.insert(pointing(CurrentCondition {
            id: CurrentConditionId(Uuid::now_v7()),
            focus_process_id: process,
            as_of_on: Some(write.context().today),
            ..CurrentCondition::default()
        })),
    }
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
