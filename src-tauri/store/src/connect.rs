//! The connections of a board file: what each is told before it reads a byte.

use std::path::Path;

use kata_wire::CoreError;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::retry;
use crate::retry::Told;

/// What SQLite may take of this process's memory, over all its connections.
const HEAP_BYTES: i64 = 400_000_000;

/// The connection of the write door.
pub(crate) fn writer(path: &Path) -> Result<Connection, CoreError> {
    let connection =
        connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(|error| at(error, path))?;
    // Of all journal modes only WAL stands in the file; every connection that writes says its own.
    if share_mode(&connection)? {
        Ok(connection)
    } else {
        Err(CoreError::ReadOnly {
            reason: "foreignMode".to_owned(),
        })
    }
}

/// A connection that cannot write.
pub(crate) fn reader(path: &Path) -> Result<Connection, CoreError> {
    // Read-write where the system allows it: a reader must be able to roll a dead app's journal
    // back.
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY))
        .map_err(|error| at(error, path))?;
    connection.pragma_update(None, "query_only", true).told()?;
    Ok(connection)
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, CoreError> {
    let mut connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).told()?;
    harden(&connection)?;
    // A plan never depends on the values asked for; without this SQLite compiles a kept statement
    // anew whenever a value is bound to it, which takes longer than most of our queries.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .told()?;
    retry::install(&mut connection).told()?;
    connection
        .pragma_update(None, "hard_heap_limit", HEAP_BYTES)
        .told()?;
    connection
        .execute_batch(
            "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;
         PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;
         PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY;",
        )
        .told()?;
    if flags.contains(OpenFlags::SQLITE_OPEN_CREATE) {
        share_mode(&connection)?;
    }
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// A shared file comes from others: bounds for what its content may make SQLite do.
fn harden(connection: &Connection) -> Result<(), CoreError> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .told()?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
        .told()?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)
        .told()?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        .told()?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)
        .told()?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)
        .told()?;
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 50_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_ATTACHED, 2),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    ] {
        connection.set_limit(limit, value).told()?;
    }
    Ok(())
}

/// A board is never in WAL mode: on a share that loses saves. A foreign tool may have left it so;
/// as long as that tool holds the file it cannot be changed, and there is nothing to wait for.
pub(super) fn share_mode(connection: &Connection) -> Result<bool, CoreError> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    let change = || ask("PRAGMA journal_mode = TRUNCATE").told();
    let mode = if ask("PRAGMA journal_mode").told()? == "wal" {
        retry::without_waiting(change)
    } else {
        change()
    };
    match mode {
        Ok(mode) => Ok(mode == "truncate"),
        Err(CoreError::Busy) => Ok(false),
        Err(other) => Err(other),
    }
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Errors that were made below the path get the path.
pub(super) fn at(error: CoreError, path: &Path) -> CoreError {
    match error {
        CoreError::Damaged { path: p, detail } if p.is_empty() => CoreError::Damaged {
            path: shown(path),
            detail,
        },
        CoreError::NotABoard { path: p } if p.is_empty() => {
            CoreError::NotABoard { path: shown(path) }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::FixedClock;
    use crate::{Store, open};

    fn board() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("board.kata");
        let store = open::create(&path, Arc::new(FixedClock::at(1_000))).unwrap();
        (folder, store)
    }

    fn number(connection: &Connection, pragma: &str) -> i64 {
        connection
            .pragma_query_value(None, pragma, |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn every_connection_flushes_before_it_answers_and_trusts_nothing_in_the_file() {
        let (_folder, store) = board();
        for connect in [writer, reader] {
            let connection = connect(store.path()).unwrap();
            for (pragma, value) in [
                ("synchronous", 3),
                ("fullfsync", 1),
                ("foreign_keys", 1),
                ("cell_size_check", 1),
                ("trusted_schema", 0),
                ("cache_size", -16_000),
                ("page_size", 4_096),
                ("hard_heap_limit", HEAP_BYTES),
            ] {
                assert_eq!(number(&connection, pragma), value, "{pragma}");
            }
            for (setting, on) in [
                (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
                (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
                (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
                (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
                (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            ] {
                assert_eq!(connection.db_config(setting).unwrap(), on, "{setting:?}");
            }
        }
    }

    #[test]
    fn what_writes_truncates_its_journal() {
        let (_folder, store) = board();
        let mode = |connection: &Connection| -> String {
            connection
                .pragma_query_value(None, "journal_mode", |row| row.get(0))
                .unwrap()
        };
        assert_eq!(mode(&writer(store.path()).unwrap()), "truncate");
        let kept = store.write_connection(|connection, bounds| {
            let mode = mode(connection);
            connection.execute_batch(bounds.drop).told()?;
            Ok(mode)
        });
        assert_eq!(kept.unwrap(), "truncate");
    }

    #[test]
    fn sqlite_is_one_without_the_fault_that_loses_part_of_a_log() {
        assert!(rusqlite::version_number() >= 3_051_003);
    }
}
