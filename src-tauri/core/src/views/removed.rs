//! What was removed and can be restored.

use kata_store::tables::removed;
use kata_wire::{CoreError, Removed, RemovedGet};

use super::lines::Look;

/// Rows that the list has at most.
const LIMIT: i64 = 200;

/// What was removed of a team, or the removed teams and people of the board.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, request: RemovedGet) -> Result<Removed, CoreError> {
    let rows = match request.team_id {
        Some(team) => removed::of_team(look.reader, team, LIMIT)?,
        None => removed::of_board(look.reader, LIMIT)?,
    };
    Ok(Removed {
        as_of_seq: look.as_of_seq,
        team_id: request.team_id,
        rows,
    })
}
