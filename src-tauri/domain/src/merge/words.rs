//! Texts compared and merged word by word.
//!
//! Owns what counts as a word, and when two edits are far enough apart to be joined. A word is a
//! run of anything but white space; white space stands between words as a token of its own, so
//! that adding a word never counts as a change of the word before it. Scripts without spaces are
//! cut after their full stops and commas, which makes a phrase the unit there.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Texts of more tokens are not compared. Prose of 20,000 letters, the most a field may hold, has
/// about 8,000. A size and not a deadline, because the answer has to be the same on every machine.
const MAX_TOKENS: usize = 10_000;

/// A stretch of one of two compared texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The text itself; all pieces of a version in a row are that version.
    pub text: String,
    /// Whether the other version lacks it.
    pub changed: bool,
}

/// Two versions of a text, each cut into what both share and what only it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WordDiff {
    /// The first version.
    pub before: Vec<Piece>,
    /// The second version.
    pub after: Vec<Piece>,
}

/// Joins two texts that were both made from `base`. `None` is a conflict: a person has to choose.
///
/// Edits of the two sides are joined only where at least one word that neither touched stands
/// between them. Words that are neighbours usually belong to one thought, and two half-thoughts
/// put together read like a sentence that nobody wrote.
pub fn merge3(base: &str, theirs: &str, mine: &str) -> Option<String> {
    if theirs == mine || mine == base {
        return Some(theirs.to_owned());
    }
    if theirs == base {
        return Some(mine.to_owned());
    }
    let [base, theirs, mine] = [base, theirs, mine].map(tokens);
    if [&base, &theirs, &mine].iter().any(|side| is_too_long(side)) {
        return None;
    }
    merge_sides(&base, &Side::new(&base, theirs), &Side::new(&base, mine))
}

/// Shows word by word what differs between two versions.
pub fn diff_words(before: &str, after: &str) -> WordDiff {
    let [before, after] = [before, after].map(tokens);
    let hunks = if is_too_long(&before) || is_too_long(&after) {
        vec![Hunk {
            base: 0..before.len(),
            side: 0..after.len(),
        }]
    } else {
        hunks(&before, &after)
    };
    WordDiff {
        before: pieces(&before, hunks.iter().map(|hunk| hunk.base.clone())),
        after: pieces(&after, hunks.iter().map(|hunk| hunk.side.clone())),
    }
}

/// A stretch of the base and what one side made of it.
struct Hunk {
    base: Range<usize>,
    side: Range<usize>,
}

/// One side of a merge: its words, and where they differ from the base.
struct Side<'a> {
    tokens: Vec<&'a str>,
    hunks: Vec<Hunk>,
}

impl<'a> Side<'a> {
    fn new(base: &[&str], tokens: Vec<&'a str>) -> Self {
        let hunks = hunks(base, &tokens);
        Self { tokens, hunks }
    }

    /// What this side has in the place of a region of the base; `None` where it changed nothing.
    fn within(&self, region: &Range<usize>) -> Option<&[&'a str]> {
        let from = self
            .hunks
            .partition_point(|hunk| hunk.base.start < region.start);
        let to = self
            .hunks
            .partition_point(|hunk| hunk.base.start <= region.end);
        let hunks = self.hunks.get(from..to)?;
        let (first, last) = (hunks.first()?, hunks.last()?);
        let start = first.side.start - (first.base.start - region.start);
        let end = last.side.end + (region.end - last.base.end);
        self.tokens.get(start..end)
    }
}

fn merge_sides(base: &[&str], theirs: &Side, mine: &Side) -> Option<String> {
    let ranges = [theirs, mine]
        .into_iter()
        .flat_map(|side| side.hunks.iter().map(|hunk| hunk.base.clone()));
    let mut merged = String::new();
    let mut done = 0;
    for region in regions(base, ranges) {
        merged.extend(base[done..region.start].iter().copied());
        let chosen = match (theirs.within(&region), mine.within(&region)) {
            (Some(theirs), Some(mine)) if theirs != mine => return None,
            (Some(changed), _) | (None, Some(changed)) => changed,
            (None, None) => &base[region.clone()],
        };
        merged.extend(chosen.iter().copied());
        done = region.end;
    }
    merged.extend(base[done..].iter().copied());
    Some(merged)
}

