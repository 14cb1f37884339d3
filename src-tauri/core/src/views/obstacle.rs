//! One obstacle with the steps that were taken against it.

use kata_domain::{FocusProcess, Obstacle};
use kata_wire::{CoreError, ObstacleGet, ObstacleView};

use super::lines::{Look, metrics, row, step_line};
use kata_store::tables;

/// One obstacle with the steps against it.
///
/// # Errors
/// When there is no such obstacle.
pub fn get(look: &Look<'_>, request: ObstacleGet) -> Result<ObstacleView, CoreError> {
    let stored = row::<Obstacle>(look, request.id.0)?;
    let process = row::<FocusProcess>(look, stored.noun.focus_process_id.0)?.noun;
    let metrics = metrics(look, process.team_id)?;
    let steps = tables::experiment::against(look.reader, process.id, stored.noun.id)?;
    Ok(ObstacleView {
        as_of_seq: look.as_of_seq,
        team_id: process.team_id,
        addressing: process.addressing_id == Some(stored.noun.id),
        steps: steps
            .into_iter()
            .map(|step| step_line(look, step, &metrics, Some(stored.noun.text.clone())))
            .collect(),
        obstacle: stored.into_item(),
    })
}
