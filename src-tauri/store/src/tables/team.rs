//! Teams.

use kata_domain::Team;
use kata_domain::ids::TeamId;
use kata_domain::noun::Entity;
use kata_wire::CoreError;
use uuid::Uuid;

use super::{ancestry, questions};
use crate::Reader;
use crate::rows::Stored;

questions! { Team
    /// The teams that are there.
    all_there() -> all = "WHERE deleted_at IS NULL ORDER BY id";
}

/// The teams that are there, by name in small letters; of one name the one made first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn by_name(reader: Reader<'_>) -> Result<Vec<Stored<Team>>, CoreError> {
    let mut teams = all_there(reader)?;
    teams.sort_by_key(|team| team.noun.name.to_lowercase());
    Ok(teams)
}

/// The team that a row belongs to; none for what belongs to the board itself, and for what is not
/// there.
///
/// # Errors
/// What SQLite says.
pub fn of(reader: Reader<'_>, entity: Entity, id: Uuid) -> Result<Option<TeamId>, CoreError> {
    Ok(ancestry::team_of(reader, entity, id)?.map(TeamId))
}
