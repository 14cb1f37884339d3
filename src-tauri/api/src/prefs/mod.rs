//! What this person prefers on this machine.
//!
//! Owns `preferences.json` in the config folder: its defaults and limits, and that
//! nobody's part of it is lost. Several processes and several versions of the app
//! write it: a save holds a lock, reads the file afresh, replaces only the fields
//! that this change has touched and leaves everything it does not know as it was.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use kata_wire::Theme;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use kata_store::home::{self, Home};

const FILE: &str = "preferences.json";
const LOCK: &str = "preferences.lock";
const RECENT_FILES: &str = "recentFiles";

/// How many recent files are remembered.
pub const MAX_RECENT: usize = 20;
/// The smallest and the largest zoom.
pub const ZOOM: std::ops::RangeInclusive<f64> = 0.5..=3.0;

/// The choices of one person on one machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// How this person is called on boards where they are new.
    pub name: Option<String>,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The size of everything; 1 is the design's.
    #[schemars(range(min = 0.5, max = 3.0))]
    pub zoom: f64,
    /// Whether buttons show their keys.
    pub key_hints: bool,
    /// Whether the system says what is due, once a day for each thing.
    pub reminders: bool,
    /// The boards opened lately, the newest first, at most [`MAX_RECENT`].
    pub recent_files: Vec<RecentFile>,
    /// Who this person is, by board id: "I am Ana" is said once a board.
    pub person_by_board: BTreeMap<String, String>,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            name: None,
            theme: Theme::System,
            zoom: 1.0,
            key_hints: true,
            reminders: true,
            recent_files: Vec::new(),
            person_by_board: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// Puts a board at the head of the recent files.
    pub fn remember(&mut self, file: RecentFile) {
        self.forget(&file.path);
        self.recent_files.insert(0, file);
        self.recent_files.truncate(MAX_RECENT);
    }

    /// Takes a path off the recent files.
    pub fn forget(&mut self, path: &str) {
        self.recent_files.retain(|known| known.path != path);
    }

    /// Reads each field by itself: one that a newer app or a hand has made
    /// unreadable must not take the others with it.
    fn from_document(document: &Map<String, Value>) -> Preferences {
        let default = Preferences::default();
        let recent: Vec<Value> = field(document, RECENT_FILES).unwrap_or_default();
        Preferences {
            name: field(document, "name").unwrap_or(default.name),
            theme: field(document, "theme").unwrap_or(default.theme),
            zoom: field(document, "zoom").unwrap_or(default.zoom),
            key_hints: field(document, "keyHints").unwrap_or(default.key_hints),
            reminders: field(document, "reminders").unwrap_or(default.reminders),
            recent_files: recent
                .into_iter()
                .filter_map(|file| serde_json::from_value(file).ok())
                .collect(),
            person_by_board: field(document, "personByBoard").unwrap_or_default(),
        }
        .within_limits()
    }

    fn within_limits(mut self) -> Preferences {
        self.zoom = if self.zoom.is_finite() {
            self.zoom.clamp(*ZOOM.start(), *ZOOM.end())
        } else {
            1.0
        };
        self.recent_files.truncate(MAX_RECENT);
        self
    }
}

/// A board that was opened here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecentFile {
    /// Where it lay.
    pub path: String,
    /// Which board it is; a copy at another path has the same id.
    pub board_id: String,
    /// When it was last opened, in milliseconds since 1970, UTC.
    pub opened_at: i64,
    /// How many teams it had then.
    pub teams: u32,
    /// Its title then.
    pub title: String,
}

/// The preferences in their file.
#[derive(Debug, Clone)]
pub struct PreferencesFile {
    home: Home,
}

impl PreferencesFile {
    /// The preferences of this home. Nothing is read or made yet.
    pub fn new(home: &Home) -> PreferencesFile {
        PreferencesFile { home: home.clone() }
    }

    /// The preferences as they are now, the defaults where there are none.
    ///
    /// A damaged file is moved aside, to `preferences.json.damaged`.
    pub fn load(&self) -> io::Result<Preferences> {
        let document = match read(&self.path())? {
            Found::Document(document) => document,
            Found::Nothing => return Ok(Preferences::default()),
            // Looked at again under the lock: somebody may have mended it meanwhile.
            Found::Damage => {
                let _alone = self.lock()?;
                self.read_or_set_aside()?
            }
        };
        Ok(Preferences::from_document(&document))
    }

