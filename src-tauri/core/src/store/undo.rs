//! Undo and redo: a new write computed from the log, seen, logged and undoable like any other.
//!
//! Where a field still shows what the operation wrote, the old value is written again; a text that
//! others changed since gets the operation's own part taken out by the same three-way merge; anything
//! else that moved on stays, and undo goes on to the operation before. Nothing is half undone.

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{merge3, value_at};
use kata_domain::noun::{Entity, Noun, field_index};
use kata_domain::{Observation, of_entity};
use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::fields::{self, BATCH, CREATION, DELETED};
use crate::store::log::{self, Change, OpKind};
use crate::store::rows::{self, Stored};
use crate::store::write::{Based, Committed, Write};
use crate::store::{Store, Who};

/// Kind of an operation that undoes.
pub const UNDO: OpKind = OpKind("undo");
/// Kind of an operation that brings an undone one again.
pub const REDO: OpKind = OpKind("redo");
/// What cannot be undone, nor anything before it: ink is ink.
const FINAL: [&str; 2] = ["experiment_seal", "target_condition_activate"];
/// What is no step of the person's own work.
const PASSING: [&str; 1] = ["person_join"];
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

/// What an undo or a redo did.
#[derive(Debug)]
pub struct TakenBack {
    /// Kind of the operation that was taken back or brought again.
    pub kind: String,
    /// Kinds of the newer operations that it went past, the newest first, and why.
    pub skipped: Vec<(String, CoreError)>,
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
pub fn stacks(connection: &Connection, who: &Who) -> Result<Stacks, CoreError> {
    let mut own: Vec<(Uuid, String, Option<Uuid>)> = Vec::new();
    let mut collect = |row: &rusqlite::Row<'_>| -> rusqlite::Result<()> {
        let undoes = row.get::<_, Option<[u8; 16]>>(2)?.map(Uuid::from_bytes);
        own.push((Uuid::from_bytes(row.get(0)?), row.get(1)?, undoes));
        Ok(())
    };
    if who.undo_by_session {
        let mut statement = connection.prepare_cached(
            "SELECT op_id, kind, undoes FROM operation WHERE session = ?1 ORDER BY seq DESC LIMIT ?2",
        )?;
        let mut rows = statement.query((who.session.0.as_bytes(), DEPTH))?;
        while let Some(row) = rows.next()? {
            collect(row)?;
        }
    } else {
        let mut statement = connection.prepare_cached(
            "SELECT op_id, kind, undoes FROM operation WHERE device = ?1 AND actor IS ?2
             ORDER BY device_seq DESC LIMIT ?3",
        )?;
        let actor = who.actor.map(|person| *person.0.as_bytes());
        let mut rows = statement.query((who.device, actor, DEPTH))?;
        while let Some(row) = rows.next()? {
            collect(row)?;
        }
    }
    let mut stacks = Stacks::default();
    for (op, kind, undoes) in own.into_iter().rev() {
        stacks.push(op, kind, undoes);
    }
    Ok(stacks)
}

impl Store {
    /// Takes back the newest own operation that can still be taken back, and says which it went past.
    ///
    /// # Errors
    /// [`CoreError::NothingToUndo`]; where every one is overtaken, why the newest is.
    pub fn undo(&self, who: &Who) -> Result<Committed<TakenBack>, CoreError> {
        self.write(UNDO, who, |write| {
            let stacks = stacks(write.connection(), who)?;
            newest_possible(write, &stacks.undo)
        })
    }

