//! Teams.

use kata_domain::Team;
use kata_domain::ids::TeamId;
use kata_domain::noun::Noun;
use kata_wire::{CoreError, TeamCreate, TeamEdit, Written};

use super::{Desk, removable};

/// Makes a team.
///
/// # Errors
/// When the name is empty.
pub fn create(desk: &Desk<'_>, request: TeamCreate) -> Result<Written, CoreError> {
    desk.insert("team_create", |_, id| {
        let mut team = Team {
            id: TeamId(id),
            ..Team::default()
        };
        team.apply(&request.fields);
        Ok(team)
    })
}

/// Changes a team.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: TeamEdit) -> Result<Written, CoreError> {
    desk.edit::<Team>(
        "team_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(Team, TeamId, "team_remove", "team_restore");