    /// Changes the preferences as they are now, and answers what they have become.
    ///
    /// `change` runs while other processes wait: it should set fields and no more.
    pub fn update(&self, change: impl FnOnce(&mut Preferences)) -> io::Result<Preferences> {
        let _alone = self.lock()?;
        let mut document = self.read_or_set_aside()?;
        let before = Preferences::from_document(&document);
        let mut after = before.clone();
        change(&mut after);
        let after = after.within_limits();
        if after != before {
            put_changes(&mut document, &before, &after)?;
            home::write_whole(&self.path(), &serde_json::to_vec_pretty(&document)?)?;
        }
        Ok(after)
    }

    fn path(&self) -> PathBuf {
        self.home.config_path().join(FILE)
    }

    fn lock(&self) -> io::Result<fs::File> {
        home::lock(&self.home.config()?.join(LOCK))
    }

    /// Only under the lock.
    fn read_or_set_aside(&self) -> io::Result<Map<String, Value>> {
        let path = self.path();
        match read(&path)? {
            Found::Document(document) => Ok(document),
            Found::Nothing => Ok(Map::new()),
            Found::Damage => {
                fs::rename(&path, path.with_extension("json.damaged"))?;
                Ok(Map::new())
            }
        }
    }
}

/// What stands in the file.
enum Found {
    Nothing,
    Damage,
    Document(Map<String, Value>),
}

fn read(path: &Path) -> io::Result<Found> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).map_or(Found::Damage, Found::Document)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
        Err(error) => Err(error),
    }
}

fn field<T: DeserializeOwned>(document: &Map<String, Value>, name: &str) -> Option<T> {
    T::deserialize(document.get(name)?).ok()
}

/// Writes into `document` only what differs, so that a value which this version
/// reads as a default stays for the version that understands it.
fn put_changes(
    document: &mut Map<String, Value>,
    before: &Preferences,
    after: &Preferences,
) -> io::Result<()> {
    let before = serde_json::to_value(before)?;
    let Value::Object(after) = serde_json::to_value(after)? else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    for (name, mut value) in after {
        if before.get(&name) == Some(&value) {
            continue;
        }
        if name == RECENT_FILES {
            keep_unknown_fields(document.get(RECENT_FILES), &mut value);
        }
        document.insert(name, value);
    }
    Ok(())
}

