//! Takes an operation's part out of the fields it wrote.

use kata_domain::field::Kind;
use kata_domain::ids::OperationId;
use kata_domain::merge::{Entry, Folded, OpId, Reopened, fold_at, merge3, reopened};
use kata_domain::noun::{Noun, field_index};
use kata_wire::CoreError;
use serde_json::Value;
use uuid::Uuid;

use crate::fields;
use crate::log::Change;
use crate::rows::Stored;
use crate::tables::{change, operation};
use crate::write::{Based, Write};

/// Takes an operation out of the fields it wrote; answers whether versions stand open again.
pub(super) fn take_back_fields<N: Noun>(
    write: &mut Write<'_>,
    op: Uuid,
    id: Uuid,
    changes: &[&Change],
) -> Result<bool, CoreError> {
    let row = write.load::<N>(id)?;
    let mut after = row.noun.clone();
    let mut based = Based::new();
    let mut reopened = false;
    for change in changes {
        let Some(index) = field_index::<N>(&change.field) else {
            return Err(CoreError::UndoOvertaken);
        };
        let beside = N::FIELDS[index].kind == Kind::Newest && changes.len() > 1;
        let back = match way_back(write, &row, op, change, index) {
            // A mark beside the words, such as "amended", that others have set anew: theirs stays.
            Err(CoreError::UndoOvertaken) if beside => continue,
            back => back?,
        };
        after.set_json(index, &back.value)?;
        reopened |= back.reopens;
        based.insert(change.field.clone(), back.based_on);
    }
    write.save(row, after, &based)?;
    Ok(reopened)
}

/// What is written into a field to take an operation out of it.
struct WayBack {
    value: Value,
    based_on: Vec<OperationId>,
    /// Whether versions that a choice had closed stand open again.
    reopens: bool,
}

fn way_back<N: Noun>(
    write: &Write<'_>,
    row: &Stored<N>,
    op: Uuid,
    change: &Change,
    index: usize,
) -> Result<WayBack, CoreError> {
    let kind = N::FIELDS[index].kind;
    let field = Field {
        op: OperationId(op),
        entries: change::entries(
            write.reader(),
            change.entity_id,
            row.created_op,
            &change.field,
        )?,
        kind,
        parents: fields::split_parents(change.parents.as_deref()),
        written: written(change)?,
        shown: row.noun.json(index),
        heads: row.heads.of(&change.field, row.created_op),
    };
    if let Some(reopened) = reopened(&field.entries, op.into_bytes()) {
        return field.closed_again(reopened);
    }
    if row.open.get(&change.field).is_some() {
        return Err(CoreError::UndoOvertaken);
    }
    let mine = all_mine(write, &field.heads)?;
    match field.was_choice() {
        true => field.opened_again(mine),
        false => field.written_back(mine),
    }
}

fn written(change: &Change) -> Result<Value, CoreError> {
    let value = change.value.as_deref();
    value
        .map_or(Ok(Value::Null), serde_json::from_str)
        .map_err(|error| CoreError::Damaged {
            path: String::new(),
            detail: error.to_string(),
        })
}

/// A field that an operation wrote, as it stands now.
struct Field {
    op: OperationId,
    entries: Vec<Entry>,
    kind: Kind,
    /// What the operation replaced.
    parents: Vec<OpId>,
    written: Value,
    shown: Value,
    heads: Vec<OperationId>,
}

impl Field {
    /// What the writer of the operation saw.
    fn before(&self) -> Option<Folded> {
        fold_at(&self.entries, &self.parents, fields::policy(self.kind))
    }

    /// Whether the operation closed versions that stood open.
    fn was_choice(&self) -> bool {
        self.before().is_some_and(|before| !before.open.is_empty())
    }

    /// Whether the field shows what the operation wrote: still, or again because this person undid
    /// and redid what came after it.
    fn still_shows(&self, mine: bool) -> bool {
        self.heads == [self.op] || (mine && self.shown == self.written)
    }

    /// The value without the operation's part.
    fn written_back(self, mine: bool) -> Result<WayBack, CoreError> {
        let old = self.before().map_or(Value::Null, |before| before.value);
        let value = match (self.kind, &self.written, &self.shown, &old) {
            _ if self.still_shows(mine) => old,
            (
                Kind::Title | Kind::Text,
                Value::String(written),
                Value::String(shown),
                Value::String(old),
            ) => merge3(written, shown, old)
                .map(Value::String)
                .ok_or(CoreError::UndoOvertaken)?,
            _ => return Err(CoreError::UndoOvertaken),
        };
        Ok(WayBack {
            value,
            based_on: self.heads,
            reopens: false,
        })
    }

    /// The versions that the choice had closed. Words that others have put on it stay as one more
    /// version; a number that others have set anew settles the matter.
    fn opened_again(self, mine: bool) -> Result<WayBack, CoreError> {
        let (value, mut based_on) = if self.still_shows(mine) {
            let old = self.before().map_or(Value::Null, |before| before.value);
            (old, self.heads)
        } else if matches!(self.kind, Kind::Title | Kind::Text) {
            (self.shown, Vec::new())
        } else {
            return Err(CoreError::UndoOvertaken);
        };
        if !based_on.contains(&self.op) {
            based_on.push(self.op);
        }
        based_on.extend(self.parents.into_iter().map(operation));
        Ok(WayBack {
            value,
            based_on,
            reopens: true,
        })
    }

    /// The choice once more, where nothing but the versions stands that were opened again.
    fn closed_again(&self, reopened: Reopened<'_>) -> Result<WayBack, CoreError> {
        let is_version = |head: &OperationId| reopened.versions.contains(head.0.as_bytes());
        if !self.heads.iter().all(is_version) {
            return Err(CoreError::UndoOvertaken);
        }
        Ok(WayBack {
            value: reopened.choice.value.clone(),
            based_on: self.heads.clone(),
            reopens: false,
        })
    }
}

fn operation(op: OpId) -> OperationId {
    OperationId(Uuid::from_bytes(op))
}

/// Whether this person wrote all these operations on this device.
pub(super) fn all_mine(write: &Write<'_>, ops: &[OperationId]) -> Result<bool, CoreError> {
    let who = write.who();
    for op in ops {
        let (device, actor) = operation::writer(write.reader(), *op)?;
        if device != Some(who.device) || actor != who.actor {
            return Ok(false);
        }
    }
    Ok(true)
}
