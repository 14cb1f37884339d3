//! Who wrote what and when: the history of a row or a field, and the log of the file.

use kata_domain::ids::{OperationId, PersonId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::lines::Version;

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
