//! Toil ledgers.

use kata_domain::ToilLedger;
use kata_domain::ids::TeamId;

use super::questions;

questions! { ToilLedger
    /// The ledger of a team: the one begun first.
    of_team(team: TeamId) -> first =
        "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1";
}
