//! The numbers that rows of a focus process are called by.

use kata_domain::ids::FocusProcessId;
use kata_domain::noun::Noun;
use kata_wire::CoreError;

use super::params;
use crate::Reader;
use crate::sql;

/// A noun whose rows have a number in their focus process.
pub trait Numbered: Noun {}

/// The number that the next row of a process gets: one more than any that it gave, also to what was
/// removed.
///
/// # Errors
/// What SQLite says.
pub fn next<N: Numbered>(reader: Reader<'_>, process: FocusProcessId) -> Result<i64, CoreError> {
    let table = N::ENTITY.name();
    let sql =
        format!("SELECT coalesce(max(number), 0) + 1 FROM {table} WHERE focus_process_id = ?1");
    sql::one(reader, &sql, params!(process))
}
