//! The one write door. It is impossible to write a row without its log entry.
//!
//! An operation begins IMMEDIATE, loads fresh rows, lets the domain decide, writes the changed
//! columns and one `change` a field, appends the `operation`, and commits. Where a field has moved
//! on since the writer looked, both versions stay in the log and the displayed value is folded from
//! them.

mod save_field;
mod stamp;

use std::collections::BTreeMap;

use kata_domain::Observation;
use kata_domain::context::Context;
use kata_domain::heads::{CREATION, DELETED, Heads};
use kata_domain::ids::{BatchId, OperationId};
use kata_domain::noun::{Noun, field_index};
use kata_wire::CoreError;
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use self::stamp::Stamp;
use crate::fields::{self, BATCH};
use crate::log::{Change, OpKind};
use crate::retry::Told;
use crate::rows::{self, Stored};
use crate::tables::{ancestry, attachment_content, change, operation};
use crate::{Reader, Store, Who, content, migrate};

/// What each edited field was based on, by column name.
pub type Based = BTreeMap<String, Vec<OperationId>>;

/// What a committed operation left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Committed<R> {
    /// What the closure answered.
    pub value: R,
    /// The operation; none where nothing changed.
    pub op: Option<OperationId>,
    /// The file's sequence number after it.
    pub seq: i64,
    /// Fields that were joined with another person's words.
    pub merged: Vec<&'static str>,
    /// Fields where two versions now stand open.
    pub open: Vec<&'static str>,
}

/// An operation under way.
pub struct Write<'c> {
    connection: &'c Connection,
    stamp: Stamp,
    changes: Vec<Change>,
    undoes: Option<OperationId>,
    merged: Vec<&'static str>,
    open: Vec<&'static str>,
}

impl Store {
    /// Runs one operation. Nobody hears of it before it is committed; an error leaves the file as
    /// it was.
    ///
    /// # Errors
    /// What the closure answers, or that the file is busy, full, or does not answer.
    pub fn write<R>(
        &self,
        kind: OpKind,
        who: &Who,
        run: impl FnOnce(&mut Write<'_>) -> Result<R, CoreError>,
    ) -> Result<Committed<R>, CoreError> {
        self.write_connection(|connection, bounds| {
            let stamp = Stamp::signed(Reader(connection), self.clock(), who);
            let done = stamp.and_then(|stamp| operate(connection, kind, stamp, run));
            bounds.end(connection, done)
        })
    }

    /// Runs one operation that names neither person nor device nor session, and none of whose times
    /// says when it was written: all are `at_ms`, UTC. It should write one row, with an id that has
    /// no time in it either: rows of one operation are of one writer.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_unsigned<R>(
        &self,
        kind: OpKind,
        at_ms: i64,
        run: impl FnOnce(&mut Write<'_>) -> Result<R, CoreError>,
    ) -> Result<Committed<R>, CoreError> {
        self.write_connection(|connection, bounds| {
            let stamp = Stamp::unsigned(Reader(connection), at_ms);
            let done = stamp.and_then(|stamp| operate(connection, kind, stamp, run));
            bounds.end(connection, done)
        })
    }
}

fn operate<R>(
    connection: &Connection,
    kind: OpKind,
    stamp: Stamp,
    run: impl FnOnce(&mut Write<'_>) -> Result<R, CoreError>,
) -> Result<Committed<R>, CoreError> {
    let level = migrate::level(Reader(connection))?;
    if level.min_writer > migrate::CURRENT {
        return Err(CoreError::ReadOnly {
            reason: "newerFile".to_owned(),
        });
    }
    let mut write = Write {
        connection,
        stamp,
        changes: Vec::new(),
        undoes: None,
        merged: Vec::new(),
        open: Vec::new(),
    };
    let value = run(&mut write)?;
    // An undo is logged also where it finds nothing left to change, or the next would find it
    // again.
    let changed = !write.changes.is_empty() || write.undoes.is_some();
    let seq = match changed {
        true => write.append(kind)?,
        false => write.stamp.seq,
    };
    Ok(Committed {
        value,
        op: changed.then_some(write.stamp.op),
        seq,
        merged: write.merged,
        open: write.open,
    })
}

impl Write<'_> {
    fn append(&self, kind: OpKind) -> Result<i64, CoreError> {
        let operation = self.stamp.operation(kind, self.undoes);
        operation::append(self.reader(), &operation, &self.changes)
    }

    /// The board as this operation has it now.
    pub fn reader(&self) -> Reader<'_> {
        Reader(self.connection)
    }

