//! An obstacle with the steps against it.

use crate::{Item, StepLine};
use kata_domain::Obstacle;
use kata_domain::ids::TeamId;
use schemars::JsonSchema;
use serde::Serialize;

/// An obstacle and its history.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Its team.
    pub team_id: TeamId,
    /// The obstacle, also where it was removed.
    pub obstacle: Item<Obstacle>,
    /// Whether it is the one addressed now.
    pub addressing: bool,
    /// The steps against it, newest first, of every target condition of the process.
    pub steps: Vec<StepLine>,
}
