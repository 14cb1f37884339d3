//! One entry of the log of a field.

use serde_json::Value;

/// The id of the operation that wrote an entry; within one field it names the entry.
pub type OpId = [u8; 16];

/// One entry of a field's log.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The operation that wrote it.
    pub op: OpId,
    /// The writer's hybrid logical clock. It only orders entries that did not see each other.
    pub hlc: i64,
    /// The writer's device, which decides between equal clocks.
    pub device: [u8; 16],
    /// The entries whose value the writer saw and replaced.
    pub parents: Vec<OpId>,
    /// What was written.
    pub value: Value,
    /// The operation that the writer took back with it.
    pub undoes: Option<OpId>,
}
