//! The pure rules of the Improvement Kata.
//!
//! This crate owns the nouns with their fields and state machines, the rules of honesty, texts and
//! how two texts merge. It reads no clock, opens no file and makes no random number: time, actor
//! and ids come in through [`context::Context`]. Names and rules follow the method's standard
//! terms.

pub mod context;
pub mod date;
pub mod due;
pub mod entity;
pub mod error;
pub mod field;
pub mod heads;
pub mod hint;
pub mod ids;
pub mod merge;
pub mod noun;
pub mod rank;
pub mod retrospective;
pub mod slo;
pub mod stats;
pub mod text;
pub mod toil;
pub mod wire_name;

mod attachment;
mod baseline_window;
mod challenge;
mod clock;
mod coaching_cycle;
mod current_condition;
mod experiment;
mod focus_process;
mod metric;
mod obstacle;
mod person;
mod target_condition;
mod team;
mod waiver;

pub use attachment::{ATTACHMENT_LIMIT, Attachment, AttachmentPatch, BOARD_LIMIT};
pub use baseline_window::{BaselineWindow, BaselineWindowPatch};
pub use challenge::{Challenge, ChallengePatch, ChallengeStatus};
pub use clock::ClockMove;
pub use coaching_cycle::{
    CYCLE_MINUTES, CoachingCycle, CoachingCyclePatch, CycleCheck, CycleState, QUESTIONS,
};
pub use current_condition::{CurrentCondition, CurrentConditionPatch, WorkType};
pub use experiment::{
    ChangeType, Decision, Experiment, ExperimentKind, ExperimentPatch, ExperimentState, Gap,
    Outcome, SEALED_FIELDS, Sealed,
};
pub use focus_process::{FocusProcess, FocusProcessPatch};
pub use metric::{
    Comparison, Good, Metric, MetricKind, MetricPatch, Observation, ObservationPatch,
};
pub use obstacle::{Obstacle, ObstaclePatch, ObstacleState, Reach};
pub use person::{Membership, MembershipPatch, Person, PersonPatch, Role};
pub use retrospective::{
    Answer, AnswerPatch, ObstacleReview, ObstacleReviewPatch, Participant, ParticipantPatch,
    RetroNote, RetroNotePatch, Retrospective, RetrospectivePatch, TimelineEvent,
    TimelineEventPatch, Topic, TopicPatch, Vote, VotePatch,
};
pub use slo::{BadDay, BadDayPatch, BudgetUnit, BudgetWindow, Slo, SloPatch};
pub use target_condition::{
    Closing, TargetCondition, TargetConditionPatch, TargetConditionStatus, covered,
};
pub use team::{Team, TeamPatch};
pub use toil::{
    CategoryHours, ToilAttribute, ToilCategory, ToilCategoryPatch, ToilLedger, ToilLedgerPatch,
    ToilWeek, ToilWeekPatch,
};
pub use waiver::{Waiver, WaiverPatch};
