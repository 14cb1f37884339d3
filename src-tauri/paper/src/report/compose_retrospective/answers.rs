//! What people answered, in a summary: in the round, in the survey, and about the session itself.

use kata_wire::{AnswerLine, RetrospectiveView};

use crate::report::document::{Block, Fact};
use crate::report::say::Say;

impl Say<'_> {
    /// What each said in a round, under a heading of its own.
    pub(super) fn answers(&self, id: &str, answers: &[AnswerLine], blocks: &mut Vec<Block>) {
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

    /// The mean of the survey; nothing while too few answered.
    pub(super) fn safety(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
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

    /// What people take away, and how the session was.
    pub(super) fn close(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
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
}