    /// Brings the operation again that was undone last. It goes past nothing: what comes again stands on
    /// what came before it.
    ///
    /// # Errors
    /// [`CoreError::NothingToUndo`], [`CoreError::UndoOvertaken`], or the rule that says no.
    pub fn redo(&self, who: &Who) -> Result<Committed<TakenBack>, CoreError> {
        self.write(REDO, who, |write| {
            let stacks = stacks(write.connection(), who)?;
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
    let mut changes = log::changes_of(write.connection(), step.op)?;
    // Children before parents when a creation is taken back, parents first when it comes again.
    changes.reverse();
    let mut done: Vec<Uuid> = Vec::new();
    for change in &changes {
        if done.contains(&change.entity_id) {
            continue;
        }
        done.push(change.entity_id);
        let of_row: Vec<&Change> = changes
            .iter()
            .filter(|c| c.entity_id == change.entity_id)
            .collect();
        take_back_row(write, step.op, &change.entity, change.entity_id, &of_row)?;
    }
    Ok(())
}

fn take_back_row(
    write: &mut Write<'_>,
    op: Uuid,
    entity: &str,
    id: Uuid,
    changes: &[&Change],
) -> Result<(), CoreError> {
    if entity == BATCH {
        return take_back_batch(write, op, id);
    }
    let entity = Entity::of_name(entity).ok_or(CoreError::UndoOvertaken)?;
    of_entity!(entity, N => take_back_noun::<N>(write, op, id, changes))
}

/// A batch is taken back row by row; rows that somebody corrected since stay.
fn take_back_batch(write: &mut Write<'_>, op: Uuid, batch: Uuid) -> Result<(), CoreError> {
    let ids: Vec<Uuid> = {
        let mut statement = write
            .connection()
            .prepare_cached("SELECT id FROM observation WHERE batch_id = ?1")?;
        let ids =
            statement.query_map([batch.as_bytes()], |row| Ok(Uuid::from_bytes(row.get(0)?)))?;
        ids.collect::<Result<_, _>>()?
    };
    for id in ids {
        let row = write.load::<Observation>(id)?;
        if !others_wrote(write, op, id)? {
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
        let removed_again = brought_back_by::<N>(write, op, id)?;
        take_back_fields::<N>(write, op, id, &fields)?;
        return if removed_again {
            let row = write.load::<N>(id)?;
            write.remove(row)
        } else {
            Ok(())
        };
    };
    let row = write.load::<N>(id)?;
    still_shows(write, &row, deleted, op)?;
    // What was removed has to be there before it is written in, and the other way round.
    if deleted.value.as_deref() == Some("true") {
        write.restore(row)?;
        take_back_fields::<N>(write, op, id, &fields)
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

/// A row goes again unless others wrote in it or anything was built on it.
fn take_back_creation<N: Noun>(write: &mut Write<'_>, op: Uuid, id: Uuid) -> Result<(), CoreError> {
    if others_wrote(write, op, id)? || rows::is_pointed_at(write.connection(), N::ENTITY, id)? {
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

/// Whether anybody else has written in the row since the operation: their words, which may be part of
/// what this person wrote later, win over taking the row away.
fn others_wrote(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    let who = write.who();
    log::others_wrote_since(write.connection(), op, id, who.device, who.actor)
}

/// Whether this person wrote all these operations on this device.
fn all_mine(write: &Write<'_>, ops: &[OperationId]) -> Result<bool, CoreError> {
    let who = write.who();
    for op in ops {
        let (device, actor) = log::writer(write.connection(), op.0)?;
        if device != Some(who.device) || actor != who.actor {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether the row was removed until an edit by `op` brought it back, and nobody else has written in
/// it since: then it goes with the edit.
fn brought_back_by<N: Noun>(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    let is_there = write.load::<N>(id)?.deleted_at.is_none();
    Ok(is_there && was_removed_before(write, op, id)? && !others_wrote(write, op, id)?)
}

/// Whether the row was removed when the operation came.
fn was_removed_before(write: &Write<'_>, op: Uuid, id: Uuid) -> Result<bool, CoreError> {
    let last = log::last_before(write.connection(), op, id)?;
    Ok(last.is_some_and(|last| last.field == DELETED && last.value.as_deref() == Some("true")))
}

fn take_back_fields<N: Noun>(
    write: &mut Write<'_>,
    op: Uuid,
    id: Uuid,
    changes: &[&Change],
) -> Result<(), CoreError> {
    let row = write.load::<N>(id)?;
    let mut after = row.noun.clone();
    let mut based = Based::new();
    for change in changes {
        let Some(index) = field_index::<N>(&change.field) else {
            return Err(CoreError::UndoOvertaken);
        };
        if row.open.get(&change.field).is_some() {
            return Err(CoreError::UndoOvertaken);
        }
        let heads = row.heads.of(&change.field, row.created_op);
        let beside = N::FIELDS[index].kind == Kind::Newest && changes.len() > 1;
        let value = match before(write, &row.noun, row.created_op, op, change, index, &heads) {
            // A mark beside the words, such as "amended", that others have set anew: theirs stays.
            Err(CoreError::UndoOvertaken) if beside => continue,
            value => value?,
        };
        after.set_json(index, &value)?;
        based.insert(change.field.clone(), heads);
    }
    write.save(row, after, &based)
}

/// The value a field gets when the operation's part is taken out of it.
fn before<N: Noun>(
    write: &Write<'_>,
    noun: &N,
    created: OperationId,
    op: Uuid,
    change: &Change,
    index: usize,
    heads: &[OperationId],
) -> Result<Value, CoreError> {
    let kind = N::FIELDS[index].kind;
    let entries = fields::entries(write.connection(), change.entity_id, created, &change.field)?;
    let parents = fields::split_parents(change.parents.as_deref());
    let old = value_at(&entries, &parents, fields::policy(kind));
    if heads == [OperationId(op)] {
        return Ok(old);
    }
    let written: Value = change
        .value
        .as_deref()
        .map_or(Ok(Value::Null), serde_json::from_str)
        .map_err(|error| CoreError::Damaged {
            path: String::new(),
            detail: error.to_string(),
        })?;
    let shown = noun.json(index);
    // Undone and redone by this person, it shows the same again.
    if shown == written && all_mine(write, heads)? {
        return Ok(old);
    }
    match (kind, &written, &shown, &old) {
        (
            Kind::Title | Kind::Text,
            Value::String(written),
            Value::String(shown),
            Value::String(old),
        ) => merge3(written, shown, old)
            .map(Value::String)
            .ok_or(CoreError::UndoOvertaken),
        _ => Err(CoreError::UndoOvertaken),
    }
}