/// Joins ranges between which no word stands, so that a word is left between any two regions.
fn regions(tokens: &[&str], ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut regions: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match regions.last_mut() {
            Some(last) if !has_word(tokens, last.end..range.start) => {
                last.end = last.end.max(range.end);
            }
            _ => regions.push(range),
        }
    }
    regions
}

/// Whether a word stands in the gap. A gap that ends before it starts is an overlap: no word.
fn has_word(tokens: &[&str], gap: Range<usize>) -> bool {
    tokens
        .get(gap)
        .is_some_and(|gap| gap.iter().any(|token| !is_space(token)))
}

/// Where a side differs from the base. `Histogram` lines texts up along their rare words, which
/// carry the meaning, and not along "the" and white space.
fn hunks(base: &[&str], side: &[&str]) -> Vec<Hunk> {
    capture_diff_slices(Algorithm::Histogram, base, side)
        .iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| Hunk {
            base: op.old_range(),
            side: op.new_range(),
        })
        .collect()
}

fn pieces(tokens: &[&str], changed: impl Iterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, changed| {
        if !range.is_empty() {
            let text = tokens[range].concat();
            pieces.push(Piece { text, changed });
        }
    };
    let mut done = 0;
    for region in regions(tokens, changed.filter(|range| !range.is_empty())) {
        push(done..region.start, false);
        done = region.end;
        push(region, true);
    }
    push(done..tokens.len(), false);
    pieces
}

fn is_too_long(tokens: &[&str]) -> bool {
    tokens.len() > MAX_TOKENS
}

fn is_space(token: &str) -> bool {
    token.starts_with(char::is_whitespace)
}

