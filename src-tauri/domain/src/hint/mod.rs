//! Wording hints: what makes a record good. They teach, never block, and can be put aside with a
//! note.
//!
//! Each rule is a pure function of a row and of what the board knows about it. A hint names a code;
//! its sentence and its reason stand in the catalogue. What is well written is said too, so that
//! the margin is no list of faults. Word lists are English; a row in another language gets the
//! hints that need no words.
//!
//! Rules: Rother, *Toyota Kata Practice Guide* (obstacles are not missing solutions, single factor
//! experiments, "because"); Edwards, "Clearing the Way for SRE in the Enterprise" (a challenge
//! without operational outcomes is a platitude).

#[cfg(test)]
mod tests;
mod words;

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

use crate::experiment::{Experiment, ExperimentKind, ExperimentState};
use crate::field::choice;
use crate::{Challenge, Obstacle, TargetCondition};

use self::words::{
    MISSING_SOLUTION, PLATITUDES, first_of, has_number, leading_verb, same_words, second_change,
};

/// Days ahead within which a check date is soon.
pub const SOON_DAYS: u64 = 7;
/// Days ahead within which an achieve-by date shall lie: three months.
pub const TARGET_DAYS: u64 = 92;
/// Predictions in a row that all came true, from which on the steps may be too safe.
pub const TOO_SAFE: u32 = 5;

choice! {
    /// What a hint says.
    Hint {
        /// The obstacle names a solution that is missing.
        MissingSolution = "missing_solution",
        /// The obstacle has no evidence.
        NoEvidence = "no_evidence",
        /// The obstacle says what was seen, with its evidence.
        SeenAndMeasured = "seen_and_measured",
        /// The target condition begins with what to do.
        StartsWithVerb = "starts_with_verb",
        /// The target condition has no metric with a target.
        NoMetric = "no_metric",
        /// The achieve-by date is more than three months away.
        DateFar = "date_far",
        /// The target condition is the current condition.
        EqualsCurrent = "equals_current",
        /// The target condition can be compared with the current one.
        Comparable = "comparable",
        /// The challenge has no measurable operational outcome.
        NoOperationalOutcome = "no_operational_outcome",
        /// The challenge has no business outcome.
        NoBusinessOutcome = "no_business_outcome",
        /// The challenge uses a great word without a number.
        Platitude = "platitude",
        /// The step has no predicted number.
        NoNumber = "no_number",
        /// The step has no number before.
        NoBaseline = "no_baseline",
        /// The step has a number before and after.
        NumberBeforeAndAfter = "number_before_and_after",
        /// The step makes two changes.
        TwoChanges = "two_changes",
        /// The prediction is that nothing changes.
        EqualsBaseline = "equals_baseline",
        /// The check date is more than seven days out.
        CheckFar = "check_far",
        /// The check date is near.
        Soon = "soon",
        /// The step is against no obstacle.
        NoObstacle = "no_obstacle",
        /// The metric was never measured.
        NeverMeasured = "never_measured",
        /// The learning gives no reason.
        NoBecause = "no_because",
        /// Every prediction came true for a long run.
        TooSafe = "too_safe",
    }
}

/// A hint on one field of a row.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HintLine {
    /// What it says.
    pub hint: Hint,
    /// The field (as on the wire) it is about.
    pub field: String,
    /// It says what is well written.
    pub good: bool,
    /// The words that gave rise to it, as they stand in the field.
    pub words: Option<String>,
    /// Days until the date it is about.
    pub days: Option<i64>,
}

impl HintLine {
    fn on(hint: Hint, field: &str) -> HintLine {
        HintLine {
            hint,
            field: field.to_owned(),
            good: false,
            words: None,
            days: None,
        }
    }

    fn good(self) -> HintLine {
        HintLine { good: true, ..self }
    }

    fn words(self, words: &str) -> HintLine {
        HintLine {
            words: Some(words.to_owned()),
            ..self
        }
    }

    fn days(self, days: i64) -> HintLine {
        HintLine {
            days: Some(days),
            ..self
        }
    }
}

/// What the board knows about a step beyond its own fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct StepFacts {
    /// Observations of the step's metric.
    pub measured: usize,
    /// Newest closed steps of the process in a row whose prediction was confirmed.
    pub confirmed_in_a_row: u32,
}

/// Hints on an obstacle.
pub fn of_obstacle(obstacle: &Obstacle) -> Vec<HintLine> {
    let mut hints = Vec::new();
    let solution = first_of(&obstacle.text, MISSING_SOLUTION);
    if let Some(words) = &solution {
        hints.push(HintLine::on(Hint::MissingSolution, "text").words(words));
    }
    if obstacle.evidence.trim().is_empty() {
        hints.push(HintLine::on(Hint::NoEvidence, "evidence"));
    } else if solution.is_none() {
        hints.push(HintLine::on(Hint::SeenAndMeasured, "evidence").good());
    }
    hints
}

