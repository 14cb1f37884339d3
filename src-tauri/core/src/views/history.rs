//! Who wrote what and when: the history of a row or a field, and the log of the file.

use kata_domain::ids::{OperationId, PersonId};
use kata_domain::noun::{Entity, field_index};
use kata_domain::wire_name::{camel, snake};
use kata_domain::{SEALED_FIELDS, of_entity};
use kata_wire::{CoreError, History, HistoryGet, Log, LogChange, LogGet, LogLine, Version};
use serde_json::Value;
use uuid::Uuid;

use super::lines::Look;
use kata_store::ids::{any_id, wire_id};
use kata_store::log::{Change, Logged};
use kata_store::tables::change::{Take, Writing};
use kata_store::tables::operation::Order;
use kata_store::{fields, tables};

/// Versions that a history shows at most.
const VERSIONS: i64 = 200;
/// Operations that a page of the log has at most.
const PAGE: i64 = 1000;
/// Changes of an operation that a page shows at most.
const CHANGES: i64 = 50;
/// The versions of a row, or of one of its fields, newest first.
///
/// # Errors
/// When the id is no row's, or the row has no such field.
pub fn get(look: &Look<'_>, request: HistoryGet) -> Result<History, CoreError> {
    let (entity, id) = any_id(&request.id)?;
    let field = request.field.as_deref().map(snake);
    if let Some(field) = &field {
        known(entity, field)?;
    }
    let writings = tables::change::of_row(look.reader, id, field.as_deref(), VERSIONS)?;
    let mut versions: Vec<Version> = writings.into_iter().map(version).collect();
    let hidden = is_hidden(look, entity.name(), id)?;
    for version in &mut versions {
        take_row(version, &request.id);
        if hidden {
            version.value = Value::Null;
        }
    }
    if let Some(field) = &field {
        for version in &mut versions {
            take_field(version, &camel(field));
        }
    }
    Ok(History {
        as_of_seq: look.as_of_seq,
        versions,
    })
}

/// A field that a kind of row does not have is no empty history.
fn known(entity: Entity, field: &str) -> Result<(), CoreError> {
    let exists = of_entity!(entity, N => field_index::<N>(field).is_some());
    if exists || field == fields::DELETED {
        return Ok(());
    }
    Err(CoreError::RequestInvalid {
        command: "history_get".to_owned(),
        detail: format!("no field {field}"),
    })
}

/// Leaves of a batch the part that is of one row.
fn take_row(version: &mut Version, id: &str) {
    if let Some(Value::Array(rows)) = version.value.get_mut("rows") {
        let row = rows.iter_mut().find(|row| row["id"] == id);
        version.value = row.map(|row| wire_names(row.take())).unwrap_or_default();
    }
}

/// Leaves of a creation the part that is of one field.
fn take_field(version: &mut Version, field: &str) {
    if version.field == fields::CREATION {
        version.value = version
            .value
            .get_mut(field)
            .map(Value::take)
            .unwrap_or(Value::Null);
    }
}

/// What was written in a row after it was sealed, oldest first.
pub(crate) fn versions_after_seal(look: &Look<'_>, id: Uuid) -> Result<Vec<Version>, CoreError> {
    let writings = tables::change::after_seal(look.reader, id)?;
    Ok(writings.into_iter().map(version).collect())
}

/// What was written, as it travels.
pub(crate) fn version(writing: Writing) -> Version {
    Version {
        op: writing.op,
        by: writing.by,
        by_name: writing.by_name,
        at: writing.at,
        kind: writing.kind,
        value: wire_value(&writing.field, writing.value),
        field: camel(&writing.field),
    }
}

/// A page of the log.
///
/// # Errors
/// What SQLite says.
pub fn log(look: &Look<'_>, request: LogGet) -> Result<Log, CoreError> {
    let limit = request.limit.unwrap_or(200).clamp(1, PAGE);
    let before = request.before.unwrap_or(i64::MAX);
    let order = match request.newest_first {
        true => Order::NewestFirst,
        false => Order::OldestFirst,
    };
    let range = (request.after, before);
    let take = Take {
        changes: CHANGES,
        values: true,
    };
    let mut operations = Vec::new();
    for Logged {
        seq,
        operation,
        changes,
        ..
    } in tables::operation::between(look.reader, range, order, limit, take)?
    {
        let by = operation.actor.map(PersonId);
        operations.push(LogLine {
            seq,
            op: OperationId(operation.op_id),
            kind: operation.kind,
            at: operation.at_ms,
            by,
            by_name: by
                .map(|person| tables::person::name(look.reader, person))
                .transpose()?
                .flatten(),
            undoes: operation.undoes.map(OperationId),
            change_count: match changes.len() as i64 {
                CHANGES => tables::change::count_of(look.reader, operation.op_id)?,
                few => few,
            },
            changes: changes
                .into_iter()
                .map(|change| log_change(look, seq, change))
                .collect::<Result<_, _>>()?,
        });
    }
    Ok(Log {
        as_of_seq: look.as_of_seq,
        operations,
    })
}

fn log_change(look: &Look<'_>, seq: i64, change: Change) -> Result<LogChange, CoreError> {
    let title = tables::title::of(look.reader, &change.entity, change.entity_id)?;
    let sealed = sealed_before(look, seq, &change)?;
    let mut value = wire_value(&change.field, change.value);
    if change.entity == fields::BATCH
        && let Some(Value::Array(rows)) = value.get_mut("rows")
    {
        rows.iter_mut()
            .for_each(|row| *row = wire_names(row.take()));
    }
    if is_hidden(look, &change.entity, change.entity_id)? {
        value = Value::Null;
    }
    Ok(LogChange {
        id: wire_id(&change.entity, change.entity_id),
        entity: change.entity,
        title,
        field: camel(&change.field),
        value,
        sealed,
    })
}

/// Whether a row is a vote that the group does not see yet.
fn is_hidden(look: &Look<'_>, entity: &str, id: Uuid) -> Result<bool, CoreError> {
    if entity != Entity::Vote.name() {
        return Ok(false);
    }
    let hidden = tables::vote::is_hidden(look.reader, id)?;
    Ok(hidden.unwrap_or(false))
}

/// What was sealed in the field that a change amended; none where it amended nothing.
fn sealed_before(look: &Look<'_>, seq: i64, change: &Change) -> Result<Option<Value>, CoreError> {
    let freezes = change.entity == Entity::Experiment.name()
        && SEALED_FIELDS.contains(&change.field.as_str());
    if !freezes {
        return Ok(None);
    }
    let sealed = tables::change::sealed_before(look.reader, change.entity_id, seq)?;
    let sealed = wire_value("sealed", sealed);
    Ok(sealed.get(camel(&change.field)).cloned())
}

/// A value of the log as it travels; null once it was purged.
fn wire_value(field: &str, text: Option<String>) -> Value {
    let value = text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null);
    if field == fields::CREATION {
        wire_names(value)
    } else {
        value
    }
}

/// The fields of a row under their wire names: the log has them by column.
fn wire_names(row: Value) -> Value {
    match row {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(column, value)| (camel(&column), value))
            .collect(),
        other => other,
    }
}
