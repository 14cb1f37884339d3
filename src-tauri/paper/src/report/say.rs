//! What every part of a report is said with: the words of a language, its day, and the few forms
//! that all parts share.

use kata_domain::Comparison;
use kata_domain::ids::MetricId;

use super::document::{Block, Fact};
use super::facts::{Day, ProcessFacts};
use crate::sign;
use crate::words::Words;

/// What every sentence is made with.
pub(super) struct Say<'w> {
    pub words: &'w Words,
    pub day: Day,
}

impl Say<'_> {
    pub(super) fn part(&self, id: &str, blocks: &mut Vec<Block>) {
        blocks.push(heading(2, &self.words.plain(id)));
    }

    pub(super) fn sentence(&self, id: &str) -> Block {
        Block::Paragraph(self.words.plain(id))
    }

    /// A labelled text, where there is one.
    pub(super) fn add(&self, facts: &mut Vec<Fact>, id: &str, text: &str) {
        if !text.trim().is_empty() {
            facts.push(Fact {
                label: self.words.plain(id),
                text: text.trim().to_owned(),
            });
        }
    }

    /// "Calls per seller per week < 2 calls".
    pub(super) fn goal(
        &self,
        metric: MetricId,
        comparison: Comparison,
        value: f64,
        facts: &ProcessFacts,
    ) -> Option<String> {
        let name = &facts.metrics.get(&metric)?.metric.noun.name;
        let value = self.value(value, Some(metric), facts);
        Some(format!("{name} {} {value}", sign(comparison)))
    }

    /// "7 calls".
    pub(super) fn value(
        &self,
        value: f64,
        metric: Option<MetricId>,
        facts: &ProcessFacts,
    ) -> String {
        let number = self.words.format.number(value);
        let unit = metric.and_then(|id| facts.metrics.get(&id));
        match unit.map(|now| now.metric.noun.unit.trim()) {
            Some(unit) if !unit.is_empty() => format!("{number} {unit}"),
            _ => number,
        }
    }
}

pub(super) fn heading(rank: u8, text: &str) -> Block {
    Block::Heading {
        rank,
        text: text.to_owned(),
    }
}

/// What stands at the foot of each page: the board's file, the team, and when the board was last
/// changed.
pub(super) fn footer(
    words: &Words,
    (file, team): (&str, &str),
    day: Day,
    changed_at: Option<i64>,
) -> String {
    let Some(at) = changed_at else {
        return format!("{file} · {team}");
    };
    let changed = [
        ("file", file.into()),
        ("team", team.into()),
        ("date", words.format.day_of_year(day.date_of(at)).into()),
        ("time", day.time_of(at).into()),
    ];
    words.with("report-footer", changed)
}

/// "page 2 of 5", with marks in the places of the numbers.
pub(super) fn page_line(words: &Words) -> String {
    let numbers = [("page", "{page}".into()), ("pages", "{pages}".into())];
    words.with("report-page", numbers)
}
