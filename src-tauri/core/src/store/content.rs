//! Bytes of attachments, under their SHA-256.
//!
//! They are no view of the log: the log names the hash, and the hash proves the bytes. The same
//! content is there once, whoever attached it, and it stays when its attachment is removed, so that a
//! removal can be taken back.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::error::CoreError;
use crate::store::write::Write;

/// SHA-256 of bytes, hex.
pub fn sha256(data: &[u8]) -> String {
    Sha256::digest(data)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Puts bytes beside the rows of an operation under way; answers their hash.
///
/// # Errors
/// What SQLite says.
pub fn put(write: &Write<'_>, data: &[u8]) -> Result<String, CoreError> {
    let hash = sha256(data);
    let mut statement = write
        .connection()
        .prepare_cached("INSERT OR IGNORE INTO attachment_content(sha256, data) VALUES (?1, ?2)")?;
    statement.execute((&hash, data))?;
    Ok(hash)
}

/// The bytes of a hash; none where the board does not have them.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, hash: &str) -> Result<Option<Vec<u8>>, CoreError> {
    let mut statement =
        connection.prepare_cached("SELECT data FROM attachment_content WHERE sha256 = ?1")?;
    Ok(statement.query_row([hash], |row| row.get(0)).optional()?)
}

/// Bytes of all contents together.
///
/// # Errors
/// What SQLite says.
pub fn total(connection: &Connection) -> Result<usize, CoreError> {
    let sum: i64 = connection.query_row(
        "SELECT coalesce(sum(length(data)), 0) FROM attachment_content",
        [],
        |row| row.get(0),
    )?;
    Ok(usize::try_from(sum).unwrap_or_default())
}

/// What is wrong with the contents: bytes that are not what their hash says, and rows without bytes.
///
/// # Errors
/// What SQLite says.
pub fn check(connection: &Connection) -> Result<Vec<String>, CoreError> {
    let mut found = Vec::new();
    let mut contents = connection.prepare("SELECT sha256, data FROM attachment_content")?;
    let mut rows = contents.query([])?;
    while let Some(row) = rows.next()? {
        let hash: String = row.get(0)?;
        if sha256(row.get_ref(1)?.as_blob().unwrap_or_default()) != hash {
            found.push(format!("the content {hash} is not what it was"));
        }
    }
    let mut lost = connection.prepare(
        "SELECT name FROM attachment a WHERE NOT EXISTS
         (SELECT 1 FROM attachment_content c WHERE c.sha256 = a.sha256) ORDER BY name",
    )?;
    let names = lost.query_map([], |row| row.get::<_, String>(0))?;
    for name in names {
        found.push(format!("the content of {} is missing", name?));
    }
    Ok(found)
}
