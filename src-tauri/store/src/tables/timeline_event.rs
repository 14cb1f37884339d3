//! Events on the timelines of retrospectives.

use kata_domain::TimelineEvent;
use kata_domain::ids::{RetrospectiveId, TeamId};

use super::questions;
use super::rank::Ranked;
use super::retrospective::ended;

impl Ranked for TimelineEvent {}

questions! { TimelineEvent
    /// The events of a session, in their order.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

    /// The events of a team's ended sessions, those of each in their order.
    of_ended_sessions(team: TeamId) -> all = concat!(
        "WHERE deleted_at IS NULL AND retrospective_id IN ", ended!("id"), " ORDER BY rank, id"
    );
}
