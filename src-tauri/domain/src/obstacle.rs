//! Obstacles of the parking lot. Which one is addressed now is a pointer of the focus process.

use chrono::NaiveDate;

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{ExperimentId, FocusProcessId, TopicId};
use crate::noun::{noun, require};

choice! {
    /// Where an obstacle stands; "addressing now" is derived from the pointer.
    ObstacleState {
        /// It waits in the parking lot.
        Parked = "parked",
        /// It no longer stands in the way.
        Cleared = "cleared",
        /// It turned out not to be one.
        NotAnObstacle = "not_an_obstacle",
    }
}

choice! {
    /// Who can do something about it.
    Reach {
        /// The team itself.
        Own = "own",
        /// The team can influence it.
        Influence = "influence",
        /// Outside the team's reach.
        Outside = "outside",
    }
}

noun! {
    /// Something observed that keeps the process from its target condition.
    Obstacle(ObstacleId) ObstaclePatch
    of focus_process_id
    title text
    searched text, evidence
    edit {
        /// What is seen happening.
        text: String => Text,
        /// The evidence, or its measure.
        evidence: String => Text,
        /// The day it was found.
        found_on: Option<NaiveDate> => Choice,
        /// Who can do something about it.
        reach: Option<Reach> => Choice,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// Order in the parking lot.
        rank: String => Newest,
        /// Where it stands.
        state: ObstacleState => Choice,
        /// The step that brought it to light.
        from_experiment_id: Option<ExperimentId> => Newest,
        /// The topic of a retrospective that it was.
        from_topic_id: Option<TopicId> => Newest,
        /// The day it was cleared, or turned out not to be one.
        closed_on: Option<NaiveDate> => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("text", &after.text)
        }
    }
}

impl Obstacle {
    /// Moves it to another state; closing notes the day.
    pub fn move_to(&mut self, state: ObstacleState, context: &Context) {
        if self.state != state {
            self.closed_on = (state != ObstacleState::Parked).then_some(context.today);
            self.state = state;
        }
    }
}
