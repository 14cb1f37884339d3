//! Toil sheets of the weeks.

use chrono::NaiveDate;
use kata_domain::ToilWeek;
use kata_domain::ids::TeamId;

use super::questions;

questions! { ToilWeek
    /// The sheets of a team, the oldest first; of one week, which two copies of a file can have
    /// twice, the one written last last.
    of_team(team: TeamId) -> all =
        "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY week_on, created_at, id";

    /// The sheet of a week, by its Monday.
    of_week(team: TeamId, week_on: NaiveDate) -> first =
        "WHERE team_id = ?1 AND week_on = ?2 AND deleted_at IS NULL
         ORDER BY created_at DESC, id DESC LIMIT 1";
}