/// Hints on a target condition, beside the operating pattern as it is now.
pub fn of_target_condition(
    target: &TargetCondition,
    current_pattern: &str,
    today: NaiveDate,
) -> Vec<HintLine> {
    let mut hints = Vec::new();
    if let Some(verb) = target.operating_pattern.lines().find_map(leading_verb) {
        hints.push(HintLine::on(Hint::StartsWithVerb, "operatingPattern").words(verb));
    }
    if let Some(words) = first_of(&target.operating_pattern, MISSING_SOLUTION) {
        hints.push(HintLine::on(Hint::MissingSolution, "operatingPattern").words(&words));
    }
    let measurable = target.outcome_metric_id.is_some() && target.outcome_target.is_some();
    if !measurable {
        hints.push(HintLine::on(Hint::NoMetric, "outcomeMetricId"));
    }
    let from = target.set_on.unwrap_or(today);
    if let Some(day) = target.achieve_by_on
        && from
            .checked_add_days(Days::new(TARGET_DAYS))
            .is_some_and(|end| day > end)
    {
        let days = (day - from).num_days();
        hints.push(HintLine::on(Hint::DateFar, "achieveByOn").days(days));
    }
    let written = !target.operating_pattern.trim().is_empty();
    if written && same_words(&target.operating_pattern, current_pattern) {
        hints.push(HintLine::on(Hint::EqualsCurrent, "operatingPattern"));
    } else if written && measurable {
        hints.push(HintLine::on(Hint::Comparable, "operatingPattern").good());
    }
    hints
}

/// Hints on a challenge.
pub fn of_challenge(challenge: &Challenge) -> Vec<HintLine> {
    let mut hints = Vec::new();
    if !has_number(&challenge.operational_outcomes) {
        hints.push(HintLine::on(
            Hint::NoOperationalOutcome,
            "operationalOutcomes",
        ));
    }
    if challenge.business_outcomes.trim().is_empty() {
        hints.push(HintLine::on(Hint::NoBusinessOutcome, "businessOutcomes"));
    }
    if !has_number(&challenge.statement)
        && let Some(word) = first_of(&challenge.statement, PLATITUDES)
    {
        hints.push(HintLine::on(Hint::Platitude, "statement").words(&word));
    }
    hints
}

/// Hints on a step: on its plan while it is in pencil, on its learning afterwards.
pub fn of_experiment(step: &Experiment, facts: StepFacts, today: NaiveDate) -> Vec<HintLine> {
    match step.state {
        ExperimentState::Planned => of_plan(step, facts, today),
        ExperimentState::Running
        | ExperimentState::Evaluated
        | ExperimentState::Abandoned
        | ExperimentState::CouldNotRun => of_learning(step),
    }
}

fn of_plan(step: &Experiment, facts: StepFacts, today: NaiveDate) -> Vec<HintLine> {
    let mut hints = Vec::new();
    if let Some(words) = second_change(&step.step) {
        hints.push(HintLine::on(Hint::TwoChanges, "step").words(words));
    }
    hints.extend(of_numbers(step));
    if step.metric_id.is_some() && facts.measured == 0 {
        hints.push(HintLine::on(Hint::NeverMeasured, "metricId"));
    }
    if step.obstacle_id.is_none() {
        hints.push(HintLine::on(Hint::NoObstacle, "obstacleId"));
    }
    if let Some(day) = step.check_on {
        let days = (day - today).num_days();
        if days > i64::try_from(SOON_DAYS).unwrap_or(i64::MAX) {
            hints.push(HintLine::on(Hint::CheckFar, "checkOn").days(days));
        } else if days >= 0 {
            hints.push(HintLine::on(Hint::Soon, "checkOn").good().days(days));
        }
    }
    if facts.confirmed_in_a_row >= TOO_SAFE {
        hints.push(HintLine::on(Hint::TooSafe, "prediction"));
    }
    hints
}

/// Who goes to look or tries something out need not know a number beforehand.
fn of_numbers(step: &Experiment) -> Option<HintLine> {
    let range = step.predicted_low.is_some() && step.predicted_high.is_some();
    let expected = step.predicted.is_some() || range;
    let tests = step.experiment_kind == ExperimentKind::HypothesisTest;
    match (expected, step.baseline) {
        (false, _) if tests => Some(HintLine::on(Hint::NoNumber, "predicted")),
        (true, None) if tests => Some(HintLine::on(Hint::NoBaseline, "baseline")),
        (true, Some(before)) if step.predicted == Some(before) => {
            Some(HintLine::on(Hint::EqualsBaseline, "predicted"))
        }
        (true, Some(_)) => Some(HintLine::on(Hint::NumberBeforeAndAfter, "predicted").good()),
        _ => None,
    }
}

fn of_learning(step: &Experiment) -> Vec<HintLine> {
    let learned = step.learned.to_lowercase();
    let reason = ["because", "since ", "due to", "that is why", "so that"];
    if learned.trim().is_empty() || reason.iter().any(|word| learned.contains(word)) {
        return Vec::new();
    }
    vec![HintLine::on(Hint::NoBecause, "learned")]
}
