//! What counts of a field's log once a choice between versions was undone.
//!
//! A choice replaces the versions that stood open. Its undo cannot be one more value on top: only
//! one of them would show. So it names beside the choice also the versions that the choice had
//! replaced, as no edit does, which sees only what nobody has replaced yet. Such an entry shows
//! nothing itself; it lets those versions stand again. Whoever had already written on the choice
//! keeps those words: they stand beside the versions, as if they had been written at the same time.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::entry::{Entry, OpId};

/// A choice that was undone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reopened<'a> {
    /// The choice.
    pub choice: &'a Entry,
    /// The versions that stand again, which are the choice's parents.
    pub versions: &'a [OpId],
}

/// The choice whose versions the operation opened again, if that is what it did.
pub fn reopened(entries: &[Entry], op: OpId) -> Option<Reopened<'_>> {
    let entry = entries.iter().find(|entry| entry.op == op)?;
    reopened_by(entries, entry)
}

fn reopened_by<'a>(entries: &'a [Entry], entry: &Entry) -> Option<Reopened<'a>> {
    // Of most entries it is plain without a search that they are no such undo.
    let undone = entry
        .undoes
        .filter(|undone| entry.parents.contains(undone))?;
    let choice = entries.iter().find(|entry| entry.op == undone)?;
    let versions = choice.parents.as_slice();
    let named = |version: &OpId| entry.parents.contains(version);
    let known = |version: &OpId| entries.iter().any(|entry| entry.op == *version);
    (versions.len() > 1
        && versions
            .iter()
            .all(|version| named(version) && known(version)))
    .then_some(Reopened { choice, versions })
}

/// The log of a field without the undone choices.
pub(super) struct Standing<'a> {
    /// Every entry that a value may come from. One that was taken back is still what later words
    /// grew out of.
    pub entries: Cow<'a, [Entry]>,
    /// Those that are no version of the field any more.
    pub taken_back: HashSet<OpId>,
}

impl<'a> Standing<'a> {
    pub fn of(entries: &'a [Entry]) -> Self {
        let undos = undos(entries);
        let standing = Self {
            entries: Cow::Borrowed(entries),
            taken_back: HashSet::new(),
        };
        if undos.is_empty() {
            return standing;
        }
        let without = standing.without(&undos);
        // Two undos that took each other's versions back would leave nothing: then neither counts.
        if without.has_versions() {
            without
        } else {
            standing
        }
    }

    fn without(&self, undos: &[Undo]) -> Self {
        let mut entries = self.entries.to_vec();
        entries.retain(|entry| undos.iter().all(|undo| undo.op != entry.op));
        for undo in undos {
            for entry in &mut entries {
                undo.set_beside(entry);
            }
        }
        Self {
            entries: Cow::Owned(entries),
            taken_back: undos
                .iter()
                .flat_map(|undo| &undo.taken_back)
                .copied()
                .collect(),
        }
    }

    fn has_versions(&self) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| !self.taken_back.contains(&entry.op))
    }
}

/// The undo of a choice.
struct Undo<'a> {
    op: OpId,
    /// What stands again.
    versions: &'a [OpId],
    /// What the writer saw beyond the versions: the choice and all that followed it.
    taken_back: HashSet<OpId>,
    /// What all the versions grew out of.
    shared: HashSet<OpId>,
    /// The newest of that.
    base: Vec<OpId>,
}

/// The undos of choices, newest first, so that their order of arrival does not matter.
fn undos(entries: &[Entry]) -> Vec<Undo<'_>> {
    let mut found: Vec<(&Entry, Reopened)> = entries
        .iter()
        .filter_map(|entry| Some((entry, reopened_by(entries, entry)?)))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by_key(|(entry, _)| Reverse((entry.hlc, entry.device, entry.op)));
    let log: Log = entries.iter().map(|entry| (entry.op, entry)).collect();
    let found = found.into_iter();
    found
        .map(|(entry, reopened)| undo(&log, entry, reopened.versions))
        .collect()
}

fn undo<'a>(log: &Log<'a>, entry: &Entry, versions: &'a [OpId]) -> Undo<'a> {
    let before = past(log, versions);
    let taken_back = &past(log, &entry.parents) - &before;
    let pasts = versions.iter().map(|version| past(log, &[*version]));
    let shared = pasts.fold(before, |shared, past| &shared & &past);
    let parents = shared.iter().filter_map(|op| log.get(op));
    let inner: HashSet<OpId> = parents.flat_map(|entry| &entry.parents).copied().collect();
    let mut base: Vec<OpId> = (&shared - &inner).into_iter().collect();
    base.sort_unstable();
    Undo {
        op: entry.op,
        versions,
        taken_back,
        shared,
        base,
    }
}

impl Undo<'_> {
    /// Lets an entry that was taken back stand beside the versions and no longer above them, and
    /// one that was written on the undo above the versions.
    fn set_beside(&self, entry: &mut Entry) {
        let parents = std::mem::take(&mut entry.parents);
        let taken_back = self.taken_back.contains(&entry.op);
        for parent in parents {
            let instead: &[OpId] = if parent == self.op {
                self.versions
            } else if taken_back && !self.is_kept(parent) {
                &self.base
            } else {
                &[parent]
            };
            entry.parents.extend(instead);
        }
    }

    fn is_kept(&self, parent: OpId) -> bool {
        self.taken_back.contains(&parent) || self.shared.contains(&parent)
    }
}

type Log<'a> = HashMap<OpId, &'a Entry>;

/// Entries with all that they grew out of.
fn past(log: &Log, from: &[OpId]) -> HashSet<OpId> {
    let mut past = HashSet::new();
    let mut waiting = from.to_vec();
    while let Some(op) = waiting.pop() {
        if let Some(entry) = log.get(&op)
            && past.insert(op)
        {
            waiting.extend(&entry.parents);
        }
    }
    past
}
