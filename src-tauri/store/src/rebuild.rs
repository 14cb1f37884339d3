//! The tables from the log alone: every row as a pure function of its log entries.
//!
//! This is how a file is proven sound, and how a damaged table is made again.

use std::collections::{BTreeMap, BTreeSet};

use kata_domain::heads::{CREATION, DELETED, Heads};
use kata_domain::ids::{OperationId, PersonId};
use kata_domain::merge::Entry;
use kata_domain::noun::{Entity, Noun};
use kata_domain::of_entity;
use kata_wire::CoreError;
use serde_json::Value;
use uuid::Uuid;

use crate::Reader;
use crate::fields::{self, BATCH};
use crate::log::{Change, Logged, Operation};
use crate::retry::Told;
use crate::rows::{self, Stored};
use crate::tables::operation;

/// How many operations are read at once.
const PAGE: i64 = 500;

/// One log entry of a row.
struct RowEntry {
    operation: Operation,
    field: String,
    parents: Vec<[u8; 16]>,
    value: Value,
}

type Rows = BTreeMap<Uuid, Vec<RowEntry>>;

/// Compares every table with what the log makes of it; one sentence for each row that differs.
///
/// # Errors
/// What SQLite says.
pub fn differences(reader: Reader<'_>, at_most: usize) -> Result<Vec<String>, CoreError> {
    let mut found = Vec::new();
    let mut rows = read_log(reader, &mut found)?;
    for entity in Entity::ALL {
        let of_entity = rows.remove(&entity).unwrap_or_default();
        compare_entity(reader, entity, of_entity, &mut found)?;
        if found.len() >= at_most {
            found.truncate(at_most);
            break;
        }
    }
    Ok(found)
}

fn compare_entity(
    reader: Reader<'_>,
    entity: Entity,
    rows: Rows,
    found: &mut Vec<String>,
) -> Result<(), CoreError> {
    of_entity!(entity, N => compare::<N>(reader, rows, found))
}

fn compare<N: Noun + Default>(
    reader: Reader<'_>,
    mut log: Rows,
    found: &mut Vec<String>,
) -> Result<(), CoreError> {
    let sql = format!(
        "SELECT {} FROM {} ORDER BY id",
        rows::columns::<N>(""),
        N::ENTITY.name()
    );
    let mut statement = reader.0.prepare(&sql).told()?;
    let mut table = statement.query([]).told()?;
    while let Some(row) = table.next().told()? {
        let stored: Stored<N> = rows::decode(row)?;
        let id = stored.noun.uuid();
        let Some(entries) = log.remove(&id) else {
            found.push(format!("{} stands in no log entry", stored.noun.wire_id()));
            continue;
        };
        let rebuilt = rebuild::<N>(id, &entries)?;
        if rebuilt != stored {
            let parts = differing(&stored, &rebuilt).join(", ");
            let id = stored.noun.wire_id();
            found.push(format!("{id} differs from its log in {parts}"));
        }
    }
    found.extend(
        log.keys()
            .map(|id| format!("{} {} is only in the log", N::ENTITY.name(), id.simple())),
    );
    Ok(())
}

/// What of a row is not what its log gives.
fn differing<N: Noun>(stored: &Stored<N>, rebuilt: &Stored<N>) -> Vec<&'static str> {
    let fields = N::FIELDS.iter().enumerate();
    let values = fields.filter(|(index, _)| stored.noun.cell(*index) != rebuilt.noun.cell(*index));
    let meta = [
        (
            "created",
            stored.created_op != rebuilt.created_op
                || stored.created_at != rebuilt.created_at
                || stored.created_by != rebuilt.created_by,
        ),
        (
            "updated",
            stored.updated_at != rebuilt.updated_at || stored.updated_by != rebuilt.updated_by,
        ),
        (
            "removal",
            stored.deleted_at != rebuilt.deleted_at || stored.returned != rebuilt.returned,
        ),
        ("heads", stored.heads != rebuilt.heads),
        ("open versions", stored.open != rebuilt.open),
    ];
    values
        .map(|(_, field)| field.name)
        .chain(
            meta.into_iter()
                .filter_map(|(name, differs)| differs.then_some(name)),
        )
        .collect()
}

fn read_log(
    reader: Reader<'_>,
    found: &mut Vec<String>,
) -> Result<BTreeMap<Entity, Rows>, CoreError> {
    let mut all: BTreeMap<Entity, Rows> = BTreeMap::new();
    let mut after = 0;
    loop {
        let page = operation::after(reader, after, PAGE)?;
        let Some(last) = page.last() else {
            return Ok(all);
        };
        after = last.seq;
        for Logged {
            operation, changes, ..
        } in page
        {
            for change in changes {
                enter(&mut all, &operation, change, found)?;
            }
        }
    }
}

