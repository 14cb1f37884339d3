//! What somebody typed, as a query of the index.
//!
//! Each word stands in quotes, so that nothing in it is an operator of FTS5; its tokenizer then
//! reads the word as it read the texts.

use std::collections::BTreeSet;

/// Words of a query that are looked at.
const WORDS: usize = 16;
/// Characters of a word that are looked at.
const LETTERS: usize = 60;
/// Words of a text being typed that are looked at.
const CONTENT_WORDS: usize = 24;
/// From this length on a word of a text also finds its longer forms: "call" finds "calls".
const STEM: usize = 4;

/// English words that say nothing about what a step is about.
const STOP: &[&str] = &[
    "about", "after", "all", "also", "and", "any", "are", "because", "been", "before", "but",
    "can", "did", "does", "each", "every", "for", "from", "had", "has", "have", "her", "here",
    "his", "how", "into", "its", "just", "less", "let", "more", "most", "not", "now", "off", "one",
    "only", "our", "out", "over", "per", "same", "she", "should", "some", "than", "that", "the",
    "their", "them", "then", "there", "they", "this", "too", "two", "under", "until", "was",
    "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would",
    "you", "your",
];

/// A query that the index understands, whatever was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub(super) query: String,
    /// How many words it has.
    pub count: usize,
}

impl Words {
    /// Every word has to be there; the last one may be the beginning of one. None where no word was
    /// typed.
    pub fn every(typed: &str) -> Option<Words> {
        let words: Vec<&str> = typed
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .take(WORDS)
            .collect();
        let quoted: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        // Words side by side are joined by AND, and one that the tokenizer finds empty falls out.
        (!words.is_empty()).then(|| Words {
            query: quoted.join(" ") + "*",
            count: words.len(),
        })
    }

    /// Any word of a text that says what it is about. None where there is no such word.
    pub fn any(text: &str) -> Option<Words> {
        let text = text.to_lowercase();
        let mut seen = BTreeSet::new();
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| is_content(word) && seen.insert(*word))
            .take(CONTENT_WORDS)
            .map(|word| match word.chars().count() {
                0..STEM => quoted(word),
                _ => quoted(word) + "*",
            })
            .collect();
        (!words.is_empty()).then(|| Words {
            query: words.join(" OR "),
            count: words.len(),
        })
    }
}

fn is_content(word: &str) -> bool {
    let long = word.chars().count() > 2 || word.chars().any(|c| c.is_ascii_digit());
    long && !word.is_empty() && !STOP.contains(&word)
}

fn quoted(word: &str) -> String {
    let word: String = word.chars().take(LETTERS).collect();
    format!("\"{}\"", word.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(typed: &str) -> Option<String> {
        Words::every(typed).map(|words| words.query)
    }

    #[test]
    fn words_are_quoted_and_the_last_may_go_on() {
        assert_eq!(
            every(" build  mach "),
            Some(r#""build" "mach"*"#.to_owned())
        );
        assert_eq!(
            every(r#"a"b NOT AND(c* ^d:e"#),
            Some(r#""a""b" "NOT" "AND(c*" "^d:e"*"#.to_owned())
        );
    }

    #[test]
    fn what_has_no_word_is_no_query() {
        assert_eq!(every(" -- \u{0} \" "), None);
        assert_eq!(
            Words::any("the of an 'tis").map(|words| words.count),
            Some(1)
        );
        assert_eq!(Words::any("of the and"), None);
    }

    #[test]
    fn a_text_is_asked_for_by_what_it_is_about() {
        let words = Words::any("Send the invite the day before, to all of QA").unwrap();
        assert_eq!(words.query, r#""send"* OR "invite"* OR "day""#);
        assert_eq!(words.count, 3);
    }

    #[test]
    fn a_long_text_asks_for_no_more_than_its_first_words() {
        let long: String = (0..1000).map(|n| format!("word{n} ")).collect();
        assert_eq!(Words::any(&long).unwrap().count, CONTENT_WORDS);
        assert_eq!(Words::every(&long).unwrap().count, WORDS);
    }
}
