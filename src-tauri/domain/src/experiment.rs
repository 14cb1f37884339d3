//! Experiments: rows of the experimenting record, whose prediction is sealed when they start.
//!
//! `planned` → `running` (sealed) → closed as `evaluated`, `abandoned` or `could_not_run`. What was
//! sealed stays in [`Experiment::sealed`] for ever; a later change of a sealed field is an
//! amendment.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{FocusProcessId, MetricId, ObstacleId, PersonId, TargetConditionId};
use crate::noun::noun;

choice! {
    /// What a step is meant to find out.
    ExperimentKind {
        /// A guess that can be wrong, with a number.
        HypothesisTest = "hypothesis_test",
        /// Observe the real work.
        GoAndSee = "go_and_see",
        /// Change something to see what happens.
        Exploratory = "exploratory",
    }
}

choice! {
    /// What a step changes.
    ChangeType {
        /// How the work is done.
        Process = "process",
        /// A tool.
        Tooling = "tooling",
        /// Who does what.
        Organisation = "organisation",
    }
}

choice! {
    /// Where a step stands. "Result due" is derived.
    ExperimentState {
        /// In pencil.
        Planned = "planned",
        /// Sealed and under way.
        Running = "running",
        /// Closed with a result.
        Evaluated = "evaluated",
        /// Closed without carrying on.
        Abandoned = "abandoned",
        /// Closed because it could not be run.
        CouldNotRun = "could_not_run",
    }
}

choice! {
    /// What the result says of the prediction.
    Outcome {
        /// It came out as expected.
        Confirmed = "confirmed",
        /// It did not.
        Refuted = "refuted",
        /// It cannot be told.
        Inconclusive = "inconclusive",
    }
}

choice! {
    /// What is done with what was tried.
    Decision {
        /// It becomes how we work.
        Adopt = "adopt",
        /// It is changed and tried again.
        Adapt = "adapt",
        /// It is given up.
        Abandon = "abandon",
    }
}

