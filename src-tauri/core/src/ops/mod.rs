//! Writes: a file a noun, a public function a verb. Each runs one operation through the write door,
//! loads fresh rows, lets the domain decide and answers what was written.

pub mod attachment;
pub mod bad_day;
pub mod baseline_window;
pub mod challenge;
mod clocked;
pub mod coaching_cycle;
pub mod current_condition;
pub mod experiment;
pub mod focus_process;
pub mod membership;
pub mod metric;
pub mod observation;
pub mod obstacle;
pub mod person;
pub mod retrospective;
pub mod slo;
pub mod target_condition;
pub mod team;
pub mod toil;
pub mod waiver;

use std::str::FromStr;

use kata_domain::noun::Noun;
use kata_domain::rank;
use kata_domain::wire_name::camel;
use kata_presence::Presence;
use kata_store::log::OpKind;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_store::tables::rank::Ranked;
use kata_store::write::{Based, Committed, Write, based_columns};
use kata_store::{Store, Who};
use kata_wire::{BasedOn, CoreError, Written};
use uuid::Uuid;

/// A board that is written: its store and who writes.
pub struct Desk<'a> {
    /// The file.
    pub store: &'a Store,
    /// Who writes, and from where.
    pub who: Who,
    /// Who knows when the shared clock was started in front of which they sit.
    pub presence: Option<&'a Presence>,
}

