//! Merging what several people wrote into one field, without losing a word.
//!
//! This module owns three rules: how two texts that grew out of a third become one (`words`), what
//! a field shows when its log has several newest entries (`fold`), and what counts of that log once
//! a choice between versions was undone (`reopen`). All are pure: they read no clock and no file
//! and depend on no order of arrival, so that every copy of a board that holds the same log shows
//! the same words.

mod entry;
mod fold;
mod reopen;
mod words;

pub use entry::{Entry, OpId};
pub use fold::{Folded, Policy, fold, fold_at, value_at};
pub use reopen::{Reopened, reopened};
pub use words::{Piece, WordDiff, diff_words, merge3};
