//! A field that two people wrote: both versions, side by side, until a person chooses.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::lines::Version;

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
