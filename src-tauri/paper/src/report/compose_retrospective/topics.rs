//! The topics of a summary, most votes first, each with what was said and its notes; and the notes
//! in none.

use kata_domain::RetroNote;
use kata_wire::{NoteLine, RetrospectiveView, TopicLine};

use crate::report::document::Block;
use crate::report::say::{Say, heading};

impl Say<'_> {
    /// The topics with their notes, then the notes in no topic.
    pub(super) fn topics(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        self.part("retro-summary-topics", blocks);
        let mut topics: Vec<&TopicLine> = view.topics.iter().collect();
        topics.sort_by_key(|topic| (topic.place, topic.number));
        for topic in topics {
            blocks.push(heading(3, &self.topic_title(topic)));
            self.topic(topic, blocks);
            let of_topic = |line: &&NoteLine| line.topic_id == Some(topic.topic.noun.id);
            self.notes(view.notes.iter().filter(of_topic), blocks);
        }
        let mut loose = view
            .notes
            .iter()
            .filter(|line| line.topic_id.is_none())
            .peekable();
        if loose.peek().is_some() {
            blocks.push(heading(3, &self.words.plain("retro-summary-loose")));
            self.notes(loose, blocks);
        }
        if view.notes.is_empty() && view.topics.is_empty() {
            blocks.push(Block::Paragraph(self.words.plain("retro-summary-no-notes")));
        }
    }

    fn topic_title(&self, topic: &TopicLine) -> String {
        let title = topic.topic.noun.title.as_str();
        match topic.votes {
            Some(votes) => self.words.with(
                "retro-summary-votes",
                [("title", title.into()), ("votes", votes.into())],
            ),
            None => title.to_owned(),
        }
    }

    fn topic(&self, topic: &TopicLine, blocks: &mut Vec<Block>) {
        let noun = &topic.topic.noun;
        let wastes = noun.wastes.iter();
        let wastes = wastes.map(|waste| self.words.plain(&format!("retro-waste-{}", waste.word())));
        let mismatches = noun.mismatches.iter().map(|kind| {
            let kind = self.words.plain(&format!("retro-mismatch-{}", kind.word()));
            self.words.with("retro-mismatch", [("kind", kind.into())])
        });
        let tags: Vec<String> = wastes.chain(mismatches).collect();
        let reach = noun
            .reach
            .map(|reach| format!("obstacle-reach-{}", reach.word()));
        let reach = reach.map_or_else(String::new, |id| self.words.plain(&id));
        let minutes = topic.discussed_minutes;
        let minutes = (minutes > 0).then(|| {
            let args = [("minutes", minutes.into())];
            self.words.with("retro-discussed-minutes", args)
        });
        let mut facts = Vec::new();
        for (id, text) in [
            ("retro-summary-tags", tags.join(", ").as_str()),
            ("retro-summary-reach", &reach),
            (
                "retro-summary-minutes",
                minutes.as_deref().unwrap_or_default(),
            ),
            ("retro-summary-said", &noun.notes),
        ] {
            self.add(&mut facts, id, text);
        }
        if let Some(obstacle) = &topic.obstacle {
            let args = [("obstacle", obstacle.noun.text.as_str().into())];
            let said = self.words.with("retro-summary-obstacle", args);
            blocks.push(Block::Paragraph(said));
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
    }

    fn notes<'v>(&self, notes: impl Iterator<Item = &'v NoteLine>, blocks: &mut Vec<Block>) {
        let notes: Vec<&NoteLine> = notes.collect();
        let named = notes.iter().any(|line| line.author.is_some());
        let timed = notes.iter().any(|line| !line.note.noun.moment.is_empty());
        let row = |line: &&NoteLine| {
            let note = &line.note.noun;
            let mut cells = vec![note.text.clone(), self.prompt(note)];
            cells.extend(timed.then(|| note.moment.clone()));
            cells.extend(named.then(|| line.author.clone().unwrap_or_default()));
            cells
        };
        let mut columns = vec!["note", "prompt"];
        columns.extend(timed.then_some("moment"));
        columns.extend(named.then_some("author"));
        self.table(columns, notes.iter().map(row).collect(), blocks);
    }

    /// A prompt of the catalogue, or the group's own question.
    fn prompt(&self, note: &RetroNote) -> String {
        let id = format!("retro-prompt-{}", note.prompt);
        let found = self.words.find(&id, &Default::default());
        found.unwrap_or_else(|| note.prompt.clone())
    }
}
