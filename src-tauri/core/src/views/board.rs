//! The frame around every screen: the file, the people, the teams by name, what can be undone.

use kata_domain::Person;
use kata_wire::{ClockAhead, CoreError, Item, TeamLine};

use super::lines::Look;
use crate::views::teams;
use kata_store::rows::Stored;
use kata_store::tables;

/// Operations, the newest, whose times are compared with this computer's clock.
const COMPARED: i64 = 50;
/// Minutes that clocks may differ before anybody is told.
const AGREE: i64 = 5;

/// Everybody on the board, by name.
///
/// # Errors
/// What SQLite says.
pub fn people(look: &Look<'_>) -> Result<Vec<Item<Person>>, CoreError> {
    let people = tables::person::by_name(look.reader)?;
    Ok(people.into_iter().map(Stored::into_item).collect())
}

/// The teams, by name, with days left and whether anything asks for attention.
///
/// # Errors
/// What SQLite says.
pub fn team_lines(look: &Look<'_>) -> Result<Vec<TeamLine>, CoreError> {
    tables::team::by_name(look.reader)?
        .into_iter()
        .map(|team| {
            let row = teams::team_row(look, team)?;
            Ok(TeamLine {
                id: row.team.noun.id,
                name: row.team.noun.name,
                focus_process_id: row.focus_process_id,
                days_left: row.days_left,
                attention: !row.attention.is_empty(),
            })
        })
        .collect()
}

/// When anybody last saved, UTC milliseconds.
///
/// # Errors
/// What SQLite says.
pub fn saved_at(look: &Look<'_>) -> Result<Option<i64>, CoreError> {
    tables::operation::newest_at(look.reader)
}

/// The colleague's clock that is furthest ahead of `now_ms`, by the newest operations.
///
/// # Errors
/// What SQLite says.
pub fn clock_ahead(look: &Look<'_>, now_ms: i64) -> Result<Option<ClockAhead>, CoreError> {
    let latest = tables::operation::latest_after(look.reader, look.as_of_seq - COMPARED)?;
    Ok(latest.and_then(|(at_ms, by_name)| {
        let minutes = at_ms.saturating_sub(now_ms) / 60_000;
        (minutes > AGREE).then_some(ClockAhead { by_name, minutes })
    }))
}
