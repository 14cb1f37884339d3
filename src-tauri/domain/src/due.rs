//! What is due: a result to look at, a date that was reached, a coaching cycle that was missed, a
//! number to measure again. Each rule answers the day since which it is due, or that nothing is.
//!
//! The rules speak of the process and never of a person.

use chrono::{Days, NaiveDate};

use crate::coaching_cycle::CoachingCycle;
use crate::experiment::{Experiment, ExperimentState};
use crate::field::choice;
use crate::metric::Metric;
use crate::target_condition::{TargetCondition, TargetConditionStatus};

choice! {
    /// What is due.
    DueKind {
        /// A check date was reached and the step has no result.
        Result = "result",
        /// An achieve-by date was reached and the target condition is still active.
        AchieveBy = "achieve_by",
        /// A coaching cycle was missed.
        CoachingCycle = "coaching_cycle",
        /// A number is older than its metric's rhythm.
        Number = "number",
    }
}

/// A running step whose check date has come: go, see, and write what happened.
pub fn result(step: &Experiment, today: NaiveDate) -> Option<NaiveDate> {
    let running = step.state == ExperimentState::Running;
    step.check_on.filter(|day| running && *day <= today)
}

/// An active target condition whose date has come: it does not move, so it is closed with a
/// reflection.
pub fn achieve_by(target: &TargetCondition, today: NaiveDate) -> Option<NaiveDate> {
    let active = target.status == TargetConditionStatus::Active;
    target.achieve_by_on.filter(|day| active && *day <= today)
}

/// The day for which the newest finished cycle booked the next one, where it has passed and no
/// cycle began on it or after it. `last_began` is the day the newest cycle began, however it ended.
pub fn coaching_cycle(
    newest_finished: &CoachingCycle,
    last_began: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let held = |booked| last_began.is_some_and(|began| began >= booked);
    newest_finished
        .next_on
        .filter(|booked| *booked < today && !held(*booked))
}

/// The first day on which the newest number of a metric is older than its rhythm. A metric without
/// a rhythm is measured when it is needed; one that was never measured has no number that could be
/// old.
pub fn number(metric: &Metric, measured_on: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let rhythm = u64::try_from(metric.rhythm_days?).ok()?;
    measured_on
        .checked_add_days(Days::new(rhythm.saturating_add(1)))
        .filter(|day| *day <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_result_is_due_from_its_check_date_until_the_step_is_closed() {
        let mut step = Experiment {
            state: ExperimentState::Running,
            check_on: Some(day("2026-03-10")),
            ..Experiment::default()
        };
        assert_eq!(result(&step, day("2026-03-09")), None);
        assert_eq!(result(&step, day("2026-03-10")), step.check_on);
        assert_eq!(result(&step, day("2026-04-01")), step.check_on);
        for state in ExperimentState::ALL {
            step.state = *state;
            let due = result(&step, day("2026-04-01"));
            assert_eq!(due.is_some(), *state == ExperimentState::Running);
        }
        step.state = ExperimentState::Running;
        step.check_on = None;
        assert_eq!(result(&step, day("2026-04-01")), None);
    }

    #[test]
    fn an_achieve_by_date_is_due_only_while_the_target_condition_is_active() {
        let mut target = TargetCondition {
            achieve_by_on: Some(day("2026-03-27")),
            ..TargetCondition::default()
        };
        for status in TargetConditionStatus::ALL {
            target.status = *status;
            let due = achieve_by(&target, day("2026-03-27"));
            assert_eq!(due.is_some(), *status == TargetConditionStatus::Active);
            assert_eq!(achieve_by(&target, day("2026-03-26")), None);
        }
    }

    #[test]
    fn a_cycle_is_missed_the_day_after_unless_one_began_on_its_day_or_later() {
        let cycle = CoachingCycle {
            next_on: Some(day("2026-03-10")),
            ..CoachingCycle::default()
        };
        let missed =
            |began: Option<&str>, today| coaching_cycle(&cycle, began.map(day), day(today));
        assert_eq!(missed(Some("2026-03-09"), "2026-03-10"), None);
        assert_eq!(missed(Some("2026-03-09"), "2026-03-11"), cycle.next_on);
        assert_eq!(missed(None, "2026-03-11"), cycle.next_on);
        assert_eq!(missed(Some("2026-03-10"), "2026-03-11"), None);
        assert_eq!(missed(Some("2026-03-11"), "2026-03-11"), None);
        let unbooked = CoachingCycle::default();
        assert_eq!(coaching_cycle(&unbooked, None, day("2026-03-11")), None);
    }

    #[test]
    fn a_number_is_old_the_day_after_its_rhythm() {
        let weekly = Metric {
            rhythm_days: Some(7),
            ..Metric::default()
        };
        let old = |metric: &Metric, today| number(metric, day("2026-03-01"), day(today));
        assert_eq!(old(&weekly, "2026-03-08"), None);
        assert_eq!(old(&weekly, "2026-03-09"), Some(day("2026-03-09")));
        assert_eq!(old(&weekly, "2026-03-20"), Some(day("2026-03-09")));
        let when_needed = Metric::default();
        assert_eq!(old(&when_needed, "2036-03-20"), None);
        let broken = Metric {
            rhythm_days: Some(i64::MAX),
            ..Metric::default()
        };
        assert_eq!(old(&broken, "2026-03-20"), None);
    }
}
