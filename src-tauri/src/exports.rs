//! Reports and charts as files: made by the core, saved where the person says. No path comes from
//! the page; it is told where the file is.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_paper::file;
use kata_wire::{IpcError, Makes, Picked, SaveMade};
use serde_json::{Value, json};
use tauri::AppHandle;

use crate::state::Shell;
use crate::{dialogs, failure};

/// Asks where, makes the file and writes it whole. The person is asked first, so that nobody waits
/// for a dialog.
pub fn save(app: &AppHandle, shell: &Shell, wanted: SaveMade) -> Result<Picked, IpcError> {
    let name = dialogs::own_name(&wanted.name);
    let Some(path) = dialogs::where_to_save(app, &wanted.title, &name)? else {
        return Ok(Picked { path: None });
    };
    let path = free(&path, with_ending(path.clone(), Path::new(&name)))?;
    if file::is_board(&path, shell.session().board_path().as_deref()) {
        return Err(failure::board_name());
    }
    let made = match wanted.made {
        Makes::Report(request) => shell.session().call("report_get", json!(request)),
        Makes::Chart(request) => shell.session().call("chart_export", json!(request)),
    }?;
    file::write(&path, &content(&made)?)
        .map_err(|error| failure::system("save a file that was made", &error))?;
    Ok(dialogs::picked(&path))
}

fn content(made: &Value) -> Result<Vec<u8>, IpcError> {
    match (made["text"].as_str(), made["data"].as_str()) {
        (Some(text), _) => Ok(text.as_bytes().to_vec()),
        (None, data) => STANDARD
            .decode(data.unwrap_or_default())
            .map_err(|error| failure::system("read a file that was made", &error)),
    }
}

/// The dialog asks before a file is replaced, but it knows only the name that was typed: under one
/// that got its ending later nothing is written over.
fn free(typed: &Path, path: PathBuf) -> Result<PathBuf, IpcError> {
    if path != typed && path.exists() {
        return Err(failure::file_exists(&path));
    }
    Ok(path)
}

/// The dialog does not add the ending of the offered name by itself. What stands behind the last
/// dot of "Review 9.3.2026" is a number and no ending.
fn with_ending(path: PathBuf, name: &Path) -> PathBuf {
    let is_ending = |typed: &OsStr| typed.to_string_lossy().starts_with(char::is_alphabetic);
    let Some(ending) = name.extension() else {
        return path;
    };
    if path.extension().is_some_and(is_ending) {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(ending);
    whole.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_that_of_the_offer() {
        let offered = Path::new("Payments 2026-03-09.html");
        assert_eq!(with_ending("a/b".into(), offered), Path::new("a/b.html"));
        assert_eq!(with_ending("a/b.txt".into(), offered), Path::new("a/b.txt"));
        let dated = with_ending("a/Review 9.3.2026".into(), offered);
        assert_eq!(dated, Path::new("a/Review 9.3.2026.html"));
    }

    #[test]
    fn a_name_that_nobody_was_asked_about_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (typed, whole) = (folder.path().join("a"), folder.path().join("a.pdf"));
        assert_eq!(free(&typed, whole.clone()).unwrap(), whole);
        std::fs::write(&whole, "the one before").unwrap();
        assert_eq!(free(&typed, whole.clone()).unwrap_err().code, "file_exists");
        assert_eq!(free(&whole, whole.clone()).unwrap(), whole);
    }

    #[test]
    fn what_was_made_is_text_or_bytes() {
        assert_eq!(content(&json!({ "text": "# a" })).unwrap(), b"# a");
        assert_eq!(content(&json!({ "data": "YQ==" })).unwrap(), b"a");
        assert!(content(&json!({ "data": "?" })).is_err());
    }
}
