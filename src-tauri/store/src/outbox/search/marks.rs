//! Where the words stand in the texts that are shown.
//!
//! The index keeps no texts, and another tokenizer than FTS5's would mark other words than it
//! finds: so the few texts that are shown pass through a table in memory that reads them the same
//! way.

use std::collections::BTreeSet;

use kata_wire::Piece;
use rusqlite::params;

use super::{Result, SearchIndex, Words};
use crate::searchable::{PARTS, Texts};

/// Around a marked word. Texts cannot hold them: they are taken out before.
const BEGIN: char = '\u{1}';
const END: char = '\u{2}';
/// Characters of a snippet.
const LENGTH: usize = 120;
/// Characters that a snippet shows before its first marked word.
const BEFORE: usize = 40;

const MARK: &str = "SELECT rowid,
        highlight(shown, 0, char(1), char(2)), highlight(shown, 1, char(1), char(2)),
        highlight(shown, 2, char(1), char(2)), highlight(shown, 3, char(1), char(2)),
        highlight(shown, 4, char(1), char(2))
    FROM temp.shown WHERE shown MATCH ?1 ORDER BY rowid";

/// The texts of a row with their marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// Which of the rows that were given.
    pub index: usize,
    texts: [String; PARTS],
}

impl SearchIndex {
    /// Marks the words in the texts of rows; a row that does not have the words, as it changed
    /// since it was taken over, is left out.
    ///
    /// # Errors
    /// When the index does not answer.
    pub fn mark(&self, words: &Words, rows: &[Texts]) -> Result<Vec<Marked>> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            for (index, texts) in rows.iter().enumerate() {
                let [a, b, c, d, e] = texts.each_ref().map(|text| plain(text));
                transaction
                    .prepare_cached(
                        "INSERT INTO temp.shown (rowid, a, b, c, d, e) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    )?
                    .execute(params![index as i64, a, b, c, d, e])?;
            }
            let marked = transaction
                .prepare_cached(MARK)?
                .query_map([&words.query], |row| {
                    let mut texts: [String; PARTS] = Default::default();
                    for (part, text) in texts.iter_mut().enumerate() {
                        *text = row.get(part + 1)?;
                    }
                    let index: i64 = row.get(0)?;
                    Ok(Marked { index: index as usize, texts })
                })?
                .collect();
            // What was put in leaves with the transaction.
            transaction.rollback()?;
            marked
        })
    }
}

impl Marked {
    /// A text around its first marked word.
    pub fn snippet(&self, part: usize) -> Vec<Piece> {
        snippet(&self.texts[part])
    }

    /// The first text with a marked word, from `first` on.
    pub fn marked_part(&self, first: usize) -> Option<usize> {
        (first..PARTS).find(|part| self.texts[*part].contains(BEGIN))
    }

    /// How many different words are marked in the row.
    pub fn different(&self) -> usize {
        let pieces = self.texts.iter().flat_map(|text| pieces(text));
        let words: BTreeSet<String> = pieces
            .filter(|piece| piece.marked)
            .map(|piece| piece.text.to_lowercase())
            .collect();
        words.len()
    }
}

/// One line without what would be taken for a mark.
fn plain(text: &str) -> String {
    let line = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(line).collect()
}

fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for part in marked.split_inclusive([BEGIN, END]) {
        let is_marked = part.ends_with(END);
        let text = part.trim_end_matches([BEGIN, END]);
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                marked: is_marked,
            });
        }
    }
    pieces
}

fn snippet(marked: &str) -> Vec<Piece> {
    let mut pieces = pieces(marked);
    let whole: usize = pieces.iter().map(length).sum();
    if let [first, _, ..] = &mut pieces[..]
        && !first.marked
        && whole > LENGTH
        && length(first) > BEFORE
    {
        let cut = length(first) - BEFORE;
        cut_front(&mut first.text, cut);
    }
    let mut left = LENGTH;
    let mut shown = Vec::new();
    for mut piece in pieces {
        if length(&piece) > left {
            piece.text = piece.text.chars().take(left).collect::<String>() + "…";
            shown.push(piece);
            break;
        }
        left -= length(&piece);
        shown.push(piece);
    }
    shown
}

fn length(piece: &Piece) -> usize {
    piece.text.chars().count()
}

/// Takes characters away at the front, up to the beginning of a word where one is near.
fn cut_front(text: &mut String, characters: usize) {
    let rest: String = text.chars().skip(characters).collect();
    let word = rest.find(' ').filter(|at| *at < rest.len() / 2);
    *text = format!("…{}", rest[word.map_or(0, |at| at + 1)..].trim_start());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(marked: &str) -> String {
        let show = |piece: Piece| match piece.marked {
            true => format!("[{}]", piece.text),
            false => piece.text,
        };
        snippet(marked).into_iter().map(show).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shown("Tag \u{1}calls\u{2} by code"), "Tag [calls] by code");
        assert_eq!(shown("\u{1}calls\u{2}"), "[calls]");
        assert_eq!(shown("no mark"), "no mark");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn a_long_text_is_shown_around_its_first_mark() {
        let long = format!(
            "{}\u{1}calls\u{2}{}",
            "before ".repeat(40),
            " after".repeat(40)
        );
        let shown = shown(&long);
        assert!(
            shown.starts_with("…before") && shown.ends_with('…'),
            "{shown}"
        );
        assert!(shown.contains("before [calls] after"), "{shown}");
        assert!(shown.chars().count() < LENGTH + 10, "{shown}");
    }

    #[test]
    fn a_text_without_spaces_or_of_emoji_is_cut_between_characters() {
        let long = format!("{}\u{1}calls\u{2}{}", "🙂".repeat(200), "é".repeat(200));
        let shown = shown(&long);
        assert!(shown.contains("🙂[calls]é"), "{shown}");
    }
}
