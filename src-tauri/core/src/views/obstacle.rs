//! One obstacle with the steps that were taken against it.

use kata_domain::{Experiment, FocusProcess, Obstacle};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, StepLine, metrics, row, step_line};
use crate::api::requests::ObstacleGet;
use crate::error::CoreError;
use crate::store::rows::Select;

static STEPS: Select<Experiment> = Select::new(
    "WHERE focus_process_id = ?1 AND obstacle_id = ?2 AND deleted_at IS NULL ORDER BY number DESC, id",
);

/// An obstacle and its history.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The obstacle, also where it was removed.
    pub obstacle: Item<Obstacle>,
    /// Whether it is the one addressed now.
    pub addressing: bool,
    /// The steps against it, newest first, of every target condition of the process.
    pub steps: Vec<StepLine>,
}

/// One obstacle with the steps against it.
///
/// # Errors
/// When there is no such obstacle.
pub fn get(look: &Look<'_>, request: ObstacleGet) -> Result<ObstacleView, CoreError> {
    let stored = row::<Obstacle>(look, request.id.0)?;
    let process = row::<FocusProcess>(look, stored.noun.focus_process_id.0)?.noun;
    let metrics = metrics(look, process.team_id.0)?;
    let key = (process.id.0.as_bytes(), stored.noun.id.0.as_bytes());
    let steps = STEPS.all(look.connection, key)?;
    Ok(ObstacleView {
        as_of_seq: look.as_of_seq,
        addressing: process.addressing_id == Some(stored.noun.id),
        steps: steps
            .into_iter()
            .map(|step| step_line(look, step, &metrics, Some(stored.noun.text.clone())))
            .collect(),
        obstacle: stored.into_item(),
    })
}
