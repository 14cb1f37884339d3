//! Target conditions: where the process shall be on a date that does not move.

use chrono::NaiveDate;

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{ChallengeId, FocusProcessId, MetricId};
use crate::metric::Comparison;
use crate::noun::noun;

choice! {
    /// Where a target condition stands.
    TargetConditionStatus {
        /// Being written; its date is free.
        Draft = "draft",
        /// The team works toward it; its date is fixed.
        Active = "active",
        /// Closed: it was met.
        Met = "met",
        /// Closed: it was not met.
        NotMet = "not_met",
        /// Closed: another one took its place.
        Superseded = "superseded",
    }
}

choice! {
    /// How a target condition ends.
    Closing {
        /// It was met.
        Met = "met",
        /// It was not met.
        NotMet = "not_met",
        /// Another one takes its place.
        Superseded = "superseded",
    }
}

noun! {
    /// The next target condition: one to twelve weeks ahead, measurable, beyond the threshold of
    /// knowledge.
    TargetCondition(TargetConditionId) TargetConditionPatch
    of focus_process_id
    title focus_process_id: operating_pattern
    searched operating_pattern, reflection
    edit {
        /// The day it shall be reached. Free in draft, fixed from activation on.
        achieve_by_on: Option<NaiveDate> => Choice,
        /// The challenge it leads to.
        challenge_id: Option<ChallengeId> => Choice,
        /// The outcome metric.
        outcome_metric_id: Option<MetricId> => Choice,
        /// How the outcome compares with its target.
        outcome_comparison: Comparison => Choice,
        /// The outcome's target value, in the metric's unit.
        outcome_target: Option<f64> => Choice,
        /// The process metric.
        process_metric_id: Option<MetricId> => Choice,
        /// How the process metric compares with its target.
        process_comparison: Comparison => Choice,
        /// The process metric's target value, in the metric's unit.
        process_target: Option<f64> => Choice,
        /// The desired operating pattern, one step a line.
        operating_pattern: String => Text,
        /// The summary reflection, written when it closes.
        reflection: String => Text,
        /// Whether the challenge is still valid, asked at closing.
        challenge_valid: Option<bool> => Choice,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// Its number in the focus process.
        number: i64 => Newest,
        /// Where it stands.
        status: TargetConditionStatus => Choice,
        /// The day it became active.
        set_on: Option<NaiveDate> => Newest,
        /// The day it was closed.
        closed_on: Option<NaiveDate> => Newest,
    }
    rules {
        fn check(before: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            let Some(before) = before.filter(|before| before.status != TargetConditionStatus::Draft) else {
                return Ok(());
            };
            if after.achieve_by_on != before.achieve_by_on {
                return Err(DomainError::AchieveByFixed);
            }
            if after.status == TargetConditionStatus::Draft {
                return Err(DomainError::TargetConditionStatus { status: before.status.word() });
            }
            Ok(())
        }
    }
}

/// The share of the way from `baseline` to `target` that is covered at `now`: 1 at the target,
/// negative on the other side of the baseline; none where there is no way, or a number is not
/// finite. Formula: progress = (baseline − actual) / (baseline − target).
pub fn covered(baseline: f64, now: f64, target: f64) -> Option<f64> {
    let share = (baseline - now) / (baseline - target);
    share.is_finite().then_some(share)
}

impl TargetCondition {
    /// Draft becomes active; from here on its date is fixed.
    ///
    /// # Errors
    /// When it is no draft, has no date, or another one is active.
    pub fn activate(&mut self, another_active: bool, context: &Context) -> Result<(), DomainError> {
        if self.status != TargetConditionStatus::Draft {
            return Err(DomainError::TargetConditionStatus {
                status: self.status.word(),
            });
        }
        if self.achieve_by_on.is_none() {
            return Err(DomainError::AchieveByMissing);
        }
        if another_active {
            return Err(DomainError::AnotherActive);
        }
        self.status = TargetConditionStatus::Active;
        self.set_on = Some(context.today);
        Ok(())
    }

    /// Active becomes closed, with its summary reflection.
    ///
    /// # Errors
    /// When it is not active, or nothing was reflected.
    pub fn close(
        &mut self,
        closing: Closing,
        reflection: &str,
        challenge_valid: Option<bool>,
        context: &Context,
    ) -> Result<(), DomainError> {
        if self.status != TargetConditionStatus::Active {
            return Err(DomainError::TargetConditionStatus {
                status: self.status.word(),
            });
        }
        if reflection.trim().is_empty() {
            return Err(DomainError::ReflectionMissing);
        }
        self.status = match closing {
            Closing::Met => TargetConditionStatus::Met,
            Closing::NotMet => TargetConditionStatus::NotMet,
            Closing::Superseded => TargetConditionStatus::Superseded,
        };
        self.reflection = reflection.to_owned();
        self.challenge_valid = challenge_valid;
        self.closed_on = Some(context.today);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_covered_from_the_baseline_to_the_target() {
        // The worked value of the method: baseline 40, target 20, actual 34.
        assert_eq!(covered(40.0, 34.0, 20.0), Some(0.3));
        assert_eq!(covered(40.0, 20.0, 20.0), Some(1.0));
        assert_eq!(covered(40.0, 44.0, 20.0), Some(-0.2));
        assert_eq!(covered(3.0, 4.0, 5.0), Some(0.5), "upwards too");
        assert_eq!(covered(20.0, 20.0, 20.0), None, "there is no way");
        assert_eq!(covered(20.0, f64::NAN, 10.0), None);
    }
}
