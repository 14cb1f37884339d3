//! How views and operations read: a query, its parameters, and a function for each row.
//!
//! Nothing outside the store names rusqlite; what a read needs of it is here. Writing has one door,
//! [`crate::store::Store::write`].

use chrono::NaiveDate;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{OptionalExtension, Params};

pub use rusqlite::{Connection, Result, Row, ToSql};

use crate::error::CoreError;

/// The only row of a query that always has one.
///
/// # Errors
/// What SQLite says.
pub fn one<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> std::result::Result<T, CoreError> {
    Ok(connection.prepare_cached(sql)?.query_row(params, read)?)
}

/// The first row of a query; none where there is no row.
///
/// # Errors
/// What SQLite says.
pub fn first<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> std::result::Result<Option<T>, CoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params, read).optional()?)
}

/// All rows of a query.
///
/// # Errors
/// What SQLite says.
pub fn all<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T>,
) -> std::result::Result<Vec<T>, CoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<Result<_>>()?)
}

/// A calendar date from a cell.
///
/// # Errors
/// When the cell holds none.
pub fn date(row: &Row<'_>, index: usize) -> Result<NaiveDate> {
    kata_domain::date::parse(row.get_ref(index)?.as_str()?).ok_or_else(|| {
        let error = FromSqlError::InvalidType;
        rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
    })
}