/// The list of recent files is written as a whole; what a newer app has noted on
/// one of them is carried over by its path.
fn keep_unknown_fields(old: Option<&Value>, new: &mut Value) {
    let old = old
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    for file in new
        .as_array_mut()
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        let path = file.get("path");
        let known = old
            .iter()
            .filter_map(Value::as_object)
            .find(|known| known.get("path") == path);
        for (name, value) in known.into_iter().flatten() {
            if !file.contains_key(name) {
                file.insert(name.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use serde_json::json;

    use super::*;

    struct Desk {
        root: tempfile::TempDir,
        file: PreferencesFile,
    }

    impl Desk {
        fn new() -> Desk {
            let root = tempfile::tempdir().unwrap();
            let file = PreferencesFile::new(&Home::at(root.path()));
            Desk { root, file }
        }

        fn with(content: &str) -> Desk {
            let desk = Desk::new();
            desk.file.home.config().unwrap();
            fs::write(desk.file.path(), content).unwrap();
            desk
        }

        fn content(&self) -> Value {
            serde_json::from_slice(&fs::read(self.file.path()).unwrap()).unwrap()
        }
    }

    fn recent(path: &str) -> RecentFile {
        RecentFile {
            path: path.to_owned(),
            board_id: "b1".to_owned(),
            opened_at: 1,
            teams: 2,
            title: "Assembly".to_owned(),
        }
    }

    #[test]
    fn without_a_file_the_defaults_hold_and_nothing_is_made() {
        let desk = Desk::new();
        assert_eq!(desk.file.load().unwrap(), Preferences::default());
        assert!(!desk.file.home.config_path().exists());
    }

    #[test]
    fn what_is_saved_reads_back() {
        let desk = Desk::new();
        let saved = desk
            .file
            .update(|prefs| {
                prefs.name = Some("Ana".to_owned());
                prefs.theme = Theme::Dark;
                prefs.zoom = 9.0;
                prefs.remember(recent("/a.kata"));
                prefs
                    .person_by_board
                    .insert("b1".to_owned(), "per_1".to_owned());
            })
            .unwrap();
        assert_eq!(saved.zoom, 3.0);
        assert_eq!(desk.file.load().unwrap(), saved);
        assert_eq!(desk.content()["recentFiles"][0]["boardId"], "b1");
    }

    #[test]
    fn a_zoom_that_is_no_number_is_the_designs() {
        let desk = Desk::new();
        assert_eq!(
            desk.file
                .update(|prefs| prefs.zoom = f64::NAN)
                .unwrap()
                .zoom,
            1.0
        );
    }

    #[test]
    fn what_this_version_does_not_know_is_kept() {
        let desk = Desk::with(
            r#"{"theme":"sepia","accent":"blue","zoom":1.5,
                "recentFiles":[{"path":"/a.kata","boardId":"b","openedAt":1,"teams":1,"title":"A","pinned":true}]}"#,
        );
        let read = desk.file.load().unwrap();
        assert_eq!((read.theme, read.zoom), (Theme::System, 1.5));
        desk.file
            .update(|prefs| prefs.remember(recent("/b.kata")))
            .unwrap();
        let content = desk.content();
        assert_eq!(content["theme"], "sepia");
        assert_eq!(content["accent"], "blue");
        assert_eq!(content["recentFiles"][0].get("pinned"), None);
        assert_eq!(content["recentFiles"][1]["pinned"], true);
    }

    #[test]
    fn one_unreadable_field_does_not_take_the_others_with_it() {
        let desk = Desk::with(r#"{"zoom":"big","name":"Ana","recentFiles":[7,{"path":"/a"}]}"#);
        let read = desk.file.load().unwrap();
        assert_eq!(
            read,
            Preferences {
                name: Some("Ana".to_owned()),
                ..Preferences::default()
            }
        );
    }

    #[test]
    fn a_damaged_file_is_kept_beside_the_new_one() {
        for content in ["{\"name\":\"An", "", "[1]", "\u{0}\u{0}"] {
            let desk = Desk::with(content);
            assert_eq!(desk.file.load().unwrap(), Preferences::default());
            let damaged = desk
                .file
                .home
                .config_path()
                .join("preferences.json.damaged");
            assert_eq!(fs::read_to_string(damaged).unwrap(), content);
            desk.file.update(|prefs| prefs.key_hints = false).unwrap();
            assert_eq!(desk.content(), json!({ "keyHints": false }));
        }
    }

    #[test]
    fn recent_files_have_no_doubles_and_an_end() {
        let mut prefs = Preferences::default();
        for number in 0..30 {
            prefs.remember(recent(&format!("/{number}.kata")));
        }
        prefs.remember(recent("/15.kata"));
        assert_eq!(prefs.recent_files.len(), MAX_RECENT);
        assert_eq!(prefs.recent_files[0].path, "/15.kata");
        assert_eq!(
            prefs
                .recent_files
                .iter()
                .filter(|file| file.path == "/15.kata")
                .count(),
            1
        );
        prefs.forget("/15.kata");
        assert_eq!(prefs.recent_files[0].path, "/29.kata");
    }

    const ROUNDS: usize = 20;
    const WRITER: &str = "KATA_TEST_PREFS_WRITER";
    const ROOT: &str = "KATA_TEST_PREFS_ROOT";

    fn write_rounds(file: &PreferencesFile, writer: &str) {
        for round in 0..ROUNDS {
            file.update(|prefs| {
                prefs
                    .person_by_board
                    .insert(format!("{writer}-{round}"), writer.to_owned());
            })
            .unwrap();
            file.load().unwrap();
        }
    }

    /// One of the other processes of the next test.
    #[test]
    fn helper_saves_preferences() {
        let (Some(root), Ok(writer)) = (std::env::var_os(ROOT), std::env::var(WRITER)) else {
            return;
        };
        write_rounds(&PreferencesFile::new(&Home::at(Path::new(&root))), &writer);
    }

    #[test]
    fn processes_and_threads_that_save_at_once_lose_nothing() {
        let desk = Desk::new();
        let helper = format!(
            "{}::helper_saves_preferences",
            module_path!().split_once("::").unwrap().1
        );
        let others: Vec<_> = (0..3)
            .map(|number| {
                Command::new(std::env::current_exe().unwrap())
                    .args(["--exact", &helper])
                    .env(ROOT, desk.root.path())
                    .env(WRITER, format!("process{number}"))
                    .stdout(Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        std::thread::scope(|scope| {
            for number in 0..3 {
                let file = &desk.file;
                scope.spawn(move || write_rounds(file, &format!("thread{number}")));
            }
        });
        for mut other in others {
            assert!(other.wait().unwrap().success());
        }
        assert_eq!(desk.file.load().unwrap().person_by_board.len(), 6 * ROUNDS);
        let left: Vec<_> = fs::read_dir(desk.file.home.config_path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| name != FILE && name != LOCK)
            .collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}
