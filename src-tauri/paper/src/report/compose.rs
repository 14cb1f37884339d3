//! From facts to a document: which parts a report has, in which order, in which words.

use kata_domain::ids::MetricId;
use kata_domain::{Challenge, CurrentCondition, Obstacle, TargetCondition, TargetConditionStatus};

use super::compose_chart::figure;
use super::compose_stairs::stairs;
use super::compose_step::step;
use super::document::{Block, Document, Fact, Table};
use super::facts::{Facts, ProcessFacts};
use super::say::{Say, footer, heading, page_line};
use crate::words::Words;

/// The document of a report. `file` is the name of the board's file.
pub fn document(facts: &Facts, file: &str, words: &Words) -> Document {
    let say = Say {
        words,
        day: facts.day,
    };
    let mut blocks = Vec::new();
    for process in &facts.processes {
        say.process(process, &mut blocks);
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(words.plain("report-no-process")));
    }
    Document {
        language: words.format.language,
        title: words.with("report-title", [("team", facts.team.name.as_str().into())]),
        subtitle: say.subtitle(facts),
        footer: footer(words, (file, &facts.team.name), facts.day, facts.changed_at),
        page: page_line(words),
        blocks,
    }
}

impl Say<'_> {
    fn subtitle(&self, facts: &Facts) -> String {
        let format = self.words.format;
        let on = format.date(self.day.on);
        let from = facts.period.from.map(|day| format.day_of_year(day));
        let to = facts.period.to.map(|day| format.day_of_year(day));
        match (from, to) {
            (None, None) => self.words.with("report-whole", [("on", on.into())]),
            (Some(from), None) => self
                .words
                .with("report-from", [("on", on.into()), ("from", from.into())]),
            (None, Some(to)) => self
                .words
                .with("report-until", [("on", on.into()), ("to", to.into())]),
            (Some(from), Some(to)) => self.words.with(
                "report-between",
                [("on", on.into()), ("from", from.into()), ("to", to.into())],
            ),
        }
    }

    fn process(&self, facts: &ProcessFacts, blocks: &mut Vec<Block>) {
        blocks.push(heading(1, &facts.process.name));
        if !facts.process.scope.trim().is_empty() {
            blocks.push(Block::Paragraph(facts.process.scope.clone()));
        }
        self.part("report-challenge", blocks);
        match &facts.challenge {
            Some(challenge) => self.challenge(challenge, facts.owner.as_deref(), blocks),
            None => blocks.push(self.sentence("report-no-challenge")),
        }
        self.part("report-staircase", blocks);
        self.staircase(facts, blocks);
        if let Some(condition) = &facts.condition {
            self.part("report-condition", blocks);
            blocks.push(Block::Facts(self.condition(condition, facts)));
        }
        if !facts.charts.is_empty() {
            self.part("report-charts", blocks);
            let figures = facts.charts.iter().map(|chart| figure(self, chart));
            blocks.extend(figures.map(Block::Figure));
        }
        self.part("report-steps", blocks);
        if facts.steps.is_empty() {
            blocks.push(self.sentence("report-no-steps"));
        }
        blocks.extend(
            facts
                .steps
                .iter()
                .map(|line| Block::Step(step(self, line, facts))),
        );
        self.part("report-obstacles", blocks);
        self.obstacles(facts, blocks);
    }

    fn challenge(&self, challenge: &Challenge, owner: Option<&str>, blocks: &mut Vec<Block>) {
        let format = self.words.format;
        let until = challenge.horizon_on.map(|day| format.day_of_year(day));
        blocks.push(Block::Statement(challenge.statement.clone()));
        let mut facts = Vec::new();
        for (id, text) in [
            ("challenge-why", challenge.why.as_str()),
            ("challenge-operational", &challenge.operational_outcomes),
            ("challenge-business", &challenge.business_outcomes),
            ("challenge-milestones", &challenge.milestones),
            ("challenge-horizon", until.as_deref().unwrap_or_default()),
            ("challenge-owner", owner.unwrap_or_default()),
        ] {
            self.add(&mut facts, id, text);
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
    }

    fn staircase(&self, facts: &ProcessFacts, blocks: &mut Vec<Block>) {
        if facts.targets.is_empty() {
            return blocks.push(self.sentence("report-no-target"));
        }
        blocks.extend(stairs(self, facts).map(Block::Figure));
        let columns = ["number", "target", "set", "achieve-by", "status"];
        blocks.push(Block::Table(Table {
            head: columns
                .map(|name| self.words.plain(&format!("report-stair-{name}")))
                .into(),
            rows: facts
                .targets
                .iter()
                .map(|target| self.stair(target, facts))
                .collect(),
        }));
        for target in &facts.targets {
            let mut said = Vec::new();
            self.add(
                &mut said,
                "target-condition-pattern",
                &target.operating_pattern,
            );
            self.add(&mut said, "target-condition-reflection", &target.reflection);
            if !said.is_empty() {
                let number = [("number", target.number.into())];
                let name = self.words.with("report-target-pattern", number);
                blocks.push(heading(3, &name));
                blocks.push(Block::Facts(said));
            }
        }
    }

    fn stair(&self, target: &TargetCondition, facts: &ProcessFacts) -> Vec<String> {
        let format = self.words.format;
        let day = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(String::new, |day| format.day_of_year(day))
        };
        let outcome = (
            target.outcome_metric_id,
            target.outcome_comparison,
            target.outcome_target,
        );
        let process = (
            target.process_metric_id,
            target.process_comparison,
            target.process_target,
        );
        let goals: Vec<String> = [outcome, process]
            .into_iter()
            .filter_map(|(metric, comparison, value)| self.goal(metric?, comparison, value?, facts))
            .collect();
        vec![
            target.number.to_string(),
            goals.join("\n"),
            day(target.set_on),
            day(target.achieve_by_on),
            self.status(target),
        ]
    }

    fn status(&self, target: &TargetCondition) -> String {
        let format = self.words.format;
        let left = |by: chrono::NaiveDate| (by - self.day.on).num_days();
        match target.status {
            TargetConditionStatus::Active => match target.achieve_by_on.map(left) {
                Some(days) if days >= 0 => self
                    .words
                    .with("report-stair-here", [("days", days.into())]),
                _ => self.words.plain("report-stair-over"),
            },
            closed => {
                let on = target
                    .closed_on
                    .map_or_else(String::new, |day| format.day_of_year(day));
                let id = format!("report-stair-{}", closed.word());
                self.words.with(&id, [("date", on.into())])
            }
        }
    }

    fn condition(&self, condition: &CurrentCondition, facts: &ProcessFacts) -> Vec<Fact> {
        let format = self.words.format;
        let as_of = condition
            .as_of_on
            .map_or_else(String::new, |day| format.date(day));
        let mut said = Vec::new();
        self.add(&mut said, "report-as-of", &as_of);
        for metric in [condition.outcome_metric_id, condition.process_metric_id] {
            said.extend(metric.and_then(|metric| self.now(metric, facts)));
        }
        for (id, text) in [
            ("report-pattern-now", &condition.operating_pattern),
            ("report-in-the-way", &condition.gets_in_the_way),
            ("report-goes-wrong", &condition.goes_wrong_when),
        ] {
            self.add(&mut said, id, text);
        }
        said
    }

    /// A number is never without its unit, its day and who measured it.
    fn now(&self, metric: MetricId, facts: &ProcessFacts) -> Option<Fact> {
        let now = facts.metrics.get(&metric)?;
        let last = now.last.as_ref()?;
        let day = self.words.format.day_of_year(last.observed_on);
        let parts = [
            self.value(last.value, Some(metric), facts),
            day,
            last.measured_by.clone(),
            last.how.clone(),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        Some(Fact {
            label: now.metric.noun.name.clone(),
            text: parts.join(", "),
        })
    }

    fn obstacles(&self, facts: &ProcessFacts, blocks: &mut Vec<Block>) {
        let all = facts.open.iter().chain(&facts.closed);
        let rows: Vec<Vec<String>> = all.map(|obstacle| self.obstacle(obstacle, facts)).collect();
        if rows.is_empty() {
            return blocks.push(self.sentence("report-no-obstacles"));
        }
        let columns = ["text", "evidence", "state"];
        blocks.push(Block::Table(Table {
            head: columns
                .map(|name| self.words.plain(&format!("report-obstacle-{name}")))
                .into(),
            rows,
        }));
    }

    fn obstacle(&self, obstacle: &Obstacle, facts: &ProcessFacts) -> Vec<String> {
        let date = obstacle
            .closed_on
            .map_or_else(String::new, |day| self.words.format.day_of_year(day));
        let state = if facts.process.addressing_id == Some(obstacle.id) {
            self.words.plain("report-obstacle-addressing")
        } else {
            let id = format!("report-obstacle-{}", obstacle.state.word());
            self.words.with(&id, [("date", date.into())])
        };
        vec![obstacle.text.clone(), obstacle.evidence.clone(), state]
    }
}
