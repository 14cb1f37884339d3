//! The system's own dialogs for choosing a board file.

use std::path::{Path, PathBuf};

use kata_wire::{FileDialog, IpcError, Picked};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::failure;
use crate::state::MAIN;

const EXTENSION: &str = "kata";

/// Asks for an existing board.
pub fn pick_board(app: &AppHandle, words: FileDialog) -> Result<Picked, IpcError> {
    answer(dialog(app, words).blocking_pick_file())
}

/// Asks where a new board is to be made.
pub fn pick_new_board(app: &AppHandle, words: FileDialog) -> Result<Picked, IpcError> {
    let name = words.name.clone().unwrap_or_else(|| "board".to_owned());
    let dialog =
        dialog(app, words).set_file_name(with_extension(PathBuf::from(name)).to_string_lossy());
    answer(dialog.blocking_save_file())
}

/// Asks where a file of this name is to be saved; none when the person turned back.
pub fn where_to_save(
    app: &AppHandle,
    title: &str,
    name: &str,
) -> Result<Option<PathBuf>, IpcError> {
    let dialog = over_window(app, app.dialog().file().set_title(title));
    let Some(chosen) = dialog.set_file_name(name).blocking_save_file() else {
        return Ok(None);
    };
    let path = chosen
        .into_path()
        .map_err(|error| failure::system("use a chosen file", &error))?;
    Ok(Some(path))
}

/// The name was written by anyone who has the file: only its last part is offered.
pub fn own_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    match last {
        "" | "." | ".." => "evidence".to_owned(),
        _ => last.to_owned(),
    }
}

fn dialog(app: &AppHandle, words: FileDialog) -> FileDialogBuilder<tauri::Wry> {
    let filter = words.filter.unwrap_or_else(|| "Kata Board".to_owned());
    let mut dialog = app.dialog().file().add_filter(filter, &[EXTENSION]);
    if let Some(title) = words.title {
        dialog = dialog.set_title(title);
    }
    over_window(app, dialog)
}

fn over_window(
    app: &AppHandle,
    dialog: FileDialogBuilder<tauri::Wry>,
) -> FileDialogBuilder<tauri::Wry> {
    match app.get_webview_window(MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn answer(chosen: Option<FilePath>) -> Result<Picked, IpcError> {
    let Some(chosen) = chosen else {
        return Ok(Picked { path: None });
    };
    let path = chosen
        .into_path()
        .map_err(|error| failure::system("use a chosen file", &error))?;
    Ok(picked(&with_extension(path)))
}

/// A place that a person chose, as the page is told.
pub fn picked(path: &Path) -> Picked {
    Picked {
        path: Some(path.to_string_lossy().into_owned()),
    }
}

/// GTK's dialog does not add the ending of the chosen filter by itself.
fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    path.with_extension(EXTENSION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_path() {
        assert_eq!(own_name("calls.csv"), "calls.csv");
        assert_eq!(own_name("../../etc/passwd"), "passwd");
        assert_eq!(own_name("C:\\Users\\Ana\\calls.csv"), "calls.csv");
        assert_eq!(own_name(".."), "evidence");
        assert_eq!(own_name("folder/"), "evidence");
    }

    #[test]
    fn a_name_without_an_ending_becomes_a_board() {
        assert_eq!(
            with_extension("a/team".into()),
            PathBuf::from("a/team.kata")
        );
        assert_eq!(
            with_extension("team.kata".into()),
            PathBuf::from("team.kata")
        );
    }
}
