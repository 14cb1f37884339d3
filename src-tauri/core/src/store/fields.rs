//! What the log holds of each field of a row, and how it is folded into one value.

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{Entry, Folded, Policy, fold};
use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use crate::error::CoreError;

/// The field under which removal and return are logged.
pub const DELETED: &str = "deleted";
/// The field under which the creation of a whole row is logged.
pub const CREATION: &str = "";

pub(super) fn damaged(error: impl std::fmt::Display) -> CoreError {
    CoreError::Damaged {
        path: String::new(),
        detail: format!("the log of a field: {error}"),
    }
}

/// How a kind of field merges.
pub fn policy(kind: Kind) -> Policy {
    match kind {
        Kind::Title | Kind::Text => Policy::Text,
        Kind::Choice => Policy::Choice,
        Kind::Newest => Policy::Newest,
    }
}

/// All log entries of one field of one row; the creation, or the batch the row was written with,
/// counts as an entry of each field.
///
/// # Errors
/// What SQLite says.
pub fn entries(
    connection: &Connection,
    row: Uuid,
    created: OperationId,
    field: &str,
) -> Result<Vec<Entry>, CoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT c.op_id, o.hlc, o.device, c.parents, c.value, c.entity, c.field, o.undoes
         FROM change c JOIN operation o USING (op_id)
         WHERE (c.entity_id = ?1 AND c.field IN (?2, ''))
            OR (c.op_id = ?3 AND c.entity = 'observation_batch'
                AND c.entity_id = (SELECT batch_id FROM observation WHERE id = ?1))
         ORDER BY o.seq",
    )?;
    let mut rows = statement.query((row.as_bytes(), field, created.0.as_bytes()))?;
    let mut entries = Vec::new();
    while let Some(found) = rows.next()? {
        let text: Option<String> = found.get(4)?;
        let mut value = text
            .map_or(Ok(Value::Null), |t| serde_json::from_str(&t))
            .map_err(damaged)?;
        if found.get_ref(5)?.as_str().map_err(damaged)? == BATCH {
            value = batch_row(&mut value, row);
        }
        if found.get_ref(6)?.as_str().map_err(damaged)? == CREATION {
            value = value.get_mut(field).map(Value::take).unwrap_or(Value::Null);
        }
        entries.push(Entry {
            op: found.get(0)?,
            hlc: found.get(1)?,
            device: found.get::<_, Option<[u8; 16]>>(2)?.unwrap_or_default(),
            parents: split_parents(found.get_ref(3)?.as_blob_or_null().map_err(damaged)?),
            value,
            undoes: found.get(7)?,
        });
    }
    Ok(entries)
}

/// The entity under which a batch of observations is logged.
pub const BATCH: &str = "observation_batch";

/// One row of a logged batch.
fn batch_row(batch: &mut Value, row: Uuid) -> Value {
    let id = kata_domain::ids::ObservationId(row).to_string();
    batch
        .get_mut("rows")
        .and_then(Value::as_array_mut)
        .and_then(|rows| rows.iter_mut().find(|r| r["id"] == id.as_str()))
        .map(Value::take)
        .unwrap_or(Value::Null)
}

/// Folds the entries of a field; null without any.
pub fn folded(entries: &[Entry], kind: Kind) -> Folded {
    fold(entries, policy(kind)).unwrap_or(Folded {
        value: Value::Null,
        heads: Vec::new(),
        open: Vec::new(),
        merged: false,
    })
}

/// Parents as they stand in the log: 16 bytes each, end to end.
pub fn join_parents(parents: &[OperationId]) -> Option<Vec<u8>> {
    (!parents.is_empty()).then(|| parents.iter().flat_map(|op| *op.0.as_bytes()).collect())
}

/// Parents from the log.
pub fn split_parents(bytes: Option<&[u8]>) -> Vec<[u8; 16]> {
    bytes.unwrap_or_default().as_chunks::<16>().0.to_vec()
}

/// Refuses a base that cannot be one: an operation of this log that wrote another field or row.
///
/// One that the log does not have is taken as it is. It was seen in another copy of this file, in the
/// place of which an older one lies now: what was typed there is nobody's mistake, and stands beside
/// what is here until a person chooses.
///
/// # Errors
/// [`CoreError::RequestInvalid`].
pub fn check_base(
    connection: &Connection,
    command: &str,
    row: Uuid,
    created: OperationId,
    field: &str,
    base: &[OperationId],
) -> Result<(), CoreError> {
    let mut foreign = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM operation WHERE op_id = ?1)
            AND NOT EXISTS (SELECT 1 FROM change
                            WHERE op_id = ?1 AND entity_id = ?2 AND field IN (?3, ''))",
    )?;
    for op in base.iter().filter(|op| **op != created) {
        if foreign.query_row((op.0.as_bytes(), row.as_bytes(), field), |row| row.get(0))? {
            return Err(CoreError::RequestInvalid {
                command: command.to_owned(),
                detail: format!("basedOn: {op} did not write {field}"),
            });
        }
    }
    Ok(())
}
