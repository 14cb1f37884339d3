//! The steps of a summary: the last session's, looked back on with the obstacles that were decided,
//! and the one that this session ended with.

use kata_wire::{RetrospectiveView, StepLine};

use crate::report::document::Block;
use crate::report::say::Say;

impl Say<'_> {
    /// Last time's step, and what was decided on open obstacles.
    pub(super) fn look_back(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
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
        blocks.extend(back.step.as_ref().map(|step| self.step(step, None)));
        self.table(["obstacle", "decision", "reason"], reviewed, blocks);
    }

    /// The step that the session ended with, or why there is none.
    pub(super) fn outcome(&self, view: &RetrospectiveView, blocks: &mut Vec<Block>) {
        self.part("retro-phase-next_step", blocks);
        let reason = view.retrospective.noun.no_step_reason.as_str();
        blocks.push(match (&view.next_step, reason) {
            (Some(step), _) => self.step(step, view.runs_next_step.as_deref()),
            (None, "") => Block::Paragraph(self.words.plain("retro-summary-no-step-yet")),
            (None, reason) => Block::Paragraph(
                self.words
                    .with("retro-summary-no-step", [("reason", reason.into())]),
            ),
        });
    }

    /// A step in a few lines: who runs it where that is said, what was expected, when to look, what
    /// came.
    fn step(&self, line: &StepLine, who: Option<&str>) -> Block {
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
            ("step-run-by", who.unwrap_or_default()),
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
}
