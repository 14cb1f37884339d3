//! What a field shows after people wrote into it on copies that did not know each other: the
//! rules one by one, and then random histories with skewed clocks.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;

use kata_domain::merge::{Entry, Folded, OpId, Policy, fold, fold_at, reopened, value_at};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Value, json};

fn id(number: usize) -> OpId {
    (number as u128).to_be_bytes()
}

fn ids<const N: usize>(numbers: [usize; N]) -> Vec<OpId> {
    numbers.map(id).to_vec()
}

/// An entry whose clock is its number.
fn entry<const N: usize>(op: usize, parents: [usize; N], value: impl Into<Value>) -> Entry {
    Entry {
        op: id(op),
        hlc: op as i64,
        device: id(0),
        parents: ids(parents),
        value: value.into(),
        undoes: None,
    }
}

/// The undo of a choice: it names the choice and the versions that the choice had replaced.
fn undo<const N: usize>(op: usize, choice: usize, parents: [usize; N]) -> Entry {
    Entry {
        undoes: Some(id(choice)),
        ..entry(op, parents, "what an undo writes is not read")
    }
}

/// Folds, and makes sure that the order of arrival does not matter.
fn shown(entries: &[Entry], policy: Policy) -> Folded {
    let folded = fold(entries, policy).unwrap();
    let mut turned = entries.to_vec();
    for _ in entries {
        turned.rotate_left(1);
        assert_eq!(fold(&turned, policy).as_ref(), Some(&folded));
    }
    turned.reverse();
    assert_eq!(fold(&turned, policy).as_ref(), Some(&folded));
    folded
}

fn folded(value: impl Into<Value>, heads: Vec<OpId>, open: Vec<OpId>, merged: bool) -> Folded {
    let value = value.into();
    Folded {
        value,
        heads,
        open,
        merged,
    }
}

#[test]
fn a_field_without_entries_shows_nothing() {
    assert_eq!(fold(&[], Policy::Text), None);
    assert_eq!(value_at(&[], &[id(1)], Policy::Text), Value::Null);
}

#[test]
fn one_after_the_other_the_last_value_stands() {
    let log = [
        entry(1, [], "one"),
        entry(2, [1], "two"),
        entry(3, [2], "three"),
    ];
    for policy in [Policy::Text, Policy::Choice, Policy::Newest] {
        assert_eq!(
            shown(&log, policy),
            folded("three", ids([3]), vec![], false)
        );
    }
    assert_eq!(value_at(&log, &[id(2)], Policy::Text), json!("two"));
}

#[test]
fn a_wrong_clock_does_not_make_an_old_value_new() {
    let mut log = [entry(1, [], "one"), entry(2, [1], "two")];
    log[0].hlc = i64::MAX;
    assert_eq!(
        shown(&log, Policy::Text),
        folded("two", ids([2]), vec![], false)
    );
}

