//! Opening a file, in one order for everybody: is it a board, may we, is its schema ours.

use std::path::Path;
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use uuid::Uuid;

use crate::clock::Clock;
use crate::error::CoreError;
use crate::store::migrate::{self, APPLICATION_ID, CURRENT, MIGRATIONS};
use crate::store::{Store, retry};

/// Files below this size are checked quickly at every opening.
const QUICK_CHECK_BYTES: i64 = 50 * 1024 * 1024;

/// How a file was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It can be read and, as far as its schema goes, written.
    Ours,
    /// A newer app wrote it; this one may read.
    NewerReadOnly,
    /// Its journal mode is not safe to share, and others hold it.
    ForeignMode,
}

/// Makes a new board file. Nothing that exists is ever written over.
///
/// # Errors
/// When something lies at the path, or the folder takes no file.
pub fn create(path: &Path, clock: Arc<dyn Clock>) -> Result<Store, CoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(CoreError::FileExists { path: shown(path) });
    }
    let connection = connect(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )
    .map_err(|_| CoreError::FolderUnusable { path: shown(path) })?;
    let board_id = retry::with_deadline(|| found_board(&connection, clock.as_ref()))?;
    Ok(Store::new(path.to_owned(), clock, board_id))
}

/// One transaction: whoever opens the file meanwhile, or after this app was killed, finds an empty
/// file or a whole board. Apps that make the same file at once make one board.
fn found_board(connection: &Connection, clock: &dyn Clock) -> Result<Uuid, CoreError> {
    migrate::alone(connection, || {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        migrate::apply(connection, MIGRATIONS)?;
        let mut put =
            connection.prepare("INSERT OR IGNORE INTO meta(key, value) VALUES (?1, ?2)")?;
        put.execute(("board_id", Uuid::now_v7().as_bytes()))?;
        put.execute(("incarnation", Uuid::new_v4().as_bytes()))?;
        put.execute(("created_at", clock.now_ms()))?;
        read_board_id(connection)
    })
}

/// Opens an existing board for this app.
///
/// # Errors
/// When there is no board at the path, it is damaged, foreign, or too new. The file is as it was.
pub fn open(
    path: &Path,
    writable: bool,
    clock: Arc<dyn Clock>,
    before_migration: impl FnOnce(&Connection) -> Result<(), CoreError>,
) -> Result<(Store, Found), CoreError> {
    let flags = if writable {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let connection = connect(path, flags).map_err(|error| at(error, path))?;
    retry::with_deadline(|| {
        let found = inspect(&connection, path, writable)?;
        let level = migrate::level(&connection)?;
        if writable && found == Found::Ours && level.version < CURRENT {
            before_migration(&connection)?;
            migrate::migrate(&connection, MIGRATIONS)?;
        }
        let board_id = read_board_id(&connection)?;
        Ok((Store::new(path.to_owned(), clock, board_id), found))
    })
    .map_err(|error| at(error, path))
}

fn inspect(connection: &Connection, path: &Path, writable: bool) -> Result<Found, CoreError> {
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(CoreError::NotABoard { path: shown(path) });
    }
    check_quickly(connection, path)?;
    let tables: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'",
        [],
        |row| row.get(0),
    )?;
    if tables == 0 {
        return Err(CoreError::ForeignSchema { path: shown(path) });
    }
    let level = migrate::level(connection)?;
    if level.min_reader > CURRENT {
        return Err(CoreError::NewerFile { path: shown(path) });
    }
    if !migrate::schema_known(connection, level.version)? {
        return Err(CoreError::ForeignSchema { path: shown(path) });
    }
    if level.min_writer > CURRENT {
        return Ok(Found::NewerReadOnly);
    }
    if writable && !share_mode(connection)? {
        return Ok(Found::ForeignMode);
    }
    Ok(Found::Ours)
}

/// A board is never in WAL mode: on a share that loses saves. A foreign tool may have left it so;
/// as long as that tool holds the file it cannot be changed, and there is nothing to wait for.
fn share_mode(connection: &Connection) -> Result<bool, CoreError> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    let change = || ask("PRAGMA journal_mode = TRUNCATE").map_err(CoreError::from);
    let mode = if ask("PRAGMA journal_mode")? == "wal" {
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

fn check_quickly(connection: &Connection, path: &Path) -> Result<(), CoreError> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let size: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    if pages.saturating_mul(size) > QUICK_CHECK_BYTES {
        return Ok(());
    }
    let answer: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(CoreError::Damaged {
            path: shown(path),
            detail: answer,
        })
    }
}

/// The id that the board was given when it was made.
pub(super) fn read_board_id(connection: &Connection) -> Result<Uuid, CoreError> {
    let bytes: Option<Vec<u8>> = connection
        .query_row("SELECT value FROM meta WHERE key = 'board_id'", [], |row| {
            row.get(0)
        })
        .optional()?;
    bytes
        .and_then(|bytes| Uuid::from_slice(&bytes).ok())
        .ok_or_else(|| CoreError::Damaged {
            path: String::new(),
            detail: "the board has no id".to_owned(),
        })
}

/// The connection of the write door.
pub(crate) fn writer(path: &Path) -> Result<Connection, CoreError> {
    connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(|error| at(error, path))
}

/// A connection that cannot write.
pub(crate) fn reader(path: &Path) -> Result<Connection, CoreError> {
    // Read-write where the system allows it: a reader must be able to roll a dead app's journal back.
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY))
        .map_err(|error| at(error, path))?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, CoreError> {
    let mut connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&connection)?;
    // A plan never depends on the values asked for; without this SQLite compiles a kept statement
    // anew whenever a value is bound to it, which takes longer than most of our queries.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    retry::install(&mut connection)?;
    connection.execute_batch(
        "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;
         PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;
         PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY;",
    )?;
    if flags.contains(OpenFlags::SQLITE_OPEN_CREATE) {
        share_mode(&connection)?;
    }
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// A shared file comes from others: bounds for what its content may make SQLite do.
fn harden(connection: &Connection) -> Result<(), CoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 50_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_ATTACHED, 2),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    ] {
        connection.set_limit(limit, value)?;
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Errors that were made below the path get the path.
fn at(error: CoreError, path: &Path) -> CoreError {
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
