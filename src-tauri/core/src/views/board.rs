//! The frame around every screen: the file, the people, the teams by name, what can be undone.

use kata_domain::Person;
use kata_domain::ids::{FocusProcessId, PersonId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look};
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;
use crate::views::teams;

/// Operations, the newest, whose times are compared with this computer's clock.
const COMPARED: i64 = 50;
/// Minutes that clocks may differ before anybody is told.
const AGREE: i64 = 5;

static PEOPLE: Select<Person> = Select::new("WHERE deleted_at IS NULL");
static TEAMS: Select<kata_domain::Team> = Select::new("WHERE deleted_at IS NULL");

/// The board as the frame shows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Board {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The board's id, 32 hex digits.
    pub board_id: String,
    /// Name of the file.
    pub file_name: String,
    /// The folder it lies in.
    pub folder: String,
    /// Whether it can be written, and if not, why.
    pub access: Access,
    /// The person at this app; none until somebody says who they are.
    pub me: Option<PersonId>,
    /// The name that becomes a person with the first write; none when `me` is known.
    pub my_name: Option<String>,
    /// Everybody on the board, by name.
    pub people: Vec<Item<Person>>,
    /// The teams, by name.
    pub teams: Vec<TeamLine>,
    /// The operation that undo would take back.
    pub undo: Option<UndoStep>,
    /// The operation that redo would bring again.
    pub redo: Option<UndoStep>,
    /// When anybody last saved, UTC milliseconds.
    pub saved_at: Option<i64>,
    /// What is wrong with the file; none where nothing is known to be.
    pub trouble: Option<Trouble>,
    /// A colleague's clock that runs ahead of this computer's; none where all agree.
    pub clock_ahead: Option<ClockAhead>,
}

/// A clock that wrote times which have not come yet on this computer. One of the two is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClockAhead {
    /// Whose it is, where the writer has a name.
    pub by_name: Option<String>,
    /// Minutes ahead, rounded down.
    pub minutes: i64,
}

/// What is wrong with a file, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Trouble {
    /// Something else than the app has changed rows or structure; the log says what was there.
    RowsAltered,
    /// A part of the history is another one than it was.
    HistoryRewritten,
    /// A part of the history that this computer has seen is gone.
    HistoryShortened,
    /// The file itself is damaged.
    Damaged,
}

/// Whether the file can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Access {
    /// Everything can be read and written.
    ReadWrite,
    /// The file or its folder does not take writes.
    FolderReadOnly,
    /// Locks do not work between the computers that use this place.
    LocksMissing,
    /// The place cannot raise a lock, as on some network shares.
    LocksNotRaised,
    /// The file lies in a synchronised folder.
    SyncedFolder,
    /// Another app keeps the file in a mode that is not safe on a share.
    ForeignMode,
    /// A newer app wrote this file; this one may read it.
    NewerFile,
    /// The file is damaged; nobody writes until it was opened again.
    Damaged,
}

/// A team in the sidebar.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamLine {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Its first focus process.
    pub focus_process_id: Option<FocusProcessId>,
    /// Days until the achieve-by date of the active target condition.
    pub days_left: Option<i64>,
    /// Whether anything asks for attention.
    pub attention: bool,
}

/// An operation that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UndoStep {
    /// Its kind, which has a name in the catalogue.
    pub kind: String,
}

/// Everybody on the board, by name.
///
/// # Errors
/// What SQLite says.
pub fn people(look: &Look<'_>) -> Result<Vec<Item<Person>>, CoreError> {
    let mut people = PEOPLE.all(look.connection, [])?;
    people.sort_by_key(|person| person.noun.name.to_lowercase());
    Ok(people.into_iter().map(Stored::into_item).collect())
}

/// The teams, by name, with days left and whether anything asks for attention.
///
/// # Errors
/// What SQLite says.
pub fn team_lines(look: &Look<'_>) -> Result<Vec<TeamLine>, CoreError> {
    let mut teams = TEAMS.all(look.connection, [])?;
    teams.sort_by_key(|team| team.noun.name.to_lowercase());
    teams
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
    let newest = "SELECT at_ms FROM operation ORDER BY seq DESC LIMIT 1";
    sql::first(look.connection, newest, [], |row| row.get(0))
}

/// The colleague's clock that is furthest ahead of `now_ms`, by the newest operations.
///
/// # Errors
/// What SQLite says.
pub fn clock_ahead(look: &Look<'_>, now_ms: i64) -> Result<Option<ClockAhead>, CoreError> {
    let furthest = "SELECT at_ms, (SELECT name FROM person WHERE id = actor) FROM operation
         WHERE seq > ?1 ORDER BY at_ms DESC LIMIT 1";
    let from = look.as_of_seq - COMPARED;
    let read = |row: &sql::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?));
    let furthest = sql::first(look.connection, furthest, [from], read)?;
    Ok(furthest.and_then(|(at_ms, by_name)| {
        let minutes = at_ms.saturating_sub(now_ms) / 60_000;
        (minutes > AGREE).then_some(ClockAhead { by_name, minutes })
    }))
}
