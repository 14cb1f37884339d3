//! Coaching cycles: the five questions asked in front of the storyboard, daily, at most 20 minutes.
//!
//! A cycle points at what stands on the board (target condition, last step, obstacle, next step)
//! and repeats nothing of it. Which question is being asked, and which side of the card is shown,
//! passes between the apps that follow the cycle and is never written down.

use chrono::NaiveDate;

use crate::clock::{ClockMove, SharedClock, elapsed_ms};
use crate::context::Context;
use crate::error::DomainError;
use crate::experiment::Experiment;
use crate::field::{choice, json_field};
use crate::ids::{ExperimentId, FocusProcessId, ObstacleId, PersonId, TargetConditionId};
use crate::noun::noun;

/// Minutes that a cycle takes at most (Rother, *Toyota Kata Practice Guide*).
pub const CYCLE_MINUTES: i64 = 20;

/// Questions on the front of the card.
pub const QUESTIONS: i64 = 5;

choice! {
    /// Where a coaching cycle stands.
    CycleState {
        /// It is being held.
        Running = "running",
        /// It ended, with a next step or without.
        Finished = "finished",
        /// It was broken off.
        BrokenOff = "broken_off",
    }
}

choice! {
    /// What the 2nd coach watches for in the coach's asking.
    CycleCheck {
        /// The questions were asked in their order.
        AskedInOrder = "asked_in_order",
        /// The answers pointed at facts on the board.
        FactsShown = "facts_shown",
        /// The coach found where the learner's knowledge ends.
        ThresholdFound = "threshold_found",
        /// One obstacle was addressed.
        OneObstacle = "one_obstacle",
        /// The coach gave no solution.
        NoSolutionGiven = "no_solution_given",
        /// The next step has a prediction and a day to look.
        StepWithPrediction = "step_with_prediction",
    }
}
json_field!(Vec<CycleCheck>);

noun! {
    /// One round of the five questions.
    CoachingCycle(CoachingCycleId) CoachingCyclePatch
    of focus_process_id
    title focus_process_id: began_on
    edit {
        /// Who answers.
        learner_id: Option<PersonId> => Choice,
        /// Who asks.
        coach_id: Option<PersonId> => Choice,
        /// Who watches and gives the coach feedback.
        second_coach_id: Option<PersonId> => Choice,
        /// The question (1 to 5) at which the threshold of knowledge was met.
        threshold_question: Option<i64> => Choice,
        /// What is not known yet.
        threshold_note: String => Text,
        /// What was said that stands nowhere else on the board.
        remarks: String => Text,
        /// What the coach shares of their notes.
        coach_note: String => Text,
        /// What the 2nd coach saw.
        checklist: Vec<CycleCheck> => Choice,
        /// The 2nd coach's feedback to the coach.
        feedback: String => Text,
        /// The day of the next cycle.
        next_on: Option<NaiveDate> => Choice,
        /// Its time of day, `HH:MM`; empty where only the day is booked.
        next_time: String => Choice,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// The target condition asked about; none where none was active.
        target_condition_id: Option<TargetConditionId> => Newest,
        /// The step that the back of the card is about; none in the first cycle of a target
        /// condition.
        last_step_id: Option<ExperimentId> => Newest,
        /// The obstacle addressed when it ended.
        obstacle_id: Option<ObstacleId> => Newest,
        /// The step it ended with.
        next_step_id: Option<ExperimentId> => Newest,
        /// When that step's result is looked at (question 5).
        check_on: Option<NaiveDate> => Newest,
        /// Where it stands.
        state: CycleState => Choice,
        /// The day it began.
        began_on: Option<NaiveDate> => Newest,
        /// When it began, UTC milliseconds.
        began_at: i64 => Newest,
        /// When it ended, UTC milliseconds.
        ended_at: Option<i64> => Newest,
        /// Minutes on the clock.
        limit_minutes: i64 => Newest,
        /// Milliseconds that ran before the clock was started last.
        clock_ms: i64 => Newest,
        /// When the clock was started last, UTC milliseconds; none while it stands.
        clock_since: Option<i64> => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            if after.threshold_question.is_some_and(|question| !(1..=QUESTIONS).contains(&question)) {
                return Err(DomainError::NumberInvalid { field: "threshold_question" });
            }
            if !after.next_time.is_empty() && chrono::NaiveTime::parse_from_str(&after.next_time, "%H:%M").is_err() {
                return Err(DomainError::TimeInvalid { field: "next_time" });
            }
            Ok(())
        }
    }
}

impl CoachingCycle {
    /// Begins the cycle and its clock.
    pub fn begin(&mut self, context: &Context) {
        self.state = CycleState::Running;
        self.began_on = Some(context.today);
        self.began_at = context.now_ms;
        self.clock().begin(CYCLE_MINUTES, context.now_ms);
    }

