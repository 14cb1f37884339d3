//! What retrospectives decided on open obstacles.

use kata_domain::ObstacleReview;
use kata_domain::ids::{ObstacleId, RetrospectiveId};

use super::questions;

questions! { ObstacleReview
    /// The decisions of a session, the one made first first.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id";

    /// What a session decided on an obstacle: the decision made first.
    of_obstacle(session: RetrospectiveId, obstacle: ObstacleId) -> first =
        "WHERE retrospective_id = ?1 AND obstacle_id = ?2 AND deleted_at IS NULL
         ORDER BY created_at, id LIMIT 1";
}

/// Within another question: the obstacles that the session `?2` decided on.
macro_rules! decided_in_the_session {
    () => {
        "(SELECT obstacle_id FROM obstacle_review WHERE retrospective_id = ?2 AND deleted_at IS NULL)"
    };
}
pub(super) use decided_in_the_session;
