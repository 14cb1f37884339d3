//! Is the file sound: SQLite's own checks, the schema, the log against the rows, the hash chain.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::api::requests::{CheckReport, Finding};
use crate::error::CoreError;
use crate::store::log::{self, Logged};
use crate::store::{Store, content, migrate, rebuild};
use crate::views::board::Trouble;

/// How many findings a report names at most.
const AT_MOST: usize = 100;

/// How long a clean check by anybody holds for everybody.
const CHECK_HOLDS_MS: i64 = 24 * 60 * 60 * 1_000;

/// Whether nobody has checked the file for a day.
///
/// # Errors
/// What SQLite says.
pub fn is_due(connection: &Connection, now_ms: i64) -> Result<bool, CoreError> {
    let checked: Option<i64> = connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'checked_at'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    // A clock that is ahead must not put the check off for longer.
    Ok(!checked.is_some_and(|at| (at..at.saturating_add(CHECK_HOLDS_MS)).contains(&now_ms)))
}

impl Store {
    /// Notes in the file that it was checked and nothing was found. No row of a board, so not logged.
    ///
    /// # Errors
    /// That the file is busy or does not answer.
    pub fn note_checked(&self, now_ms: i64) -> Result<(), CoreError> {
        self.write_connection(|connection, bounds| {
            let noted = connection.execute(
                "INSERT OR REPLACE INTO meta(key, value) VALUES ('checked_at', ?1)",
                [now_ms],
            );
            bounds.end(connection, noted.map(drop).map_err(CoreError::from))
        })
    }
}

/// The worst that the checks find in one read transaction.
///
/// # Errors
/// What SQLite says.
pub fn examine(connection: &Connection) -> Result<Option<Trouble>, CoreError> {
    let transaction = connection.unchecked_transaction()?;
    if !integrity(&transaction)?.is_empty() {
        return Ok(Some(Trouble::Damaged));
    }
    match check(&transaction) {
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
pub fn check(connection: &Connection) -> Result<CheckReport, CoreError> {
    let mut findings = Vec::new();
    let mut find = |check: &str, details: Vec<String>| {
        findings.extend(details.into_iter().map(|detail| Finding {
            check: check.to_owned(),
            detail,
        }));
    };
    find("integrity", integrity(connection)?);
    find("foreign_key", foreign_keys(connection)?);
    let level = migrate::level(connection)?;
    if !migrate::schema_known(connection, level.version)? {
        find(
            "schema",
            vec!["the schema is not one that the app makes".to_owned()],
        );
    }
    find("chain", chain(connection)?);
    find("content", content::check(connection)?);
    find("log", rebuild::differences(connection, AT_MOST)?);
    findings.truncate(AT_MOST);
    Ok(CheckReport {
        ok: findings.is_empty(),
        operations: connection.query_row("SELECT count(*) FROM operation", [], |row| row.get(0))?,
        rows: rows(connection)?,
        findings,
    })
}

pub(super) fn integrity(connection: &Connection) -> Result<Vec<String>, CoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(100)")?;
    let lines: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn foreign_keys(connection: &Connection) -> Result<Vec<String>, CoreError> {
    let mut statement =
        connection.prepare("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 100")?;
    let lines = statement
        .query_map([], |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("a row of {table} points to no {parent}"))
        })?
        .collect::<Result<_, _>>()?;
    Ok(lines)
}

/// Every operation's hash, and every device's sequence without a gap.
fn chain(connection: &Connection) -> Result<Vec<String>, CoreError> {
    let mut found = Vec::new();
    let mut ends: HashMap<Option<[u8; 16]>, (i64, [u8; 32])> = HashMap::new();
    let mut after = 0;
    loop {
        let page = log::after(connection, after, 500)?;
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

fn rows(connection: &Connection) -> Result<i64, CoreError> {
    let mut sum = 0;
    for entity in kata_domain::noun::Entity::ALL {
        let sql = format!("SELECT count(*) FROM {}", entity.name());
        sum += connection.query_row(&sql, [], |row| row.get::<_, i64>(0))?;
    }
    Ok(sum)
}
