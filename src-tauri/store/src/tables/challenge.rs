//! Challenges.

use kata_domain::ids::{ChallengeId, FocusProcessId};
use kata_domain::{Challenge, ChallengeStatus};
use kata_wire::{ChallengeLine, CoreError};

use super::{params, questions};
use crate::Reader;
use crate::sql::{self, Cells};

questions! { Challenge
    /// The challenge of a process: the newest active one; of one moment the one with the lower id,
    /// which is the same in every copy of the file.
    active_of(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL AND status = 'active'
         ORDER BY created_at DESC, id LIMIT 1";

    /// The challenges of a process that are over, the one changed last first; of one moment the one
    /// made last.
    over_of(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL AND status <> 'active'
         ORDER BY updated_at DESC, id DESC";
}

/// A challenge where it stands, to be chosen as the level above another one.
pub struct Level {
    /// The challenge with its process and team.
    pub line: ChallengeLine,
    /// The level above it.
    pub parent: Option<ChallengeId>,
    /// How it stands.
    pub status: ChallengeStatus,
}

/// The challenges of all processes that are there, by the name of their team, then in the order of
/// its processes, then by id.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn levels(reader: Reader<'_>) -> Result<Vec<Level>, CoreError> {
    let sql = "SELECT c.id, c.statement, c.parent_id, c.status, f.id, f.name, t.id, t.name FROM challenge c
         JOIN focus_process f ON f.id = c.focus_process_id JOIN team t ON t.id = f.team_id
         WHERE c.deleted_at IS NULL AND f.deleted_at IS NULL AND t.deleted_at IS NULL
         ORDER BY t.name COLLATE NOCASE, f.rank, f.id, c.id";
    sql::all(reader, sql, (), |row| {
        Ok(Level {
            line: ChallengeLine {
                id: row.field(0)?,
                statement: row.field(1)?,
                focus_process_id: row.field(4)?,
                focus_process_name: row.field(5)?,
                team_id: row.field(6)?,
                team_name: row.field(7)?,
            },
            parent: row.field(2)?,
            status: row.field(3)?,
        })
    })
}

/// Whether a challenge is another one, or serves it over any number of levels.
///
/// # Errors
/// What SQLite says.
pub fn serves(
    reader: Reader<'_>,
    from: ChallengeId,
    other: ChallengeId,
) -> Result<bool, CoreError> {
    let sql = "WITH RECURSIVE above(id) AS (
             VALUES (?1) UNION SELECT c.parent_id FROM challenge c JOIN above a ON c.id = a.id
         )
         SELECT 1 FROM above WHERE id = ?2";
    sql::exists(reader, sql, params!(from, other))
}
