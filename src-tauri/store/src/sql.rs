//! How the store asks: a query, its parameters, and a function for each row. What is read of a noun
//! is read as the noun's field has it.

use std::borrow::Cow;

use kata_domain::field::{Cell, Field};
use kata_wire::CoreError;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Params, Row};
use uuid::Uuid;

use crate::Reader;
use crate::retry::Told;

/// The first row of a query; none where there is no row.
pub(crate) fn first<T>(
    reader: Reader<'_>,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, CoreError>,
) -> Result<Option<T>, CoreError> {
    let mut statement = reader.0.prepare_cached(sql).told()?;
    let mut rows = statement.query(params).told()?;
    rows.next().told()?.map(read).transpose()
}

/// The only cell of a query that always has one row.
pub(crate) fn one<T: FromSql>(
    reader: Reader<'_>,
    sql: &str,
    params: impl Params,
) -> Result<T, CoreError> {
    let mut statement = reader.0.prepare_cached(sql).told()?;
    statement.query_row(params, |row| row.get(0)).told()
}

/// Whether a query has a row.
pub(crate) fn exists(
    reader: Reader<'_>,
    sql: &str,
    params: impl Params,
) -> Result<bool, CoreError> {
    Ok(first(reader, sql, params, |_| Ok(()))?.is_some())
}

/// All rows of a query.
pub(crate) fn all<T>(
    reader: Reader<'_>,
    sql: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, CoreError>,
) -> Result<Vec<T>, CoreError> {
    let mut statement = reader.0.prepare_cached(sql).told()?;
    let mut rows = statement.query(params).told()?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().told()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// Runs a statement that has no answer.
pub(crate) fn run(reader: Reader<'_>, sql: &str, params: impl Params) -> Result<(), CoreError> {
    let mut statement = reader.0.prepare_cached(sql).told()?;
    statement.execute(params).told().map(drop)
}

/// What stands in the columns of a row.
pub(crate) trait Cells {
    /// As SQLite has it.
    fn cell<T: FromSql>(&self, column: usize) -> Result<T, CoreError>;

    /// As a field of a noun has it.
    fn field<T: Field>(&self, column: usize) -> Result<T, CoreError>;

    /// An id of any kind; none where it is null.
    fn id(&self, column: usize) -> Result<Option<Uuid>, CoreError> {
        let bytes = self.cell::<Option<[u8; 16]>>(column)?;
        Ok(bytes.map(Uuid::from_bytes))
    }

    /// An id of any kind.
    fn uuid(&self, column: usize) -> Result<Uuid, CoreError> {
        self.cell(column).map(Uuid::from_bytes)
    }
}

impl Cells for Row<'_> {
    fn cell<T: FromSql>(&self, column: usize) -> Result<T, CoreError> {
        self.get(column).told()
    }

    fn field<T: Field>(&self, column: usize) -> Result<T, CoreError> {
        let cell = self.get_ref(column).map_or(Cell::Null, cell);
        Ok(T::from_cell(cell)?)
    }
}

/// A value of SQLite as a noun's field reads it.
pub(crate) fn cell(value: ValueRef<'_>) -> Cell<'_> {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Real(number) => Cell::Real(number),
        // Asked first whether it is text at all: the lossy reading goes byte by byte, and a screen
        // reads tens of thousands.
        ValueRef::Text(bytes) => Cell::Text(
            std::str::from_utf8(bytes)
                .map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed),
        ),
        ValueRef::Blob(bytes) => Cell::Blob(bytes.into()),
    }
}
