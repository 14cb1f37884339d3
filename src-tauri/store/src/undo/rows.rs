//! Takes an operation out of a row: its creation, its removal or return, its fields.

use kata_domain::heads::{CREATION, DELETED};
use kata_domain::ids::{BatchId, OperationId};
use kata_domain::noun::{Entity, Noun};
use kata_domain::{Observation, of_entity};
use kata_wire::CoreError;
use uuid::Uuid;

use super::fields::{all_mine, take_back_fields};
use crate::fields::BATCH;
use crate::log::Change;
use crate::rows::{self, Stored};
use crate::tables::{change, observation};
use crate::write::Write;

pub(super) fn take_back_row(
    write: &mut Write<'_>,
    op: Uuid,
    changes: Vec<&Change>,
) -> Result<(), CoreError> {
    let Some(first) = changes.first() else {
        return Ok(());
    };
    let id = first.entity_id;
    if first.entity == BATCH {
        return take_back_batch(write, op, id);
    }
    let entity = Entity::of_name(&first.entity).ok_or(CoreError::UndoOvertaken)?;
    of_entity!(entity, N => take_back_noun::<N>(write, op, id, &changes))
}

/// A batch is taken back row by row; rows that somebody corrected since stay.
fn take_back_batch(write: &mut Write<'_>, op: Uuid, batch: Uuid) -> Result<(), CoreError> {
    for id in observation::of_batch(write.reader(), BatchId(batch))? {
        let row = write.load::<Observation>(id.0)?;
        if !others_wrote(write, op, id.0)? {
            write.remove(row)?;
        }
    }
    Ok(())
}

fn take_back_noun<N: Noun>(
    write: &mut Write<'_>,
    op: Uuid,
    id: Uuid,
    changes: &[&Change],
) -> Result<(), CoreError> {
    if changes.iter().any(|change| change.field == CREATION) {
        return take_back_creation::<N>(write, op, id);
    }
    let (deleted, fields): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.field == DELETED);
    let Some(deleted) = deleted.first() else {
        return take_back_edit::<N>(write, op, id, &fields);
    };
    let row = write.load::<N>(id)?;
    still_shows(write, &row, deleted, op)?;
    // What was removed has to be there before it is written in, and the other way round.
    if deleted.value.as_deref() == Some("true") {
        write.restore(row)?;
        take_back_fields::<N>(write, op, id, &fields)?;
        Ok(())
    } else {
        if others_wrote(write, op, id)? {
            return Err(CoreError::UndoOvertaken);
        }
        take_back_fields::<N>(write, op, id, &fields)?;
        if !was_removed_before(write, op, id)? {
            // It only settled the mark of a row that was there.
            return Ok(());
        }
        let row = write.load::<N>(id)?;
        write.remove(row)
    }
}

/// An edit without a removal or return of its own, though it may have brought the row back.
fn take_back_edit<N: Noun>(
    write: &mut Write<'_>,
    op: Uuid,
    id: Uuid,
    changes: &[&Change],
) -> Result<(), CoreError> {
    let removed_again = brought_back_by::<N>(write, op, id)?;
    let came_back = write.load::<N>(id)?.returned;
    let reopened = take_back_fields::<N>(write, op, id, changes)?;
    let row = write.load::<N>(id)?;
    if removed_again {
        write.remove(row)
    } else if came_back && reopened {
        // It may have come back for the choice alone. The versions that stand again were seen by
        // the removal, so from now on the log has to say that the row is there.
        write.restore(row)
    } else {
        Ok(())
    }
}

/// A row goes again unless others wrote in it or anything was built on it.
fn take_back_creation<N: Noun>(write: &mut Write<'_>, op: Uuid, id: Uuid) -> Result<(), CoreError> {
    if others_wrote(write, op, id)? || rows::is_pointed_at(write.reader(), N::ENTITY, id)? {
        return Err(CoreError::UndoOvertaken);
    }
    let row = write.load::<N>(id)?;
    write.remove(row)
}

/// Whether the row is still removed, or there, as the operation left it, or as this person has it
/// again through undo and redo.
fn still_shows<N: Noun>(
    write: &Write<'_>,
    row: &Stored<N>,
    deleted: &Change,
    op: Uuid,
) -> Result<(), CoreError> {
    let same = (deleted.value.as_deref() == Some("true")) == row.deleted_at.is_some();
    let heads = row.heads.of(DELETED, row.created_op);
    if heads == [OperationId(op)] || (same && all_mine(write, &heads)?) {
        Ok(())
    } else {
        Err(CoreError::UndoOvertaken)
    }
}

/// Whether anybody else has written in the row since the operation: their words, which may be part
/// of what this person wrote later, win over taking the row away.
fn others_wrote(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    change::others_wrote_since(write.reader(), op, id, write.who())
}

/// Whether the row was removed until an edit by `op` brought it back, and nobody else has written
/// in it since: then it goes with the edit.
fn brought_back_by<N: Noun>(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    let is_there = write.load::<N>(id)?.deleted_at.is_none();
    Ok(is_there && was_removed_before(write, op, id)? && !others_wrote(write, op, id)?)
}

/// Whether the row was removed when the operation came.
fn was_removed_before(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    let last = change::last_before(write.reader(), op, id)?;
    Ok(last.is_some_and(|last| last.field == DELETED && last.value.as_deref() == Some("true")))
}
