//! Schema versions: numbered steps that are never edited, and the fingerprint that tells a board's
//! schema from a foreign one.
//!
//! `application_id` marks the file as a board, `user_version` is the schema; `meta.min_reader` and
//! `meta.min_writer` say which apps may read and write. Additive steps raise only `user_version`.

use kata_wire::CoreError;
use rusqlite::Connection;

use crate::retry::Told;
use crate::sql::{self, Cells};
use crate::tables::meta;
use crate::{Reader, retry};

/// Marks the file: "Kata" in ASCII.
pub const APPLICATION_ID: i32 = 0x4B61_7461;

/// One step of the schema.
#[derive(Clone, Copy)]
pub struct Migration {
    /// The `user_version` it leads to.
    pub version: i32,
    /// Its statements.
    pub sql: &'static str,
    /// Apps below this schema may not write the file any more.
    pub min_writer: i32,
    /// Apps below this schema may not read the file any more.
    pub min_reader: i32,
}

/// All steps, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        sql: include_str!("migrations/0001_board.sql"),
        min_writer: 1,
        min_reader: 1,
    },
    // An app of schema 1 would seal a step without its guardrail metrics: it reads on, and writes
    // no more.
    Migration {
        version: 2,
        sql: include_str!("migrations/0002_learning.sql"),
        min_writer: 2,
        min_reader: 1,
    },
    // Tables alone: an app of schema 2 reads and writes what it knows.
    Migration {
        version: 3,
        sql: include_str!("migrations/0003_numbers.sql"),
        min_writer: 2,
        min_reader: 1,
    },
    // An obstacle may come from a topic, which an app of schema 3 leaves as it is.
    Migration {
        version: 4,
        sql: include_str!("migrations/0004_retrospective.sql"),
        min_writer: 2,
        min_reader: 1,
    },
];

/// The schema that this app makes.
pub const CURRENT: i32 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// The schema that these steps end at.
pub(super) fn newest(steps: &[Migration]) -> i32 {
    steps.last().map_or(0, |step| step.version)
}

/// What a file says of its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// `user_version`.
    pub version: i32,
    /// Lowest schema an app must know to write.
    pub min_writer: i32,
    /// Lowest schema an app must know to read.
    pub min_reader: i32,
}

/// Reads what a file says of its schema.
///
/// # Errors
/// What SQLite says.
pub fn level(reader: Reader<'_>) -> Result<Level, CoreError> {
    let version = reader
        .0
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .told()?;
    let number = |key: &str| meta::get::<i32>(reader, key);
    Ok(Level {
        version,
        min_writer: number(meta::MIN_WRITER)?.unwrap_or(version),
        min_reader: number(meta::MIN_READER)?.unwrap_or(version),
    })
}

/// Brings a file to the newest of `steps`, all steps or none, while it holds the file for itself.
///
/// # Errors
/// What SQLite says; the file is then as it was.
pub(crate) fn migrate(connection: &Connection, steps: &[Migration]) -> Result<(), CoreError> {
    alone(connection, || apply(connection, steps))
}

/// Runs `run` in one transaction that holds the file for itself.
///
/// # Errors
/// What `run` answers or SQLite says; the file is then as it was.
pub(super) fn alone<R>(
    connection: &Connection,
    run: impl FnOnce() -> Result<R, CoreError>,
) -> Result<R, CoreError> {
    retry::until_done(connection, "BEGIN EXCLUSIVE")?;
    match run() {
        Ok(done) => retry::until_done(connection, "COMMIT").map(|()| done),
        Err(error) => {
            connection.execute_batch("ROLLBACK").told()?;
            Err(error)
        }
    }
}

/// The steps inside such a transaction.
pub(super) fn apply(connection: &Connection, steps: &[Migration]) -> Result<(), CoreError> {
    // Read again inside the lock: several apps may have started at once.
    let version: i32 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .told()?;
    for step in steps.iter().filter(|step| step.version > version) {
        connection.execute_batch(step.sql).told()?;
        let board = Reader(connection);
        meta::put(board, meta::MIN_WRITER, step.min_writer)?;
        meta::put(board, meta::MIN_READER, step.min_reader)?;
        connection
            .pragma_update(None, "user_version", step.version)
            .told()?;
    }
    let sql = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";
    let broken = sql::first(Reader(connection), sql, (), |row| row.cell::<String>(0))?;
    match broken {
        Some(table) => Err(CoreError::Damaged {
            path: String::new(),
            detail: format!("a row of {table} points nowhere"),
        }),
        None => Ok(()),
    }
}

/// Every statement of the schema, sorted: what no version of the app made must not be in a board,
/// since a trigger in a file runs under every other defence.
///
/// # Errors
/// What SQLite says.
pub fn fingerprint(reader: Reader<'_>) -> Result<Vec<String>, CoreError> {
    let sql = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1";
    sql::all(reader, sql, (), |row| row.cell(0))
}

/// Whether a file's schema is one that a version of this app, or a newer one it may read, makes.
///
/// # Errors
/// What SQLite says.
pub fn schema_known(reader: Reader<'_>, version: i32) -> Result<bool, CoreError> {
    schema_of(MIGRATIONS, reader, version)
}

/// As [`schema_known`], for an app that has these steps.
pub(super) fn schema_of(
    all: &[Migration],
    reader: Reader<'_>,
    version: i32,
) -> Result<bool, CoreError> {
    let ours = Connection::open_in_memory().told()?;
    let steps: Vec<Migration> = all
        .iter()
        .copied()
        .filter(|m| m.version <= version)
        .collect();
    migrate(&ours, &steps)?;
    if version <= newest(all) {
        return Ok(fingerprint(reader)? == fingerprint(Reader(&ours))?);
    }
    newer_schema_harmless(reader, Reader(&ours))
}

/// A newer schema is harmless when it has no trigger and no view, and our tables have all our
/// columns and otherwise only nullable ones.
fn newer_schema_harmless(reader: Reader<'_>, ours: Reader<'_>) -> Result<bool, CoreError> {
    let code = "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')";
    if sql::exists(reader, code, ())? {
        return Ok(false);
    }
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    for name in sql::all(ours, tables, (), |row| row.cell::<String>(0))? {
        let known = columns(ours, &name)?;
        let found = columns(reader, &name)?;
        let all_ours = known.iter().all(|column| found.contains(column));
        let rest_nullable = found
            .iter()
            .all(|column| known.contains(column) || !column.required);
        if !all_ours || !rest_nullable {
            return Ok(false);
        }
    }
    Ok(true)
}

#[derive(PartialEq)]
struct ColumnInfo {
    name: String,
    kind: String,
    required: bool,
    key: i64,
}

fn columns(reader: Reader<'_>, table: &str) -> Result<Vec<ColumnInfo>, CoreError> {
    let sql = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)";
    sql::all(reader, sql, [table], |row| {
        Ok(ColumnInfo {
            name: row.cell(0)?,
            kind: row.cell(1)?,
            required: row.cell(2)?,
            key: row.cell(3)?,
        })
    })
}
