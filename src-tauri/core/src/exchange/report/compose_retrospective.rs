//! The summary of a retrospective: everything that was written, also what nobody voted for. Authors stand
//! in it only where the session allowed them.

use kata_domain::RetroNote;
use kata_domain::retrospective::Attribution;

use super::RetrospectiveFacts;
use super::compose::{Say, footer, heading, page_line};
use super::document::{Block, Document, Fact, Table};
use crate::views::lines::StepLine;
use crate::views::retrospective::{AnswerLine, NoteLine, RetrospectiveView, TopicLine};
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

    fn safety(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        let safety = view.answers.safety.as_ref();
        let Some((mean, answers)) = safety.and_then(|safety| Some((safety.mean?, safety.answers)))
        else {
            return;
        };
        let mean = self.words.format.number((mean * 10.0).round() / 10.0);
        let args = [("mean", mean.into()), ("answers", answers.into())];
        let said = self.words.with("retro-summary-safety", args);
        blocks.push(Block::Paragraph(said));
    }

    fn look_back(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        let back = &view.look_back;
        let reviewed = back.obstacles.iter();
        let reviewed: Vec<Vec<String>> = reviewed
            .filter_map(|open| {
                let review = &open.review.as_ref()?.noun;
                let decision = format!("retro-review-{}", review.decision.word());
                Some(vec![
                    open.obstacle.noun.text.clone(),
                    self.words.plain(&decision),
                    review.reason.clone(),
                ])
            })
            .collect();
        if back.step.is_none() && reviewed.is_empty() {
            return;
        }
        self.part("retro-phase-look_back", blocks);
        blocks.extend(back.step.as_ref().map(|step| self.step(step)));
        self.table(["obstacle", "decision", "reason"], reviewed, blocks);
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

    fn topics(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
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
        if noun.obstacle_id.is_some() {
            blocks.push(Block::Paragraph(self.words.plain("retro-summary-obstacle")));
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

    fn outcome(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        self.part("retro-phase-next_step", blocks);
        let reason = view.retrospective.noun.no_step_reason.as_str();
        blocks.push(match (&view.next_step, reason) {
            (Some(step), _) => self.step(step),
            (None, "") => Block::Paragraph(self.words.plain("retro-summary-no-step-yet")),
            (None, reason) => Block::Paragraph(
                self.words
                    .with("retro-summary-no-step", [("reason", reason.into())]),
            ),
        });
    }

    fn close(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        let answers = &view.answers;
        self.answers("retro-summary-takeaways", &answers.takeaways, blocks);
        if answers.ratings.is_empty() {
            return;
        }
        let sum: i64 = answers.ratings.iter().sum();
        let mean = sum as f64 / answers.ratings.len() as f64;
        let mean = self.words.format.number((mean * 10.0).round() / 10.0);
        let args = [
            ("mean", mean.into()),
            ("answers", answers.ratings.len().into()),
        ];
        let said = self.words.with("retro-summary-rating", args);
        blocks.push(Block::Paragraph(said));
    }

    fn answers(&self, id: &str, answers: &[AnswerLine], blocks: &mut Vec<Block>) {
        if answers.is_empty() {
            return;
        }
        self.part(id, blocks);
        let fact = |line: &AnswerLine| {
            let answer = &line.answer.noun;
            let score = answer.score;
            let score =
                score.map(|score| self.words.with("retro-of-five", [("score", score.into())]));
            let words = Some(answer.text.clone()).filter(|text| !text.trim().is_empty());
            Fact {
                label: match &line.author {
                    Some(author) => author.clone(),
                    None => self.words.plain("retro-summary-somebody"),
                },
                text: [words, score]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            }
        };
        blocks.push(Block::Facts(answers.iter().map(fact).collect()));
    }

    /// A step in a few lines: what was expected, when to look, what came.
    fn step(&self, line: &StepLine) -> Block {
        let step = &line.experiment.noun;
        let unit = line.unit.as_deref().unwrap_or_default();
        let number = |value: f64| {
            format!("{} {unit}", self.words.format.number(value))
                .trim()
                .to_owned()
        };
        let value = |value: Option<f64>| value.map(number).unwrap_or_default();
        let day = step.check_on.map(|day| self.words.format.date(day));
        let gap = line
            .gap
            .map(|gap| format!("{} {unit}", self.words.format.signed(gap.error)));
        let mut facts = Vec::new();
        for (id, text) in [
            ("retro-summary-step", step.step.as_str()),
            (
                "step-metric",
                line.metric_name.as_deref().unwrap_or_default(),
            ),
            ("report-expected", &value(step.predicted)),
            ("report-prediction", &step.prediction),
            ("step-check", day.as_deref().unwrap_or_default()),
            ("report-actual", &value(step.actual)),
            ("report-gap", gap.as_deref().unwrap_or_default()),
            ("report-happened", &step.what_happened),
            ("report-learned", &step.learned),
        ] {
            self.add(&mut facts, id, text);
        }
        Block::Facts(facts)
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
