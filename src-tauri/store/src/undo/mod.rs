//! Undo and redo: a new write computed from the log, seen, logged and undoable like any other.
//!
//! Where a field still shows what the operation wrote, the old value is written again; a text that
//! others changed since gets the operation's own part taken out by the same three-way merge;
//! anything else that moved on stays, and undo goes on to the operation before. Nothing is half
//! undone. A choice between versions is no value among others: its undo opens the versions again.
//!
//! `stacks` says what comes next, `rows` takes an operation out of a row, `fields` out of its
//! fields.

mod fields;
mod rows;
mod stacks;

use std::collections::HashMap;

use kata_domain::ids::OperationId;
use kata_wire::CoreError;
use uuid::Uuid;

use crate::log::{Change, OpKind};
use crate::tables::change::{self, Take};
use crate::write::{Committed, Write};
use crate::{Store, Who};

pub use stacks::{Stacks, Step, stacks};

/// Kind of an operation that undoes.
pub const UNDO: OpKind = OpKind("undo");
/// Kind of an operation that brings an undone one again.
pub const REDO: OpKind = OpKind("redo");

/// What an undo or a redo did.
#[derive(Debug)]
pub struct TakenBack {
    /// Kind of the operation that was taken back or brought again.
    pub kind: String,
    /// Kinds of the newer operations that it went past, the newest first, and why.
    pub skipped: Vec<(String, CoreError)>,
}

impl Store {
    /// Takes back the newest own operation that can still be taken back, and says which it went
    /// past.
    ///
    /// # Errors
    /// [`CoreError::NothingToUndo`]; where every one is overtaken, why the newest is.
    pub fn undo(&self, who: &Who) -> Result<Committed<TakenBack>, CoreError> {
        self.write(UNDO, who, |write| {
            let stacks = stacks(write.reader(), who)?;
            newest_possible(write, stacks.all_undo())
        })
    }

    /// Brings the operation again that was undone last. It goes past nothing: what comes again
    /// stands on what came before it.
    ///
    /// # Errors
    /// [`CoreError::NothingToUndo`], [`CoreError::UndoOvertaken`], or the rule that says no.
    pub fn redo(&self, who: &Who) -> Result<Committed<TakenBack>, CoreError> {
        self.write(REDO, who, |write| {
            let stacks = stacks(write.reader(), who)?;
            let step = stacks.redo().ok_or(CoreError::NothingToUndo)?;
            take_back(write, step)?;
            Ok(TakenBack {
                kind: step.kind.clone(),
                skipped: Vec::new(),
            })
        })
    }
}

/// Others having written over the newest change is no reason to keep a person from the one before.
fn newest_possible(write: &mut Write<'_>, steps: &[Step]) -> Result<TakenBack, CoreError> {
    let mut skipped: Vec<(String, CoreError)> = Vec::new();
    for step in steps.iter().rev() {
        match write.attempt(|write| take_back(write, step)) {
            Ok(()) => {
                return Ok(TakenBack {
                    kind: step.kind.clone(),
                    skipped,
                });
            }
            Err(why @ (CoreError::UndoOvertaken | CoreError::Domain(_))) => {
                skipped.push((step.kind.clone(), why));
            }
            Err(error) => return Err(error),
        }
    }
    let newest = skipped.into_iter().next();
    Err(newest.map_or(CoreError::NothingToUndo, |(_, why)| why))
}

fn take_back(write: &mut Write<'_>, step: &Step) -> Result<(), CoreError> {
    write.undoing(OperationId(step.op));
    let mut changes = change::of(write.reader(), step.op, Take::ALL)?;
    // Children before parents when a creation is taken back, parents first when it comes again.
    changes.reverse();
    for of_row in by_row(&changes) {
        rows::take_back_row(write, step.op, of_row)?;
    }
    Ok(())
}

/// Changes by their row, the rows in the order of their first change.
fn by_row(changes: &[Change]) -> Vec<Vec<&Change>> {
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut rows: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let place = *places.entry(change.entity_id).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.push(change),
            None => rows.push(vec![change]),
        }
    }
    rows
}
