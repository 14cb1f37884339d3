//! Finding the ended sessions of a team by the words that were said in them.

use std::collections::BTreeMap;

use kata_domain::ids::RetrospectiveId;
use kata_domain::retrospective::RetroState;
use kata_domain::{Retrospective, Team};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{CoreError, Piece};

use crate::views::lines::Look;

/// Characters of a text that are shown, and those before the first word of them.
const SHOWN: usize = 160;
const BEFORE: usize = 40;

/// Words that are looked for in the ended sessions.
pub(super) struct Said {
    words: Vec<String>,
    texts: BTreeMap<RetrospectiveId, Vec<Text>>,
}

struct Text {
    text: String,
    /// In small letters.
    small: String,
    /// The list shows it anyway.
    listed: bool,
}

impl Text {
    fn has(&self, word: &str) -> bool {
        self.small.contains(word)
    }
}

impl Said {
    /// Reads what the words are looked for in; without a word there is nothing to read.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn read(
        look: &Look<'_>,
        team: &Team,
        sessions: &[Stored<Retrospective>],
        wanted: &str,
    ) -> Result<Said, CoreError> {
        let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
        let mut said = Said {
            words,
            texts: BTreeMap::new(),
        };
        if !said.words.is_empty() {
            said.take(look, team, sessions)?;
        }
        Ok(said)
    }

    /// Everything that the ended sessions say, a text a row.
    fn take(
        &mut self,
        look: &Look<'_>,
        team: &Team,
        sessions: &[Stored<Retrospective>],
    ) -> Result<(), CoreError> {
        let ended = |row: &&Stored<Retrospective>| row.noun.state == RetroState::Closed;
        for Stored { noun, .. } in sessions.iter().filter(ended) {
            let head = format!("{} {} {}", noun.title, noun.subject, noun.no_step_reason);
            self.add(noun.id, head, true);
            self.add(noun.id, noun.summary.clone(), false);
        }
        for Stored { noun, .. } in tables::topic::of_ended_sessions(look.reader, team.id)? {
            let listed = noun.merged_into_id.is_none();
            self.add(noun.retrospective_id, noun.title, listed);
            self.add(noun.retrospective_id, noun.notes, false);
        }
        for Stored { noun, .. } in tables::retro_note::of_ended_sessions(look.reader, team.id)? {
            self.add(noun.retrospective_id, noun.text, false);
        }
        for Stored { noun, .. } in tables::answer::of_ended_sessions(look.reader, team.id, None)? {
            self.add(noun.retrospective_id, noun.text, false);
        }
        for Stored { noun, .. } in tables::timeline_event::of_ended_sessions(look.reader, team.id)?
        {
            let text = format!("{} {}", noun.what, noun.known);
            self.add(noun.retrospective_id, text, false);
        }
        Ok(())
    }

    /// Takes a text of a session, which the list shows anyway or not.
    fn add(&mut self, session: RetrospectiveId, text: String, listed: bool) {
        self.texts.entry(session).or_default().push(Text {
            small: text.to_lowercase(),
            text,
            listed,
        });
    }

    /// Whether the texts of a session have all the words, each of them anywhere.
    pub fn finds(&self, session: &Retrospective) -> bool {
        let texts = self.of(session);
        let said = |word: &String| texts.iter().any(|text| text.has(word));
        self.words.iter().all(said)
    }

    /// The text that says most of the words, cut around the first of them and marked; none where
    /// what the list shows says as much.
    pub fn found_in(&self, session: &Retrospective) -> Option<Vec<Piece>> {
        let says = |text: &Text| self.words.iter().filter(|word| text.has(word)).count();
        // Of equals the first comes out of `rev`: what is listed before what is not.
        let texts = self.of(session).iter().rev();
        let best = texts.max_by_key(|text| (says(text), text.listed))?;
        (!best.listed && says(best) > 0).then(|| self.marked(&best.text))
    }

    fn of(&self, session: &Retrospective) -> &[Text] {
        self.texts.get(&session.id).map_or(&[], Vec::as_slice)
    }

    fn marked(&self, text: &str) -> Vec<Piece> {
        let letters: Vec<char> = text.chars().collect();
        let mut marks = vec![false; letters.len()];
        for at in 0..letters.len() {
            let lengths = self
                .words
                .iter()
                .filter_map(|word| begins(&letters[at..], word));
            if let Some(length) = lengths.max() {
                marks[at..at + length].fill(true);
            }
        }
        let first = marks.iter().position(|marked| *marked).unwrap_or(0);
        let from = match letters.len() > SHOWN {
            true => word_from(&letters, first.saturating_sub(BEFORE), first),
            false => 0,
        };
        let to = letters.len().min(from + SHOWN);
        let mut pieces = Vec::<Piece>::new();
        for (letter, marked) in letters.iter().zip(&marks).take(to).skip(from) {
            match pieces.last_mut().filter(|last| last.marked == *marked) {
                Some(last) => last.text.push(*letter),
                None => pieces.push(Piece {
                    text: letter.to_string(),
                    marked: *marked,
                }),
            }
        }
        cut(&mut pieces, from > 0, to < letters.len());
        pieces
    }
}

/// How many letters of a text are this word in small letters, where the text begins with it.
fn begins(letters: &[char], word: &str) -> Option<usize> {
    let mut rest = word;
    for (count, letter) in letters.iter().enumerate() {
        if rest.is_empty() {
            return (count > 0).then_some(count);
        }
        let small: String = letter.to_lowercase().collect();
        rest = rest.strip_prefix(small.as_str())?;
    }
    rest.is_empty().then_some(letters.len())
}

/// Where the first word after a place begins, up to another place.
fn word_from(letters: &[char], from: usize, to: usize) -> usize {
    let gap = |at: &usize| from == 0 || letters.get(at - 1).is_some_and(|c| c.is_whitespace());
    (from..to).find(gap).unwrap_or(to)
}

/// Says where something was left out.
fn cut(pieces: &mut [Piece], before: bool, after: bool) {
    if let Some(first) = pieces.first_mut().filter(|_| before) {
        first.text.insert(0, '…');
    }
    if let Some(last) = pieces.last_mut().filter(|_| after) {
        last.text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(words: &[&str], text: &str) -> String {
        let said = Said {
            words: words.iter().map(|word| word.to_lowercase()).collect(),
            texts: BTreeMap::new(),
        };
        let piece = |piece: Piece| match piece.marked {
            true => format!("[{}]", piece.text),
            false => piece.text,
        };
        said.marked(text).into_iter().map(piece).collect()
    }

    #[test]
    fn words_are_marked_wherever_they_stand_in_any_letters() {
        assert_eq!(
            marked(&["WAIT", "über"], "Waiting for Überprüfung, waited"),
            "[Wait]ing for [Über]prüfung, [wait]ed"
        );
        assert_eq!(marked(&["ab", "abc"], "abcd"), "[abc]d");
        assert_eq!(marked(&["i̇z"], "İzmir"), "[İz]mir");
        assert_eq!(marked(&["x"], ""), "");
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_word() {
        let long = format!("{} and so we wait {}", "a".repeat(300), "b".repeat(300));
        let shown = marked(&["wait"], &long);
        assert!(shown.starts_with("…and so we [wait] bb"), "{shown}");
        assert!(shown.ends_with("bb…"));
        let short = "Who deploys looks on the server, because nobody trusts the sheet.";
        assert_eq!(
            marked(&["trusts"], short),
            short.replace("trusts", "[trusts]")
        );
        assert_eq!(
            shown
                .chars()
                .filter(|c| *c != '…' && *c != '[' && *c != ']')
                .count(),
            SHOWN
        );
    }
}
