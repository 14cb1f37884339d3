//! Kinds of toil.

use kata_domain::ToilCategory;
use kata_domain::ids::TeamId;

use super::questions;
use super::rank::Ranked;

impl Ranked for ToilCategory {}

questions! { ToilCategory
    /// The kinds of toil of a team, in its order.
    of_team(team: TeamId) -> all = "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";
}
