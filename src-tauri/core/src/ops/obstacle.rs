//! The parking lot. Exactly one obstacle is addressed now: a pointer of the focus process.

use kata_domain::ids::{FocusProcessId, ObstacleId};
use kata_domain::noun::Noun;
use kata_domain::{Experiment, FocusProcess, Obstacle, ObstacleState};
use kata_wire::{
    CoreError, Move, ObstacleAddress, ObstacleCreate, ObstacleEdit, ObstacleMoveTo, RowId, Written,
};
use uuid::Uuid;

use super::{Desk, last_rank, parse, present, rank_after};
use kata_store::rows::Stored;
use kata_store::write::Write;

/// Adds an obstacle, last in the parking lot, found today unless it says otherwise.
///
/// # Errors
/// When the process is not there or the text is empty.
pub fn create(desk: &Desk<'_>, request: ObstacleCreate) -> Result<Written, CoreError> {
    desk.insert("obstacle_create", |write, id| {
        present::<FocusProcess>(write, request.focus_process_id.0)?;
        let mut obstacle = parked_last(write, ObstacleId(id), request.focus_process_id)?;
        if let Some(step) = request.from_experiment_id {
            present::<Experiment>(write, step.0)?;
            obstacle.from_experiment_id = Some(step);
        }
        obstacle.apply(&request.fields);
        Ok(obstacle)
    })
}

/// Changes an obstacle.
///
/// # Errors
/// Not found, or the text is empty.
pub fn edit(desk: &Desk<'_>, request: ObstacleEdit) -> Result<Written, CoreError> {
    desk.edit::<Obstacle>(
        "obstacle_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Moves it behind another one.
///
/// # Errors
/// Not found.
pub fn move_after(desk: &Desk<'_>, request: Move) -> Result<Written, CoreError> {
    let id = parse::<ObstacleId>(&request.id)?;
    let after = request
        .after
        .as_deref()
        .map(parse::<ObstacleId>)
        .transpose()?;
    desk.advance::<Obstacle>("obstacle_move", id, |obstacle, write, _| {
        obstacle.rank = rank_after::<Obstacle>(write, obstacle.focus_process_id, id, after)?;
        Ok(())
    })
}

/// Makes it the one addressed now; one that was closed is open again.
///
/// # Errors
/// Not found.
pub fn address(desk: &Desk<'_>, request: ObstacleAddress) -> Result<Written, CoreError> {
    desk.advance::<Obstacle>("obstacle_address", request.id.0, |obstacle, write, _| {
        let context = *write.context();
        obstacle.move_to(ObstacleState::Parked, &context);
        point(write, obstacle.focus_process_id.0, Some(obstacle.id))
    })
}

/// Parks it, clears it, or says that it was none. The pointer leaves it.
///
/// # Errors
/// Not found.
pub fn move_to(desk: &Desk<'_>, request: ObstacleMoveTo) -> Result<Written, CoreError> {
    desk.operate("obstacle_move_to", |write| {
        let row = present::<Obstacle>(write, request.id.0)?;
        move_to_state(write, row, request.state)?;
        Ok(request.id.to_string())
    })
}

/// An obstacle without words yet: last in the parking lot, found today.
pub(super) fn parked_last(
    write: &Write<'_>,
    id: ObstacleId,
    process: FocusProcessId,
) -> Result<Obstacle, CoreError> {
    Ok(Obstacle {
        id,
        focus_process_id: process,
        rank: last_rank::<Obstacle>(write, process)?,
        found_on: Some(write.context().today),
        ..Obstacle::default()
    })
}

/// Parks what stood in a step's way; nothing where there are no words for it.
///
/// # Errors
/// When the words are too long.
pub(super) fn park_from(
    write: &mut Write<'_>,
    step: &Experiment,
    text: &str,
) -> Result<(), CoreError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(());
    }
    let parked = parked_last(write, ObstacleId(Uuid::now_v7()), step.focus_process_id)?;
    write.insert(Obstacle {
        from_experiment_id: Some(step.id),
        text: text.to_owned(),
        ..parked
    })
}

/// Moves an obstacle to a state; the pointer leaves it.
pub(super) fn move_to_state(
    write: &mut Write<'_>,
    row: Stored<Obstacle>,
    state: ObstacleState,
) -> Result<(), CoreError> {
    let context = *write.context();
    let mut after = row.noun.clone();
    after.move_to(state, &context);
    unpoint(write, &after)?;
    write.save(row, after, &Default::default())
}

/// Removes it; the pointer leaves it.
///
/// # Errors
/// Not found.
pub fn remove(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    let id = parse::<ObstacleId>(&request.id)?;
    desk.operate("obstacle_remove", |write| {
        let row = write.load::<Obstacle>(id)?;
        unpoint(write, &row.noun)?;
        write.remove(row)?;
        Ok(request.id)
    })
}

/// Restores it.
///
/// # Errors
/// Not found.
pub fn restore(desk: &Desk<'_>, request: RowId) -> Result<Written, CoreError> {
    desk.restore::<Obstacle>("obstacle_restore", parse::<ObstacleId>(&request.id)?)
}

fn unpoint(write: &mut Write<'_>, obstacle: &Obstacle) -> Result<(), CoreError> {
    let process = write.load::<FocusProcess>(obstacle.focus_process_id.0)?;
    if process.noun.addressing_id == Some(obstacle.id) {
        point(write, obstacle.focus_process_id.0, None)?;
    }
    Ok(())
}

fn point(
    write: &mut Write<'_>,
    process: Uuid,
    addressing: Option<ObstacleId>,
) -> Result<(), CoreError> {
    let row = write.load::<FocusProcess>(process)?;
    let mut after = row.noun.clone();
    after.addressing_id = addressing;
    write.save(row, after, &Default::default())
}
