//! People in teams.

use std::sync::OnceLock;

use kata_domain::Membership;
use kata_domain::ids::{PersonId, TeamId};
use kata_wire::CoreError;

use super::params;
use crate::Reader;
use crate::rows::{self, Stored};
use crate::sql::{self, Cells};

/// Who is in a team and on the board, with their names and by them in small letters; of one name
/// the one who came in first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn of_team(
    reader: Reader<'_>,
    team: TeamId,
) -> Result<Vec<(Stored<Membership>, String)>, CoreError> {
    static ASKED: OnceLock<String> = OnceLock::new();
    let sql = ASKED.get_or_init(|| {
        format!(
            "SELECT {}, p.name FROM membership m JOIN person p ON p.id = m.person_id
             WHERE m.team_id = ?1 AND m.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY m.id",
            rows::columns::<Membership>("m.")
        )
    });
    let mut members = sql::all(reader, sql, params!(team), |row| {
        let name = row.field::<String>(rows::width::<Membership>())?;
        Ok((rows::decode(row)?, name))
    })?;
    members.sort_by_key(|(_, name)| name.to_lowercase());
    Ok(members)
}

/// Whether a person is in a team.
///
/// # Errors
/// What SQLite says.
pub fn is_member(reader: Reader<'_>, team: TeamId, person: PersonId) -> Result<bool, CoreError> {
    let sql =
        "SELECT 1 FROM membership WHERE team_id = ?1 AND person_id = ?2 AND deleted_at IS NULL";
    sql::exists(reader, sql, params!(team, person))
}
