//! The feed: what was committed after a cursor, told to everybody by the same code, ourselves too.
//!
//! One watching connection asks `data_version`, which moves exactly when another connection commits,
//! and then reads the log after its cursor.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use kata_domain::ids::{BatchId, SessionId, TeamId};
use kata_domain::noun::Entity;
use rusqlite::Connection;
use uuid::Uuid;

use crate::api::requests::{ChangeBatch, OperationLine, Touched};
use crate::error::{CoreError, camel};
use crate::store::fields::BATCH;
use crate::store::location::{self, FileId};
use crate::store::log::{self, Change, Logged, Order, Take};
use crate::store::{self, Store};

/// How many operations one batch tells at most.
const PAGE: i64 = 200;
/// What is told of an operation: where it wrote, not what. Only imports and what takes them back have more
/// changes, all of them numbers.
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
        // Asked before the file is opened: one that takes its place meanwhile is noticed by the first poll.
        let file = location::file_id(store.path());
        let connection = store.watcher()?;
        let version = version(&connection)?;
        let cursor = newest(&connection)?;
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

    /// An open connection goes on reading a file that was moved away or replaced, and SQLite tells only
    /// who writes: everybody shall hear of it before they write. Whether the new file is this board is
    /// found out when the feed is opened anew.
    fn still_there(&self) -> Result<(), CoreError> {
        let detail = match fs::metadata(&self.path) {
            Ok(_) if location::file_id(&self.path) == self.file => return Ok(()),
            Ok(_) => store::ANOTHER_FILE.to_owned(),
            Err(error) => error.to_string(),
        };
        Err(CoreError::Unreachable { detail })
    }
}

fn version(connection: &Connection) -> Result<i64, CoreError> {
    Ok(connection
        .prepare_cached("PRAGMA data_version")?
        .query_row([], |row| row.get(0))?)
}

/// The newest sequence number of a file.
///
/// # Errors
/// What SQLite says.
pub fn newest(connection: &Connection) -> Result<i64, CoreError> {
    Ok(connection
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM operation")?
        .query_row([], |row| row.get(0))?)
}

fn batch_after(
    connection: &Connection,
    cursor: i64,
    session: SessionId,
) -> Result<Option<ChangeBatch>, CoreError> {
    let transaction = connection.unchecked_transaction()?;
    let range = (cursor, i64::MAX);
    let found = log::between(&transaction, range, Order::OldestFirst, PAGE, TOLD)?;
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
        let by = log::person(operation.actor);
        operations.push(OperationLine {
            seq,
            op: log::op(operation.op_id),
            kind: operation.kind,
            by,
            by_name: by
                .map(|p| person_name(&transaction, p.0))
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

/// The name of a person; none where the board does not know it.
///
/// # Errors
/// What SQLite says.
pub fn person_name(connection: &Connection, id: Uuid) -> Result<Option<String>, CoreError> {
    let mut statement = connection.prepare_cached("SELECT name FROM person WHERE id = ?1")?;
    let mut rows = statement.query([id.as_bytes()])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// Prefix and hex of an id, by its kind.
pub fn wire_id(entity: &str, id: Uuid) -> String {
    let prefix = Entity::of_name(entity).map_or(BatchId::PREFIX, Entity::prefix);
    format!("{prefix}_{}", id.simple())
}

/// The kind and the bytes behind an id of any kind.
///
/// # Errors
/// [`CoreError::NotFound`] where the text is no id of a row.
pub fn any_id(text: &str) -> Result<(Entity, Uuid), CoreError> {
    let not_found = || CoreError::NotFound {
        id: text.chars().take(80).collect(),
    };
    let prefix = text.split('_').next().unwrap_or_default();
    let entity = Entity::of_prefix(prefix).ok_or_else(not_found)?;
    let hex = text
        .get(prefix.len() + 1..)
        .filter(|hex| hex.len() == 32)
        .ok_or_else(not_found)?;
    Ok((entity, Uuid::try_parse(hex).map_err(|_| not_found())?))
}