impl<'a> Desk<'a> {
    /// A desk that stands in front of no shared clock.
    pub fn of(store: &'a Store, who: Who) -> Desk<'a> {
        Desk {
            store,
            who,
            presence: None,
        }
    }
}

impl Desk<'_> {
    /// Runs an operation whose answer is the wire id of the row it is about.
    fn operate(
        &self,
        kind: &'static str,
        run: impl FnOnce(&mut Write<'_>) -> Result<String, CoreError>,
    ) -> Result<Written, CoreError> {
        self.store.write(OpKind(kind), &self.who, run).map(written)
    }

    /// Makes a row.
    fn insert<N: Noun>(
        &self,
        kind: &'static str,
        make: impl FnOnce(&mut Write<'_>, Uuid) -> Result<N, CoreError>,
    ) -> Result<Written, CoreError> {
        self.operate(kind, |write| {
            let noun = make(write, Uuid::now_v7())?;
            let id = noun.wire_id();
            write.insert(noun)?;
            Ok(id)
        })
    }

    /// Applies a patch to a row.
    fn edit<N: Noun>(
        &self,
        kind: &'static str,
        id: Uuid,
        patch: &N::Patch,
        based_on: &BasedOn,
    ) -> Result<Written, CoreError> {
        self.edit_if(kind, id, patch, based_on, |_: &N, _| Ok(()))
    }

    /// Applies a patch to a row, where what comes out is allowed beside the other rows.
    fn edit_if<N: Noun>(
        &self,
        kind: &'static str,
        id: Uuid,
        patch: &N::Patch,
        based_on: &BasedOn,
        allowed: impl FnOnce(&N, &Write<'_>) -> Result<(), CoreError>,
    ) -> Result<Written, CoreError> {
        let edit = Edit::of::<N>(kind, id, based_on)?;
        self.operate(kind, |write| {
            Ok(edit.apply::<N>(write, patch, allowed)?.wire_id())
        })
    }

    /// A move of a noun's state machine, on the fresh row.
    fn advance<N: Noun>(
        &self,
        kind: &'static str,
        id: Uuid,
        step: impl FnOnce(&mut N, &mut Write<'_>, &Stored<N>) -> Result<(), CoreError>,
    ) -> Result<Written, CoreError> {
        self.operate(kind, |write| {
            let row = write.load_present::<N>(id)?;
            let mut after = row.noun.clone();
            step(&mut after, write, &row)?;
            let wire = after.wire_id();
            write.save(row, after, &Default::default())?;
            Ok(wire)
        })
    }

    fn remove<N: Noun>(&self, kind: &'static str, id: Uuid) -> Result<Written, CoreError> {
        self.operate(kind, |write| {
            let row = write.load::<N>(id)?;
            let wire = row.noun.wire_id();
            write.remove(row)?;
            Ok(wire)
        })
    }

    fn restore<N: Noun>(&self, kind: &'static str, id: Uuid) -> Result<Written, CoreError> {
        self.operate(kind, |write| {
            let row = write.load::<N>(id)?;
            let wire = row.noun.wire_id();
            write.restore(row)?;
            Ok(wire)
        })
    }
}

/// A change of a row within an operation.
struct Edit {
    kind: &'static str,
    id: Uuid,
    based: Based,
}

impl Edit {
    fn of<N: Noun>(kind: &'static str, id: Uuid, based_on: &BasedOn) -> Result<Edit, CoreError> {
        let based = based_columns::<N>(kind, based_on)?;
        Ok(Edit { kind, id, based })
    }

    /// Applies a patch where what comes out is allowed beside the other rows; answers what came
    /// out.
    fn apply<N: Noun>(
        &self,
        write: &mut Write<'_>,
        patch: &N::Patch,
        allowed: impl FnOnce(&N, &Write<'_>) -> Result<(), CoreError>,
    ) -> Result<N, CoreError> {
        let row = write.load::<N>(self.id)?;
        write.check_bases(self.kind, &row, &self.based)?;
        let mut after = row.noun.clone();
        after.apply(patch);
        allowed(&after, write)?;
        write.save(row, after.clone(), &self.based)?;
        Ok(after)
    }
}

fn written(done: Committed<String>) -> Written {
    let wire = |fields: Vec<&str>| fields.into_iter().map(camel).collect();
    Written {
        id: done.value,
        op: done.op,
        seq: done.seq,
        merged: wire(done.merged),
        open: wire(done.open),
    }
}

/// The bytes of a wire id of a known kind.
fn parse<I: FromStr + Into<Uuid>>(id: &str) -> Result<Uuid, CoreError> {
    I::from_str(id)
        .map(Into::into)
        .map_err(|_| CoreError::NotFound {
            id: id.chars().take(80).collect(),
        })
}

/// `remove` and `restore` of a noun by its wire id.
macro_rules! removable {
    ($noun:ident, $id:ident, $remove:literal, $restore:literal) => {
        /// Removes it; it can be restored.
        ///
        /// # Errors
        /// Not found, or the rule that says no.
        pub fn remove(
            desk: &crate::ops::Desk<'_>,
            request: kata_wire::RowId,
        ) -> Result<kata_wire::Written, kata_wire::CoreError> {
            desk.remove::<$noun>($remove, crate::ops::parse::<$id>(&request.id)?)
        }

        /// Restores it.
        ///
        /// # Errors
        /// Not found.
        pub fn restore(
            desk: &crate::ops::Desk<'_>,
            request: kata_wire::RowId,
        ) -> Result<kata_wire::Written, kata_wire::CoreError> {
            desk.restore::<$noun>($restore, crate::ops::parse::<$id>(&request.id)?)
        }
    };
}
pub(crate) use removable;

/// A rank behind the last row below a parent.
fn last_rank<N: Ranked>(write: &Write<'_>, parent: impl Into<Uuid>) -> Result<String, CoreError> {
    rank_behind(tables::rank::last::<N>(write.reader(), parent)?.as_deref())
}

/// A rank behind another one, or the first of all.
fn rank_behind(last: Option<&str>) -> Result<String, CoreError> {
    rank::between(last, None).map_err(bad_rank)
}

/// A rank between the row of id `after` (or the beginning) and what follows it below a parent; the
/// row that moves is not counted.
fn rank_after<N: Ranked>(
    write: &Write<'_>,
    parent: impl Into<Uuid>,
    moving: Uuid,
    after: Option<Uuid>,
) -> Result<String, CoreError> {
    let rows = tables::rank::order::<N>(write.reader(), parent)?;
    let rest: Vec<_> = rows.into_iter().filter(|(id, _)| *id != moving).collect();
    let position = match after {
        None => 0,
        Some(id) => {
            let found = rest.iter().position(|(other, _)| *other == id);
            1 + found.ok_or_else(|| CoreError::NotFound {
                id: id.simple().to_string(),
            })?
        }
    };
    let before = position.checked_sub(1).map(|index| rest[index].1.as_str());
    let next = rest.get(position).map(|(_, rank)| rank.as_str());
    // Two people may have put rows at the same rank; then the moved one goes behind both.
    let next = next.filter(|next| before.is_none_or(|before| before < *next));
    rank::between(before, next).map_err(bad_rank)
}

fn bad_rank(error: rank::RankError) -> CoreError {
    CoreError::Internal {
        detail: error.to_string(),
    }
}

/// The parent of a new row must be there.
fn present<N: Noun>(write: &Write<'_>, id: Uuid) -> Result<Stored<N>, CoreError> {
    tables::present(write.reader(), id)
}
