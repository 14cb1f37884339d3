//! A field that two people wrote: both versions, side by side, until a person chooses.

use kata_domain::ids::OperationId;
use kata_domain::noun::{Noun, field_index};
use kata_domain::of_entity;
use kata_domain::wire_name::{camel, snake};
use kata_wire::{Conflict, ConflictGet, CoreError, Version};
use serde_json::Value;
use uuid::Uuid;

use super::lines::{Look, row};
use crate::views::history;
use kata_store::ids::any_id;
use kata_store::tables;

/// The open versions of a field.
///
/// # Errors
/// When there is no such row or field.
pub fn get(look: &Look<'_>, request: ConflictGet) -> Result<Conflict, CoreError> {
    let (entity, id) = any_id(&request.id)?;
    let field = snake(&request.field);
    of_entity!(entity, N => of_row::<N>(look, id, &field))
}

fn of_row<N: Noun>(look: &Look<'_>, id: Uuid, field: &str) -> Result<Conflict, CoreError> {
    let stored = row::<N>(look, id)?;
    let index = field_index::<N>(field).ok_or_else(|| CoreError::RequestInvalid {
        command: "conflict_get".to_owned(),
        detail: format!("no field {field}"),
    })?;
    let shown = stored.noun.json(index);
    let heads = stored.heads.of(field, stored.created_op);
    let entries = tables::change::entries(look.reader, id, stored.created_op, field)?;
    let mut versions = Vec::new();
    for head in &heads {
        versions.extend(version(look, *head, field, &entries)?);
    }
    let merge = both(&shown, &versions);
    Ok(Conflict {
        as_of_seq: look.as_of_seq,
        shown,
        versions,
        merge,
    })
}

fn version(
    look: &Look<'_>,
    head: OperationId,
    field: &str,
    entries: &[kata_domain::merge::Entry],
) -> Result<Option<Version>, CoreError> {
    let value = entries
        .iter()
        .find(|entry| entry.op == *head.0.as_bytes())
        .map(|entry| entry.value.clone());
    let found = tables::change::first_of(look.reader, head)?;
    Ok(found.zip(value).map(|(writing, value)| Version {
        field: camel(field),
        value,
        ..history::version(writing)
    }))
}

/// The shown text followed by the other versions, each as its own paragraph: nothing is left out.
fn both(shown: &Value, versions: &[Version]) -> Option<String> {
    let mut text = shown.as_str()?.to_owned();
    for other in versions.iter().filter_map(|version| version.value.as_str()) {
        if !other.is_empty() && !text.contains(other) {
            text.push_str("\n\n");
            text.push_str(other);
        }
    }
    Some(text)
}
