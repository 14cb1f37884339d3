//! Focus processes.

use kata_domain::FocusProcess;
use kata_domain::ids::TeamId;

use super::questions;
use super::rank::Ranked;

impl Ranked for FocusProcess {}

questions! { FocusProcess
    /// The processes of a team, in its order.
    of_team(team: TeamId) -> all = "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";
}

/// Within another question: the ids of the processes of the team `?1`.
macro_rules! of_the_team {
    () => {
        "(SELECT id FROM focus_process WHERE team_id = ?1 AND deleted_at IS NULL)"
    };
}
pub(super) use of_the_team;
