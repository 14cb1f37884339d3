//! What undo and redo would do next, read from the person's own operations.

use kata_wire::CoreError;
use uuid::Uuid;

use super::{REDO, UNDO};
use crate::tables::operation;
use crate::{Reader, Who};

/// What cannot be undone, nor anything before it: ink is ink.
const FINAL: [&str; 2] = ["experiment_seal", "target_condition_activate"];
/// What is no step of the person's own work: their app does it for them, or it says how they are
/// now, like their presence, and is said otherwise by the same button.
const PASSING: [&str; 4] = [
    "person_join",
    "participant_join",
    "participant_ready",
    "retro_note_publish",
];
/// How far back undo looks.
const DEPTH: i64 = 200;

/// An operation on a stack, with the kind it has in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The operation to take back.
    pub op: Uuid,
    /// Kind of the person's operation behind it.
    pub kind: String,
}

/// What undo and redo would do next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stacks {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl Stacks {
    /// What undo would take back.
    pub fn undo(&self) -> Option<&Step> {
        self.undo.last()
    }
    /// What redo would bring again.
    pub fn redo(&self) -> Option<&Step> {
        self.redo.last()
    }

    /// All that undo could take back, the newest last.
    pub(super) fn all_undo(&self) -> &[Step] {
        &self.undo
    }

    fn push(&mut self, op: Uuid, kind: String, undoes: Option<Uuid>) {
        if FINAL.contains(&kind.as_str()) {
            *self = Stacks::default();
        } else if kind == UNDO.0 {
            if let Some(step) = take(&mut self.undo, undoes) {
                self.redo.push(Step {
                    op,
                    kind: step.kind,
                });
            }
        } else if kind == REDO.0 {
            if let Some(step) = take(&mut self.redo, undoes) {
                self.undo.push(Step {
                    op,
                    kind: step.kind,
                });
            }
        } else if !PASSING.contains(&kind.as_str()) {
            self.undo.push(Step { op, kind });
            self.redo.clear();
        }
    }
}

/// Takes a step out of a stack; it need not be the newest, where undo went past others.
fn take(stack: &mut Vec<Step>, op: Option<Uuid>) -> Option<Step> {
    let at = stack.iter().rposition(|step| Some(step.op) == op)?;
    Some(stack.remove(at))
}

/// The stacks of this person: of the session in a window, of person and device in a terminal.
///
/// # Errors
/// What SQLite says.
pub fn stacks(reader: Reader<'_>, who: &Who) -> Result<Stacks, CoreError> {
    let mut stacks = Stacks::default();
    for own in operation::own(reader, who, DEPTH)?.into_iter().rev() {
        stacks.push(own.op_id, own.kind, own.undoes);
    }
    Ok(stacks)
}
