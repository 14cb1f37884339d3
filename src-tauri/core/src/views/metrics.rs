//! The metrics of all teams, to choose one of from anywhere.

use kata_wire::{CoreError, Metrics, Nothing, TeamMetric};

use super::lines::{Look, metrics};
use kata_store::tables;

/// The metrics of all teams.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, _: Nothing) -> Result<Metrics, CoreError> {
    let mut found = Vec::new();
    for team in tables::team::by_name(look.reader)? {
        let of_team = metrics(look, team.noun.id)?.into_iter();
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
