//! Kinds of toil: the rows of a team's weekly sheet.

use kata_domain::ids::ToilCategoryId;
use kata_domain::noun::Noun;
use kata_domain::{Team, ToilCategory};
use kata_wire::{CoreError, Move, ToilCategoryCreate, ToilCategoryEdit, Written};

use crate::ops::{Desk, last_rank, parse, present, rank_after, removable};

/// Makes a kind of toil, last on the sheet.
///
/// # Errors
/// When the team is not there or the name is empty.
pub fn create(desk: &Desk<'_>, request: ToilCategoryCreate) -> Result<Written, CoreError> {
    desk.insert("toil_category_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let mut category = ToilCategory {
            id: ToilCategoryId(id),
            team_id: request.team_id,
            rank: last_rank::<ToilCategory>(write, request.team_id)?,
            ..ToilCategory::default()
        };
        category.apply(&request.fields);
        Ok(category)
    })
}

/// Changes a kind of toil.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: ToilCategoryEdit) -> Result<Written, CoreError> {
    desk.edit::<ToilCategory>(
        "toil_category_edit",
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
    let id = parse::<ToilCategoryId>(&request.id)?;
    let after = request.after.as_deref();
    let after = after.map(parse::<ToilCategoryId>).transpose()?;
    desk.advance::<ToilCategory>("toil_category_move", id, |category, write, _| {
        let team = category.team_id.0;
        category.rank = rank_after::<ToilCategory>(write, team, id, after)?;
        Ok(())
    })
}

removable!(
    ToilCategory,
    ToilCategoryId,
    "toil_category_remove",
    "toil_category_restore"
);