/// The fields that sealing freezes, listed once: each as the step has it.
macro_rules! sealed {
    ($($(#[$meta:meta])* $field:ident: $type:ty,)+) => {
        /// What was in ink when the step started. Never changes.
        #[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct Sealed {$(
            $(#[$meta])*
            pub $field: $type,
        )+}

        /// Column names of the fields that sealing freezes.
        pub const SEALED_FIELDS: [&str; [$(stringify!($field)),+].len()] = [$(stringify!($field)),+];

        impl Experiment {
            /// The fields that sealing freezes, as they stand now.
            pub fn sealable(&self) -> Sealed {
                Sealed {$(
                    $field: Clone::clone(&self.$field),
                )+}
            }
        }
    };
}

sealed! {
    /// The metric.
    metric_id: Option<MetricId>,
    /// The value before.
    baseline: Option<f64>,
    /// The predicted value.
    predicted: Option<f64>,
    /// Lower end of the 80 % range.
    predicted_low: Option<f64>,
    /// Upper end of the 80 % range.
    predicted_high: Option<f64>,
    /// What is expected, and why.
    prediction: String,
    /// How sure, in percent, that the actual is at least as good as predicted.
    confidence: Option<i64>,
    /// When the result is looked at.
    check_on: Option<NaiveDate>,
    /// What must not get worse, in words.
    guardrails: String,
    /// The metrics that must not get worse.
    #[serde(default)]
    guardrail_metric_ids: Option<Vec<MetricId>>,
    /// Who or how much takes part, for how long.
    sample: String,
    /// What is done if it comes out as expected.
    if_confirmed: String,
    /// What is done if it does not.
    if_refuted: String,
    /// What is done if it cannot be told.
    if_inconclusive: String,
}
json_field!(Sealed);
json_field!(Vec<MetricId>);

noun! {
    /// One step toward the target condition, with its prediction and its result.
    Experiment(ExperimentId) ExperimentPatch
    of focus_process_id
    title step
    searched step, prediction, what_happened, learned, belief
    edit {
        /// The obstacle addressed.
        obstacle_id: Option<ObstacleId> => Choice,
        /// The target condition it leads to.
        target_condition_id: Option<TargetConditionId> => Choice,
        /// What it is meant to find out.
        experiment_kind: ExperimentKind => Choice,
        /// The step: one change.
        step: String => Text,
        /// What it changes.
        change_type: Option<ChangeType> => Choice,
        /// The metric it is judged by.
        metric_id: Option<MetricId> => Choice,
        /// The value before, in the metric's unit.
        baseline: Option<f64> => Choice,
        /// The predicted value, in the metric's unit.
        predicted: Option<f64> => Choice,
        /// Lower end of the predicted 80 % range.
        predicted_low: Option<f64> => Choice,
        /// Upper end of the predicted 80 % range.
        predicted_high: Option<f64> => Choice,
        /// What is expected, and why.
        prediction: String => Text,
        /// How sure, in percent, that the actual is at least as good as predicted.
        confidence: Option<i64> => Choice,
        /// What must not get worse, in words.
        guardrails: String => Text,
        /// The metrics that must not get worse.
        guardrail_metric_ids: Option<Vec<MetricId>> => Choice,
        /// Who or how much takes part, for how long.
        sample: String => Text,
        /// What is done if it comes out as expected.
        if_confirmed: String => Text,
        /// What is done if it does not.
        if_refuted: String => Text,
        /// What is done if it cannot be told.
        if_inconclusive: String => Text,
        /// When the result is looked at (question 5).
        check_on: Option<NaiveDate> => Choice,
        /// Who runs it.
        run_by: Option<PersonId> => Choice,
        /// The measured value after, in the metric's unit.
        actual: Option<f64> => Choice,
        /// What happened.
        what_happened: String => Text,
        /// What we learned.
        learned: String => Text,
        /// What we now believe.
        belief: String => Text,
        /// Links to evidence.
        evidence: String => Text,
        /// What the result says of the prediction.
        outcome: Option<Outcome> => Choice,
        /// What is done with what was tried.
        decision: Option<Decision> => Choice,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// Its number in the focus process.
        number: i64 => Newest,
        /// Where it stands.
        state: ExperimentState => Choice,
        /// When it was sealed, UTC milliseconds.
        sealed_at: Option<i64> => Newest,
        /// Who sealed it.
        sealed_by: Option<PersonId> => Newest,
        /// What was sealed.
        sealed: Option<Sealed> => Newest,
        /// When a sealed field was last amended, UTC milliseconds.
        amended_at: Option<i64> => Newest,
        /// The day it started.
        started_on: Option<NaiveDate> => Newest,
        /// The day the learner said that the step is done, before its check date.
        done_on: Option<NaiveDate> => Newest,
        /// The day it was closed.
        closed_on: Option<NaiveDate> => Newest,
    }
    rules {
        fn check(before: Option<&Self>, after: &mut Self, context: &Context) -> Result<(), DomainError> {
            after.check_numbers()?;
            after.check_result_side(before, context)?;
            after.check_seal(before, context)
        }
        fn may_remove(&self) -> Result<(), DomainError> {
            if self.sealed.is_some() { Err(DomainError::SealedStays) } else { Ok(()) }
        }
    }
}

/// Error, realised fraction and direction of a result against its prediction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// actual − predicted, in the metric's unit.
    pub error: f64,
    /// (actual − baseline) / (predicted − baseline); none where predicted equals baseline.
    pub realised: Option<f64>,
    /// Whether it moved in the predicted direction; none where predicted equals baseline.
    pub direction_hit: Option<bool>,
}

impl Experiment {
    /// What a result is held against: what was sealed; in pencil, the fields as they stand now.
    pub fn plan(&self) -> Sealed {
        self.sealed.clone().unwrap_or_else(|| self.sealable())
    }

    /// Seals the prediction and starts the step.
    ///
    /// # Errors
    /// When it is not in pencil, or what makes it a prediction is missing.
    pub fn seal(&mut self, context: &Context) -> Result<(), DomainError> {
        self.expect(&[ExperimentState::Planned])?;
        let missing = self.missing_for_seal();
        if !missing.is_empty() {
            return Err(DomainError::SealIncomplete { missing });
        }
        self.sealed = Some(self.sealable());
        self.sealed_at = Some(context.now_ms);
        self.sealed_by = context.actor;
        self.started_on = Some(context.today);
        self.state = ExperimentState::Running;
        Ok(())
    }

