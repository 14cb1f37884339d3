//! What stands in the log for a field of a row, and how it is folded into one value.

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{Entry, Folded, Policy, fold};
use kata_wire::CoreError;
use serde_json::Value;

/// The field under which removal and return are logged.
pub const DELETED: &str = "deleted";
/// The field under which the creation of a whole row is logged.
pub const CREATION: &str = "";

pub(crate) fn damaged(error: impl std::fmt::Display) -> CoreError {
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

/// The entity under which a batch of observations is logged.
pub const BATCH: &str = "observation_batch";

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
