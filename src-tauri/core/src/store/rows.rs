//! Rows of the nouns: loading them, writing them, all from one description of their fields.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::marker::PhantomData;
use std::sync::OnceLock;

use kata_domain::field::Cell;
use kata_domain::ids::{OperationId, PersonId};
use kata_domain::noun::{Entity, Noun};
use kata_domain::of_entity;
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{Connection, Row, Statement, ToSql};
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::feed::wire_id;
use crate::store::fields;
use crate::store::heads::{Heads, WireHeads, wire_name};
use crate::views::lines::{Item, Meta};

/// Columns that every table has after the noun's own.
pub const META_COLUMNS: &str =
    "created_op, created_at, created_by, updated_at, updated_by, deleted_at, returned, heads, open";

/// One mark for each of them.
const META_MARKS: &str = "?, ?, ?, ?, ?, ?, ?, ?, ?";

/// A row with where it stands in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<N> {
    /// The noun.
    pub noun: N,
    /// The operation that made it.
    pub created_op: OperationId,
    /// UTC milliseconds.
    pub created_at: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// Who changed it last.
    pub updated_by: Option<PersonId>,
    /// When it was removed; none while it is there.
    pub deleted_at: Option<i64>,
    /// A removal met an edit; the edit won.
    pub returned: bool,
    /// Heads of the fields written after the creation.
    pub heads: Heads,
    /// Those heads whose value is not part of what is shown: versions that stand open.
    pub open: Heads,
}

impl<N: Noun> Stored<N> {
    /// As it travels.
    pub fn into_item(self) -> Item<N> {
        Item {
            meta: Meta {
                created_at: self.created_at,
                created_by: self.created_by,
                updated_at: self.updated_at,
                updated_by: self.updated_by,
                returned: self.returned,
                open: self
                    .open
                    .fields()
                    .map(|field| wire_name(field).into())
                    .collect(),
                heads: WireHeads {
                    created: self.created_op,
                    heads: self.heads.without(&self.open),
                },
            },
            noun: self.noun,
        }
    }
}

/// `id, field, field, …` of a noun, with its meta columns; prefixed for joins.
pub fn columns<N: Noun>(prefix: &str) -> String {
    let mut text = format!("{prefix}id");
    for field in N::FIELDS {
        let _ = write!(text, ", {prefix}{}", field.name);
    }
    for column in META_COLUMNS.split(", ") {
        let _ = write!(text, ", {prefix}{column}");
    }
    text
}

/// How many columns [`columns`] names.
pub fn width<N: Noun>() -> usize {
    1 + N::FIELDS.len() + META_COLUMNS.split(", ").count()
}

/// Reads a row that was selected with [`columns`], from column `offset` on.
///
/// # Errors
/// When a cell does not hold what its field needs.
pub fn decode<N: Noun>(row: &Row<'_>, offset: usize) -> Result<Stored<N>, CoreError> {
    let id = Uuid::from_bytes(row.get(offset)?);
    let noun = N::from_cells(id, |index| match row.get_ref(offset + 1 + index) {
        Ok(ValueRef::Null) | Err(_) => Cell::Null,
        Ok(ValueRef::Integer(n)) => Cell::Integer(n),
        Ok(ValueRef::Real(x)) => Cell::Real(x),
        Ok(ValueRef::Text(bytes)) => Cell::Text(text(bytes)),
        Ok(ValueRef::Blob(bytes)) => Cell::Blob(bytes.into()),
    })?;
    let meta = offset + 1 + N::FIELDS.len();
    let person = |index: usize| -> rusqlite::Result<Option<PersonId>> {
        Ok(row
            .get::<_, Option<[u8; 16]>>(index)?
            .map(|bytes| PersonId(Uuid::from_bytes(bytes))))
    };
    let heads = |index: usize| {
        Heads::parse(
            row.get_ref(index)?
                .as_str_or_null()
                .map_err(fields::damaged)?,
        )
    };
    Ok(Stored {
        noun,
        created_op: OperationId(Uuid::from_bytes(row.get(meta)?)),
        created_at: row.get(meta + 1)?,
        created_by: person(meta + 2)?,
        updated_at: row.get(meta + 3)?,
        updated_by: person(meta + 4)?,
        deleted_at: row.get(meta + 5)?,
        returned: row.get(meta + 6)?,
        heads: heads(meta + 7)?,
        open: heads(meta + 8)?,
    })
}