/// Cuts a text into words and the white space between them; joined again they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (at, letter) in text.char_indices() {
        if previous.is_some_and(|previous| is_cut(previous, letter)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        previous = Some(letter);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

fn is_cut(left: char, right: char) -> bool {
    left.is_whitespace() != right.is_whitespace() || (ends_phrase(left) && !ends_phrase(right))
}

fn ends_phrase(letter: char) -> bool {
    matches!(letter, '。' | '、' | '！' | '？' | '，' | '；')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn merged(base: &str, theirs: &str, mine: &str) -> Option<String> {
        let merged = merge3(base, theirs, mine);
        assert_eq!(merged, merge3(base, mine, theirs), "the sides are equal");
        merged
    }

    fn marked(pieces: &[Piece]) -> String {
        let mark = |piece: &Piece| match piece.changed {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn edits_with_a_word_between_them_are_joined() {
        let cases = [
            (
                "one two three",
                "ONE two three",
                "one two THREE",
                "ONE two THREE",
            ),
            ("one two three", "two three", "one two", "two"),
            ("one", "zero one", "one two", "zero one two"),
            (
                "one two three",
                "one and two three",
                "one two or three",
                "one and two or three",
            ),
            (
                "- one\n- two\n",
                "- one\n- two\n- three\n",
                "- ONE\n- two\n",
                "- ONE\n- two\n- three\n",
            ),
            ("a b c d e", "a b c d e", "a c e", "a c e"),
            (
                "eins\u{2003}zwei\r\ndrei",
                "Eins\u{2003}zwei\r\ndrei",
                "eins\u{2003}zwei\r\ndréi",
                "Eins\u{2003}zwei\r\ndréi",
            ),
            (
                "甲。乙。丙。",
                "甲。乙。丁。",
                "戊。乙。丙。",
                "戊。乙。丁。",
            ),
            ("a b c", "a X c", "a X c d", "a X c d"),
        ];
        for (base, theirs, mine, expected) in cases {
            assert_eq!(
                merged(base, theirs, mine).as_deref(),
                Some(expected),
                "{base}"
            );
        }
    }

    #[test]
    fn edits_side_by_side_are_a_conflict() {
        let cases = [
            ("one two three", "ONE two three", "one TWO three"),
            ("one two three", "one deux three", "one zwei three"),
            ("one two", "one and two", "one or two"),
            ("one two", "one two three", "one two four"),
            ("one two three", "one three", "one TWO three"),
            ("one two three", "one three", "one two THREE"),
            ("one two three", "one\n\ntwo three", "one TWO three"),
            ("", "mine", "theirs"),
            ("one", "", "two"),
        ];
        for (base, theirs, mine) in cases {
            assert_eq!(
                merged(base, theirs, mine),
                None,
                "{base}: {theirs} / {mine}"
            );
        }
    }

    #[test]
    fn texts_far_too_long_are_a_conflict_and_wholly_different() {
        let base = "word ".repeat(MAX_TOKENS / 2 + 1);
        let (theirs, mine) = (format!("a {base}"), format!("{base}b"));
        assert_eq!(merged(&base, &theirs, &mine), None);
        assert_eq!(merged(&base, &base, &mine), Some(mine.clone()));
        let diff = diff_words(&base, &mine);
        assert_eq!((diff.before.len(), diff.after.len()), (1, 1));
        assert!(diff.before[0].changed && diff.after[0].changed);
    }

    #[test]
    fn a_diff_marks_neighbouring_words_as_one_piece() {
        let diff = diff_words("we cut the setup time", "we halve every setup time today");
        assert_eq!(marked(&diff.before), "we [cut the] setup time");
        assert_eq!(marked(&diff.after), "we [halve every] setup time[ today]");
        assert_eq!(marked(&diff_words("same", "same").before), "same");
        assert_eq!(diff_words("", "").after, []);
    }

    #[test]
    fn a_diff_travels_in_camel_case() {
        let json = serde_json::to_value(diff_words("a", "b")).unwrap();
        let expected = serde_json::json!({
            "before": [{ "text": "a", "changed": true }],
            "after": [{ "text": "b", "changed": true }],
        });
        assert_eq!(json, expected);
    }

    const TEXT: &str = "([abé。\u{1f600}e\u{301}]{1,2}[ \n\u{3000}\t]{0,2}){0,8}";

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(3),
            failure_persistence: None,
            ..ProptestConfig::with_cases(1_000)
        })]

        #[test]
        fn one_sided_edits_come_out_byte_for_byte(base in TEXT, text in TEXT) {
            prop_assert_eq!(tokens(&text).concat(), text.as_str());
            prop_assert_eq!(merged(&base, &base, &text), Some(text.clone()));
            prop_assert_eq!(merge3(&base, &text, &text), Some(text.clone()));
            // The same without the short cut for an untouched side.
            let words = tokens(&base);
            let (same, side) = (Side::new(&words, tokens(&base)), Side::new(&words, tokens(&text)));
            prop_assert_eq!(merge_sides(&words, &same, &side), Some(text));
        }

        #[test]
        fn a_diff_loses_nothing(before in TEXT, after in TEXT) {
            let joined = |pieces: &[Piece]| -> String { pieces.iter().map(|piece| piece.text.as_str()).collect() };
            let shared = |pieces: Vec<Piece>| -> Vec<String> {
                let shared = pieces.into_iter().filter(|piece| !piece.changed);
                shared.flat_map(|piece| piece.text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
            };
            let diff = diff_words(&before, &after);
            prop_assert_eq!(joined(&diff.before), before);
            prop_assert_eq!(joined(&diff.after), after);
            prop_assert_eq!(shared(diff.before).concat(), shared(diff.after).concat());
        }

        #[test]
        fn the_sides_are_interchangeable(base in TEXT, theirs in TEXT, mine in TEXT) {
            merged(&base, &theirs, &mine);
        }
    }
}