    /// Moves the shared clock.
    ///
    /// # Errors
    /// When the cycle is over.
    pub fn move_clock(&mut self, clock: ClockMove, context: &Context) -> Result<(), DomainError> {
        self.expect_running()?;
        self.clock().move_by(clock, context.now_ms);
        Ok(())
    }

    /// Ends it on the board: with the obstacle addressed now and the next step, if there is one.
    ///
    /// # Errors
    /// When the cycle is over.
    pub fn finish(
        &mut self,
        addressing: Option<ObstacleId>,
        next_step: Option<&Experiment>,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect_running()?;
        self.obstacle_id = addressing;
        self.next_step_id = next_step.map(|step| step.id);
        self.check_on = next_step.and_then(|step| step.check_on);
        self.end(CycleState::Finished, context);
        Ok(())
    }

    /// Breaks it off; what was said stays.
    ///
    /// # Errors
    /// When the cycle is over.
    pub fn break_off(&mut self, context: &Context) -> Result<(), DomainError> {
        self.expect_running()?;
        self.end(CycleState::BrokenOff, context);
        Ok(())
    }

    /// Milliseconds that the clock has run; a clock that was set back counts nothing.
    pub fn elapsed_ms(&self, now_ms: i64) -> i64 {
        elapsed_ms(self.clock_ms, self.clock_since, now_ms)
    }

    fn end(&mut self, state: CycleState, context: &Context) {
        self.clock().stop(context.now_ms);
        self.ended_at = Some(context.now_ms);
        self.state = state;
    }

    fn clock(&mut self) -> SharedClock<'_> {
        SharedClock {
            limit_minutes: &mut self.limit_minutes,
            ran_ms: &mut self.clock_ms,
            since: &mut self.clock_since,
        }
    }

    fn expect_running(&self) -> Result<(), DomainError> {
        match self.state {
            CycleState::Running => Ok(()),
            CycleState::Finished | CycleState::BrokenOff => Err(DomainError::CycleOver),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;

    fn at(now_ms: i64) -> Context {
        Context {
            now_ms,
            today: "2026-03-13".parse().unwrap(),
            actor: None,
        }
    }

    fn begun() -> CoachingCycle {
        let mut cycle = CoachingCycle::default();
        cycle.begin(&at(1_000));
        cycle
    }

    #[test]
    fn the_clock_counts_only_while_it_runs() {
        let mut cycle = begun();
        assert_eq!(cycle.elapsed_ms(61_000), 60_000);
        cycle.move_clock(ClockMove::Pause, &at(61_000)).unwrap();
        cycle.move_clock(ClockMove::Pause, &at(90_000)).unwrap();
        assert_eq!(cycle.elapsed_ms(120_000), 60_000);
        cycle.move_clock(ClockMove::GoOn, &at(121_000)).unwrap();
        cycle.move_clock(ClockMove::GoOn, &at(125_000)).unwrap();
        assert_eq!(cycle.elapsed_ms(131_000), 70_000);
        assert_eq!(cycle.elapsed_ms(100_000), 60_000, "a clock set back");
        cycle
            .move_clock(ClockMove::AddMinute, &at(131_000))
            .unwrap();
        assert_eq!(cycle.limit_minutes, CYCLE_MINUTES + 1);
    }

    #[test]
    fn it_ends_once_and_points_at_the_next_step() {
        let mut cycle = begun();
        let step = Experiment {
            check_on: Some("2026-03-16".parse().unwrap()),
            ..Experiment::default()
        };
        cycle.finish(None, Some(&step), &at(301_000)).unwrap();
        assert_eq!(cycle.next_step_id, Some(step.id));
        assert_eq!(cycle.check_on, step.check_on);
        assert_eq!(cycle.clock_ms, 300_000);
        assert_eq!(
            cycle.finish(None, None, &at(2)),
            Err(DomainError::CycleOver)
        );
        assert_eq!(cycle.break_off(&at(2)), Err(DomainError::CycleOver));
        assert_eq!(
            cycle.move_clock(ClockMove::AddMinute, &at(2)),
            Err(DomainError::CycleOver)
        );
    }

    #[test]
    fn questions_are_one_to_five_and_times_are_times() {
        for (question, allowed) in [(0, false), (1, true), (5, true), (6, false)] {
            let mut cycle = CoachingCycle {
                threshold_question: Some(question),
                ..begun()
            };
            let settled = CoachingCycle::check(None, &mut cycle, &at(0));
            assert_eq!(settled.is_ok(), allowed, "{question}");
        }
        for (time, allowed) in [
            ("09:15", true),
            ("", true),
            ("25:00", false),
            ("soon", false),
        ] {
            let mut cycle = CoachingCycle {
                next_time: time.to_owned(),
                ..begun()
            };
            let settled = CoachingCycle::check(None, &mut cycle, &at(0));
            assert_eq!(settled.is_ok(), allowed, "{time}");
        }
    }
}
