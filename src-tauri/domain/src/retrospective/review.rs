//! The look back: what becomes of each open obstacle that a retrospective brought up.

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{ObstacleId, RetrospectiveId};
use crate::noun::{noun, require};

choice! {
    /// What was decided.
    ReviewDecision {
        /// It stays open.
        Kept = "kept",
        /// It no longer stands in the way.
        Closed = "closed",
        /// The group lets it go.
        Dropped = "dropped",
    }
}

noun! {
    /// What was decided on one open obstacle.
    ObstacleReview(ObstacleReviewId) ObstacleReviewPatch
    of retrospective_id
    title obstacle_id
    edit {
        /// What was decided.
        decision: ReviewDecision => Choice,
        /// Why.
        reason: String => Text,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// The obstacle.
        obstacle_id: ObstacleId => Newest,
    }
    rules {
        const LISTED_WHEN_REMOVED: bool = false;
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("reason", &after.reason)
        }
    }
}
