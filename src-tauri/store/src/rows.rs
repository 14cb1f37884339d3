//! Rows of the nouns: loading them, writing them, all from one description of their fields.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::marker::PhantomData;
use std::sync::OnceLock;

use kata_domain::field::{Cell, Field};
use kata_domain::heads::{Heads, WireHeads, wire_name};
use kata_domain::ids::{OperationId, PersonId};
use kata_domain::noun::{Entity, Noun};
use kata_wire::{CoreError, Item, Meta};
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Params, Row};
use uuid::Uuid;

use crate::ids::wire_id;
use crate::retry::Told;
use crate::sql::{self, Cells};
use crate::{Reader, fields};

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
    /// The row, where it is not removed.
    ///
    /// # Errors
    /// [`CoreError::Removed`].
    pub fn present(self) -> Result<Stored<N>, CoreError> {
        match self.deleted_at {
            None => Ok(self),
            Some(_) => Err(CoreError::Removed {
                id: self.noun.wire_id(),
            }),
        }
    }

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
pub(crate) fn columns<N: Noun>(prefix: &str) -> String {
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
pub(crate) fn width<N: Noun>() -> usize {
    1 + N::FIELDS.len() + META_COLUMNS.split(", ").count()
}

/// Reads a row whose first columns are those of [`columns`].
pub(crate) fn decode<N: Noun>(row: &Row<'_>) -> Result<Stored<N>, CoreError> {
    let noun = N::from_cells(row.uuid(0)?, |index| {
        row.get_ref(1 + index).map_or(Cell::Null, sql::cell)
    })?;
    let meta = 1 + N::FIELDS.len();
    let heads = |index: usize| -> Result<Heads, CoreError> {
        let cell = row.get_ref(index).told()?;
        Ok(Heads::parse(
            cell.as_str_or_null().map_err(fields::damaged)?,
        )?)
    };
    Ok(Stored {
        noun,
        created_op: OperationId(row.uuid(meta)?),
        created_at: row.cell(meta + 1)?,
        created_by: row.id(meta + 2)?.map(PersonId),
        updated_at: row.cell(meta + 3)?,
        updated_by: row.id(meta + 4)?.map(PersonId),
        deleted_at: row.cell(meta + 5)?,
        returned: row.cell(meta + 6)?,
        heads: heads(meta + 7)?,
        open: heads(meta + 8)?,
    })
}

/// A query whose rows are of one noun.
pub(crate) struct Select<N> {
    sql: OnceLock<String>,
    rest: &'static str,
    noun: PhantomData<fn() -> N>,
}

impl<N: Noun> Select<N> {
    /// `rest` is what follows `SELECT … FROM table`.
    pub(crate) const fn new(rest: &'static str) -> Select<N> {
        Select {
            sql: OnceLock::new(),
            rest,
            noun: PhantomData,
        }
    }

    /// All rows.
    pub(crate) fn all(
        &self,
        reader: Reader<'_>,
        params: impl Params,
    ) -> Result<Vec<Stored<N>>, CoreError> {
        sql::all(reader, self.sql(), params, decode)
    }

    /// The first row.
    pub(crate) fn first(
        &self,
        reader: Reader<'_>,
        params: impl Params,
    ) -> Result<Option<Stored<N>>, CoreError> {
        sql::first(reader, self.sql(), params, decode)
    }

    fn sql(&self) -> &str {
        self.sql.get_or_init(|| {
            let (columns, table) = (columns::<N>(""), N::ENTITY.name());
            format!("SELECT {columns} FROM {table} {}", self.rest)
        })
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

/// A row by its id; none where there is none.
pub(crate) fn find<N: Noun>(reader: Reader<'_>, id: Uuid) -> Result<Option<Stored<N>>, CoreError> {
    sql::first(reader, &statements::<N>().load, [id.as_bytes()], decode)
}

/// Loads a row by its id.
pub(crate) fn load<N: Noun>(reader: Reader<'_>, id: Uuid) -> Result<Stored<N>, CoreError> {
    find(reader, id)?.ok_or_else(|| CoreError::NotFound {
        id: wire_id(N::ENTITY.name(), id),
    })
}

/// A cell as SQLite takes it.
pub(crate) fn output(cell: Cell<'_>) -> ToSqlOutput<'_> {
    match cell {
        Cell::Null => ToSqlOutput::Owned(Value::Null),
        Cell::Integer(number) => number.into(),
        Cell::Real(number) => number.into(),
        Cell::Text(Cow::Borrowed(text)) => text.into(),
        Cell::Text(Cow::Owned(text)) => text.into(),
        Cell::Blob(Cow::Borrowed(bytes)) => bytes.into(),
        Cell::Blob(Cow::Owned(bytes)) => bytes.into(),
    }
}

fn meta_values<N: Noun>(row: &Stored<N>) -> [ToSqlOutput<'_>; 9] {
    let heads = |heads: &Heads| ToSqlOutput::Owned(heads.text().map_or(Value::Null, Value::Text));
    [
        row.created_op.0.as_bytes().as_slice().into(),
        row.created_at.into(),
        output(row.created_by.to_cell()),
        row.updated_at.into(),
        output(row.updated_by.to_cell()),
        ToSqlOutput::Owned(row.deleted_at.map_or(Value::Null, Value::Integer)),
        row.returned.into(),
        heads(&row.heads),
        heads(&row.open),
    ]
}

/// Inserts a row.
pub(crate) fn insert<N: Noun>(reader: Reader<'_>, row: &Stored<N>) -> Result<(), CoreError> {
    let id = row.noun.uuid();
    let mut values: Vec<ToSqlOutput<'_>> = vec![id.as_bytes().as_slice().into()];
    values.extend((0..N::FIELDS.len()).map(|index| output(row.noun.cell(index))));
    values.extend(meta_values(row));
    let sql = &statements::<N>().insert;
    sql::run(reader, sql, rusqlite::params_from_iter(values))
}

/// Updates the named fields and the meta columns of a row; other columns, also those of a newer
/// app, stay untouched.
pub(crate) fn update<N: Noun>(
    reader: Reader<'_>,
    row: &Stored<N>,
    fields: &[usize],
) -> Result<(), CoreError> {
    let mut sql = format!("UPDATE {} SET ", N::ENTITY.name());
    for index in fields {
        let _ = write!(sql, "{} = ?, ", N::FIELDS[*index].name);
    }
    let _ = write!(sql, "({META_COLUMNS}) = ({META_MARKS}) WHERE id = ?");
    let id = row.noun.uuid();
    let mut values: Vec<ToSqlOutput<'_>> = fields
        .iter()
        .map(|index| output(row.noun.cell(*index)))
        .collect();
    values.extend(meta_values(row));
    values.push(id.as_bytes().as_slice().into());
    sql::run(reader, &sql, rusqlite::params_from_iter(values))
}

/// Whether any row that is there points at this one.
pub(crate) fn is_pointed_at(
    reader: Reader<'_>,
    entity: Entity,
    id: Uuid,
) -> Result<bool, CoreError> {
    let keys = "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2";
    for other in Entity::ALL {
        let names = [other.name(), entity.name()];
        for column in sql::all(reader, keys, names, |row| row.cell::<String>(0))? {
            let sql = format!(
                "SELECT 1 FROM {} WHERE {column} = ?1 AND deleted_at IS NULL",
                other.name()
            );
            if sql::exists(reader, &sql, [id.as_bytes()])? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
