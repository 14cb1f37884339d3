//! The summary of a retrospective: everything that was written, also what nobody voted for. Authors
//! stand in it only where the session allowed them.
//!
//! `topics` has the topics and their notes, `answers` what people answered, `steps` the step that
//! was looked back on and the one that came out.

mod answers;
mod steps;
mod topics;

use kata_domain::retrospective::Attribution;
use kata_wire::RetrospectiveView;

use super::RetrospectiveFacts;
use super::document::{Block, Document, Table};
use super::say::{Say, footer, page_line};
use crate::words::Words;

/// The document of a retrospective. `file` is the name of the board's file.
pub fn retrospective(facts: &RetrospectiveFacts, file: &str, words: &Words) -> Document {
    let view = &facts.view;
    let day = facts.day;
    let say = Say { words, day };
    let mut blocks = Vec::new();
    say.session(view, &mut blocks);
    say.look_back(view, &mut blocks);
    say.timeline(view, &mut blocks);
    say.topics(view, &mut blocks);
    say.outcome(view, &mut blocks);
    say.close(view, &mut blocks);
    Document {
        language: words.format.language,
        title: title(view, words),
        subtitle: say.held(view),
        footer: footer(words, (file, &view.team.noun.name), day, facts.changed_at),
        page: page_line(words),
        blocks,
    }
}

/// What the session is called: its title, or its format.
pub fn title(view: &RetrospectiveView, words: &Words) -> String {
    let session = &view.retrospective.noun;
    match session.title.trim() {
        "" => words.plain(&format!("retro-format-{}", session.format.word())),
        title => title.to_owned(),
    }
}

impl Say<'_> {
    fn held(&self, view: &RetrospectiveView) -> String {
        let team = view.team.noun.name.clone();
        let day = view.retrospective.noun.began_on;
        let day = day.map(|day| self.words.format.date(day));
        [Some(team), day]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn session(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        let session = &view.retrospective.noun;
        let people = view.participants.iter();
        let people: Vec<&str> = people
            .map(|line| line.participant.noun.name.as_str())
            .collect();
        let format = format!("retro-format-{}", session.format.word());
        let process = view.focus_process.as_ref();
        let named = match session.attribution {
            Attribution::Named => "retro-summary-named",
            Attribution::Anonymous => "retro-summary-anonymous",
        };
        let mut facts = Vec::new();
        for (id, text) in [
            ("retro-summary-format", self.words.plain(&format).as_str()),
            ("retro-summary-subject", &session.subject),
            (
                "retro-summary-process",
                process.map_or("", |process| process.noun.name.as_str()),
            ),
            (
                "retro-summary-facilitator",
                view.facilitator.as_deref().unwrap_or_default(),
            ),
            ("retro-summary-people", &people.join(", ")),
            ("retro-summary-notes", &self.words.plain(named)),
            ("retro-summary-words", &session.summary),
        ] {
            self.add(&mut facts, id, text);
        }
        blocks.push(Block::Facts(facts));
        self.answers("retro-summary-check-in", &view.answers.check_in, blocks);
        self.safety(view, blocks);
    }

    fn timeline(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        let rows: Vec<Vec<String>> = view
            .timeline
            .iter()
            .map(|event| {
                let noun = &event.noun;
                [&noun.moment, &noun.who, &noun.what, &noun.known]
                    .map(String::clone)
                    .into()
            })
            .collect();
        if !rows.is_empty() {
            self.part("retro-phase-map", blocks);
            self.table(["moment", "who", "what", "known"], rows, blocks);
        }
    }

    fn table<'n>(
        &self,
        columns: impl IntoIterator<Item = &'n str>,
        rows: Vec<Vec<String>>,
        blocks: &mut Vec<Block>,
    ) {
        if rows.is_empty() {
            return;
        }
        let head = columns.into_iter();
        blocks.push(Block::Table(Table {
            head: head
                .map(|name| self.words.plain(&format!("retro-summary-column-{name}")))
                .collect(),
            rows,
        }));
    }
}

/// The words of every format stand in the catalogue.
#[cfg(test)]
mod tests {
    use kata_domain::retrospective::{
        Mismatch, Phase, RetroFormat, ReviewDecision, Waste, usual_prompts,
    };

    use super::*;

    #[test]
    fn the_catalogue_has_a_word_for_every_choice() {
        let words = Words::english();
        let said = |prefix: &str, word: &str| {
            let id = format!("retro-{prefix}-{word}");
            assert_ne!(words.plain(&id), id);
        };
        for format in RetroFormat::ALL {
            said("format", format.word());
            for prompt in usual_prompts(*format) {
                said("prompt", &prompt);
            }
        }
        Phase::ALL
            .iter()
            .for_each(|phase| said("phase", phase.word()));
        Waste::ALL
            .iter()
            .for_each(|waste| said("waste", waste.word()));
        Mismatch::ALL
            .iter()
            .for_each(|kind| said("mismatch", kind.word()));
        ReviewDecision::ALL
            .iter()
            .for_each(|one| said("review", one.word()));
    }
}
