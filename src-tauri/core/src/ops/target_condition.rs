//! Target conditions: draft, active, closed. The active one is a pointer of the focus process.

use kata_domain::ids::{FocusProcessId, TargetConditionId};
use kata_domain::noun::Noun;
use kata_domain::{Challenge, FocusProcess, MetricKind, TargetCondition, TargetConditionStatus};
use kata_wire::{
    CoreError, RowId, TargetConditionActivate, TargetConditionClose, TargetConditionCreate,
    TargetConditionEdit, Written,
};
use uuid::Uuid;

use super::metric::named_or_made;
use super::{Desk, Edit, parse, present};
use kata_store::tables;
use kata_store::write::Write;

/// Drafts a target condition. Its operating pattern is the current one until it is changed.
///
/// # Errors
/// When the process is not there.
pub fn create(desk: &Desk<'_>, request: TargetConditionCreate) -> Result<Written, CoreError> {
    desk.insert("target_condition_create", |write, id| {
        let process = request.focus_process_id;
        present::<FocusProcess>(write, process.0)?;
        let mut target = TargetCondition {
            id: TargetConditionId(id),
            focus_process_id: process,
            number: tables::number::next::<TargetCondition>(write.reader(), process)?,
            ..TargetCondition::default()
        };
        target.operating_pattern = current_pattern(write, process)?;
        target.apply(&request.fields);
        Ok(target)
    })
}

/// Changes a target condition; its date only while it is a draft. A metric may be made for it on
/// the way.
///
/// # Errors
/// Not found, or the date does not move any more.
pub fn edit(desk: &Desk<'_>, request: TargetConditionEdit) -> Result<Written, CoreError> {
    const KIND: &str = "target_condition_edit";
    let edit = Edit::of::<TargetCondition>(KIND, request.id.0, &request.based_on)?;
    desk.operate(KIND, |write| {
        let mut fields = request.fields;
        if let Some(made) = request.new_metric {
            let metric = named_or_made(write, KIND, None, Some(&made.metric))?.id;
            match made.metric_kind {
                MetricKind::Outcome => fields.outcome_metric_id = Some(Some(metric)),
                MetricKind::Process => fields.process_metric_id = Some(Some(metric)),
                MetricKind::Guardrail => {}
            }
        }
        let target = edit.apply::<TargetCondition>(write, &fields, |_, _| Ok(()))?;
        Ok(target.wire_id())
    })
}

/// Makes a draft the active target condition.
///
/// # Errors
/// When it is no draft, has no date, or another one is active.
pub fn activate(desk: &Desk<'_>, request: TargetConditionActivate) -> Result<Written, CoreError> {
    desk.advance::<TargetCondition>(
        "target_condition_activate",
        request.id.0,
        |target, write, _| {
            let process = present::<FocusProcess>(write, target.focus_process_id.0)?;
            let another = process
                .noun
                .active_target_condition_id
                .is_some_and(|active| active != target.id);
            let context = *write.context();
            target.activate(another, &context)?;
            point(write, target.focus_process_id.0, Some(target.id))
        },
    )
}

/// Closes the active target condition. Where it was asked whether the challenge is still valid, the
/// challenge says in the same operation when that was.
///
/// # Errors
/// When it is not active or nothing was reflected.
pub fn close(desk: &Desk<'_>, request: TargetConditionClose) -> Result<Written, CoreError> {
    desk.advance::<TargetCondition>(
        "target_condition_close",
        request.id.0,
        |target, write, _| {
            let context = *write.context();
            target.close(
                request.closing,
                &request.reflection,
                request.challenge_valid,
                &context,
            )?;
            if request.challenge_valid.is_some() {
                note_challenge_asked(write, target)?;
            }
            point(write, target.focus_process_id.0, None)
        },
    )
}

/// Removes a target condition that is not active.
///
/// # Errors
/// Not found, or it is active: then it can only be closed.
pub fn remove(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<TargetConditionId>(&request.id)?;
    desk.operate("target_condition_remove", |write| {
        let row = write.load::<TargetCondition>(id)?;
        if row.noun.status == TargetConditionStatus::Active {
            return Err(kata_domain::error::DomainError::TargetConditionStatus {
                status: "active",
            }
            .into());
        }
        write.remove(row)?;
        Ok(request.id)
    })
}

/// Restores a target condition.
///
/// # Errors
/// Not found.
pub fn restore(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    desk.restore::<TargetCondition>(
        "target_condition_restore",
        parse::<TargetConditionId>(&request.id)?,
    )
}

/// The operating pattern as it is now: what a desired one is written from.
fn current_pattern(write: &Write<'_>, process: FocusProcessId) -> Result<String, CoreError> {
    let newest = tables::current_condition::newest_of(write.reader(), process)?;
    Ok(newest.map_or_else(String::new, |row| row.noun.operating_pattern))
}

/// The challenge that the target condition leads to, else the one of the process.
fn note_challenge_asked(write: &mut Write<'_>, target: &TargetCondition) -> Result<(), CoreError> {
    let asked = match target.challenge_id {
        Some(id) => tables::there::<Challenge>(write.reader(), id)?,
        None => tables::challenge::active_of(write.reader(), target.focus_process_id)?,
    };
    let Some(row) = asked else {
        return Ok(());
    };
    let mut after = row.noun.clone();
    after.checked_on = Some(write.context().today);
    write.save(row, after, &Default::default())
}

fn point(
    write: &mut Write<'_>,
    process: Uuid,
    active: Option<TargetConditionId>,
) -> Result<(), CoreError> {
    let row = write.load::<FocusProcess>(process)?;
    let mut after = row.noun.clone();
    after.active_target_condition_id = active;
    write.save(row, after, &Default::default())
}
