//! The feed: what was committed after a cursor, told to everybody by the same code, ourselves too.
//!
//! One watching connection asks `data_version`, which moves exactly when another connection
//! commits, and then reads the log after its cursor.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use kata_domain::ids::{OperationId, PersonId, SessionId, TeamId};
use kata_domain::noun::Entity;
use kata_domain::wire_name::camel;
use kata_wire::{ChangeBatch, CoreError, OperationLine, Touched};
use rusqlite::Connection;
use uuid::Uuid;

use crate::fields::BATCH;
use crate::ids::wire_id;
use crate::location::{self, FileId};
use crate::log::{Change, Logged};
use crate::retry::Told;
use crate::tables::change::{self, Take};
use crate::tables::operation::{self, Order};
use crate::tables::person;
use crate::{Reader, Store};

/// How many operations one batch tells at most.
const PAGE: i64 = 200;
/// What is told of an operation: where it wrote, not what. Only imports and what takes them back
/// have more changes, all of them numbers.
const TOLD: Take = Take {
    changes: 1000,
    values: false,
};

/// A cursor over the log of one file.
pub struct Feed {
    path: PathBuf,
    /// The file that the connection was opened at.
    file: Option<FileId>,
    connection: Connection,
    version: i64,
    cursor: i64,
    session: SessionId,
}

impl Feed {
    /// Watches the file from its present end on.
    ///
    /// # Errors
    /// When the file does not answer, or is another board by now.
    pub fn open(store: &Store, session: SessionId) -> Result<Feed, CoreError> {
        // Asked before the file is opened: one that takes its place meanwhile is noticed by the
        // first poll.
        let file = location::file_id(store.path());
        let connection = store.watcher()?;
        let version = version(&connection)?;
        let cursor = operation::newest(Reader(&connection))?;
        Ok(Feed {
            path: store.path().to_owned(),
            file,
            connection,
            version,
            cursor,
            session,
        })
    }

    /// Continues after a sequence number that was told before.
    pub fn resume_at(&mut self, cursor: i64) {
        self.cursor = cursor;
        self.version = -1;
    }

    /// The sequence number up to which everything was told.
    pub fn cursor(&self) -> i64 {
        self.cursor
    }

    /// What was committed since the last call; none where nothing was.
    ///
    /// # Errors
    /// When the file does not answer, or is not where it was.
    pub fn poll(&mut self) -> Result<Option<ChangeBatch>, CoreError> {
        self.still_there()?;
        let version = version(&self.connection)?;
        if version == self.version {
            return Ok(None);
        }
        let batch = batch_after(&self.connection, self.cursor, self.session)?;
        match &batch {
            // More may wait behind a full page: the version counts as read only once all is told.
            Some(batch) => {
                self.cursor = batch.to;
                if batch.operations.len() < PAGE as usize {
                    self.version = version;
                }
            }
            None => self.version = version,
        }
        Ok(batch)
    }

    /// An open connection goes on reading a file that was moved away or replaced, and SQLite tells
    /// only who writes: everybody shall hear of it before they write. Whether the new file is this
    /// board is found out when the feed is opened anew.
    fn still_there(&self) -> Result<(), CoreError> {
        let detail = match fs::metadata(&self.path) {
            Ok(_) if location::file_id(&self.path) == self.file => return Ok(()),
            Ok(_) => crate::ANOTHER_FILE.to_owned(),
            Err(error) => error.to_string(),
        };
        Err(CoreError::Unreachable { detail })
    }
}

fn version(connection: &Connection) -> Result<i64, CoreError> {
    connection
        .prepare_cached("PRAGMA data_version")
        .told()?
        .query_row([], |row| row.get(0))
        .told()
}

fn batch_after(
    connection: &Connection,
    cursor: i64,
    session: SessionId,
) -> Result<Option<ChangeBatch>, CoreError> {
    let transaction = connection.unchecked_transaction().told()?;
    let range = (cursor, i64::MAX);
    let reader = Reader(&transaction);
    let found = operation::between(reader, range, Order::OldestFirst, PAGE, TOLD)?;
    let Some(last) = found.last() else {
        return Ok(None);
    };
    let to = last.seq;
    let mut operations = Vec::with_capacity(found.len());
    for Logged {
        seq,
        operation,
        changes,
        ..
    } in found
    {
        let by = operation.actor.map(PersonId);
        operations.push(OperationLine {
            seq,
            op: OperationId(operation.op_id),
            kind: operation.kind,
            by,
            by_name: by
                .map(|person| person::name(reader, person))
                .transpose()?
                .flatten(),
            mine: operation.session == Some(session.0),
            at: operation.at_ms,
            touched: touched(&changes),
        });
    }
    Ok(Some(ChangeBatch {
        from: cursor,
        to,
        wrote: change::written_in(reader, cursor, to)?,
        operations,
    }))
}

fn touched(changes: &[Change]) -> Vec<Touched> {
    let mut rows: BTreeMap<(&str, Uuid), Touched> = BTreeMap::new();
    for change in changes {
        let entity = if change.entity == BATCH {
            Entity::Observation.name()
        } else {
            &change.entity
        };
        rows.entry((entity, change.entity_id))
            .or_insert_with(|| Touched {
                entity: entity.to_owned(),
                id: wire_id(&change.entity, change.entity_id),
                team_id: change.team_id.map(TeamId),
                fields: Vec::new(),
            })
            .fields
            .push(camel(&change.field));
    }
    rows.into_values().collect()
}
