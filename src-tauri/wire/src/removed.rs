//! What can be restored.

use kata_domain::ids::{PersonId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;

/// Removed rows of a team, or removed teams.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Removed {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The team; none for what belongs to the board itself.
    pub team_id: Option<TeamId>,
    /// Newest first, at most 200.
    pub rows: Vec<RemovedRow>,
}

/// One removed row.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RemovedRow {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// Its text or name, cut to 200 characters.
    pub title: String,
    /// When, UTC milliseconds.
    pub removed_at: i64,
    /// Who removed it.
    pub removed_by: Option<PersonId>,
}
