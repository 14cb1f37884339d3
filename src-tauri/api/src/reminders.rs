//! What this machine has already said is due: each thing at most once a day, however often the app
//! is started and in however many windows.
//!
//! Owns `reminders.json` in the state folder: by board, the day and what was said on it. Only the
//! present day is kept. It holds ids and no words of a board.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use kata_store::home::{self, Home};

const FILE: &str = "reminders.json";
const LOCK: &str = "reminders.lock";

/// What was said about one board on one day.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Said {
    on: NaiveDate,
    things: BTreeSet<String>,
}

/// Notes that these things of a board are said today, and answers those that were not said before.
///
/// # Errors
/// When the file cannot be read or written.
pub fn note(
    home: &Home,
    board: &str,
    today: NaiveDate,
    things: impl IntoIterator<Item = String>,
) -> io::Result<BTreeSet<String>> {
    let folder = home.state()?;
    let _alone = home::lock(&folder.join(LOCK))?;
    let path = folder.join(FILE);
    let mut boards = read(fs::read(&path))?;
    boards.retain(|_, said| said.on == today);
    let said = boards.entry(board.to_owned()).or_insert_with(|| Said {
        on: today,
        things: BTreeSet::new(),
    });
    let new: BTreeSet<String> = things
        .into_iter()
        .filter(|thing| !said.things.contains(thing))
        .collect();
    if !new.is_empty() {
        said.things.extend(new.iter().cloned());
        home::write_whole(&path, &serde_json::to_vec(&boards)?)?;
    }
    Ok(new)
}

/// A damaged file costs a reminder that comes twice, so it is begun anew.
fn read(content: io::Result<Vec<u8>>) -> io::Result<BTreeMap<String, Said>> {
    match content {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(home: &Home, board: &str, day: &str, things: &[&str]) -> Vec<String> {
        let things = things.iter().map(|thing| (*thing).to_owned());
        let new = note(home, board, day.parse().unwrap(), things).unwrap();
        new.into_iter().collect()
    }

    #[test]
    fn each_thing_is_new_once_a_day_on_each_board() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        assert_eq!(says(&home, "a", "2026-03-09", &["one"]), ["one"]);
        assert_eq!(says(&home, "a", "2026-03-09", &["one", "two"]), ["two"]);
        assert_eq!(says(&home, "b", "2026-03-09", &["one"]), ["one"]);
        assert!(says(&home, "a", "2026-03-09", &["two", "one"]).is_empty());
        assert_eq!(says(&home, "a", "2026-03-10", &["one"]), ["one"]);
        let kept = fs::read_to_string(folder.path().join("state").join(FILE)).unwrap();
        assert!(!kept.contains("2026-03-09"), "{kept}");
    }

    #[test]
    fn a_damaged_file_is_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        fs::write(home.state().unwrap().join(FILE), "{").unwrap();
        assert_eq!(says(&home, "a", "2026-03-09", &["one"]), ["one"]);
        assert!(says(&home, "a", "2026-03-09", &["one"]).is_empty());
    }
}
