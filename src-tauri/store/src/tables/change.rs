//! Changes of the log: what operations wrote, a field of a row each.

use kata_domain::ids::{ObservationId, OperationId, PersonId, TeamId};
use kata_domain::merge::Entry;
use kata_domain::noun::Entity;
use kata_wire::{CoreError, Wrote};
use rusqlite::{Params, Row};
use serde_json::Value;
use uuid::Uuid;

use super::observation::batch_of_the_row;
use crate::fields::{BATCH, CREATION, damaged, split_parents};
use crate::log::Change;
use crate::sql::{self, Cells};
use crate::{Reader, Who};

/// How much is read of an operation's changes. An import has hundreds, with thousands of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// At most so many.
    pub changes: i64,
    /// Also what was written.
    pub values: bool,
}

impl Take {
    /// Everything.
    pub const ALL: Take = Take {
        changes: i64::MAX,
        values: true,
    };
}

/// What an operation changed, in the order it was written.
///
/// # Errors
/// What SQLite says.
pub fn of(reader: Reader<'_>, op_id: Uuid, take: Take) -> Result<Vec<Change>, CoreError> {
    let sql = "SELECT entity, entity_id, team_id, field, parents, CASE WHEN ?2 THEN value END
         FROM change WHERE op_id = ?1 ORDER BY rowid LIMIT ?3";
    sql::all(
        reader,
        sql,
        (op_id.as_bytes(), take.values, take.changes),
        change,
    )
}

/// How many changes an operation has.
///
/// # Errors
/// What SQLite says.
pub fn count_of(reader: Reader<'_>, op_id: Uuid) -> Result<i64, CoreError> {
    let sql = "SELECT count(*) FROM change WHERE op_id = ?1";
    sql::one(reader, sql, [op_id.as_bytes()])
}

fn change(row: &Row<'_>) -> Result<Change, CoreError> {
    Ok(Change {
        entity: row.cell(0)?,
        entity_id: row.uuid(1)?,
        team_id: row.id(2)?,
        field: row.cell(3)?,
        parents: row.cell(4)?,
        value: row.cell(5)?,
    })
}

/// Appends what an operation changed.
pub(super) fn append(reader: Reader<'_>, op_id: Uuid, changes: &[Change]) -> Result<(), CoreError> {
    let sql = "INSERT INTO change(op_id, entity, entity_id, team_id, field, parents, value)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for change in changes {
        let put = (
            op_id.as_bytes(),
            &change.entity,
            change.entity_id.as_bytes(),
            change.team_id.as_ref().map(Uuid::as_bytes),
            &change.field,
            change.parents.as_deref(),
            change.value.as_deref(),
        );
        sql::run(reader, sql, put)?;
    }
    Ok(())
}

