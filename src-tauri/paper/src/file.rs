//! Writing what was made where a person says: whole or not at all, and never over a board.

use std::fs::Permissions;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file under a name of its own in the same folder and gives it its name when it is whole:
/// what lay there before is there until then.
///
/// # Errors
/// What the system says.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kata-");
    if let Some(permissions) = ordinary() {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Whether a path is that of a board: by its ending, or because the open one lies there. Nothing
/// but SQLite ever opens the path of a board, and nothing takes its place.
pub fn is_board(path: &Path, open: Option<&Path>) -> bool {
    let by_name = path.extension().is_some_and(|ending| ending == "kata");
    let same = || Some(path.canonicalize().ok()? == open?.canonicalize().ok()?);
    by_name || same().unwrap_or(false)
}

/// The rights of any new file of this person; a temporary file has fewer.
#[cfg(unix)]
fn ordinary() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn ordinary() -> Option<Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.md");
        fs::write(&path, "the one before").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(&folder.path().join("nowhere").join("a.md"), b"x").is_err());
    }

    #[test]
    fn a_board_is_known_by_its_name_and_by_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("board.db");
        fs::write(&board, "").unwrap();
        let round = folder.path().join(".").join("board.db");
        assert!(is_board(&round, Some(&board)));
        assert!(is_board(Path::new("team.kata"), None));
        assert!(!is_board(Path::new("/a/team.txt"), None));
        assert!(!is_board(Path::new("/a/kata"), None));
        assert!(!is_board(&folder.path().join("report.md"), Some(&board)));
    }
}
