//! Takes an operation's part out of the fields it wrote.

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{merge3, value_at};
use kata_domain::noun::{Noun, field_index};
use serde_json::Value;
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::fields;
use crate::store::log::{self, Change};
use crate::store::write::{Based, Write};

pub(super) fn take_back_fields<N: Noun>(
    write: &mut Write<'_>,
    op: Uuid,
    id: Uuid,
    changes: &[&Change],
) -> Result<(), CoreError> {
    let row = write.load::<N>(id)?;
    let mut after = row.noun.clone();
    let mut based = Based::new();
    for change in changes {
        let Some(index) = field_index::<N>(&change.field) else {
            return Err(CoreError::UndoOvertaken);
        };
        if row.open.get(&change.field).is_some() {
            return Err(CoreError::UndoOvertaken);
        }
        let heads = row.heads.of(&change.field, row.created_op);
        let beside = N::FIELDS[index].kind == Kind::Newest && changes.len() > 1;
        let value = match before(write, &row.noun, row.created_op, op, change, index, &heads) {
            // A mark beside the words, such as "amended", that others have set anew: theirs stays.
            Err(CoreError::UndoOvertaken) if beside => continue,
            value => value?,
        };
        after.set_json(index, &value)?;
        based.insert(change.field.clone(), heads);
    }
    write.save(row, after, &based)
}

/// The value a field gets when the operation's part is taken out of it.
fn before<N: Noun>(
    write: &Write<'_>,
    noun: &N,
    created: OperationId,
    op: Uuid,
    change: &Change,
    index: usize,
    heads: &[OperationId],
) -> Result<Value, CoreError> {
    let kind = N::FIELDS[index].kind;
    let entries = fields::entries(write.connection(), change.entity_id, created, &change.field)?;
    let parents = fields::split_parents(change.parents.as_deref());
    let old = value_at(&entries, &parents, fields::policy(kind));
    if heads == [OperationId(op)] {
        return Ok(old);
    }
    let written: Value = change
        .value
        .as_deref()
        .map_or(Ok(Value::Null), serde_json::from_str)
        .map_err(|error| CoreError::Damaged {
            path: String::new(),
            detail: error.to_string(),
        })?;
    let shown = noun.json(index);
    // Undone and redone by this person, it shows the same again.
    if shown == written && all_mine(write, heads)? {
        return Ok(old);
    }
    match (kind, &written, &shown, &old) {
        (
            Kind::Title | Kind::Text,
            Value::String(written),
            Value::String(shown),
            Value::String(old),
        ) => merge3(written, shown, old)
            .map(Value::String)
            .ok_or(CoreError::UndoOvertaken),
        _ => Err(CoreError::UndoOvertaken),
    }
}

/// Whether this person wrote all these operations on this device.
pub(super) fn all_mine(write: &Write<'_>, ops: &[OperationId]) -> Result<bool, CoreError> {
    let who = write.who();
    for op in ops {
        let (device, actor) = log::writer(write.connection(), op.0)?;
        if device != Some(who.device) || actor != who.actor {
            return Ok(false);
        }
    }
    Ok(true)
}
