//! Service level objectives.

use kata_domain::Slo;
use kata_domain::ids::TeamId;

use super::questions;

questions! { Slo
    /// The objectives of a team, the one made first first.
    of_team(team: TeamId) -> all =
        "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id";
}
