//! The full-text index of one board on this machine.
//!
//! Owns one file a board beside the outbox, not tables in it: filling it takes the write lock for
//! longer than a person's typed text may wait, it need not be flushed as that text must be, and it
//! is disposable. A file that is damaged, foreign or of another version is emptied in place, under
//! SQLite's own locks, and filled again from the log. Several processes read and fill it at once.

mod ask;
mod fill;
mod marks;
mod words;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use uuid::Uuid;

use super::{PATIENCE, Result, set_journal};
use crate::location::place_of;
use crate::searchable::fingerprint;

pub use ask::Found;
pub use marks::Marked;
pub use words::Words;

/// Marks a file as this index: "KSrc".
const APPLICATION_ID: i64 = 0x4b53_7263;
/// Counted up with every change of the tables.
const TABLES: u32 = 4;

/// The version of the tables and of what stands in them, as SQLite keeps it: 31 bits.
fn version() -> i64 {
    i64::from((fingerprint() ^ TABLES) & 0x7fff_ffff)
}

/// The words of the texts are kept, not the texts. A row's place in `words` says what it belongs to
/// and its kind, so that ranking a hundred thousand rows looks up none of them: `holder << 36 |
/// kind << 32 | n`.
const SCHEMA: &str = "
    CREATE TABLE place (file TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB, kind INTEGER, after BLOB) STRICT;
    CREATE TABLE holder (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, team_id BLOB NOT NULL, live INTEGER NOT NULL) STRICT;
    CREATE TABLE doc (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, place INTEGER NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(a, b, c, d, e, content = '', contentless_delete = 1,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
";
/// The few texts that are shown, read by the same tokenizer to find what to mark.
const SHOWN: &str = "
    CREATE VIRTUAL TABLE temp.shown USING fts5(a, b, c, d, e, tokenize = 'unicode61 remove_diacritics 2');
";

/// The index of one board, open.
#[derive(Debug)]
pub struct SearchIndex {
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl SearchIndex {
    /// Opens the index of a board under the private data folder, or makes it.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn open(data: &Path, board: Uuid) -> Result<SearchIndex> {
        let folder = data.join("search");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}.sqlite", board.simple()));
        Ok(SearchIndex {
            connection: Mutex::new(connect(&path)?),
            path,
        })
    }

    /// Runs something; where the index turns out to be damaged it is emptied, and it is run once
    /// more.
    fn with<R>(&self, run: impl Fn(&mut Connection) -> rusqlite::Result<R>) -> Result<R> {
        let mut connection = self.lock();
        match run(&mut connection) {
            Err(error) if is_unusable(&error) => {
                tracing::warn!(%error, path = %self.path.display(), "the search index is made anew");
                *connection = remade(&self.path)?;
                Ok(run(&mut connection)?)
            }
            answer => Ok(answer?),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let opened = Connection::open(path).and_then(|connection| prepared(connection, path, false));
    match opened {
        Err(error) if is_unusable(&error) => Ok(remade(path)?),
        opened => Ok(opened?),
    }
}

/// Empties the file in place: others may have it open, so it is neither removed nor renamed.
fn remade(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    // SQLite wants to have looked at the file, even in vain, before it empties it.
    let _ = connection.query_row("SELECT 1 FROM sqlite_schema", [], |_| Ok(()));
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_RESET_DATABASE, true)?;
    connection.execute_batch("VACUUM")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_RESET_DATABASE, false)?;
    drop(connection);
    prepared(Connection::open(path)?, path, true)
}

fn prepared(mut connection: Connection, path: &Path, fresh: bool) -> rusqlite::Result<Connection> {
    connection.busy_timeout(PATIENCE)?;
    let local = path
        .parent()
        .is_none_or(|folder| place_of(folder).is_local());
    set_journal(&connection, if local { "wal" } else { "truncate" })?;
    // What a power cut takes is read from the log again.
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let pragma = |name: &str| transaction.pragma_query_value(None, name, |row| row.get(0));
    let found: (i64, i64) = (pragma("application_id")?, pragma("user_version")?);
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if found == (0, 0) && tables == 0 {
        transaction.execute_batch(SCHEMA)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", version())?;
    } else if found != (APPLICATION_ID, version()) && !fresh {
        let foreign = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_NOTADB);
        return Err(rusqlite::Error::SqliteFailure(foreign, None));
    }
    transaction.commit()?;
    connection.execute_batch(SHOWN)?;
    Ok(connection)
}

/// Whether an error says that the file is no sound index: damaged, or with other tables than ours.
fn is_unusable(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => matches!(
            failure.code,
            ErrorCode::NotADatabase
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::ConstraintViolation
                | ErrorCode::TypeMismatch
                | ErrorCode::Unknown
        ),
        rusqlite::Error::SqlInputError { .. }
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::IntegralValueOutOfRange(..)
        | rusqlite::Error::Utf8Error(..) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
