//! Is the file sound: SQLite's own checks, the schema, the log against the rows, the hash chain.

use std::collections::HashMap;

use kata_wire::{CheckReport, CoreError, Finding, Trouble};
use rusqlite::Connection;

use crate::Reader;
use crate::log::{self, Logged};
use crate::retry::Told;
use crate::sql::{self, Cells};
use crate::tables::{meta, operation};
use crate::{Store, content, migrate, open, rebuild, retry};

/// How many findings a report names at most.
const AT_MOST: usize = 100;

/// How long a clean check by anybody holds for everybody.
const CHECK_HOLDS_MS: i64 = 24 * 60 * 60 * 1_000;

/// Whether nobody has checked the file for a day.
///
/// # Errors
/// What SQLite says.
pub fn is_due(reader: Reader<'_>, now_ms: i64) -> Result<bool, CoreError> {
    let checked = meta::get::<i64>(reader, meta::CHECKED_AT)?;
    // A clock that is ahead must not put the check off for longer.
    Ok(!checked.is_some_and(|at| (at..at.saturating_add(CHECK_HOLDS_MS)).contains(&now_ms)))
}

impl Store {
    /// Notes in the file that it was checked and nothing was found. No row of a board, so not
    /// logged.
    ///
    /// # Errors
    /// That the file is busy or does not answer.
    pub fn note_checked(&self, now_ms: i64) -> Result<(), CoreError> {
        self.write_connection(|connection, bounds| {
            let noted = meta::put(Reader(connection), meta::CHECKED_AT, now_ms);
            bounds.end(connection, noted)
        })
    }
}

impl Store {
    /// The worst that the checks find, seen by a new connection: on a share an old one may see a
    /// file that never was.
    ///
    /// # Errors
    /// That the file does not answer.
    pub fn examine(&self) -> Result<Option<Trouble>, CoreError> {
        retry::with_deadline(|| examine(&open::reader(&self.path)?))
    }
}

/// The worst that the checks find in one read transaction.
///
/// # Errors
/// What SQLite says.
fn examine(connection: &Connection) -> Result<Option<Trouble>, CoreError> {
    let transaction = connection.unchecked_transaction().told()?;
    if !integrity(&transaction)?.is_empty() {
        return Ok(Some(Trouble::Damaged));
    }
    match check(Reader(&transaction)) {
        Ok(report) => Ok(trouble(&report)),
        // The file is whole, so it is a cell that no version of the app writes.
        Err(CoreError::Damaged { .. }) => Ok(Some(Trouble::RowsAltered)),
        Err(other) => Err(other),
    }
}

/// The worst of what a check found.
pub fn trouble(report: &CheckReport) -> Option<Trouble> {
    let found = report.findings.iter();
    let troubles = found.map(|finding| match finding.check.as_str() {
        "integrity" => Trouble::Damaged,
        "chain" => Trouble::HistoryRewritten,
        _ => Trouble::RowsAltered,
    });
    troubles.max()
}

/// Runs every check in one read transaction.
///
/// # Errors
/// What SQLite says; a finding is no error.
pub fn check(reader: Reader<'_>) -> Result<CheckReport, CoreError> {
    let connection = reader.0;
    let mut findings = Vec::new();
    let mut find = |check: &str, details: Vec<String>| {
        findings.extend(details.into_iter().map(|detail| Finding {
            check: check.to_owned(),
            detail,
        }));
    };
    find("integrity", integrity(connection)?);
    find("foreign_key", foreign_keys(reader)?);
    let level = migrate::level(reader)?;
    if !migrate::schema_known(reader, level.version)? {
        find(
            "schema",
            vec!["the schema is not one that the app makes".to_owned()],
        );
    }
    find("chain", chain(reader)?);
    find("content", content::check(reader)?);
    find("log", rebuild::differences(reader, AT_MOST)?);
    findings.truncate(AT_MOST);
    Ok(CheckReport {
        ok: findings.is_empty(),
        operations: operation::count(reader)?,
        rows: rows(reader)?,
        findings,
    })
}

pub(super) fn integrity(connection: &Connection) -> Result<Vec<String>, CoreError> {
    let sql = "PRAGMA integrity_check(100)";
    let lines = sql::all(Reader(connection), sql, (), |row| row.cell::<String>(0))?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn foreign_keys(reader: Reader<'_>) -> Result<Vec<String>, CoreError> {
    let sql = "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 100";
    sql::all(reader, sql, (), |row| {
        let (table, parent) = (row.cell::<String>(0)?, row.cell::<String>(1)?);
        Ok(format!("a row of {table} points to no {parent}"))
    })
}

/// Every operation's hash, and every device's sequence without a gap.
fn chain(reader: Reader<'_>) -> Result<Vec<String>, CoreError> {
    let mut found = Vec::new();
    let mut ends: HashMap<Option<[u8; 16]>, (i64, [u8; 32])> = HashMap::new();
    let mut after = 0;
    loop {
        let page = operation::after(reader, after, 500)?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after = last.seq;
        for Logged {
            seq,
            operation,
            changes,
            hash,
        } in page
        {
            if log::hash(&operation, &changes) != hash {
                found.push(format!("operation {seq} was altered"));
            }
            let before = ends.get(&operation.device).copied();
            let follows = operation.device_seq == before.map_or(1, |b| b.0 + 1)
                && operation.prev_hash == before.map(|b| b.1);
            if !follows {
                found.push(format!(
                    "operation {seq} does not follow its device's operation before"
                ));
            }
            ends.insert(operation.device, (operation.device_seq, hash));
        }
    }
}

fn rows(reader: Reader<'_>) -> Result<i64, CoreError> {
    let mut sum = 0;
    for entity in kata_domain::noun::Entity::ALL {
        let sql = format!("SELECT count(*) FROM {}", entity.name());
        sum += sql::one::<i64>(reader, &sql, ())?;
    }
    Ok(sum)
}
