//! The focus process: the one process being improved, with its two pointers.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::{ObstacleId, TargetConditionId, TeamId};
use crate::noun::{noun, require};

noun! {
    /// The one process being improved. The obstacle addressed now and the active target condition
    /// are pointers here, so that there is never more than one of either.
    FocusProcess(FocusProcessId) FocusProcessPatch
    of team_id
    title name
    edit {
        /// What the process is called.
        name: String => Title,
        /// Where it begins and ends.
        scope: String => Text,
    }
    fixed {
        /// The team that works on it.
        team_id: TeamId => Newest,
        /// Order among the team's focus processes.
        rank: String => Newest,
        /// Which ONE obstacle is addressed now.
        addressing_id: Option<ObstacleId> => Choice,
        /// The one active target condition.
        active_target_condition_id: Option<TargetConditionId> => Choice,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}
