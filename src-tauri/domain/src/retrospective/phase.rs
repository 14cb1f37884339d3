//! The phases of a retrospective, in their usual order and minutes.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RetroFormat;
use crate::error::DomainError;
use crate::field::choice;

/// Minutes that a topic has on the table before somebody adds one.
pub const TOPIC_MINUTES: i64 = 8;

/// Minutes of a phase at most.
const MOST_MINUTES: i64 = 240;

choice! {
    /// A phase.
    Phase {
        /// Everybody arrives.
        CheckIn = "check_in",
        /// Last time's step is turned over.
        LookBack = "look_back",
        /// What happened is put on one timeline.
        Map = "map",
        /// Everybody writes for themselves.
        Reflect = "reflect",
        /// What belongs together is put together.
        Group = "group",
        /// Everybody says what to talk about.
        Vote = "vote",
        /// One topic at a time.
        Discuss = "discuss",
        /// One step with a prediction.
        NextStep = "next_step",
        /// What everybody takes away.
        Close = "close",
    }
}

/// A phase as it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedPhase {
    /// Which.
    pub phase: Phase,
    /// Minutes on its clock.
    pub minutes: i64,
    /// Whether it runs together with the one before it.
    #[serde(default)]
    pub joined: bool,
}

/// The phases of a format as they are usually held.
pub fn usual_phases(format: RetroFormat) -> Vec<PlannedPhase> {
    let mapped = format != RetroFormat::Improvement;
    let minutes = |phase| match phase {
        Phase::CheckIn | Phase::LookBack | Phase::Close => 5,
        Phase::Map => 15,
        Phase::Reflect | Phase::Group => 8,
        Phase::Vote => 4,
        Phase::Discuss => 3 * TOPIC_MINUTES,
        Phase::NextStep => 10,
    };
    Phase::ALL
        .iter()
        .filter(|phase| mapped || **phase != Phase::Map)
        .map(|phase| PlannedPhase {
            phase: *phase,
            minutes: minutes(*phase),
            joined: false,
        })
        .collect()
}

/// What is usually asked while reflecting; each is a word of the catalogue.
pub fn usual_prompts(format: RetroFormat) -> Vec<String> {
    let words: &[&str] = match format {
        RetroFormat::Improvement | RetroFormat::ProcessInstance => {
            &["in_the_way", "differently", "helped"]
        }
        RetroFormat::Incident => &["saw", "knew", "did", "surprised"],
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The phases that run together with the one at a position.
pub fn group_of(phases: &[PlannedPhase], position: usize) -> Range<usize> {
    let joined = |at: &usize| phases[*at].joined;
    let start = (0..=position).rev().find(|at| !joined(at)).unwrap_or(0);
    let end = (start + 1..phases.len()).find(|at| !joined(at));
    start..end.unwrap_or(phases.len())
}

/// Minutes of the phases that begin together at a position.
pub fn group_minutes(phases: &[PlannedPhase], first: usize) -> i64 {
    let together = &phases[group_of(phases, first)];
    together.iter().map(|planned| planned.minutes).sum()
}

/// Refuses phases that nobody can hold: none, one twice, joined to nothing, without time.
pub(super) fn expect_held(phases: &[PlannedPhase]) -> Result<(), DomainError> {
    let twice = |at: usize| {
        phases[..at]
            .iter()
            .any(|other| other.phase == phases[at].phase)
    };
    let minutes = |planned: &PlannedPhase| (1..=MOST_MINUTES).contains(&planned.minutes);
    let held = phases.first().is_some_and(|first| !first.joined)
        && phases.iter().all(minutes)
        && !(0..phases.len()).any(twice);
    match held {
        true => Ok(()),
        false => Err(DomainError::PhasesInvalid),
    }
}