fn enter(
    all: &mut BTreeMap<Entity, Rows>,
    operation: &Operation,
    change: Change,
    found: &mut Vec<String>,
) -> Result<(), CoreError> {
    let value: Value = change
        .value
        .as_deref()
        .map_or(Ok(Value::Null), serde_json::from_str)
        .map_err(|error| CoreError::Damaged {
            path: String::new(),
            detail: error.to_string(),
        })?;
    let parents = fields::split_parents(change.parents.as_deref());
    if change.entity == BATCH {
        let rows = all.entry(Entity::Observation).or_default();
        for row in value["rows"].as_array().cloned().unwrap_or_default() {
            let id: Result<kata_domain::ids::ObservationId, _> =
                serde_json::from_value(row["id"].clone());
            let Ok(id) = id else { continue };
            rows.entry(id.0).or_default().push(RowEntry {
                operation: operation.clone(),
                field: CREATION.to_owned(),
                parents: Vec::new(),
                value: row,
            });
        }
        return Ok(());
    }
    let Some(entity) = Entity::of_name(&change.entity) else {
        found.push(format!(
            "the log knows a kind of row that this app does not: {}",
            change.entity
        ));
        return Ok(());
    };
    all.entry(entity)
        .or_default()
        .entry(change.entity_id)
        .or_default()
        .push(RowEntry {
            operation: operation.clone(),
            field: change.field,
            parents,
            value,
        });
    Ok(())
}

/// A row from its log entries.
fn rebuild<N: Noun + Default>(id: Uuid, entries: &[RowEntry]) -> Result<Stored<N>, CoreError> {
    let creation = entries
        .iter()
        .find(|entry| entry.field == CREATION)
        .ok_or_else(|| CoreError::Damaged {
            path: String::new(),
            detail: format!("{} has no creation", id.simple()),
        })?;
    let created_op = OperationId(creation.operation.op_id);
    let person = |operation: &Operation| operation.actor.map(PersonId);
    let newest = entries
        .iter()
        .map(|entry| &entry.operation)
        .next_back()
        .unwrap_or(&creation.operation);
    let mut row = Stored {
        noun: N::from_cells(id, blank_cell::<N>())?,
        created_op,
        created_at: creation.operation.at_ms,
        created_by: person(&creation.operation),
        updated_at: newest.at_ms,
        updated_by: person(newest),
        deleted_at: None,
        returned: false,
        heads: Heads::default(),
        open: Heads::default(),
    };
    for (index, field) in N::FIELDS.iter().enumerate() {
        let of_field = field_entries(entries, field.name);
        let folded = fields::folded(&of_field, field.kind);
        row.noun.set_json(index, &folded.value)?;
        if of_field.len() > 1 {
            let heads = folded
                .heads
                .iter()
                .map(|op| OperationId(Uuid::from_bytes(*op)))
                .collect();
            row.heads.set(field.name, heads);
        }
        if !folded.open.is_empty() {
            let open = folded
                .open
                .iter()
                .map(|op| OperationId(Uuid::from_bytes(*op)))
                .collect();
            row.open.set(field.name, open);
        }
    }
    fold_removal(&mut row, entries);
    Ok(row)
}

/// Cells that every field type takes, before the log's values are set.
fn blank_cell<'a, N: Noun + Default>() -> impl FnMut(usize) -> kata_domain::field::Cell<'a> {
    use kata_domain::field::Cell;
    let blank = N::default();
    move |index| match blank.cell(index) {
        Cell::Null => Cell::Null,
        Cell::Integer(n) => Cell::Integer(n),
        Cell::Real(x) => Cell::Real(x),
        Cell::Text(text) => Cell::Text(text.into_owned().into()),
        Cell::Blob(bytes) => Cell::Blob(bytes.into_owned().into()),
    }
}

fn field_entries(entries: &[RowEntry], field: &str) -> Vec<Entry> {
    entries
        .iter()
        .filter(|entry| entry.field == field || entry.field == CREATION)
        .map(|entry| Entry {
            op: *entry.operation.op_id.as_bytes(),
            hlc: entry.operation.hlc,
            device: entry.operation.device.unwrap_or_default(),
            parents: entry.parents.clone(),
            value: if entry.field == CREATION {
                entry.value.get(field).cloned().unwrap_or(Value::Null)
            } else {
                entry.value.clone()
            },
            undoes: entry.operation.undoes.map(Uuid::into_bytes),
        })
        .collect()
}

/// The newest removal holds unless a head that it did not see brings the row back.
fn fold_removal<N: Noun>(row: &mut Stored<N>, entries: &[RowEntry]) {
    let newest = entries
        .iter()
        .filter(|entry| entry.field == DELETED)
        .max_by_key(|entry| {
            (
                entry.operation.hlc,
                entry.operation.device,
                entry.operation.op_id,
            )
        });
    let Some(newest) = newest else { return };
    let op = OperationId(newest.operation.op_id);
    if newest.value == Value::Bool(true) {
        let seen: BTreeSet<[u8; 16]> = newest.parents.iter().copied().collect();
        let unseen = row
            .heads
            .all(row.created_op)
            .iter()
            .any(|head| !seen.contains(head.0.as_bytes()));
        row.deleted_at = (!unseen).then_some(newest.operation.at_ms);
        row.returned = unseen;
    }
    row.heads.set(DELETED, vec![op]);
}
