//! The order that rows have below the row they belong to.

use kata_domain::noun::Noun;
use kata_wire::CoreError;
use uuid::Uuid;

use crate::Reader;
use crate::sql::{self, Cells};

/// A noun whose rows stand in an order below the row they belong to, by `rank` and then by id.
pub trait Ranked: Noun {
    /// Which of them stand in it.
    const STANDING: &'static str = "deleted_at IS NULL";
}

/// The last rank below a row, also of what was removed, which comes back to where it stood; none
/// where nothing ever stood there.
///
/// # Errors
/// What SQLite says.
pub fn last<N: Ranked>(
    reader: Reader<'_>,
    parent: impl Into<Uuid>,
) -> Result<Option<String>, CoreError> {
    let (table, column) = (N::ENTITY.name(), column::<N>());
    let sql = format!("SELECT max(rank) FROM {table} WHERE {column} = ?1");
    sql::one(reader, &sql, [parent.into().as_bytes()])
}

/// The ids and ranks of what stands below a row, in its order.
///
/// # Errors
/// What SQLite says.
pub fn order<N: Ranked>(
    reader: Reader<'_>,
    parent: impl Into<Uuid>,
) -> Result<Vec<(Uuid, String)>, CoreError> {
    let (table, column, standing) = (N::ENTITY.name(), column::<N>(), N::STANDING);
    let sql = format!(
        "SELECT id, rank FROM {table} WHERE {column} = ?1 AND {standing} ORDER BY rank, id"
    );
    let read = |row: &rusqlite::Row<'_>| Ok((row.uuid(0)?, row.cell(1)?));
    sql::all(reader, &sql, [parent.into().as_bytes()], read)
}

/// The column of the row they belong to. What belongs to the board itself has no order below a row:
/// that does not compile.
const fn column<N: Ranked>() -> &'static str {
    const {
        match N::PARENT {
            Some(column) => column,
            None => panic!("a noun with an order belongs to a row"),
        }
    }
}