#[test]
fn texts_with_room_between_the_edits_become_one() {
    let log = [
        entry(1, [], "cut the long time"),
        entry(2, [1], "halve the long time"),
        entry(3, [1], "cut the long time today"),
    ];
    let expected = folded("halve the long time today", ids([3, 2]), vec![], true);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn texts_that_clash_stand_side_by_side() {
    let log = [
        entry(1, [], "cut the time"),
        entry(2, [1], "halve the time"),
        entry(3, [1], "lower the time"),
        entry(4, [1], "cut the time today"),
    ];
    let expected = folded("lower the time today", ids([4, 3, 2]), ids([2]), true);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn an_emptied_text_yields_to_nobody_and_hides_nobody() {
    let log = [
        entry(1, [], "one two"),
        entry(2, [1], "one two three"),
        entry(3, [1], Value::Null),
    ];
    let expected = folded(Value::Null, ids([3, 2]), ids([2]), false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn a_text_beside_an_untouched_empty_field_is_shown() {
    let log = [
        entry(1, [], Value::Null),
        entry(2, [1], "one"),
        entry(3, [1], ""),
    ];
    assert_eq!(
        shown(&log, Policy::Text),
        folded("one", ids([3, 2]), vec![], false)
    );
    let equal = [
        entry(1, [], "one"),
        entry(2, [1], Value::Null),
        entry(3, [1], ""),
    ];
    assert_eq!(
        shown(&equal, Policy::Text),
        folded("", ids([3, 2]), vec![], false)
    );
}

#[test]
fn a_third_text_is_merged_on_what_any_of_the_others_had_seen() {
    let log = [
        entry(1, [], "a b c d e f"),
        entry(2, [1], "a b x c d e f"),
        entry(3, [2], "a b x y c d e f"),
        entry(4, [2], "a b x c d e F"),
        entry(5, [1], "A b c d e f"),
    ];
    let expected = folded("A b x y c d e F", ids([5, 4, 3]), vec![], true);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn texts_without_a_known_ancestor_stand_side_by_side_unless_one_is_empty() {
    let empty = [entry(2, [1], "one"), entry(3, [1], Value::Null)];
    let expected = folded("one", ids([3, 2]), vec![], false);
    assert_eq!(shown(&empty, Policy::Text), expected);
    let log = [entry(2, [1], "one two"), entry(3, [1], "one two three")];
    let expected = folded("one two three", ids([3, 2]), ids([2]), false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn two_different_choices_stay_open_and_equal_ones_agree() {
    let log = [
        entry(1, [], 1),
        entry(2, [1], 2),
        entry(3, [1], 3),
        entry(4, [1], 3),
    ];
    let expected = folded(3, ids([4, 3, 2]), ids([2]), false);
    assert_eq!(shown(&log, Policy::Choice), expected);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn of_trifles_the_newest_stands() {
    let log = [entry(1, [], "A"), entry(2, [1], "B"), entry(3, [1], "C")];
    assert_eq!(
        shown(&log, Policy::Newest),
        folded("C", ids([3, 2]), vec![], false)
    );
}

#[test]
fn equal_clocks_are_decided_by_device_and_then_by_operation() {
    let mut log = [entry(1, [], 1), entry(2, [], 2), entry(3, [], 3)];
    for (entry, device) in log.iter_mut().zip([9, 5, 5]) {
        entry.hlc = 7;
        entry.device = id(device);
    }
    assert_eq!(shown(&log, Policy::Choice).heads, ids([1, 3, 2]));
}

#[test]
fn a_merge_that_both_sides_saw_is_the_base_of_what_they_wrote_next() {
    let log = [
        entry(1, [], "a b c d e"),
        entry(2, [1], "A b c d e"),
        entry(3, [1], "a b c d E"),
        entry(4, [2, 3], "A b x c d E"),
        entry(5, [2, 3], "A b c d y E"),
    ];
    assert_eq!(
        value_at(&log, &ids([2, 3]), Policy::Text),
        json!("A b c d E")
    );
    assert_eq!(
        shown(&log, Policy::Text),
        folded("A b x c d y E", ids([5, 4]), vec![], true)
    );
}

#[test]
fn a_conflict_settled_in_two_ways_is_a_conflict_again() {
    let mut log = vec![
        entry(1, [], "cut the time"),
        entry(2, [1], "halve the time"),
        entry(3, [1], "lower the time"),
        entry(4, [2, 3], "halve the time"),
        entry(5, [2, 3], "lower the time"),
    ];
    let expected = folded("lower the time", ids([5, 4]), ids([4]), false);
    assert_eq!(shown(&log, Policy::Text), expected);
    // Settled alike, and gone on writing elsewhere: no reason to ask again.
    log[4] = entry(5, [2, 3], "halve the time today");
    let expected = folded("halve the time today", ids([5, 4]), vec![], false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

/// Two versions of a text that stand open, and a choice between them.
fn chosen(value: &str) -> Vec<Entry> {
    vec![
        entry(1, [], "cut the time"),
        entry(2, [1], "halve the time"),
        entry(3, [1], "lower the time"),
        entry(4, [2, 3], value),
    ]
}

#[test]
fn undoing_a_choice_shows_the_state_before_and_redoing_it_the_state_after() {
    for value in ["halve the time", "lower the time", "take less time"] {
        for policy in [Policy::Text, Policy::Choice] {
            let mut log = chosen(value);
            let before = shown(&log[..3], policy);
            let after = folded(value, ids([4]), vec![], false);
            assert_eq!(shown(&log, policy), after);
            log.push(undo(5, 4, [4, 2, 3]));
            assert_eq!(shown(&log, policy), before);
            assert_eq!(reopened(&log, id(5)).unwrap().choice, &log[3]);
            // Redone, the choice is a choice again, which can be undone like the first.
            log.push(entry(6, [2, 3], value));
            assert_eq!(
                shown(&log, policy),
                Folded {
                    heads: ids([6]),
                    ..after
                }
            );
            log.push(undo(7, 6, [6, 2, 3]));
            assert_eq!(shown(&log, policy), before);
        }
    }
}

#[test]
fn words_on_a_choice_that_was_undone_stand_beside_what_the_choice_had_closed() {
    let mut log = chosen("halve the time");
    log.extend([entry(5, [4], "halve the time today"), undo(6, 4, [4, 2, 3])]);
    // They go on from the one version, so that only the other stands open.
    let expected = folded("halve the time today", ids([5, 3, 2]), ids([3]), false);
    assert_eq!(shown(&log, Policy::Text), expected);
    let mut log = chosen("take less time");
    log.extend([entry(5, [4], "take less time today"), undo(6, 4, [4, 2, 3])]);
    let expected = folded("take less time today", ids([5, 3, 2]), ids([3, 2]), false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn what_the_writer_of_an_undo_had_added_to_the_choice_goes_with_it() {
    let mut log = chosen("halve the time");
    let before = shown(&log[..3], Policy::Text);
    log.extend([
        entry(5, [4], "halve the time today"),
        entry(6, [5], "halve the time"),
        undo(7, 4, [6, 4, 2, 3]),
    ]);
    assert_eq!(shown(&log, Policy::Text), before);
    assert_eq!(
        value_at(&log, &[id(5)], Policy::Text),
        json!("halve the time today")
    );
}

#[test]
fn a_second_choice_that_did_not_see_the_first_holds_when_the_first_is_undone() {
    let mut log = chosen("halve the time");
    log.extend([entry(5, [2, 3], "take less time"), undo(6, 4, [4, 2, 3])]);
    let expected = folded("take less time", ids([5]), vec![], false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn words_on_an_undo_of_a_choice_are_words_on_the_versions() {
    let mut log = chosen("halve the time");
    log.extend([undo(5, 4, [4, 2, 3]), entry(6, [5], "take less time")]);
    let expected = folded("take less time", ids([6]), vec![], false);
    assert_eq!(shown(&log, Policy::Text), expected);
}

#[test]
fn only_the_undo_of_a_choice_that_names_its_versions_opens_them_again() {
    let closed = |last: Entry| {
        let mut log = chosen("halve the time");
        log.push(last);
        assert_eq!(reopened(&log, id(5)), None);
        let expected = folded(log[4].value.clone(), ids([5]), vec![], false);
        assert_eq!(shown(&log, Policy::Text), expected);
    };
    // As boards hold it from before, and as an edit with too wide a base does it.
    closed(undo(5, 4, [4]));
    closed(entry(5, [4, 2, 3], "take less time"));
    // The undo of an edit names no versions: there was only one.
    let edited = [
        entry(1, [], "one"),
        entry(2, [1], "two"),
        undo(3, 2, [2, 1]),
    ];
    assert_eq!(reopened(&edited, id(3)), None);
    // A version that this copy of the log does not have cannot stand again.
    let log = [
        entry(2, [], "one"),
        entry(4, [2, 9], "two"),
        undo(5, 4, [4, 2, 9]),
    ];
    assert_eq!(reopened(&log, id(5)), None);
}

#[test]
fn undos_that_took_each_others_versions_back_still_leave_something_to_show() {
    let log = [
        entry(1, [], "one"),
        entry(2, [], "two"),
        entry(3, [], "three"),
        entry(4, [], "four"),
        entry(5, [1, 2], "five"),
        entry(6, [3, 4], "six"),
        undo(7, 5, [5, 1, 2, 6, 3, 4]),
        undo(8, 6, [6, 3, 4, 5, 1, 2]),
    ];
    assert_eq!(shown(&log, Policy::Text).heads, ids([8, 7]));
}

#[test]
fn a_damaged_log_still_shows_something() {
    let ring = [entry(1, [2], "one"), entry(2, [1], "two")];
    assert_eq!(
        shown(&ring, Policy::Text),
        folded("two", ids([2]), vec![], false)
    );
    let mut tail = ring.to_vec();
    tail.extend([
        entry(3, [1, 3], "three"),
        entry(4, [1, 2], "four"),
        entry(5, [1, 2], "five"),
    ]);
    assert_eq!(shown(&tail, Policy::Text).heads, ids([5, 4]));
}

#[test]
fn long_histories_need_no_deep_stack() {
    let chain =
        |from: usize, to: usize| (from..to).map(|at| entry(at, [at - 1], format!("{at} a b")));
    let mut log: Vec<Entry> = chain(1, 5_000).collect();
    log.push(entry(5_000, [1], "1 a b c"));
    assert_eq!(fold(&log, Policy::Text).unwrap().value, json!("4999 a b c"));
}

#[test]
fn people_who_merge_each_other_a_thousand_times_get_an_answer() {
    let mut log = vec![
        entry(1, [], "0 a b 0"),
        entry(2, [1], "1 a b 0"),
        entry(3, [1], "0 a b 1"),
    ];
    for round in 2..1_000 {
        let (left, right) = (2 * round, 2 * round + 1);
        let parents = [left - 2, left - 1];
        log.push(entry(left, parents, format!("{round} a b {}", round - 1)));
        log.push(entry(right, parents, format!("{} a b {round}", round - 1)));
    }
    assert_eq!(
        fold(&log, Policy::Text).unwrap().value,
        json!("999 a b 999")
    );
}

/// What happens in a random history.
#[derive(Debug, Clone)]
enum Step {
    /// Somebody edits the shown text: takes `remove` words out at a place and puts some new in.
    Edit {
        copy: usize,
        at: Index,
        remove: usize,
        insert: usize,
    },
    /// Somebody settles what is open by taking one of the texts, with a word of their own.
    Settle { copy: usize, choice: Index },
    /// Somebody takes back a choice that the copy knows, alone or with all that was seen since.
    Undo {
        copy: usize,
        choice: Index,
        all: bool,
    },
    /// A copy learns all that another one knows.
    Union { from: usize, to: usize },
}

const COPIES: usize = 3;

/// Ordinary work.
fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => edit(),
        1 => settle(),
        4 => union(),
    ]
}

/// Work on what is in dispute: hardly more is written than settled and taken back.
fn dispute() -> impl Strategy<Value = Step> {
    let undo = (0..COPIES, any::<Index>(), any::<bool>());
    prop_oneof![
        4 => edit(),
        4 => settle(),
        4 => union(),
        4 => undo.prop_map(|(copy, choice, all)| Step::Undo { copy, choice, all }),
    ]
}

fn edit() -> impl Strategy<Value = Step> {
    let edit = (0..COPIES, any::<Index>(), 0..3_usize, 0..3_usize);
    edit.prop_map(|(copy, at, remove, insert)| Step::Edit {
        copy,
        at,
        remove,
        insert,
    })
}

fn settle() -> impl Strategy<Value = Step> {
    (0..COPIES, any::<Index>()).prop_map(|(copy, choice)| Step::Settle { copy, choice })
}

fn union() -> impl Strategy<Value = Step> {
    (0..COPIES, 0..COPIES).prop_map(|(from, to)| Step::Union { from, to })
}

/// Three copies of one text field, and which words somebody took out knowingly.
struct World {
    copies: [Vec<Entry>; COPIES],
    skew: [i64; COPIES],
    /// Whether clocks are merely wrong and not even counted on past what was seen.
    wild: bool,
    inserted: BTreeSet<String>,
    removed: BTreeSet<String>,
    entries: usize,
    undone: u32,
}

impl World {
    fn new(skew: [i64; COPIES], wild: bool) -> Self {
        let base = entry(0, [], "one two three four five six");
        let inserted = words(&base.value);
        let copies = std::array::from_fn(|_| vec![base.clone()]);
        let removed = BTreeSet::new();
        Self {
            copies,
            skew,
            wild,
            inserted,
            removed,
            entries: 1,
            undone: 0,
        }
    }

    fn run(&mut self, step: &Step) {
        match *step {
            Step::Edit {
                copy,
                at,
                remove,
                insert,
            } => self.edit(copy, at, remove, insert),
            Step::Settle { copy, choice } => self.settle(copy, choice),
            Step::Undo { copy, choice, all } => self.undo(copy, choice, all),
            Step::Union { from, to } => self.union(from, to),
        }
    }

    fn edit(&mut self, copy: usize, at: Index, remove: usize, insert: usize) {
        let shown = fold(&self.copies[copy], Policy::Text).unwrap();
        let based_on: Vec<OpId> = shown
            .heads
            .iter()
            .filter(|head| !shown.open.contains(head))
            .copied()
            .collect();
        assert_eq!(
            value_at(&self.copies[copy], &based_on, Policy::Text),
            shown.value
        );
        let text = shown.value.as_str().unwrap();
        let mut list: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let from = at.index(list.len() + 1);
        let to = (from + remove).min(list.len());
        let new: Vec<String> = (0..insert)
            .map(|number| format!("w{}.{number}", self.entries))
            .collect();
        list.splice(from..to, new);
        self.write(copy, based_on, &words(&shown.value), list.join(" "));
    }

    fn settle(&mut self, copy: usize, choice: Index) {
        let shown = fold(&self.copies[copy], Policy::Text).unwrap();
        let open = self.copies[copy]
            .iter()
            .filter(|entry| shown.open.contains(&entry.op));
        let texts: Vec<&Value> = open
            .map(|entry| &entry.value)
            .chain([&shown.value])
            .collect();
        let seen = texts.iter().flat_map(|text| words(text)).collect();
        let chosen = choice.get(&texts).as_str().unwrap();
        let text = format!("{chosen} w{}", self.entries);
        self.write(copy, shown.heads, &seen, text);
    }

    fn write(&mut self, copy: usize, parents: Vec<OpId>, seen: &BTreeSet<String>, text: String) {
        let value = Value::String(text);
        let kept = words(&value);
        self.removed.extend(seen.difference(&kept).cloned());
        self.inserted.extend(kept);
        let clock = self.entries as i64 + self.skew[copy];
        let newest = self.copies[copy].iter().map(|entry| entry.hlc).max();
        let hlc = if self.wild {
            clock
        } else {
            clock.max(newest.unwrap_or_default() + 1)
        };
        let (op, device) = (id(self.entries), id(copy));
        self.copies[copy].push(Entry {
            op,
            hlc,
            device,
            parents,
            value,
            undoes: None,
        });
        self.entries += 1;
    }

    /// Takes back a choice, and makes sure that what it had closed is to be seen again.
    fn undo(&mut self, copy: usize, choice: Index, all: bool) {
        let log = &self.copies[copy];
        let first = log.iter().all(|entry| entry.undoes.is_none());
        let choices: Vec<Entry> = log.iter().filter(|e| is_choice(log, e)).cloned().collect();
        if choices.is_empty() {
            return;
        }
        let choice = choice.get(&choices);
        let mut parents = choice.parents.clone();
        parents.push(choice.op);
        if all {
            let heads = fold(log, Policy::Text).unwrap().heads;
            parents.extend(heads.iter().filter(|head| !choice.parents.contains(head)));
        }
        // Whoever takes something back knows that its words go, but for those of the versions.
        let gone = log.iter().filter(|entry| all || entry.op == choice.op);
        let mut gone: BTreeSet<String> = gone.flat_map(|entry| words(&entry.value)).collect();
        let versions = log.iter().filter(|e| choice.parents.contains(&e.op));
        let stay: BTreeSet<String> = versions.flat_map(|entry| words(&entry.value)).collect();
        gone.retain(|word| !stay.contains(word));
        self.write(copy, parents, &gone, String::new());
        let log = &mut self.copies[copy];
        let undo = log.last_mut().unwrap();
        undo.undoes = Some(choice.op);
        let undo = undo.op;
        assert_eq!(reopened(log, undo).unwrap().choice, choice);
        // Otherwise one of the versions may itself be a choice that was taken back.
        if all && first {
            let before = fold_at(log, &choice.parents, Policy::Text);
            assert_eq!(fold(log, Policy::Text), before);
        }
        self.undone += 1;
    }

    fn union(&mut self, from: usize, to: usize) {
        for entry in self.copies[from].clone() {
            if self.copies[to].iter().all(|known| known.op != entry.op) {
                self.copies[to].push(entry);
            }
        }
    }

    /// Everybody learns everything, each in another order; all then see the same.
    fn meet(&mut self) -> Folded {
        for (from, to) in [(1, 0), (2, 0), (0, 2), (2, 1)] {
            self.union(from, to);
        }
        let [first, others @ ..] = &self.copies;
        let folded = fold(first, Policy::Text).unwrap();
        for other in others {
            assert_eq!(fold(other, Policy::Text).as_ref(), Some(&folded));
        }
        let backwards: Vec<Entry> = first.iter().rev().cloned().collect();
        assert_eq!(fold(&backwards, Policy::Text).as_ref(), Some(&folded));
        folded
    }

    fn lost(&self, folded: &Folded) -> Vec<String> {
        let open = self.copies[0]
            .iter()
            .filter(|entry| folded.open.contains(&entry.op));
        let visible: BTreeSet<String> = open
            .map(|entry| &entry.value)
            .chain([&folded.value])
            .flat_map(words)
            .collect();
        let kept = self.inserted.difference(&self.removed);
        kept.filter(|word| !visible.contains(*word))
            .cloned()
            .collect()
    }
}

/// Whether a person chose with this entry between versions that stood open.
fn is_choice(log: &[Entry], entry: &Entry) -> bool {
    let before = fold_at(log, &entry.parents, Policy::Text);
    entry.undoes.is_none() && before.is_some_and(|before| !before.open.is_empty())
}

fn words(text: &Value) -> BTreeSet<String> {
    text.as_str()
        .unwrap()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

/// How often something happened in many histories.
#[derive(Debug, Default)]
struct Counts {
    merged: Cell<u32>,
    open: Cell<u32>,
    undone: Cell<u32>,
}

/// Runs random histories of such steps; in none of them is a word lost.
fn no_word_is_lost(step: impl Strategy<Value = Step>, steps: Range<usize>) -> Counts {
    let histories = (
        prop::collection::vec(step, steps),
        prop::array::uniform3(-20..20_i64),
        prop::bool::weighted(0.2),
    );
    let counts = Counts::default();
    let outcome = TestRunner::new(seeded(3_000)).run(&histories, |(steps, skew, wild)| {
        let mut world = World::new(skew, wild);
        for step in &steps {
            world.run(step);
        }
        let folded = world.meet();
        prop_assert_eq!(world.lost(&folded), Vec::<String>::new());
        let count = |of: &Cell<u32>, more| of.set(of.get() + more);
        count(&counts.merged, u32::from(folded.merged));
        count(&counts.open, u32::from(!folded.open.is_empty()));
        count(&counts.undone, world.undone);
        Ok(())
    });
    outcome.unwrap();
    counts
}

// A test of merging proves nothing if hardly anything had to be merged.

#[test]
fn diverged_copies_meet_and_lose_no_word() {
    let counts = no_word_is_lost(step(), 1..25);
    assert!(
        counts.merged.get() > 500 && counts.open.get() > 500,
        "{counts:?}"
    );
}

#[test]
fn diverged_copies_that_take_choices_back_meet_and_lose_no_word() {
    let counts = no_word_is_lost(dispute(), 1..50);
    assert!(
        counts.undone.get() > 500 && counts.open.get() > 500,
        "{counts:?}"
    );
}

proptest! {
    #![proptest_config(seeded(300))]

    #[test]
    fn a_history_without_branches_shows_its_last_value(
        edits in prop::collection::vec((any::<Index>(), 0..3_usize, 0..3_usize), 1..20),
        skew in prop::array::uniform3(-20..20_i64),
    ) {
        let mut world = World::new(skew, true);
        for (number, &(at, remove, insert)) in edits.iter().enumerate() {
            let (copy, next) = (number % COPIES, (number + 1) % COPIES);
            world.edit(copy, at, remove, insert);
            let last = world.copies[copy].last().unwrap().clone();
            let shown = fold(&world.copies[copy], Policy::Text).unwrap();
            prop_assert_eq!(shown, folded(last.value, vec![last.op], vec![], false));
            world.union(copy, next);
        }
    }
}