/// A text as far as it is one. Asked first whether it is: the lossy reading goes byte by byte, and a
/// screen reads tens of thousands.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// A query whose rows are of one noun.
pub struct Select<N> {
    sql: OnceLock<String>,
    rest: &'static str,
    noun: PhantomData<fn() -> N>,
}

impl<N: Noun> Select<N> {
    /// `rest` is what follows `SELECT … FROM table`.
    pub const fn new(rest: &'static str) -> Select<N> {
        Select {
            sql: OnceLock::new(),
            rest,
            noun: PhantomData,
        }
    }

    /// All rows.
    ///
    /// # Errors
    /// What SQLite says, or a damaged cell.
    pub fn all(
        &self,
        connection: &Connection,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Stored<N>>, CoreError> {
        let mut statement = self.prepare(connection)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(decode(row, 0)?);
        }
        Ok(found)
    }

    /// The first row.
    ///
    /// # Errors
    /// What SQLite says, or a damaged cell.
    pub fn first(
        &self,
        connection: &Connection,
        params: impl rusqlite::Params,
    ) -> Result<Option<Stored<N>>, CoreError> {
        let mut statement = self.prepare(connection)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(|row| decode(row, 0)).transpose()
    }

    fn prepare<'c>(
        &self,
        connection: &'c Connection,
    ) -> Result<rusqlite::CachedStatement<'c>, CoreError> {
        let sql = self.sql.get_or_init(|| {
            format!(
                "SELECT {} FROM {} {}",
                columns::<N>(""),
                N::ENTITY.name(),
                self.rest
            )
        });
        Ok(connection.prepare_cached(sql)?)
    }
}

/// The statements of a noun that are always the same, put together once.
struct Statements {
    load: String,
    insert: String,
}

fn statements<N: Noun>() -> &'static Statements {
    static ALL: [OnceLock<Statements>; Entity::ALL.len()] =
        [const { OnceLock::new() }; Entity::ALL.len()];
    ALL[N::ENTITY as usize].get_or_init(|| {
        let (table, columns) = (N::ENTITY.name(), columns::<N>(""));
        let marks = vec!["?"; width::<N>()].join(", ");
        Statements {
            load: format!("SELECT {columns} FROM {table} WHERE id = ?1"),
            insert: format!("INSERT INTO {table}({columns}) VALUES ({marks})"),
        }
    })
}

/// Loads a row by its id.
///
/// # Errors
/// [`CoreError::NotFound`] where there is none.
pub fn load<N: Noun>(connection: &Connection, id: Uuid) -> Result<Stored<N>, CoreError> {
    let mut statement = connection.prepare_cached(&statements::<N>().load)?;
    let mut rows = statement.query([id.as_bytes()])?;
    match rows.next()? {
        Some(row) => decode(row, 0),
        None => Err(CoreError::NotFound {
            id: wire_id(N::ENTITY.name(), id),
        }),
    }
}

fn sql_value(cell: Cell<'_>) -> SqlValue {
    match cell {
        Cell::Null => SqlValue::Null,
        Cell::Integer(n) => SqlValue::Integer(n),
        Cell::Real(x) => SqlValue::Real(x),
        Cell::Text(text) => SqlValue::Text(text.into_owned()),
        Cell::Blob(bytes) => SqlValue::Blob(bytes.into_owned()),
    }
}

fn bind(statement: &mut Statement<'_>, values: &[SqlValue]) -> Result<usize, CoreError> {
    for (index, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(index + 1, ToSqlOutput::Borrowed(value.into()))?;
    }
    Ok(statement.raw_execute()?)
}