    /// What sealing still needs: the step, an expectation, the date to look.
    pub fn missing_for_seal(&self) -> Vec<&'static str> {
        let expectation = !self.prediction.trim().is_empty()
            || self.predicted.is_some()
            || (self.predicted_low.is_some() && self.predicted_high.is_some());
        [
            ("step", !self.step.trim().is_empty()),
            ("prediction", expectation),
            ("check_on", self.check_on.is_some()),
        ]
        .into_iter()
        .filter_map(|(field, there)| (!there).then_some(field))
        .collect()
    }

    /// The learner says that the step is done; the result opens before its date.
    ///
    /// # Errors
    /// When the step is not running.
    pub fn finish(&mut self, context: &Context) -> Result<(), DomainError> {
        self.expect(&[ExperimentState::Running])?;
        self.done_on = Some(context.today);
        Ok(())
    }

    /// Whether the result side takes text and numbers.
    pub fn result_open(&self, today: NaiveDate) -> bool {
        match self.state {
            ExperimentState::Planned => false,
            ExperimentState::Running => {
                self.done_on.is_some() || self.check_on.is_some_and(|day| day <= today)
            }
            ExperimentState::Evaluated
            | ExperimentState::Abandoned
            | ExperimentState::CouldNotRun => true,
        }
    }

    /// Closes a running step with what its result says of the prediction.
    ///
    /// # Errors
    /// When the result is not open yet or nothing was learned.
    pub fn evaluate(
        &mut self,
        outcome: Outcome,
        decision: Option<Decision>,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect(&[ExperimentState::Running])?;
        if !self.result_open(context.today) {
            return Err(DomainError::ResultClosed {
                opens_on: self.check_on,
            });
        }
        self.outcome = Some(outcome);
        self.decision = decision;
        self.close(ExperimentState::Evaluated, context)
    }

    /// Closes a running step without a result, with what was learned: it was given up, or it could
    /// not be run.
    ///
    /// # Errors
    /// When it is not running or nothing was learned.
    pub fn give_up(
        &mut self,
        could_not_run: bool,
        learned: &str,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect(&[ExperimentState::Running])?;
        learned.clone_into(&mut self.learned);
        let state = if could_not_run {
            ExperimentState::CouldNotRun
        } else {
            ExperimentState::Abandoned
        };
        self.close(state, context)
    }

    /// What was sealed, where the result can be held against it: a result of another metric cannot.
    pub fn comparable(&self) -> Option<&Sealed> {
        let sealed = self.sealed.as_ref()?;
        (sealed.metric_id == self.metric_id).then_some(sealed)
    }

    /// The result as far as it can be held against what is expected: in pencil against the plan,
    /// then against what was sealed.
    pub fn compared_actual(&self) -> Option<f64> {
        let same = self.sealed.is_none() || self.comparable().is_some();
        self.actual.filter(|_| same)
    }

    /// The gap between prediction and result; none without both numbers, and between two metrics.
    /// Formula: method of the experimenting record; undefined fractions stay undefined.
    pub fn gap(&self) -> Option<Gap> {
        let sealed = self.comparable()?;
        let (actual, predicted) = (self.actual?, sealed.predicted?);
        let expected_move = sealed.baseline.map(|b| predicted - b).filter(|m| *m != 0.0);
        let actual_move = sealed.baseline.map(|b| actual - b);
        let moves = expected_move.zip(actual_move);
        Some(Gap {
            error: actual - predicted,
            realised: moves.map(|(expected, actual)| actual / expected),
            direction_hit: moves
                .map(|(expected, actual)| actual != 0.0 && (expected > 0.0) == (actual > 0.0)),
        })
    }

    /// How far the result lies outside the predicted range, with its sign: 0 within; none without a
    /// range or a result, and for a result of another metric.
    pub fn outside_range(&self) -> Option<f64> {
        let sealed = self.comparable()?;
        let (low, high) = sealed.predicted_low.zip(sealed.predicted_high)?;
        let actual = self.actual?;
        Some((actual - high).max(0.0) - (low - actual).max(0.0))
    }

    fn close(&mut self, state: ExperimentState, context: &Context) -> Result<(), DomainError> {
        if self.learned.trim().is_empty() {
            return Err(DomainError::LearnedMissing);
        }
        self.state = state;
        self.closed_on = Some(context.today);
        Ok(())
    }

    fn expect(&self, states: &[ExperimentState]) -> Result<(), DomainError> {
        if states.contains(&self.state) {
            Ok(())
        } else {
            Err(DomainError::ExperimentState {
                number: self.number,
                state: self.state.word(),
            })
        }
    }

    fn check_numbers(&self) -> Result<(), DomainError> {
        if self
            .confidence
            .is_some_and(|percent| !(0..=100).contains(&percent))
        {
            return Err(DomainError::NumberInvalid {
                field: "confidence",
            });
        }
        match (self.predicted_low, self.predicted_high) {
            (Some(low), Some(high)) if low > high => Err(DomainError::RangeReversed),
            _ => Ok(()),
        }
    }

    /// Nothing is written on the result side before it opens.
    fn check_result_side(
        &self,
        before: Option<&Self>,
        context: &Context,
    ) -> Result<(), DomainError> {
        let blank = Experiment::default();
        let before = before.unwrap_or(&blank);
        let result_changed = self.actual != before.actual
            || self.what_happened != before.what_happened
            || self.belief != before.belief
            || self.outcome != before.outcome
            || self.decision != before.decision
            || (self.learned != before.learned && self.closed_on.is_none());
        let open = self.result_open(context.today) || before.result_open(context.today);
        if result_changed && !open {
            let opens_on = self.sealed.as_ref().and_then(|sealed| sealed.check_on);
            return Err(DomainError::ResultClosed { opens_on });
        }
        Ok(())
    }

    /// What was sealed stays; what differs from it afterwards is an amendment.
    fn check_seal(&mut self, before: Option<&Self>, context: &Context) -> Result<(), DomainError> {
        let Some(before) = before.filter(|before| before.sealed.is_some()) else {
            return Ok(());
        };
        let unsealed = self.sealed != before.sealed
            || self.sealed_at != before.sealed_at
            || self.state == ExperimentState::Planned;
        if unsealed {
            return Err(DomainError::SealedStays);
        }
        if self.sealable() != before.sealable() {
            self.amended_at = Some(context.now_ms);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(date: &str) -> Context {
        Context {
            now_ms: 1_000,
            today: day(date),
            actor: None,
        }
    }

    fn planned() -> Experiment {
        Experiment {
            number: 4,
            step: "Send each seller a revenue e-mail".into(),
            prediction: "Revenue calls stop".into(),
            baseline: Some(40.0),
            predicted: Some(25.0),
            check_on: Some(day("2026-03-13")),
            ..Experiment::default()
        }
    }

    fn running() -> Experiment {
        let mut experiment = planned();
        experiment.seal(&on("2026-03-09")).unwrap();
        experiment
    }

    #[test]
    fn sealed_fields_are_fields() {
        for name in SEALED_FIELDS {
            assert!(
                Experiment::FIELDS.iter().any(|field| field.name == name),
                "{name}"
            );
        }
        let keys = serde_json::to_value(Sealed::default()).unwrap();
        assert_eq!(keys.as_object().unwrap().len(), SEALED_FIELDS.len());
    }

    #[test]
    fn sealing_names_all_that_is_missing() {
        let mut empty = Experiment::default();
        assert_eq!(
            empty.seal(&on("2026-03-09")),
            Err(DomainError::SealIncomplete {
                missing: vec!["step", "prediction", "check_on"]
            })
        );
        assert_eq!(
            empty,
            Experiment::default(),
            "a refused move changes nothing"
        );
    }

    #[test]
    fn a_range_is_an_expectation_too() {
        let mut step = planned();
        step.prediction.clear();
        step.predicted = None;
        step.predicted_low = Some(20.0);
        assert_eq!(step.missing_for_seal(), vec!["prediction"]);
        step.predicted_high = Some(30.0);
        assert!(step.seal(&on("2026-03-09")).is_ok());
    }

    #[test]
    fn sealing_twice_is_refused() {
        assert_eq!(
            running().seal(&on("2026-03-10")),
            Err(DomainError::ExperimentState {
                number: 4,
                state: "running"
            })
        );
    }

    #[test]
    fn the_result_opens_on_its_date_or_when_the_step_is_done() {
        let mut step = running();
        assert!(!step.result_open(day("2026-03-12")));
        assert!(step.result_open(day("2026-03-13")));
        assert_eq!(
            step.evaluate(Outcome::Refuted, None, &on("2026-03-12")),
            Err(DomainError::ResultClosed {
                opens_on: Some(day("2026-03-13"))
            })
        );
        step.finish(&on("2026-03-11")).unwrap();
        assert!(step.result_open(day("2026-03-11")));
    }

    #[test]
    fn result_text_before_the_seal_is_refused_at_the_door() {
        let before = planned();
        let mut after = Experiment {
            what_happened: "Early".into(),
            ..before.clone()
        };
        assert_eq!(
            Experiment::check(Some(&before), &mut after, &on("2026-03-20")),
            Err(DomainError::ResultClosed { opens_on: None })
        );
    }

    #[test]
    fn closing_needs_learning() {
        let mut step = running();
        let late = on("2026-03-13");
        assert_eq!(
            step.evaluate(Outcome::Refuted, None, &late),
            Err(DomainError::LearnedMissing)
        );
        assert_eq!(step.state, ExperimentState::Running);
        assert_eq!(
            step.give_up(false, "  ", &late),
            Err(DomainError::LearnedMissing)
        );
        step.learned = "Because they want it daily".into();
        step.evaluate(Outcome::Refuted, Some(Decision::Adapt), &late)
            .unwrap();
        assert_eq!(step.closed_on, Some(day("2026-03-13")));
    }

    #[test]
    fn what_was_sealed_stays_and_a_change_is_an_amendment() {
        let before = running();
        let mut after = Experiment {
            predicted: Some(30.0),
            ..before.clone()
        };
        Experiment::check(Some(&before), &mut after, &on("2026-03-10")).unwrap();
        assert_eq!(after.amended_at, Some(1_000));
        assert_eq!(after.plan().predicted, Some(25.0));

        let mut unsealed = planned();
        assert_eq!(
            Experiment::check(Some(&before), &mut unsealed, &on("2026-03-10")),
            Err(DomainError::SealedStays)
        );
        let mut rewritten = before.clone();
        rewritten.sealed.as_mut().unwrap().predicted = Some(34.0);
        assert_eq!(
            Experiment::check(Some(&before), &mut rewritten, &on("2026-03-10")),
            Err(DomainError::SealedStays)
        );
        assert_eq!(before.may_remove(), Err(DomainError::SealedStays));
    }

    #[test]
    fn the_gap_of_the_worked_case() {
        let mut step = running();
        step.actual = Some(34.0);
        let gap = step.gap().unwrap();
        assert_eq!(gap.error, 9.0);
        assert!((gap.realised.unwrap() - 0.40).abs() < 1e-12);
        assert_eq!(gap.direction_hit, Some(true));
    }

    #[test]
    fn the_gap_is_undefined_where_nothing_was_to_move() {
        let mut step = planned();
        step.predicted = Some(40.0);
        step.seal(&on("2026-03-09")).unwrap();
        step.actual = Some(34.0);
        let gap = step.gap().unwrap();
        assert_eq!(
            (gap.error, gap.realised, gap.direction_hit),
            (-6.0, None, None)
        );
        step.actual = None;
        assert_eq!(step.gap(), None);
    }

    #[test]
    fn a_result_of_another_metric_is_not_compared() {
        let mut step = running();
        step.actual = Some(34.0);
        step.metric_id = Some(MetricId(uuid::Uuid::nil()));
        assert_eq!((step.gap(), step.outside_range()), (None, None));
        step.metric_id = None;
        assert!(step.gap().is_some());
    }

    #[test]
    fn a_range_holds_or_is_missed_by_so_much() {
        let of = |actual: Option<f64>| Experiment {
            actual,
            sealed: Some(Sealed {
                predicted_low: Some(1.0),
                predicted_high: Some(2.5),
                ..Sealed::default()
            }),
            ..planned()
        };
        assert_eq!(of(Some(1.0)).outside_range(), Some(0.0));
        assert_eq!(of(Some(3.0)).outside_range(), Some(0.5));
        assert_eq!(of(Some(0.0)).outside_range(), Some(-1.0));
        assert_eq!(of(None).outside_range(), None);
        assert_eq!(planned().outside_range(), None);
    }
}
