//! Where each field of a row stands in the log: its heads, and which of them are open.
//!
//! A row keeps its heads beside its values, so that a screen can say what an edit is based on without
//! reading the log. A field that was never written after the creation has the creation as its head.

use std::collections::BTreeMap;
use std::fmt;

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{Entry, Folded, Policy, fold};
use rusqlite::Connection;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use uuid::Uuid;

use crate::error::{CoreError, camel};

/// The field under which removal and return are logged.
pub const DELETED: &str = "deleted";
/// The field under which the creation of a whole row is logged.
pub const CREATION: &str = "";

/// The heads of a row's fields, by column name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heads(pub BTreeMap<String, Vec<OperationId>>);

impl Heads {
    /// Reads the `heads` cell.
    ///
    /// # Errors
    /// When the cell is damaged.
    pub fn parse(text: Option<&str>) -> Result<Heads, CoreError> {
        let Some(text) = text else {
            return Ok(Heads::default());
        };
        serde_json::from_str(text).map_err(damaged)
    }

    /// The text of the `heads` cell; none when only the creation stands.
    pub fn text(&self) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let map: BTreeMap<&str, Vec<String>> = self
            .0
            .iter()
            .map(|(field, ops)| {
                (
                    field.as_str(),
                    ops.iter().map(|op| op.0.simple().to_string()).collect(),
                )
            })
            .collect();
        Some(serde_json::json!(map).to_string())
    }

    /// The heads of a field.
    pub fn of(&self, field: &str, created: OperationId) -> Vec<OperationId> {
        self.0.get(field).cloned().unwrap_or_else(|| vec![created])
    }

    /// The heads that are shown: without those that stand open. An ordinary edit is based on these;
    /// only a person's choice is based on all.
    pub fn without(mut self, open: &Heads) -> Heads {
        for (field, ops) in &open.0 {
            if let Some(heads) = self.0.get_mut(field) {
                heads.retain(|op| !ops.contains(op));
            }
        }
        self
    }

    /// Every head of the row, each once.
    pub fn all(&self, created: OperationId) -> Vec<OperationId> {
        let mut all = vec![created];
        for op in self.0.values().flatten() {
            if !all.contains(op) {
                all.push(*op);
            }
        }
        all
    }

    /// The heads as they travel: wire names, the creation under `""`.
    pub fn wire(self, created: OperationId) -> BTreeMap<String, Vec<OperationId>> {
        let name = |field: String| {
            if field.contains('_') {
                camel(&field)
            } else {
                field
            }
        };
        let mut wire: BTreeMap<_, _> = self
            .0
            .into_iter()
            .map(|(field, ops)| (name(field), ops))
            .collect();
        wire.insert(CREATION.to_owned(), vec![created]);
        wire
    }
}

/// Ids stand without a prefix in the cell. Read straight into their map: a screen reads thousands.
impl<'de> Deserialize<'de> for Heads {
    fn deserialize<D: Deserializer<'de>>(cell: D) -> Result<Heads, D::Error> {
        cell.deserialize_map(HeadsVisitor)
    }
}

struct HeadsVisitor;

impl<'de> Visitor<'de> for HeadsVisitor {
    type Value = Heads;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("heads by field")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Heads, A::Error> {
        let mut heads = Heads::default();
        while let Some((field, ids)) = map.next_entry::<String, Vec<Uuid>>()? {
            heads
                .0
                .insert(field, ids.into_iter().map(OperationId).collect());
        }
        Ok(heads)
    }
}

fn damaged(error: impl std::fmt::Display) -> CoreError {
    CoreError::Damaged {
        path: String::new(),
        detail: format!("heads of a row: {error}"),
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
        "SELECT c.op_id, o.hlc, o.device, c.parents, c.value, c.entity, c.field
         FROM change c JOIN operation o USING (op_id)
         WHERE (c.entity_id = ?1 AND c.field IN (?2, ''))
            OR (c.op_id = ?3 AND c.entity = 'observation_batch')
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
