//! What a field shows: a pure function of the set of its log entries.
//!
//! Owns the rule by which several newest entries (*heads*) become one value, and which of them
//! stay beside it until a person chooses. Nothing here is ever written back to the log: two copies
//! that logged their merges came to different results, the pure function did not.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::{mem, slice};

use serde_json::Value;

use super::entry::{Entry, OpId};
use super::reopen::Standing;
use super::words::merge3;

/// How different values of a field come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Prose: merged by words, open where that does not work.
    Text,
    /// Numbers, dates and choices: two different values stay open.
    Choice,
    /// Order and other trifles: the newest value wins silently.
    Newest,
}

/// What a field shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    /// The displayed value.
    pub value: Value,
    /// The entries that nobody has replaced yet, newest first.
    pub heads: Vec<OpId>,
    /// Those heads whose value is not part of the displayed one, newest first.
    pub open: Vec<OpId>,
    /// Whether the value is a merge that nobody wrote in this form.
    pub merged: bool,
}

/// Folds the entries of one field, which may come in any order; `None` without entries.
///
/// A parent that is not among the entries is ignored. A choice that was undone counts no more.
pub fn fold(entries: &[Entry], policy: Policy) -> Option<Folded> {
    let standing = Standing::of(entries);
    folded(&standing.entries, &heads(&standing), policy)
}

/// Folds some entries, none of which is an ancestor of another, as if they were the heads: what a
/// person saw who wrote on top of them. `None` if none of them is known.
pub fn fold_at(entries: &[Entry], heads: &[OpId], policy: Policy) -> Option<Folded> {
    let standing = Standing::of(entries);
    let known = standing.entries.iter();
    let heads = newest_first(known.filter(|entry| heads.contains(&entry.op)));
    folded(&standing.entries, &heads, policy)
}

/// The value of [`fold_at`]; null if none of the heads is known.
pub fn value_at(entries: &[Entry], heads: &[OpId], policy: Policy) -> Value {
    fold_at(entries, heads, policy).map_or(Value::Null, |folded| folded.value)
}

fn folded(entries: &[Entry], heads: &[&Entry], policy: Policy) -> Option<Folded> {
    if heads.is_empty() {
        return None;
    }
    let (value, open) = fold_heads(entries, heads, policy);
    Some(Folded {
        merged: heads.iter().all(|head| head.value != value),
        value,
        heads: ops(heads),
        open: ops(&open),
    })
}

/// The value of some heads, and the heads that are not in it.
fn fold_heads<'a>(
    entries: &'a [Entry],
    heads: &[&'a Entry],
    policy: Policy,
) -> (Value, Vec<&'a Entry>) {
    let Some((newest, others)) = heads.split_first() else {
        return (Value::Null, Vec::new());
    };
    match policy {
        Policy::Text if !others.is_empty() => fold_texts(entries, heads),
        Policy::Choice => {
            let differs = |head: &&&Entry| head.value != newest.value;
            let open = others.iter().filter(differs).copied().collect();
            (newest.value.clone(), open)
        }
        Policy::Text | Policy::Newest => (newest.value.clone(), Vec::new()),
    }
}

/// The entries that are nobody's parent, newest first.
fn heads<'a>(standing: &'a Standing) -> Vec<&'a Entry> {
    let counted = || {
        let entries = standing.entries.iter();
        entries.filter(|entry| !standing.taken_back.contains(&entry.op))
    };
    let replaced: HashSet<&OpId> = counted().flat_map(|entry| &entry.parents).collect();
    let heads = newest_first(counted().filter(|entry| !replaced.contains(&entry.op)));
    if heads.is_empty() {
        // Only a damaged log goes round in a ring. It still has to show something.
        return newest_first(standing.entries.iter())
            .into_iter()
            .take(1)
            .collect();
    }
    heads
}

fn newest_first<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by_key(|entry| Reverse(age(entry)));
    entries.dedup_by_key(|entry| entry.op);
    entries
}

