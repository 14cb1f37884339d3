//! Wording hints: what makes a record good. They teach, never block, and can be put aside with a note.
//!
//! Each rule is a pure function of a row and of what the board knows about it. A hint names a code;
//! its sentence and its reason stand in the catalogue. What is well written is said too, so that the
//! margin is no list of faults. Word lists are English; a row in another language gets the hints that
//! need no words.
//!
//! Rules: Rother, *Toyota Kata Practice Guide* (obstacles are not missing solutions, single factor
//! experiments, "because"); Edwards, "Clearing the Way for SRE in the Enterprise" (a challenge without
//! operational outcomes is a platitude).

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

use crate::experiment::{Experiment, ExperimentKind, ExperimentState};
use crate::field::choice;
use crate::{Challenge, Obstacle, TargetCondition};

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
        let soon = days <= i64::try_from(SOON_DAYS).unwrap_or(i64::MAX);
        hints.push(match soon {
            true => HintLine::on(Hint::Soon, "checkOn").good().days(days),
            false => HintLine::on(Hint::CheckFar, "checkOn").days(days),
        });
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

const MISSING_SOLUTION: &[&str] = &[
    "lack of",
    "lacking",
    "need to",
    "needs to",
    "we need",
    "no tool",
    "no training",
    "no dashboard",
    "no documentation",
    "no automation",
    "missing tool",
    "missing training",
    "not enough training",
    "should have",
];

const PLATITUDES: &[&str] = &[
    "world-class",
    "world class",
    "best-in-class",
    "best in class",
    "excellence",
    "excellent",
    "seamless",
    "cutting-edge",
    "cutting edge",
    "state of the art",
    "innovative",
    "leverage",
    "synergy",
    "synergies",
    "delight",
    "customer-centric",
    "high quality",
    "robust",
    "efficient",
    "better",
    "faster",
    "improve",
    "optimise",
    "optimize",
];

const VERBS: &[&str] = &[
    "add",
    "automate",
    "build",
    "create",
    "decrease",
    "deploy",
    "develop",
    "eliminate",
    "enable",
    "establish",
    "implement",
    "improve",
    "increase",
    "install",
    "introduce",
    "make",
    "optimise",
    "optimize",
    "reduce",
    "remove",
    "replace",
    "roll out",
    "start",
    "stop",
];

/// What joins two changes into one step.
const JOINS: &[&str] = &[" and ", " as well as ", " plus ", "; "];

/// The first of some phrases that stands in a text as whole words, as it is written there.
fn first_of(text: &str, phrases: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    let whole = |at: usize, phrase: &str| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + phrase.len()..].chars().next();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(before) && !letter(after)
    };
    let found = phrases
        .iter()
        .filter_map(|phrase| {
            let (at, _) = lower
                .match_indices(phrase)
                .find(|(at, _)| whole(*at, phrase))?;
            Some((at, *phrase))
        })
        .min()?;
    // Lower case may have other lengths than the text; then the phrase itself is shown.
    let (at, phrase) = found;
    let written = text
        .get(at..at + phrase.len())
        .filter(|w| w.to_lowercase() == phrase);
    Some(written.unwrap_or(phrase).to_owned())
}

