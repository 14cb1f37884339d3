//! Why a rule refuses. Each variant has one code on the wire and one message in the catalogue.

use chrono::NaiveDate;
use thiserror::Error;

/// A rule of the method or of a field said no. Nothing was changed.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum DomainError {
    /// A field that must not be empty is.
    #[error("{field} must not be empty")]
    FieldEmpty {
        /// Column name of the field.
        field: &'static str,
    },
    /// A text is longer than its field takes.
    #[error("{field} takes {limit} characters, this text has {length}")]
    TextTooLong {
        /// Column name of the field.
        field: &'static str,
        /// Characters the field takes.
        limit: usize,
        /// Characters that were sent.
        length: usize,
    },
    /// A text contains a control character other than a line break or a tab.
    #[error("{field} contains a control character")]
    TextControl {
        /// Column name of the field.
        field: &'static str,
    },
    /// A number is not finite, or outside what the field means.
    #[error("{field} is not a usable number")]
    NumberInvalid {
        /// Column name of the field.
        field: &'static str,
    },
    /// A date lies outside the years 1900 to 2200.
    #[error("{field} lies outside the years 1900 to 2200")]
    DateOutOfRange {
        /// Column name of the field.
        field: &'static str,
    },
    /// A time of day that is not `HH:MM`.
    #[error("{field} is no time of day")]
    TimeInvalid {
        /// Column name of the field.
        field: &'static str,
    },
    /// An 80 % range whose lower end lies above its upper end.
    #[error("the range ends before it begins")]
    RangeReversed,
    /// A window of days whose last day lies before its first.
    #[error("the window ends before it begins")]
    WindowReversed,
    /// Sealing needs more than is written so far.
    #[error("cannot seal without {missing:?}")]
    SealIncomplete {
        /// Column names of what is missing.
        missing: Vec<&'static str>,
    },
    /// The step is sealed: its start cannot be undone and it cannot be removed.
    #[error("a sealed step stays; it can be abandoned with what was learned")]
    SealedStays,
    /// The step is in another state than the move needs.
    #[error("step {number} is {state}")]
    ExperimentState {
        /// The step's number.
        number: i64,
        /// Its present state.
        state: &'static str,
    },
    /// The result side opens at the check date, or when the learner says the step is done.
    #[error("the result opens on {opens_on:?}")]
    ResultClosed {
        /// The check date, if the step is running.
        opens_on: Option<NaiveDate>,
    },
    /// A closed step always says what was learned.
    #[error("a step closes with what was learned")]
    LearnedMissing,
    /// The achieve-by date is fixed once the target condition is active.
    #[error("the achieve-by date does not move")]
    AchieveByFixed,
    /// Activating needs an achieve-by date.
    #[error("an active target condition needs its achieve-by date")]
    AchieveByMissing,
    /// One active target condition a focus process.
    #[error("another target condition is active")]
    AnotherActive,
    /// The target condition is in another status than the move needs.
    #[error("the target condition is {status}")]
    TargetConditionStatus {
        /// Its present status.
        status: &'static str,
    },
    /// A challenge would serve itself, over the challenges above it.
    #[error("the challenge would serve itself")]
    ChallengeCircle,
    /// The coaching cycle has ended.
    #[error("the coaching cycle is over")]
    CycleOver,
    /// The retrospective is in another state than the move needs.
    #[error("the retrospective is {state}")]
    RetrospectiveState {
        /// Its present state.
        state: &'static str,
    },
    /// Format, phases and attribution are fixed once the retrospective has begun.
    #[error("{field} is fixed once the retrospective has begun")]
    FixedAtBegin {
        /// Column name of the field.
        field: &'static str,
    },
    /// The phases of a retrospective are none, repeat one, or begin joined to nothing.
    #[error("these phases cannot be held")]
    PhasesInvalid,
    /// The phase now takes no such thing.
    #[error("the phase now is {phase}")]
    OtherPhase {
        /// The phase now.
        phase: &'static str,
    },
    /// More votes than the budget, or than one topic takes.
    #[error("{limit} votes at most")]
    VotesSpent {
        /// How many there may be.
        limit: i64,
    },
    /// Two topics that are one already.
    #[error("the topics are one already")]
    SameTopic,
    /// A retrospective ends on a next step, or says why not.
    #[error("it ends with a next step, or says why not")]
    NextStepMissing,
    /// What is not one's own cannot be changed.
    #[error("it is somebody else's")]
    NotYours,
    /// What nobody's name stands at is given at one computer, so that it counts once.
    #[error("it is given at the computer where they came in first")]
    GivenElsewhere,
    /// The kinds of toil take more hours than the team worked.
    #[error("more hours of toil than hours")]
    ToilExceedsHours,
    /// A team has one toil ledger.
    #[error("the team has a toil ledger")]
    AnotherLedger,
    /// The week has a sheet already.
    #[error("the week of {week_on} has a sheet")]
    WeekTaken {
        /// The Monday it begins on.
        week_on: NaiveDate,
    },
    /// What was bad on the day is written down already.
    #[error("{day_on} is written down")]
    DayTaken {
        /// The day.
        day_on: NaiveDate,
    },
    /// A ledger feeds a metric of its team that is measured in percent.
    #[error("the metric is not a percentage of this team")]
    NotInPercent,
    /// Closing a target condition takes its summary reflection.
    #[error("closing takes a summary reflection")]
    ReflectionMissing,
}

impl DomainError {
    /// The code of this error on the wire and in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FieldEmpty { .. } => "field_empty",
            Self::TextTooLong { .. } => "text_too_long",
            Self::TextControl { .. } => "text_control",
            Self::NumberInvalid { .. } => "number_invalid",
            Self::DateOutOfRange { .. } => "date_out_of_range",
            Self::TimeInvalid { .. } => "time_invalid",
            Self::RangeReversed => "range_reversed",
            Self::WindowReversed => "window_reversed",
            Self::SealIncomplete { .. } => "seal_incomplete",
            Self::SealedStays => "sealed_stays",
            Self::ExperimentState { .. } => "experiment_state",
            Self::ResultClosed { .. } => "result_closed",
            Self::LearnedMissing => "learned_missing",
            Self::AchieveByFixed => "achieve_by_fixed",
            Self::AchieveByMissing => "achieve_by_missing",
            Self::AnotherActive => "another_active",
            Self::TargetConditionStatus { .. } => "target_condition_status",
            Self::ChallengeCircle => "challenge_circle",
            Self::CycleOver => "cycle_over",
            Self::RetrospectiveState { .. } => "retrospective_state",
            Self::FixedAtBegin { .. } => "fixed_at_begin",
            Self::PhasesInvalid => "phases_invalid",
            Self::OtherPhase { .. } => "other_phase",
            Self::VotesSpent { .. } => "votes_spent",
            Self::SameTopic => "same_topic",
            Self::NextStepMissing => "next_step_missing",
            Self::NotYours => "not_yours",
            Self::GivenElsewhere => "given_elsewhere",
            Self::ToilExceedsHours => "toil_exceeds_hours",
            Self::AnotherLedger => "another_ledger",
            Self::WeekTaken { .. } => "week_taken",
            Self::DayTaken { .. } => "day_taken",
            Self::NotInPercent => "not_in_percent",
            Self::ReflectionMissing => "reflection_missing",
        }
    }
}
