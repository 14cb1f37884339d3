//! Ids of any kind of row, as they travel.

use kata_domain::ids::BatchId;
use kata_domain::noun::Entity;
use kata_wire::CoreError;
use uuid::Uuid;

/// Prefix and hex of an id, by its kind.
pub fn wire_id(entity: &str, id: Uuid) -> String {
    let prefix = Entity::of_name(entity).map_or(BatchId::PREFIX, Entity::prefix);
    format!("{prefix}_{}", id.simple())
}

/// The kind and the bytes behind an id of any kind.
///
/// # Errors
/// [`CoreError::NotFound`] where the text is no id of a row.
pub fn any_id(text: &str) -> Result<(Entity, Uuid), CoreError> {
    let not_found = || CoreError::NotFound {
        id: text.chars().take(80).collect(),
    };
    let prefix = text.split('_').next().unwrap_or_default();
    let entity = Entity::of_prefix(prefix).ok_or_else(not_found)?;
    let hex = text
        .get(prefix.len() + 1..)
        .filter(|hex| hex.len() == 32)
        .ok_or_else(not_found)?;
    Ok((entity, Uuid::try_parse(hex).map_err(|_| not_found())?))
}
