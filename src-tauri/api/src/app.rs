//! Commands of the app on this machine: preferences, recent files, opening and closing a board.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use kata_core::views::board;
use kata_core::workspace::{Workspace, access_in};
use kata_store::{backup, location};
use kata_wire::{
    App, BoardCreate, BoardOpen, CoreError, Nothing, PrefsEdit, RecentForget, RecentLine,
};

use super::check;
use super::session::Session;
use crate::prefs::{RecentFile, ZOOM};

/// Preferences and recent files.
///
/// # Errors
/// When the preferences cannot be read.
pub fn get(session: &Session, _: Nothing) -> Result<App, CoreError> {
    let preferences = session
        .machine()
        .preferences()
        .load()
        .map_err(CoreError::private)?;
    Ok(App {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        name: preferences.name.unwrap_or_default(),
        theme: preferences.theme,
        zoom: preferences.zoom,
        key_hints: preferences.key_hints,
        reminders: preferences.reminders,
        recent: preferences.recent_files.into_iter().map(recent).collect(),
        board: session.board_path().map(|path| path.display().to_string()),
    })
}

fn recent(file: RecentFile) -> RecentLine {
    let path = PathBuf::from(&file.path);
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map(|p| p.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    RecentLine {
        file_name: name(path.file_name()),
        folder: name(path.parent().map(Path::as_os_str)),
        teams: i64::from(file.teams),
        opened_at: file.opened_at,
        changed_at: changed_at(&path),
        access: location::expected(&path).map(access_in),
        people: Vec::new(),
        path: file.path,
    }
}

/// By metadata alone: the file itself is opened by nobody but SQLite.
fn changed_at(path: &Path) -> Option<i64> {
    let modified = path.metadata().ok()?.modified().ok()?;
    i64::try_from(modified.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
}

/// Changes preferences.
///
/// # Errors
/// When they cannot be saved.
pub fn prefs_edit(session: &Session, request: PrefsEdit) -> Result<App, CoreError> {
    session
        .machine()
        .preferences()
        .update(|preferences| {
            if let Some(name) = request.name {
                preferences.name = Some(name.trim().chars().take(200).collect());
            }
            if let Some(theme) = request.theme {
                preferences.theme = theme;
            }
            if let Some(zoom) = request.zoom.filter(|zoom| zoom.is_finite()) {
                preferences.zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end());
            }
            if let Some(shown) = request.key_hints {
                preferences.key_hints = shown;
            }
            if let Some(said) = request.reminders {
                preferences.reminders = said;
            }
        })
        .map_err(CoreError::private)?;
    get(session, Nothing {})
}

/// Takes a file off the list.
///
/// # Errors
/// When the preferences cannot be saved.
pub fn recent_forget(session: &Session, request: RecentForget) -> Result<App, CoreError> {
    session
        .machine()
        .preferences()
        .update(|preferences| preferences.forget(&request.path))
        .map_err(CoreError::private)?;
    get(session, Nothing {})
}

/// Makes a new board and opens it.
///
/// # Errors
/// When something lies at the path, or the place cannot take a board.
pub fn board_create(session: &Session, request: BoardCreate) -> Result<App, CoreError> {
    let path = PathBuf::from(&request.path);
    let workspace = Workspace::create(session.opening(&path)?)?;
    if request.sample {
        kata_sample::write(workspace.store())?;
    }
    opened(session, workspace)
}

/// Opens a board.
///
/// # Errors
/// When there is no board that this app can read.
pub fn board_open(session: &Session, request: BoardOpen) -> Result<App, CoreError> {
    let path = Path::new(&request.path);
    let workspace =
        Workspace::open(session.opening(path)?).map_err(|error| with_copy(session, path, error))?;
    opened(session, workspace)
}

/// Says of a damaged file where its newest checked copy lies, if this computer has one. The file
/// itself may no longer tell which board it is; the list of recent files does.
fn with_copy(session: &Session, path: &Path, error: CoreError) -> CoreError {
    let CoreError::Damaged {
        path: shown,
        detail,
    } = error
    else {
        return error;
    };
    match newest_copy(session, path) {
        Some(copy) => CoreError::DamagedCopyKept {
            path: shown,
            detail,
            copy: copy.display().to_string(),
        },
        None => CoreError::Damaged {
            path: shown,
            detail,
        },
    }
}

fn newest_copy(session: &Session, path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok()?;
    let recent = session.machine().preferences().load().ok()?.recent_files;
    let file = recent
        .into_iter()
        .find(|file| Path::new(&file.path) == path)?;
    backup::newest(
        session.machine().home().data().ok()?,
        file.board_id.parse().ok()?,
    )
}

/// Opens the sample board of this machine, made on first use.
///
/// # Errors
/// When the private data folder cannot be used.
pub fn board_sample(session: &Session, _: Nothing) -> Result<App, CoreError> {
    let path = session
        .machine()
        .home()
        .data()
        .map_err(CoreError::private)?
        .join("sample.kata");
    if path.exists() {
        return board_open(
            session,
            BoardOpen {
                path: path.display().to_string(),
            },
        );
    }
    board_create(
        session,
        BoardCreate {
            path: path.display().to_string(),
            sample: true,
        },
    )
}

/// Closes the board.
///
/// # Errors
/// When the preferences cannot be read.
pub fn board_close(session: &Session, _: Nothing) -> Result<App, CoreError> {
    session.use_board(None)?;
    get(session, Nothing {})
}

fn opened(session: &Session, workspace: std::sync::Arc<Workspace>) -> Result<App, CoreError> {
    let teams = workspace.look(board::team_lines)?.len();
    let path = workspace.store().path();
    let file = RecentFile {
        path: path.display().to_string(),
        board_id: workspace.store().board_id().simple().to_string(),
        opened_at: session.machine().clock().now_ms(),
        teams: u32::try_from(teams).unwrap_or(u32::MAX),
        title: path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default(),
    };
    check::recall(session, &workspace)?;
    session.use_board(Some(workspace))?;
    session
        .machine()
        .preferences()
        .update(|preferences| preferences.remember(file))
        .map_err(CoreError::private)?;
    get(session, Nothing {})
}