fn meta_values<N: Noun>(row: &Stored<N>) -> Vec<SqlValue> {
    let person =
        |p: Option<PersonId>| p.map_or(SqlValue::Null, |p| SqlValue::Blob(p.0.as_bytes().to_vec()));
    vec![
        SqlValue::Blob(row.created_op.0.as_bytes().to_vec()),
        SqlValue::Integer(row.created_at),
        person(row.created_by),
        SqlValue::Integer(row.updated_at),
        person(row.updated_by),
        row.deleted_at.map_or(SqlValue::Null, SqlValue::Integer),
        SqlValue::Integer(i64::from(row.returned)),
        row.heads.text().map_or(SqlValue::Null, SqlValue::Text),
        row.open.text().map_or(SqlValue::Null, SqlValue::Text),
    ]
}

/// Inserts a row.
///
/// # Errors
/// What SQLite says.
pub fn insert<N: Noun>(connection: &Connection, row: &Stored<N>) -> Result<(), CoreError> {
    let mut values = vec![SqlValue::Blob(row.noun.uuid().as_bytes().to_vec())];
    values.extend((0..N::FIELDS.len()).map(|index| sql_value(row.noun.cell(index))));
    values.extend(meta_values(row));
    bind(
        &mut *connection.prepare_cached(&statements::<N>().insert)?,
        &values,
    )?;
    Ok(())
}

/// Updates the named fields and the meta columns of a row; other columns, also those of a newer
/// app, stay untouched.
///
/// # Errors
/// What SQLite says.
pub fn update<N: Noun>(
    connection: &Connection,
    row: &Stored<N>,
    fields: &[usize],
) -> Result<(), CoreError> {
    let mut sql = format!("UPDATE {} SET ", N::ENTITY.name());
    for index in fields {
        let _ = write!(sql, "{} = ?, ", N::FIELDS[*index].name);
    }
    let _ = write!(sql, "({META_COLUMNS}) = ({META_MARKS}) WHERE id = ?");
    let mut values: Vec<SqlValue> = fields
        .iter()
        .map(|index| sql_value(row.noun.cell(*index)))
        .collect();
    values.extend(meta_values(row));
    values.push(SqlValue::Blob(row.noun.uuid().as_bytes().to_vec()));
    bind(&mut *connection.prepare_cached(&sql)?, &values)?;
    Ok(())
}

/// The team a row belongs to.
///
/// # Errors
/// What SQLite says.
pub fn team_of(
    connection: &Connection,
    entity: Entity,
    id: Uuid,
) -> Result<Option<Uuid>, CoreError> {
    if entity == Entity::Team {
        return Ok(Some(id));
    }
    let Some(sql) = of_entity!(entity, N => team_query::<N>()) else {
        return Ok(None);
    };
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(Uuid::from_bytes(row.get(0)?)))
}

/// Which team a row of a noun belongs to: its own field says so, or the row it belongs to.
fn team_query<N: Noun>() -> Option<String> {
    let own = N::ENTITY.name();
    let has = |name: &str| N::FIELDS.iter().any(|field| field.name == name);
    let through = |parent: &str| {
        format!(
            "SELECT p.team_id FROM {own} x JOIN {parent} p ON p.id = x.{parent}_id WHERE x.id = ?1"
        )
    };
    if has("team_id") {
        Some(format!("SELECT team_id FROM {own} WHERE id = ?1"))
    } else if has("focus_process_id") {
        Some(through(Entity::FocusProcess.name()))
    } else if has("metric_id") {
        Some(through(Entity::Metric.name()))
    } else if has("retrospective_id") {
        Some(through(Entity::Retrospective.name()))
    } else {
        None
    }
}

/// Whether any row that is there points at this one.
///
/// # Errors
/// What SQLite says.
pub fn is_pointed_at(connection: &Connection, entity: Entity, id: Uuid) -> Result<bool, CoreError> {
    for other in Entity::ALL {
        let mut keys = connection.prepare_cached(
            "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2",
        )?;
        let columns: Vec<String> = keys
            .query_map([other.name(), entity.name()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for column in columns {
            let sql = format!(
                "SELECT EXISTS (SELECT 1 FROM {} WHERE {column} = ?1 AND deleted_at IS NULL)",
                other.name()
            );
            if connection.query_row(&sql, [id.as_bytes()], |row| row.get(0))? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// An id as a parameter.
pub fn blob(id: &Uuid) -> &dyn ToSql {
    id.as_bytes()
}