/// All log entries of one field of one row, the oldest first; the creation, or the batch the row
/// was written with, counts as an entry of each field.
///
/// # Errors
/// What SQLite says.
pub fn entries(
    reader: Reader<'_>,
    row: Uuid,
    created: OperationId,
    field: &str,
) -> Result<Vec<Entry>, CoreError> {
    let sql = concat!(
        "SELECT c.op_id, o.hlc, o.device, c.parents, c.value, c.entity, c.field, o.undoes
         FROM change c JOIN operation o USING (op_id)
         WHERE (c.entity_id = ?1 AND c.field IN (?2, ''))
            OR (c.op_id = ?3 AND c.entity = 'observation_batch' AND c.entity_id = ",
        batch_of_the_row!(),
        ") ORDER BY o.seq"
    );
    let key = (row.as_bytes(), field, created.0.as_bytes());
    sql::all(reader, sql, key, |found| {
        let text: Option<String> = found.cell(4)?;
        let mut value = text
            .map_or(Ok(Value::Null), |text| serde_json::from_str(&text))
            .map_err(damaged)?;
        if found.cell::<String>(5)? == BATCH {
            value = batch_row(&mut value, row);
        }
        if found.cell::<String>(6)? == CREATION {
            value = value.get_mut(field).map(Value::take).unwrap_or(Value::Null);
        }
        Ok(Entry {
            op: found.cell(0)?,
            hlc: found.cell(1)?,
            device: found.cell::<Option<[u8; 16]>>(2)?.unwrap_or_default(),
            parents: split_parents(found.cell::<Option<Vec<u8>>>(3)?.as_deref()),
            value,
            undoes: found.cell(7)?,
        })
    })
}

/// One row of a logged batch.
fn batch_row(batch: &mut Value, row: Uuid) -> Value {
    let id = ObservationId(row).to_string();
    batch
        .get_mut("rows")
        .and_then(Value::as_array_mut)
        .and_then(|rows| rows.iter_mut().find(|r| r["id"] == id.as_str()))
        .map(Value::take)
        .unwrap_or(Value::Null)
}

/// Whether an operation wrote a field of a row, or made the row.
pub(crate) fn wrote(
    reader: Reader<'_>,
    op: OperationId,
    row: Uuid,
    field: &str,
) -> Result<bool, CoreError> {
    let sql = "SELECT 1 FROM change WHERE op_id = ?1 AND entity_id = ?2 AND field IN (?3, '')";
    sql::exists(reader, sql, (op.0.as_bytes(), row.as_bytes(), field))
}

/// The newest hybrid clock of what was written in a row; 0 where nothing was.
pub(crate) fn newest_clock_of(reader: Reader<'_>, row: Uuid) -> Result<i64, CoreError> {
    let sql = "SELECT coalesce(max(o.hlc), 0) FROM change c JOIN operation o USING (op_id)
         WHERE c.entity_id = ?1";
    sql::one(reader, sql, [row.as_bytes()])
}

/// The newest change of a row before an operation.
pub(crate) fn last_before(
    reader: Reader<'_>,
    op_id: Uuid,
    row: Uuid,
) -> Result<Option<Change>, CoreError> {
    let sql = "SELECT c.entity, c.entity_id, c.team_id, c.field, c.parents, c.value
         FROM change c JOIN operation o ON o.op_id = c.op_id JOIN operation this ON this.op_id = ?1
         WHERE c.entity_id = ?2 AND o.seq < this.seq ORDER BY o.seq DESC, c.rowid DESC LIMIT 1";
    sql::first(reader, sql, (op_id.as_bytes(), row.as_bytes()), change)
}

/// Whether a row was changed after an operation by anybody but this person on this device.
pub(crate) fn others_wrote_since(
    reader: Reader<'_>,
    op_id: Uuid,
    row: Uuid,
    who: &Who,
) -> Result<bool, CoreError> {
    let sql = "SELECT 1 FROM change c
         JOIN operation o ON o.op_id = c.op_id JOIN operation this ON this.op_id = ?1
         WHERE c.entity_id = ?2 AND o.seq > this.seq AND NOT (o.device IS ?3 AND o.actor IS ?4)";
    let actor = who.actor.map(|person| *person.0.as_bytes());
    let key = (op_id.as_bytes(), row.as_bytes(), who.device, actor);
    sql::exists(reader, sql, key)
}

/// The rows that operations touched, from after one sequence number up to another, each once: their
/// kind and their id.
pub(crate) fn touched(
    reader: Reader<'_>,
    after: i64,
    to: i64,
) -> Result<Vec<(String, Uuid)>, CoreError> {
    let sql = "SELECT DISTINCT c.entity, c.entity_id FROM change c JOIN operation o USING (op_id)
         WHERE o.seq > ?1 AND o.seq <= ?2";
    sql::all(reader, sql, (after, to), |row| {
        Ok((row.cell(0)?, row.uuid(1)?))
    })
}

/// The kind of rows that a change names; none where a newer version made it up.
fn kind_of(name: &str) -> Option<Entity> {
    match name {
        BATCH => Some(Entity::Observation),
        name => Entity::of_name(name),
    }
}

/// Where operations wrote, from after one sequence number up to another: the kinds of rows with
/// their teams, each once.
pub(crate) fn written_in(reader: Reader<'_>, after: i64, to: i64) -> Result<Vec<Wrote>, CoreError> {
    let sql = "SELECT DISTINCT c.entity, c.team_id FROM change c JOIN operation o USING (op_id)
         WHERE o.seq > ?1 AND o.seq <= ?2 ORDER BY c.entity, c.team_id";
    let found = sql::all(reader, sql, (after, to), |row| {
        let team: Option<[u8; 16]> = row.cell(1)?;
        Ok(kind_of(&row.cell::<String>(0)?).map(|entity| Wrote {
            entity,
            team_id: team.map(|team| TeamId(Uuid::from_bytes(team))),
        }))
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// What was written in a field, by whom and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The operation.
    pub op: OperationId,
    /// Who wrote it.
    pub by: Option<PersonId>,
    /// Their name, also where they were removed since.
    pub by_name: Option<String>,
    /// When, UTC milliseconds by their clock.
    pub at: i64,
    /// What the operation does.
    pub kind: String,
    /// The field's column; empty for a creation.
    pub field: String,
    /// JSON; none once it was purged.
    pub value: Option<String>,
}

macro_rules! writings {
    ($rest:expr) => {
        concat!(
            "SELECT c.op_id, o.actor, p.name, o.at_ms, o.kind, c.field, c.value
             FROM change c JOIN operation o USING (op_id) LEFT JOIN person p ON p.id = o.actor ",
            $rest
        )
    };
}

fn writings(reader: Reader<'_>, sql: &str, params: impl Params) -> Result<Vec<Writing>, CoreError> {
    sql::all(reader, sql, params, |row| {
        Ok(Writing {
            op: OperationId(row.uuid(0)?),
            by: row.field(1)?,
            by_name: row.cell(2)?,
            at: row.cell(3)?,
            kind: row.cell(4)?,
            field: row.cell(5)?,
            value: row.cell(6)?,
        })
    })
}

/// So many writings in a row, or in one of its fields with the row's creation, the newest first. A
/// number was written with others, in one entry that stands under the id of them all.
///
/// # Errors
/// What SQLite says.
pub fn of_row(
    reader: Reader<'_>,
    row: Uuid,
    field: Option<&str>,
    limit: i64,
) -> Result<Vec<Writing>, CoreError> {
    let sql = writings!(concat!(
        "WHERE c.entity_id IN (?1, ",
        batch_of_the_row!(),
        ") AND (?2 IS NULL OR c.field IN (?2, '')) ORDER BY o.seq DESC LIMIT ?3"
    ));
    writings(reader, sql, (row.as_bytes(), field, limit))
}

/// What was written in a row after it was sealed, the oldest first.
///
/// # Errors
/// What SQLite says.
pub fn after_seal(reader: Reader<'_>, row: Uuid) -> Result<Vec<Writing>, CoreError> {
    let sql = writings!(
        "WHERE c.entity_id = ?1 AND o.seq >
           (SELECT min(s.seq) FROM change k JOIN operation s USING (op_id)
            WHERE k.entity_id = ?1 AND k.field = 'sealed') ORDER BY o.seq"
    );
    writings(reader, sql, [row.as_bytes()])
}

/// Who wrote an operation, with the first thing it wrote; none where the log does not have it.
///
/// # Errors
/// What SQLite says.
pub fn first_of(reader: Reader<'_>, op: OperationId) -> Result<Option<Writing>, CoreError> {
    let sql = writings!("WHERE c.op_id = ?1 ORDER BY c.rowid LIMIT 1");
    Ok(writings(reader, sql, [op.0.as_bytes()])?.pop())
}

/// What had been sealed in a row when an operation came, as JSON; none where nothing was.
///
/// # Errors
/// What SQLite says.
pub fn sealed_before(reader: Reader<'_>, row: Uuid, seq: i64) -> Result<Option<String>, CoreError> {
    let sql = "SELECT c.value FROM change c JOIN operation o USING (op_id)
         WHERE c.entity_id = ?1 AND c.field = 'sealed' AND o.seq < ?2 ORDER BY o.seq LIMIT 1";
    Ok(sql::first(reader, sql, (row.as_bytes(), seq), |row| row.cell(0))?.flatten())
}
