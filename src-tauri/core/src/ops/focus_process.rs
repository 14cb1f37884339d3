//! Focus processes.

use kata_domain::ids::FocusProcessId;
use kata_domain::noun::Noun;
use kata_domain::{FocusProcess, Team};
use kata_wire::{CoreError, FocusProcessCreate, FocusProcessEdit, Move, Written};

use super::{Desk, last_rank, parse, present, rank_after, removable};

/// Makes a focus process, last in the team's order.
///
/// # Errors
/// When the team is not there or the name is empty.
pub fn create(desk: &Desk<'_>, request: FocusProcessCreate) -> Result<Written, CoreError> {
    desk.insert("focus_process_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let mut process = FocusProcess {
            id: FocusProcessId(id),
            team_id: request.team_id,
            rank: last_rank::<FocusProcess>(write, request.team_id)?,
            ..FocusProcess::default()
        };
        process.apply(&request.fields);
        Ok(process)
    })
}

/// Changes a focus process.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: FocusProcessEdit) -> Result<Written, CoreError> {
    desk.edit::<FocusProcess>(
        "focus_process_edit",
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
    let id = parse::<FocusProcessId>(&request.id)?;
    let after = request
        .after
        .as_deref()
        .map(parse::<FocusProcessId>)
        .transpose()?;
    desk.advance::<FocusProcess>("focus_process_move", id, |process, write, _| {
        process.rank = rank_after::<FocusProcess>(write, process.team_id, id, after)?;
        Ok(())
    })
}

removable!(
    FocusProcess,
    FocusProcessId,
    "focus_process_remove",
    "focus_process_restore"
);