/// The verb with which a line of an operating pattern begins, behind its number or bullet.
fn leading_verb(line: &str) -> Option<&str> {
    let start = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let lower = start.to_lowercase();
    let verb = VERBS.iter().find(|verb| {
        lower
            .strip_prefix(**verb)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    start.get(..verb.len())
}

/// What follows the first word that joins a second change, with that word.
///
/// Only where a verb follows does it join two changes: "sellers and buyers" is one.
fn second_change(step: &str) -> Option<&str> {
    JOINS
        .iter()
        .filter_map(|join| {
            step.match_indices(join)
                .map(|(at, _)| at)
                .find(|at| begins_a_change(&step[at + join.len()..]))
        })
        .min()
        .map(|at| {
            step[at..]
                .trim_start_matches([';', ' '])
                .trim_end_matches(['.', ' '])
        })
}

fn begins_a_change(rest: &str) -> bool {
    const MORE: &[&str] = &[
        "ask", "call", "change", "check", "have", "let", "move", "put", "run", "send", "set",
        "show", "switch", "tell", "turn", "use", "write",
    ];
    let word: String = rest
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    VERBS.contains(&word.as_str()) || MORE.contains(&word.as_str())
}

fn has_number(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const TODAY: &str = "2026-03-09";

    fn codes(hints: &[HintLine]) -> Vec<(&'static str, bool)> {
        hints
            .iter()
            .map(|line| (line.hint.word(), line.good))
            .collect()
    }

    fn obstacle(text: &str, evidence: &str) -> Obstacle {
        Obstacle {
            text: text.into(),
            evidence: evidence.into(),
            ..Obstacle::default()
        }
    }

    #[test]
    fn an_obstacle_is_no_missing_solution() {
        let hints = of_obstacle(&obstacle("Lack of a dashboard", "12 of 40 calls"));
        assert_eq!(codes(&hints), [("missing_solution", false)]);
        assert_eq!(hints[0].words.as_deref(), Some("Lack of"));
        for text in [
            "We need training",
            "There is no tool for labels",
            "They need to ask",
        ] {
            assert_eq!(
                codes(&of_obstacle(&obstacle(text, "x")))[0].0,
                "missing_solution",
                "{text}"
            );
        }
        // Parts of words are no words.
        let plain = obstacle("The black offices wait for a key", "3 of 5 mornings");
        assert_eq!(codes(&of_obstacle(&plain)), [("seen_and_measured", true)]);
        assert_eq!(
            codes(&of_obstacle(&obstacle("It waits", " "))),
            [("no_evidence", false)]
        );
    }

    fn target() -> TargetCondition {
        TargetCondition {
            operating_pattern: "1. Every seller has the figures by 08:00.".into(),
            outcome_metric_id: Some(Default::default()),
            outcome_target: Some(2.0),
            achieve_by_on: Some(day("2026-03-27")),
            ..TargetCondition::default()
        }
    }

    #[test]
    fn a_target_condition_is_a_condition() {
        let today = day(TODAY);
        let of = |target: &TargetCondition| codes(&of_target_condition(target, "They ask.", today));
        assert_eq!(of(&target()), [("comparable", true)]);
        let todo = TargetCondition {
            operating_pattern: "They ask.\n2) Reduce the calls".into(),
            ..target()
        };
        assert_eq!(of(&todo)[0], ("starts_with_verb", false));
        let same = TargetCondition {
            operating_pattern: " They  ask.".into(),
            ..target()
        };
        assert_eq!(of(&same), [("equals_current", false)]);
        let unmeasured = TargetCondition {
            outcome_target: None,
            ..target()
        };
        assert_eq!(of(&unmeasured), [("no_metric", false)]);
    }

    #[test]
    fn three_months_are_counted_from_the_day_it_was_set() {
        let far = |set_on: Option<NaiveDate>| {
            let target = TargetCondition {
                achieve_by_on: Some(day("2026-06-10")),
                set_on,
                ..target()
            };
            let hints = of_target_condition(&target, "", day(TODAY));
            hints.into_iter().find(|line| line.hint == Hint::DateFar)
        };
        assert_eq!(far(None).and_then(|line| line.days), Some(93));
        assert_eq!(far(Some(day("2026-03-10"))), None, "92 days");
    }

    #[test]
    fn a_challenge_without_outcomes_is_a_platitude() {
        let empty = Challenge {
            statement: "World-class service".into(),
            operational_outcomes: "Fewer calls".into(),
            ..Challenge::default()
        };
        let hints = of_challenge(&empty);
        assert_eq!(
            codes(&hints),
            [
                ("no_operational_outcome", false),
                ("no_business_outcome", false),
                ("platitude", false)
            ]
        );
        let measured = Challenge {
            statement: "Sellers run their shops; better than 1 call a month".into(),
            operational_outcomes: "Under 2 calls a week".into(),
            business_outcomes: "Staff sell again".into(),
            ..Challenge::default()
        };
        assert_eq!(of_challenge(&measured), []);
    }

    fn plan() -> Experiment {
        Experiment {
            step: "Send the revenue e-mail every day".into(),
            metric_id: Some(Default::default()),
            obstacle_id: Some(Default::default()),
            baseline: Some(5.0),
            predicted: Some(2.0),
            check_on: Some(day("2026-03-13")),
            ..Experiment::default()
        }
    }

    fn of_step(step: &Experiment) -> Vec<(&'static str, bool)> {
        let facts = StepFacts {
            measured: 3,
            confirmed_in_a_row: 0,
        };
        codes(&of_experiment(step, facts, day(TODAY)))
    }

    #[test]
    fn a_good_step_is_told_so() {
        assert_eq!(
            of_step(&plan()),
            [("number_before_and_after", true), ("soon", true)]
        );
    }

    #[test]
    fn two_changes_are_seen_where_a_second_verb_begins() {
        let step = |text: &str| Experiment {
            step: text.into(),
            ..plan()
        };
        let two = step("Add best sellers to the 08:00 e-mail and move it to 07:30.");
        let hints = of_experiment(
            &two,
            StepFacts {
                measured: 1,
                ..Default::default()
            },
            day(TODAY),
        );
        assert_eq!(hints[0].hint, Hint::TwoChanges);
        assert_eq!(hints[0].words.as_deref(), Some("and move it to 07:30"));
        let one = step("Show revenue and returns to sellers and buyers");
        assert_eq!(of_step(&one)[0].0, "number_before_and_after");
    }

    #[test]
    fn numbers_are_asked_of_hypothesis_tests() {
        let none = Experiment {
            predicted: None,
            ..plan()
        };
        assert_eq!(of_step(&none)[0], ("no_number", false));
        let looks = Experiment {
            experiment_kind: ExperimentKind::GoAndSee,
            ..none
        };
        assert_eq!(of_step(&looks), [("soon", true)]);
        let no_baseline = Experiment {
            baseline: None,
            ..plan()
        };
        assert_eq!(of_step(&no_baseline)[0], ("no_baseline", false));
        let same = Experiment {
            predicted: Some(5.0),
            ..plan()
        };
        assert_eq!(of_step(&same)[0], ("equals_baseline", false));
    }

    #[test]
    fn a_late_look_no_obstacle_no_measurement_and_safe_steps() {
        let step = Experiment {
            check_on: Some(day("2026-03-17")),
            obstacle_id: None,
            ..plan()
        };
        let facts = StepFacts {
            measured: 0,
            confirmed_in_a_row: TOO_SAFE,
        };
        let hints = of_experiment(&step, facts, day(TODAY));
        let advice: Vec<_> = hints
            .iter()
            .filter(|line| !line.good)
            .map(|line| line.hint)
            .collect();
        assert_eq!(
            advice,
            [
                Hint::NeverMeasured,
                Hint::NoObstacle,
                Hint::CheckFar,
                Hint::TooSafe
            ]
        );
        let on_the_day = Experiment {
            check_on: Some(day("2026-03-16")),
            ..plan()
        };
        assert_eq!(
            of_step(&on_the_day)[1],
            ("soon", true),
            "the seventh day is soon"
        );
    }

    #[test]
    fn learning_says_because() {
        let closed = |learned: &str| Experiment {
            state: ExperimentState::Evaluated,
            learned: learned.into(),
            ..plan()
        };
        assert_eq!(
            of_step(&closed("They want it daily")),
            [("no_because", false)]
        );
        assert_eq!(of_step(&closed("Because they choose by it")), []);
        assert_eq!(of_step(&closed("")), []);
    }
}
