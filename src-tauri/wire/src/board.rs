//! What stands around every screen of a board.

use crate::Item;
use kata_domain::Person;
use kata_domain::ids::{FocusProcessId, PersonId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;

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
