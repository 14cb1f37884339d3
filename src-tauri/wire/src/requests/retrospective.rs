//! Requests of retrospectives: the session, its timeline, its topics, the look back.

use kata_domain::ids::{
    FocusProcessId, ObstacleId, PersonId, RetroNoteId, RetrospectiveId, TeamId, TimelineEventId,
    TopicId,
};
use kata_domain::retrospective::ReviewDecision;
use kata_domain::{ClockMove, RetroNotePatch, RetrospectivePatch, TimelineEventPatch, TopicPatch};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BasedOn;

requests! {
    /// Prepares a retrospective; what is not named is as usual for its format.
    RetrospectiveCreate {
        /// The team.
        team_id: TeamId,
        /// What is known of it.
        #[serde(default)]
        fields: RetrospectivePatch,
    }
    /// Changes a retrospective.
    RetrospectiveEdit {
        /// The retrospective.
        id: RetrospectiveId,
        /// What changes.
        fields: RetrospectivePatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// A move of a retrospective that needs nothing more.
    RetrospectiveMove {
        /// The retrospective.
        id: RetrospectiveId,
    }
    /// Moves the group to another phase, forward or back.
    RetrospectiveAdvance {
        /// The retrospective.
        id: RetrospectiveId,
        /// Position of a phase in its plan; the ones it runs together with begin with it.
        to: i64,
    }
    /// Puts a topic on the table.
    RetrospectiveDiscuss {
        /// The retrospective.
        id: RetrospectiveId,
        /// The topic; none clears the table.
        #[serde(default)]
        topic_id: Option<TopicId>,
    }
    /// Gives the lead to another person.
    RetrospectiveHandOver {
        /// The retrospective.
        id: RetrospectiveId,
        /// Who leads from now on.
        person_id: PersonId,
    }
    /// Agrees on the next step of a retrospective.
    RetrospectiveNextStep {
        /// The retrospective.
        id: RetrospectiveId,
        /// The step; none lets it go again.
        #[serde(default)]
        experiment_id: Option<kata_domain::ids::ExperimentId>,
    }
    /// Ends a retrospective.
    RetrospectiveClose {
        /// The retrospective.
        id: RetrospectiveId,
        /// The step it ends with, with a prediction and a check date; the agreed one where absent.
        #[serde(default)]
        next_step_id: Option<kata_domain::ids::ExperimentId>,
        /// Why there is none.
        #[serde(default)]
        no_step_reason: String,
    }
    /// Puts an event on the timeline, last.
    TimelineEventCreate {
        /// The retrospective.
        retrospective_id: RetrospectiveId,
        /// What happened.
        fields: TimelineEventPatch,
    }
    /// Changes an event.
    TimelineEventEdit {
        /// The event.
        id: TimelineEventId,
        /// What changes.
        fields: TimelineEventPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes a topic, last, and puts notes to it.
    TopicCreate {
        /// The retrospective.
        retrospective_id: RetrospectiveId,
        /// What it is called; empty for the words of its first note.
        #[serde(default)]
        title: String,
        /// Notes that belong to it, in their order.
        #[serde(default)]
        note_ids: Vec<RetroNoteId>,
    }
    /// Changes a topic.
    TopicEdit {
        /// The topic.
        id: TopicId,
        /// What changes.
        fields: TopicPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes a topic a part of another one.
    TopicMerge {
        /// The topic that goes.
        id: TopicId,
        /// The topic that stays.
        into: TopicId,
    }
    /// Makes a topic an obstacle, with its notes as evidence.
    TopicObstacle {
        /// The topic.
        id: TopicId,
        /// The process it goes to; none for the one of the retrospective.
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
    }
    /// Adds a note in front of everybody.
    RetroNoteCreate {
        /// The retrospective.
        retrospective_id: RetrospectiveId,
        /// One of its prompts.
        #[serde(default)]
        prompt: String,
        /// What it says.
        fields: RetroNotePatch,
    }
    /// Changes a note.
    RetroNoteEdit {
        /// The note.
        id: RetroNoteId,
        /// What changes.
        fields: RetroNotePatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Puts notes to a topic, in their order behind those that are there.
    RetroNotesGroup {
        /// The notes, of one retrospective.
        note_ids: Vec<RetroNoteId>,
        /// The topic; none takes them out.
        #[serde(default)]
        topic_id: Option<TopicId>,
    }
    /// One retrospective.
    RetrospectiveGet {
        /// Which.
        id: RetrospectiveId,
    }
    /// The retrospectives of a team.
    RetrospectivesGet {
        /// The team.
        team_id: TeamId,
        /// Words that the session has; none for all.
        #[serde(default)]
        text: String,
        /// Leaves out so many of the newest past ones.
        #[serde(default)]
        offset: i64,
        /// At most so many past ones; all where absent.
        #[serde(default)]
        limit: Option<i64>,
    }
}

/// Moves the shared clock of a retrospective.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RetrospectiveClock {
    /// The retrospective.
    pub id: RetrospectiveId,
    /// How the clock moves.
    pub clock: ClockMove,
}

/// Decides what becomes of an open obstacle, in the look back.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObstacleReviewPut {
    /// The retrospective.
    pub retrospective_id: RetrospectiveId,
    /// The obstacle.
    pub obstacle_id: ObstacleId,
    /// What was decided.
    pub decision: ReviewDecision,
    /// Why.
    pub reason: String,
}
