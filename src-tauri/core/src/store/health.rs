//! Is the file sound: SQLite's own checks, the schema, the log against the rows, the hash chain.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::api::requests::{CheckReport, Finding};
use crate::error::CoreError;
use crate::store::log::{self, Logged};
use crate::store::{migrate, rebuild};

/// How many findings a report names at most.
const AT_MOST: usize = 100;

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
    find("log", rebuild::differences(connection, AT_MOST)?);
    findings.truncate(AT_MOST);
    Ok(CheckReport {
        ok: findings.is_empty(),
        operations: connection.query_row("SELECT count(*) FROM operation", [], |row| row.get(0))?,
        rows: rows(connection)?,
        findings,
    })
}

fn integrity(connection: &Connection) -> Result<Vec<String>, CoreError> {
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