    /// Who writes.
    pub(crate) fn who(&self) -> &Who {
        &self.stamp.who
    }

    /// What rules may know.
    pub fn context(&self) -> &Context {
        &self.stamp.context
    }

    /// Notes the operation that this one undoes.
    pub(crate) fn undoing(&mut self, op: OperationId) {
        self.undoes = Some(op);
    }

    /// Runs a part of the operation; where it fails, what it wrote until then is gone again.
    pub(crate) fn attempt<R>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let before = (self.changes.len(), self.merged.len(), self.open.len());
        self.connection.execute_batch("SAVEPOINT attempt").told()?;
        let done = part(self);
        if done.is_err() {
            self.connection
                .execute_batch("ROLLBACK TO attempt")
                .told()?;
            self.changes.truncate(before.0);
            self.merged.truncate(before.1);
            self.open.truncate(before.2);
        }
        self.connection.execute_batch("RELEASE attempt").told()?;
        done
    }

    /// A row as it stands now.
    ///
    /// # Errors
    /// [`CoreError::NotFound`].
    pub fn load<N: Noun>(&self, id: Uuid) -> Result<Stored<N>, CoreError> {
        rows::load(self.reader(), id)
    }

    /// A row as it stands now, which must not be removed.
    ///
    /// # Errors
    /// [`CoreError::NotFound`], [`CoreError::Removed`].
    pub fn load_present<N: Noun>(&self, id: Uuid) -> Result<Stored<N>, CoreError> {
        self.load::<N>(id)?.present()
    }

    /// Refuses a base that cannot be one: an operation of this log that wrote another field or row.
    ///
    /// One that the log does not have is taken as it is. It was seen in another copy of this file,
    /// in the place of which an older one lies now: what was typed there is nobody's mistake, and
    /// stands beside what is here until a person chooses.
    ///
    /// # Errors
    /// [`CoreError::RequestInvalid`].
    pub fn check_bases<N: Noun>(
        &self,
        command: &str,
        row: &Stored<N>,
        based: &Based,
    ) -> Result<(), CoreError> {
        let (board, id) = (self.reader(), row.noun.uuid());
        for (field, base) in based {
            for op in base.iter().filter(|op| **op != row.created_op) {
                if !change::wrote(board, *op, id, field)? && operation::is_known(board, *op)? {
                    return Err(CoreError::RequestInvalid {
                        command: command.to_owned(),
                        detail: format!("basedOn: {op} did not write {field}"),
                    });
                }
            }
        }
        Ok(())
    }

    /// Puts the bytes of an attachment beside the rows of this operation; answers their hash, which
    /// the log has in their place.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn put_content(&self, data: &[u8]) -> Result<String, CoreError> {
        let hash = content::sha256(data);
        attachment_content::put(self.reader(), &hash, data)?;
        Ok(hash)
    }

    /// Makes a row; its creation is one change with all fields.
    ///
    /// # Errors
    /// The rule it breaks.
    pub fn insert<N: Noun>(&mut self, mut noun: N) -> Result<(), CoreError> {
        noun.normalise_fields()?;
        N::check(None, &mut noun, &self.stamp.context)?;
        let row = self.new_row(noun);
        rows::insert(self.reader(), &row)?;
        let mut fields = Map::new();
        for (index, field) in N::FIELDS.iter().enumerate() {
            fields.insert(field.name.to_owned(), row.noun.json(index));
        }
        let team = ancestry::team_of(self.reader(), N::ENTITY, row.noun.uuid())?;
        self.log(
            N::ENTITY.name(),
            row.noun.uuid(),
            team,
            CREATION,
            None,
            Value::Object(fields),
        );
        Ok(())
    }

    fn new_row<N: Noun>(&self, noun: N) -> Stored<N> {
        Stored {
            noun,
            created_op: self.stamp.op,
            created_at: self.stamp.context.now_ms,
            created_by: self.stamp.who.actor,
            updated_at: self.stamp.context.now_ms,
            updated_by: self.stamp.who.actor,
            deleted_at: None,
            returned: false,
            heads: Heads::default(),
            open: Heads::default(),
        }
    }

    /// Writes a batch of observations as one log entry.
    ///
    /// # Errors
    /// The rule one of them breaks; then none is written.
    pub fn insert_batch(
        &mut self,
        batch: BatchId,
        team: Uuid,
        observations: Vec<Observation>,
    ) -> Result<(), CoreError> {
        let mut logged = Vec::with_capacity(observations.len());
        for mut observation in observations {
            observation.normalise_fields()?;
            let row = self.new_row(observation);
            rows::insert(self.reader(), &row)?;
            let mut fields = Map::from_iter([("id".to_owned(), json!(row.noun.id))]);
            for (index, field) in Observation::FIELDS.iter().enumerate() {
                fields.insert(field.name.to_owned(), row.noun.json(index));
            }
            logged.push(Value::Object(fields));
        }
        self.log(
            BATCH,
            batch.0,
            Some(team),
            CREATION,
            None,
            json!({ "rows": logged }),
        );
        Ok(())
    }

    /// Writes what differs between `before` and `after`. Fields named in `based` were edited by a
    /// person who saw those heads; the others are written over what stands there now.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn save<N: Noun>(
        &mut self,
        before: Stored<N>,
        mut after: N,
        based: &Based,
    ) -> Result<(), CoreError> {
        after.normalise_fields()?;
        N::check(Some(&before.noun), &mut after, &self.stamp.context)?;
        let team = ancestry::team_of(self.reader(), N::ENTITY, before.noun.uuid())?;
        self.stamp
            .come_after(Reader(self.connection), before.noun.uuid())?;
        let mut row = before.clone();
        let mut written = Vec::new();
        for (index, field) in N::FIELDS.iter().enumerate() {
            let seen = based.get(field.name);
            let chosen = save_field::is_choice(&before, field.name, based)
                || seen.is_some_and(|seen| self.reopens(&before, field.name, seen));
            if chosen || before.noun.cell(index) != after.cell(index) {
                self.save_field(&mut row, team, index, field, after.json(index), seen)?;
                written.push(index);
            }
        }
        if written.is_empty() {
            return Ok(());
        }
        if row.deleted_at.take().is_some() {
            row.returned = true;
        }
        self.store(row, &written)
    }

    fn store<N: Noun>(&mut self, mut row: Stored<N>, written: &[usize]) -> Result<(), CoreError> {
        row.updated_at = self.stamp.context.now_ms;
        row.updated_by = self.stamp.who.actor;
        rows::update(self.reader(), &row, written)
    }

    /// Removes a row: it is hidden, not gone. A head that this removal did not see brings it back.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn remove<N: Noun>(&mut self, row: Stored<N>) -> Result<(), CoreError> {
        row.noun.may_remove()?;
        let now = self.stamp.context.now_ms;
        self.set_deleted(row, Some(now))
    }

    /// Brings a removed row back.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn restore<N: Noun>(&mut self, row: Stored<N>) -> Result<(), CoreError> {
        self.set_deleted(row, None)
    }

    fn set_deleted<N: Noun>(
        &mut self,
        mut row: Stored<N>,
        deleted_at: Option<i64>,
    ) -> Result<(), CoreError> {
        if row.deleted_at.is_some() == deleted_at.is_some() && !row.returned {
            return Ok(());
        }
        let seen = row.heads.all(row.created_op);
        let id = row.noun.uuid();
        let team = ancestry::team_of(self.reader(), N::ENTITY, id)?;
        self.stamp.come_after(Reader(self.connection), id)?;
        self.log(
            N::ENTITY.name(),
            id,
            team,
            DELETED,
            fields::join_parents(&seen),
            json!(deleted_at.is_some()),
        );
        row.heads.set(DELETED, vec![self.stamp.op]);
        row.deleted_at = deleted_at;
        row.returned = false;
        self.store(row, &[])
    }

    fn log(
        &mut self,
        entity: &str,
        id: Uuid,
        team: Option<Uuid>,
        field: &str,
        parents: Option<Vec<u8>>,
        value: Value,
    ) {
        self.changes.push(Change {
            entity: entity.to_owned(),
            entity_id: id,
            team_id: team,
            field: field.to_owned(),
            parents,
            value: Some(value.to_string()),
        });
    }
}

/// Heads by wire name become heads by column name; an unknown field is an error of the request.
///
/// # Errors
/// [`CoreError::RequestInvalid`].
pub fn based_columns<N: Noun>(
    command: &str,
    wire: &BTreeMap<String, Vec<OperationId>>,
) -> Result<Based, CoreError> {
    wire.iter()
        .map(|(field, ops)| {
            let column = kata_domain::wire_name::snake(field);
            field_index::<N>(&column)
                .map(|_| (column, ops.clone()))
                .ok_or_else(|| CoreError::RequestInvalid {
                    command: command.to_owned(),
                    detail: format!("basedOn: no field {field}"),
                })
        })
        .collect()
}