fn age(entry: &Entry) -> (i64, [u8; 16], OpId) {
    (entry.hlc, entry.device, entry.op)
}

fn ops(entries: &[&Entry]) -> Vec<OpId> {
    entries.iter().map(|entry| entry.op).collect()
}

fn fold_texts<'a>(entries: &'a [Entry], heads: &[&Entry]) -> (Value, Vec<&'a Entry>) {
    let ancestry = Ancestry::new(entries);
    let places = heads
        .iter()
        .filter_map(|head| ancestry.places.get(&head.op));
    let done = ancestry.fold(places.copied().collect());
    let open = done.open.iter().map(|&at| ancestry.entries[at]).collect();
    (done.value, open)
}

/// Who descends from whom. Entries are named by their place in an order in which parents always
/// come before their children, whatever the clocks say.
struct Ancestry<'a> {
    entries: Vec<&'a Entry>,
    places: HashMap<OpId, usize>,
    parents: Vec<Vec<usize>>,
}

/// Marks of an entry while common ancestors are searched: below the one, the other, or both
/// sides, or below a common ancestor that was found already.
const LEFT: u8 = 1;
const RIGHT: u8 = 2;
const COMMON: u8 = LEFT | RIGHT;
const STALE: u8 = COMMON | 4;

impl<'a> Ancestry<'a> {
    fn new(entries: &'a [Entry]) -> Self {
        // Sorted first, so that a damaged log is cut open at the same entry on every copy.
        let entries = parents_first(&newest_first(entries.iter()));
        let places: HashMap<OpId, usize> = entries.iter().map(|entry| entry.op).zip(0..).collect();
        let parents = |(at, entry): (usize, &&Entry)| {
            let known = entry
                .parents
                .iter()
                .filter_map(|op| places.get(op).copied());
            known.filter(|&parent| parent < at).collect()
        };
        Self {
            parents: entries.iter().enumerate().map(parents).collect(),
            places,
            entries,
        }
    }

    fn value(&self, at: usize) -> &Value {
        &self.entries[at].value
    }

    /// The newest entries that both sides descend from, newest first. Walks down from the
    /// youngest, so it reads only as far back as the sides really differ.
    fn common_ancestors(&self, left: &[usize], right: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut ahead: BTreeMap<usize, u8> = left.iter().map(|&at| (at, LEFT)).collect();
        *ahead.entry(right).or_default() |= RIGHT;
        while ahead.values().any(|&mark| mark != STALE) {
            let Some((at, mark)) = ahead.pop_last() else {
                break;
            };
            if mark == COMMON {
                found.push(at);
            }
            let inherited = if mark == COMMON { STALE } else { mark };
            for &parent in &self.parents[at] {
                *ahead.entry(parent).or_default() |= inherited;
            }
        }
        found.sort_by_key(|&at| Reverse(age(self.entries[at])));
        found
    }

    /// What a head and the heads folded so far both grew out of: one value, or several where
    /// that is in dispute. Fails with the common ancestors that have to be folded first.
    fn base<'b>(
        &'b self,
        folded: &[usize],
        head: usize,
        bases: &'b Bases,
    ) -> Result<&'b [Value], Vec<usize>> {
        let common = self.common_ancestors(folded, head);
        match common.as_slice() {
            [] => Ok(&[Value::Null]),
            [one] => Ok(slice::from_ref(self.value(*one))),
            // People need a handful of bases. A log made up to need ever more gets conflicts.
            several if bases.len() > self.entries.len() => {
                Ok(bases.get(several).map_or(&[], Vec::as_slice))
            }
            several => bases.get(several).map(Vec::as_slice).ok_or(common),
        }
    }

    /// Folds heads, and before them whatever sets of common ancestors they need as a base. Those
    /// wait on a list and not on the call stack: two people who merged each other's text a
    /// thousand times make a thousand of them.
    fn fold(&self, heads: Vec<usize>) -> Progress {
        let mut bases = Bases::new();
        let mut waiting = Vec::new();
        let mut current = Progress::start(self, heads);
        loop {
            if let Err(missing) = current.advance(self, &bases) {
                waiting.push(mem::replace(&mut current, Progress::start(self, missing)));
                continue;
            }
            let Some(next) = waiting.pop() else {
                return current;
            };
            let done = mem::replace(&mut current, next);
            let readings = done.readings(self);
            bases.insert(done.heads, readings);
        }
    }
}

