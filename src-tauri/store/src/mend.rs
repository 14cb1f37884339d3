//! Mending a file in which damage was met: only what can be made again from what is whole.
//!
//! Indexes are made again from their rows, after a copy of all pages was put aside and all in one
//! transaction: where the file is not sound after it, it is as it was. Other damage is never worked
//! on in the file itself.

use std::path::Path;

use kata_wire::CoreError;
use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::retry::Told;
use crate::{backup, health, migrate, open, retry};

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// Nothing was wrong with it.
    Sound,
    /// Its indexes were made again.
    Reindexed,
}

/// Looks at the whole file and makes its indexes again where only they are damaged. Before that a
/// copy is put at `aside`.
///
/// # Errors
/// [`CoreError::Damaged`] where more than indexes is damaged; the file is then as it was.
pub fn mend(path: &Path, aside: &Path) -> Result<Mended, CoreError> {
    let connection = open::writer(path)?;
    retry::with_deadline(|| {
        let found = health::integrity(&connection)?;
        if found.is_empty() {
            return Ok(Mended::Sound);
        }
        if let Some(beyond) = found.iter().find(|line| !is_of_an_index(line)) {
            return Err(damaged(path, beyond));
        }
        put_aside(&connection, aside)?;
        migrate::alone(&connection, || reindex(&connection, path))?;
        Ok(Mended::Reindexed)
    })
}

fn is_of_an_index(finding: &str) -> bool {
    ["missing from index", "entries in index", "entry in index"]
        .iter()
        .any(|words| finding.contains(words))
}

fn reindex(connection: &Connection, path: &Path) -> Result<(), CoreError> {
    let made = connection.execute_batch("REINDEX");
    made.map_err(|error| damaged(path, &error.to_string()))?;
    match health::integrity(connection)?.first() {
        None => Ok(()),
        Some(left) => Err(damaged(path, left)),
    }
}

/// Page by page, as a damaged file cannot be read in any other way.
fn put_aside(connection: &Connection, aside: &Path) -> Result<(), CoreError> {
    backup::make_room(aside)?;
    let mut copy = Connection::open(aside).told()?;
    Backup::new(connection, &mut copy).told()?.step(-1).told()?;
    Ok(())
}

fn damaged(path: &Path, detail: &str) -> CoreError {
    CoreError::Damaged {
        path: path.display().to_string(),
        detail: detail.to_owned(),
    }
}
