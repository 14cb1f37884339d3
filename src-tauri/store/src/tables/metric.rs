//! Metrics.

use kata_domain::Metric;
use kata_domain::ids::TeamId;

use super::experiment::agreed_in_ended;
use super::questions;
use super::rank::Ranked;

impl Ranked for Metric {}

questions! { Metric
    /// The metrics of a team, in its order.
    of_team(team: TeamId) -> all = "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

    /// The metrics that a team has or had, in its order.
    ever_of_team(team: TeamId) -> all = "WHERE team_id = ?1 ORDER BY rank, id";

    /// The metrics of a team that are measured in percent, in its order.
    in_percent(team: TeamId) -> all =
        "WHERE team_id = ?1 AND deleted_at IS NULL AND trim(unit) = '%' ORDER BY rank, id";

    /// The metrics by which the steps are judged that a team's ended sessions agreed on.
    of_agreed_steps(team: TeamId) -> all = concat!("WHERE id IN ", agreed_in_ended!("metric_id"));
}
