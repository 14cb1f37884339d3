//! One field of a row: what is written into it, and what it shows then.

use kata_domain::field::FieldSpec;
use kata_domain::ids::OperationId;
use kata_domain::merge::Entry;
use kata_domain::noun::Noun;
use kata_wire::CoreError;
use serde_json::Value;
use uuid::Uuid;

use super::{Based, Write};
use crate::fields;
use crate::rows::Stored;
use crate::tables::change;

impl Write<'_> {
    /// One field: a plain write where the head is still what was seen, otherwise folded from the
    /// log.
    pub(super) fn save_field<N: Noun>(
        &mut self,
        row: &mut Stored<N>,
        team: Option<Uuid>,
        index: usize,
        field: &FieldSpec,
        mine: Value,
        based: Option<&Vec<OperationId>>,
    ) -> Result<(), CoreError> {
        let id = row.noun.uuid();
        let current = row.heads.of(field.name, row.created_op);
        let parents = based
            .filter(|ops| !ops.is_empty())
            .unwrap_or(&current)
            .clone();
        let moved_on = current.iter().any(|head| !parents.contains(head));
        if moved_on || self.reopens(row, field.name, &parents) {
            let mut entries = change::entries(self.reader(), id, row.created_op, field.name)?;
            entries.push(Entry {
                op: *self.stamp.op.0.as_bytes(),
                hlc: self.stamp.hlc,
                device: self.stamp.who.device,
                parents: parents.iter().map(|op| *op.0.as_bytes()).collect(),
                value: mine.clone(),
                undoes: self.undoes.map(|op| *op.0.as_bytes()),
            });
            self.show_folded(row, index, field, &entries)?;
        } else {
            row.noun.set_json(index, &mine)?;
            row.heads.set(field.name, vec![self.stamp.op]);
            row.open.clear(field.name);
        }
        self.log(
            N::ENTITY.name(),
            id,
            team,
            field.name,
            fields::join_parents(&parents),
            mine,
        );
        Ok(())
    }

    /// Whether this takes a choice back: it names the versions that the choice had replaced, which
    /// are shown no more, where any other undo is written on top of what is shown.
    pub(super) fn reopens<N: Noun>(
        &self,
        row: &Stored<N>,
        field: &str,
        parents: &[OperationId],
    ) -> bool {
        let heads = row.heads.of(field, row.created_op);
        self.undoes.is_some() && parents.iter().any(|parent| !heads.contains(parent))
    }

    fn show_folded<N: Noun>(
        &mut self,
        row: &mut Stored<N>,
        index: usize,
        field: &FieldSpec,
        entries: &[Entry],
    ) -> Result<(), CoreError> {
        let folded = fields::folded(entries, field.kind);
        row.noun.set_json(index, &folded.value)?;
        row.heads.set(field.name, ops(&folded.heads));
        if folded.open.is_empty() {
            row.open.clear(field.name);
            self.merged.push(field.name);
        } else {
            row.open.set(field.name, ops(&folded.open));
            self.open.push(field.name);
        }
        Ok(())
    }
}

/// A person chose between versions: the edit names one that stands open, as only a choice does. It
/// may well choose what is shown already.
pub(super) fn is_choice<N: Noun>(before: &Stored<N>, field: &str, based: &Based) -> bool {
    let open = before.open.get(field);
    open.zip(based.get(field))
        .is_some_and(|(open, seen)| open.iter().any(|head| seen.contains(head)))
}

fn ops(ids: &[[u8; 16]]) -> Vec<OperationId> {
    ids.iter()
        .map(|op| OperationId(Uuid::from_bytes(*op)))
        .collect()
}
