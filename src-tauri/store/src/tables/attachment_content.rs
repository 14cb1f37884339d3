//! Bytes of attachments, under their SHA-256.

use kata_wire::CoreError;

use crate::Reader;
use crate::sql::{self, Cells};

/// The bytes of a hash; none where the board does not have them.
///
/// # Errors
/// What SQLite says.
pub fn get(reader: Reader<'_>, hash: &str) -> Result<Option<Vec<u8>>, CoreError> {
    let sql = "SELECT data FROM attachment_content WHERE sha256 = ?1";
    sql::first(reader, sql, [hash], |row| row.cell(0))
}

/// Bytes of all contents together.
///
/// # Errors
/// What SQLite says.
pub fn total(reader: Reader<'_>) -> Result<usize, CoreError> {
    let sum: i64 = sql::one(
        reader,
        "SELECT coalesce(sum(length(data)), 0) FROM attachment_content",
        (),
    )?;
    Ok(usize::try_from(sum).unwrap_or_default())
}

/// Puts bytes under their hash, where they are not there yet.
pub(crate) fn put(reader: Reader<'_>, hash: &str, data: &[u8]) -> Result<(), CoreError> {
    let sql = "INSERT OR IGNORE INTO attachment_content(sha256, data) VALUES (?1, ?2)";
    sql::run(reader, sql, (hash, data))
}

/// The hashes for which `wrong` holds of hash and bytes.
pub(crate) fn those(
    reader: Reader<'_>,
    wrong: impl Fn(&str, &[u8]) -> bool,
) -> Result<Vec<String>, CoreError> {
    let sql = "SELECT sha256, data FROM attachment_content";
    let hashes = sql::all(reader, sql, (), |row| {
        let hash: String = row.cell(0)?;
        let data = row.get_ref(1).ok().and_then(|data| data.as_blob().ok());
        Ok(wrong(&hash, data.unwrap_or_default()).then_some(hash))
    })?;
    Ok(hashes.into_iter().flatten().collect())
}
