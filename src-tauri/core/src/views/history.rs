//! Who wrote what and when: the history of a row or a field, and the log of the file.

use kata_domain::ids::{OperationId, PersonId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::lines::{Look, Version};
use crate::api::requests::{HistoryGet, LogGet};
use crate::error::{CoreError, camel, snake};
use crate::store::feed::{any_id, person_name, wire_id};
use crate::store::sql::{self, ToSql};
use crate::store::{fields, log};

/// Versions that a history shows at most.
const VERSIONS: i64 = 200;
/// Operations that a page of the log has at most.
const PAGE: i64 = 1000;

const SELECT: &str = "SELECT c.op_id, o.actor, (SELECT name FROM person WHERE id = o.actor), o.at_ms, o.kind, c.field, c.value
     FROM change c JOIN operation o USING (op_id)";

/// The versions of a row or of one of its fields.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Newest first.
    pub versions: Vec<Version>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Log {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Oldest first.
    pub operations: Vec<LogLine>,
}

/// One operation of the log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// Its place in this file.
    pub seq: i64,
    /// Its id.
    pub op: OperationId,
    /// Its kind.
    pub kind: String,
    /// UTC milliseconds, by the writer's clock.
    pub at: i64,
    /// Who did it.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// The operation it undoes.
    pub undoes: Option<OperationId>,
    /// What it changed.
    pub changes: Vec<LogChange>,
}

/// One change of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogChange {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
}

/// The versions of a row, or of one of its fields, newest first.
///
/// # Errors
/// When the id is no row's.
pub fn get(look: &Look<'_>, request: HistoryGet) -> Result<History, CoreError> {
    let (_, id) = any_id(&request.id)?;
    let field = request.field.as_deref().map(snake);
    let versions = versions(
        look,
        "WHERE c.entity_id = ?1 AND (?2 IS NULL OR c.field IN (?2, '')) ORDER BY o.seq DESC LIMIT ?3",
        &[&id.as_bytes(), &field, &VERSIONS],
    )?;
    let versions = match &request.field {
        Some(field) => versions
            .into_iter()
            .map(|version| of_field(version, field))
            .collect(),
        None => versions,
    };
    Ok(History {
        as_of_seq: look.as_of_seq,
        versions,
    })
}

/// The part of a creation that is of one field.
fn of_field(mut version: Version, field: &str) -> Version {
    if version.field == fields::CREATION {
        version.value = version
            .value
            .get_mut(snake(field))
            .map(Value::take)
            .unwrap_or(Value::Null);
    }
    version
}

/// What was written in a row after it was sealed, oldest first.
pub(crate) fn versions_after_seal(look: &Look<'_>, id: Uuid) -> Result<Vec<Version>, CoreError> {
    versions(
        look,
        "WHERE c.entity_id = ?1 AND o.seq > (SELECT min(s.seq) FROM change k JOIN operation s USING (op_id)
           WHERE k.entity_id = ?1 AND k.field = 'sealed') ORDER BY o.seq",
        &[&id.as_bytes()],
    )
}

/// Versions of given operations in a field, newest first by the log.
pub(crate) fn versions(
    look: &Look<'_>,
    rest: &str,
    params: &[&dyn ToSql],
) -> Result<Vec<Version>, CoreError> {
    let read = |row: &sql::Row<'_>| {
        let text: Option<String> = row.get(6)?;
        let by: Option<[u8; 16]> = row.get(1)?;
        Ok(Version {
            op: OperationId(Uuid::from_bytes(row.get(0)?)),
            by: by.map(|bytes| PersonId(Uuid::from_bytes(bytes))),
            by_name: row.get(2)?,
            at: row.get(3)?,
            kind: row.get(4)?,
            field: camel(&row.get::<_, String>(5)?),
            value: text
                .and_then(|t| serde_json::from_str(&t).ok())
                .unwrap_or(Value::Null),
        })
    };
    sql::all(look.connection, &format!("{SELECT} {rest}"), params, read)
}

/// A page of the log.
///
/// # Errors
/// What SQLite says.
pub fn log(look: &Look<'_>, request: LogGet) -> Result<Log, CoreError> {
    let limit = request.limit.unwrap_or(200).clamp(1, PAGE);
    let mut operations = Vec::new();
    for log::Logged {
        seq,
        operation,
        changes,
        ..
    } in log::after(look.connection, request.after, limit)?
    {
        let by = log::person(operation.actor);
        operations.push(LogLine {
            seq,
            op: log::op(operation.op_id),
            kind: operation.kind,
            at: operation.at_ms,
            by,
            by_name: by
                .map(|person| person_name(look.connection, person.0))
                .transpose()?
                .flatten(),
            undoes: operation.undoes.map(OperationId),
            changes: changes.into_iter().map(log_change).collect(),
        });
    }
    Ok(Log {
        as_of_seq: look.as_of_seq,
        operations,
    })
}

fn log_change(change: log::Change) -> LogChange {
    LogChange {
        id: wire_id(&change.entity, change.entity_id),
        entity: change.entity,
        field: camel(&change.field),
        value: change
            .value
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or(Value::Null),
    }
}
