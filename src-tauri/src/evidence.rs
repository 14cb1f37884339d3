//! Evidence between the board and the person's own files: what is dropped on the window goes to the
//! page as bytes, and an attachment is saved where the person says. No path comes from the page.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_paper::file;
use kata_wire::{DroppedFile, IpcError, Picked, SaveAttachment};
use serde_json::json;
use tauri::AppHandle;

use crate::state::Shell;
use crate::{dialogs, failure};

/// A file that is larger goes to the page without its bytes, and the page says what the limit is.
const LARGEST: u64 = 5 * 1024 * 1024;
/// Somebody who drops a whole folder's content did not mean all of it.
const MOST_FILES: usize = 10;

/// Saves an attachment where the person says.
pub fn save(app: &AppHandle, shell: &Shell, wanted: &SaveAttachment) -> Result<Picked, IpcError> {
    let content = shell
        .session()
        .call("attachment_get", json!({ "id": wanted.id }))?;
    let name = dialogs::own_name(content["attachment"]["name"].as_str().unwrap_or_default());
    let data = STANDARD
        .decode(content["data"].as_str().unwrap_or_default())
        .map_err(|error| failure::system("read an attachment", &error))?;
    let Some(path) = dialogs::where_to_save(app, &wanted.title, &name)? else {
        return Ok(Picked { path: None });
    };
    if file::is_board(&path, shell.session().board_path().as_deref()) {
        return Err(failure::board_name());
    }
    file::write(&path, &data).map_err(|error| failure::system("save an attachment", &error))?;
    Ok(dialogs::picked(&path))
}

/// Files that were dropped, as the page takes them.
pub fn dropped(paths: &[PathBuf]) -> Vec<DroppedFile> {
    paths
        .iter()
        .filter(|path| path.is_file())
        .take(MOST_FILES)
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            let data = read(path).ok()?.map(|bytes| STANDARD.encode(bytes));
            Some(DroppedFile { name, data })
        })
        .collect()
}

fn read(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn dropped_files_come_with_their_names_and_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let small = folder.path().join("calls.csv");
        fs::write(&small, "7;5").unwrap();
        let large = folder.path().join("film.mp4");
        File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
        let all = [small, large, folder.path().to_owned()];
        assert_eq!(
            dropped(&all),
            [("calls.csv", Some("Nzs1")), ("film.mp4", None)].map(|(name, data)| DroppedFile {
                name: name.to_owned(),
                data: data.map(str::to_owned),
            })
        );
    }
}
