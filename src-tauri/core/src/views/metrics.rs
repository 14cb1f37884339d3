//! The metrics of all teams, to choose one of from anywhere.

use kata_domain::Team;
use kata_domain::ids::TeamId;
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Look, MetricNow, metrics};
use crate::api::requests::Nothing;
use crate::error::CoreError;
use crate::store::rows::Select;

/// The metrics of the board.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Teams by name, their metrics in the team's own order.
    pub metrics: Vec<TeamMetric>,
}

/// A metric with the team it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamMetric {
    /// The team.
    pub team_id: TeamId,
    /// Its name.
    pub team_name: String,
    /// The metric with its last number.
    pub now: MetricNow,
}

static TEAMS: Select<Team> = Select::new("WHERE deleted_at IS NULL");

/// The metrics of all teams.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, _: Nothing) -> Result<Metrics, CoreError> {
    let mut teams = TEAMS.all(look.connection, [])?;
    teams.sort_by_key(|team| (team.noun.name.to_lowercase(), team.noun.id));
    let mut found = Vec::new();
    for team in teams {
        let of_team = metrics(look, team.noun.id.0)?.into_iter();
        found.extend(of_team.map(|now| TeamMetric {
            team_id: team.noun.id,
            team_name: team.noun.name.clone(),
            now,
        }));
    }
    Ok(Metrics {
        as_of_seq: look.as_of_seq,
        metrics: found,
    })
}
