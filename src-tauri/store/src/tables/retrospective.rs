//! Retrospectives.

use kata_domain::Retrospective;
use kata_domain::ids::TeamId;

use super::questions;

questions! { Retrospective
    /// The retrospectives of a team, the one begun last first; those that are prepared after them,
    /// the one prepared last first.
    of_team(team: TeamId) -> all =
        "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY began_at DESC, created_at DESC, id";

    /// The session of a team that ended last; of one moment the one with the lower id, which is the
    /// same in every copy of the file.
    last_ended(team: TeamId) -> first =
        "WHERE team_id = ?1 AND state = 'closed' AND deleted_at IS NULL
         ORDER BY ended_at DESC, id LIMIT 1";
}

/// Within another question: a column of the ended sessions of the team `?1`.
macro_rules! ended {
    ($column:literal) => {
        concat!(
            "(SELECT ",
            $column,
            " FROM retrospective WHERE team_id = ?1 AND state = 'closed' AND deleted_at IS NULL)"
        )
    };
}
pub(super) use ended;
