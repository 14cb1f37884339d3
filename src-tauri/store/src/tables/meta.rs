//! What a board says of itself.

use kata_wire::CoreError;
use rusqlite::ToSql;
use rusqlite::types::FromSql;
use uuid::Uuid;

use crate::Reader;
use crate::sql::{self, Cells};

/// When somebody checked the file last and nothing was found, UTC milliseconds.
pub(crate) const CHECKED_AT: &str = "checked_at";
/// The lowest schema that an app must know to write.
pub(crate) const MIN_WRITER: &str = "min_writer";
/// The lowest schema that an app must know to read.
pub(crate) const MIN_READER: &str = "min_reader";
/// When the board was made, UTC milliseconds.
pub(crate) const CREATED_AT: &str = "created_at";
/// The board's id, given once.
pub(crate) const BOARD_ID: &str = "board_id";
/// Another one after a restore.
pub(crate) const INCARNATION: &str = "incarnation";

/// Whether the file has this table.
pub(crate) fn is_there(reader: Reader<'_>) -> Result<bool, CoreError> {
    sql::exists(
        reader,
        "SELECT 1 FROM sqlite_schema WHERE name = 'meta'",
        (),
    )
}

/// What stands under a name; none where nothing does.
pub(crate) fn get<T: FromSql>(reader: Reader<'_>, key: &str) -> Result<Option<T>, CoreError> {
    let sql = "SELECT value FROM meta WHERE key = ?1";
    sql::first(reader, sql, [key], |row| row.cell(0))
}

/// Writes under a name, in the place of what stood there. No row of a board, so not logged.
pub(crate) fn put(reader: Reader<'_>, key: &str, value: impl ToSql) -> Result<(), CoreError> {
    let sql = "INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)";
    sql::run(reader, sql, (key, value))
}

/// Writes under a name where nothing stands there yet.
pub(crate) fn put_first(reader: Reader<'_>, key: &str, value: impl ToSql) -> Result<(), CoreError> {
    let sql = "INSERT OR IGNORE INTO meta(key, value) VALUES (?1, ?2)";
    sql::run(reader, sql, (key, value))
}

/// The file's incarnation, 32 hex digits: another one after a restore.
///
/// # Errors
/// What SQLite says.
pub fn incarnation(reader: Reader<'_>) -> Result<String, CoreError> {
    let bytes = get::<[u8; 16]>(reader, INCARNATION)?;
    let id = bytes.map(|bytes| Uuid::from_bytes(bytes).simple().to_string());
    Ok(id.unwrap_or_default())
}
