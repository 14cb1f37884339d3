//! Verified copies: made through SQLite, checked before they get their name, the newest kept.

use std::path::{Path, PathBuf};

use chrono::DateTime;
use kata_wire::CoreError;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::Reader;
use crate::retry::Told;
use crate::{Store, open};

/// Copies kept for each board.
const KEEP: usize = 14;

/// The folder of a board's copies.
pub fn folder(data: &Path, board_id: Uuid) -> PathBuf {
    data.join("backups").join(board_id.simple().to_string())
}

/// Makes a copy of the board named after the day, unless that day has one already.
///
/// # Errors
/// When the copy cannot be made or does not pass its check; a bad copy is removed again.
pub fn daily(reader: Reader<'_>, folder: &Path, now_ms: i64) -> Result<Option<PathBuf>, CoreError> {
    let day = DateTime::from_timestamp_millis(now_ms)
        .unwrap_or_default()
        .format("%Y-%m-%d");
    let target = folder.join(format!("{day}.kata"));
    if target.exists() {
        return Ok(None);
    }
    copy(reader, &target)?;
    rotate(folder)?;
    Ok(Some(target))
}

impl Store {
    /// Makes the verified copy of a day, with a connection of its own.
    ///
    /// # Errors
    /// As [`daily`].
    pub fn copy_daily(&self, folder: &Path) -> Result<Option<PathBuf>, CoreError> {
        let connection = open::writer(&self.path)?;
        daily(Reader(&connection), folder, self.clock().now_ms())
    }
}

/// Makes a verified copy at `target`.
///
/// # Errors
/// As [`daily`].
pub fn copy(reader: Reader<'_>, target: &Path) -> Result<(), CoreError> {
    make_room(target)?;
    let unfinished = target.with_extension(format!("{}.part", Uuid::new_v4().simple()));
    let made = reader
        .0
        .execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])
        .told()
        .and_then(|_| verify(&unfinished))
        .and_then(|()| keep(&unfinished, target).map_err(private));
    if made.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    made
}

/// Makes the folder of a copy.
pub(super) fn make_room(target: &Path) -> Result<(), CoreError> {
    match target.parent() {
        Some(folder) => std::fs::create_dir_all(folder).map_err(private),
        None => Ok(()),
    }
}

/// On the disk before it gets its name, or a power cut could leave the name of a copy that is none.
fn keep(unfinished: &Path, target: &Path) -> std::io::Result<()> {
    let copy = std::fs::OpenOptions::new().write(true).open(unfinished)?;
    copy.sync_all()?;
    std::fs::rename(unfinished, target)
}

fn verify(path: &Path) -> Result<(), CoreError> {
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).told()?;
    let answer: String = copy
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .told()?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(CoreError::Damaged {
            path: path.display().to_string(),
            detail: answer,
        })
    }
}

/// The newest copy of a board.
pub fn newest(data: &Path, board_id: Uuid) -> Option<PathBuf> {
    copies(&folder(data, board_id)).ok()?.pop()
}

/// The copies in a folder, the newest last.
fn copies(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "kata"))
        .collect();
    copies.sort();
    Ok(copies)
}

fn rotate(folder: &Path) -> Result<(), CoreError> {
    let copies = copies(folder).map_err(private)?;
    let surplus = copies.len().saturating_sub(KEEP);
    for old in &copies[..surplus] {
        std::fs::remove_file(old).map_err(private)?;
    }
    Ok(())
}

fn private(error: std::io::Error) -> CoreError {
    CoreError::PrivateFiles {
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::SystemClock;
    use crate::open;

    const DAY: i64 = 86_400_000;

    #[test]
    fn a_day_has_one_verified_copy_and_the_newest_are_kept() {
        let place = tempfile::tempdir().unwrap();
        let board = place.path().join("board.kata");
        let copies = place.path().join("copies");
        let store = open::create(&board, Arc::new(SystemClock)).unwrap();
        let connection = open::writer(&board).unwrap();

        let first = daily(Reader(&connection), &copies, DAY).unwrap().unwrap();
        assert_eq!(daily(Reader(&connection), &copies, DAY + 1).unwrap(), None);
        let (copy, _) = open::open(&first, true, Arc::new(SystemClock), |_| Ok(())).unwrap();
        assert_eq!(copy.board_id(), store.board_id());

        for day in 2..20 {
            daily(Reader(&connection), &copies, day * DAY).unwrap();
        }
        let kept = std::fs::read_dir(&copies).unwrap().count();
        assert_eq!(kept, KEEP, "the oldest copies go");
        assert!(!first.exists());
    }
}