/// The same entries in an order in which parents come before their children.
fn parents_first<'a>(entries: &[&'a Entry]) -> Vec<&'a Entry> {
    let known: HashMap<&OpId, &Entry> = entries.iter().map(|&entry| (&entry.op, entry)).collect();
    let mut order = Vec::with_capacity(entries.len());
    let mut seen = HashSet::with_capacity(entries.len());
    let mut stack: Vec<(&Entry, bool)> =
        entries.iter().rev().map(|&entry| (entry, false)).collect();
    while let Some((entry, parents_done)) = stack.pop() {
        if parents_done {
            order.push(entry);
        } else if seen.insert(&entry.op) {
            stack.push((entry, true));
            let parents = entry.parents.iter().filter_map(|op| known.get(op));
            stack.extend(parents.map(|&parent| (parent, false)));
        }
    }
    order
}

/// Common ancestors that were folded, and every value that they may stand for as a base.
type Bases = HashMap<Vec<usize>, Vec<Value>>;

/// A fold of several heads under way.
struct Progress {
    heads: Vec<usize>,
    next: usize,
    value: Value,
    folded: Vec<usize>,
    open: Vec<usize>,
}

impl Progress {
    /// Starts with the newest head.
    fn start(ancestry: &Ancestry, heads: Vec<usize>) -> Self {
        let newest = heads.first().copied();
        Self {
            next: 1,
            value: newest.map_or(Value::Null, |at| ancestry.value(at).clone()),
            folded: newest.into_iter().collect(),
            open: Vec::new(),
            heads,
        }
    }

    /// Takes in the other heads, down to the oldest. Fails with the common ancestors that have to
    /// be folded before it can go on.
    fn advance(&mut self, ancestry: &Ancestry, bases: &Bases) -> Result<(), Vec<usize>> {
        while let Some(&head) = self.heads.get(self.next) {
            let value = ancestry.value(head);
            if self.value == *value {
                self.folded.push(head);
            } else {
                let base = ancestry.base(&self.folded, head, bases)?;
                match merge_all(base, &self.value, value) {
                    Some(merged) => {
                        self.value = merged;
                        self.folded.push(head);
                    }
                    None => self.open.push(head),
                }
            }
            self.next += 1;
        }
        Ok(())
    }

    /// The values a set of heads may stand for: the folded one, and every one still open.
    fn readings(&self, ancestry: &Ancestry) -> Vec<Value> {
        let open = self.open.iter().map(|&at| ancestry.value(at));
        std::iter::once(&self.value).chain(open).cloned().collect()
    }
}

/// Merges on a base that is itself in dispute: only what comes out the same for each of its
/// readings is clean. Otherwise two people who settled one conflict in two ways would seem to
/// agree, and the one whose choice the base happens to show would lose.
fn merge_all(bases: &[Value], theirs: &Value, mine: &Value) -> Option<Value> {
    let mut merges = bases.iter().map(|base| merge_values(base, theirs, mine));
    let merged = merges.next()??;
    merges
        .all(|other| other.as_ref() == Some(&merged))
        .then_some(merged)
}

/// Merges two values by words. An emptied field counts as empty text, and where the merge is what
/// one side wrote, that value itself comes out, so that Null stays Null.
fn merge_values(base: &Value, theirs: &Value, mine: &Value) -> Option<Value> {
    let merged = merge3(text(base)?, text(theirs)?, text(mine)?)?;
    let written = [theirs, mine]
        .into_iter()
        .find(|value| text(value) == Some(&merged));
    Some(written.cloned().unwrap_or(Value::String(merged)))
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Null => Some(""),
        Value::String(text) => Some(text),
        _ => None,
    }
}
