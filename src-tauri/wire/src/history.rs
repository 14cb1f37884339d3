//! Who wrote what, and versions that stand open.

use kata_domain::ids::{OperationId, PersonId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// One version of a field, as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// The operation that wrote it.
    pub op: OperationId,
    /// Who wrote it; none where the board does not say.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
    /// Kind of the operation.
    pub kind: String,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
}

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
    /// Oldest first, unless asked otherwise.
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
    /// What it changed, at most 50.
    pub changes: Vec<LogChange>,
    /// How many changes it has.
    pub change_count: i64,
}

/// One change of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogChange {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// What the row is called now: its own words, or the name of what it belongs to.
    pub title: Option<String>,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
    /// What was sealed in this field of a step, where the change came after the seal; null is a
    /// value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Value>,
}

/// The versions of a field that stand open.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// What the field shows now.
    pub shown: Value,
    /// All heads, the shown one first.
    pub versions: Vec<Version>,
    /// A proposal that has the words of all versions; none where they are no texts.
    pub merge: Option<String>,
}
