//! Requests and answers as they travel, written down so that each file changes only with what it
//! shows: ids are numbered by kind within a command (`exp_1`), places in the log stand beside the
//! newest operation before the call, the clock's instant and day are words, other instants are
//! dates with a time, the folder of the test and the version of the app are left out, and long
//! lists are written by their beginning.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use kata_store::clock::Clock;
use serde_json::{Map, Number, Value, json};

use super::windows::Windows;
use super::{Person, Place};

/// How many items of a list are written down.
const ITEMS: usize = 2;
/// Comes from the file system and not from the clock of the test.
const BY_THE_SYSTEM: &str = "changedAt";
/// What names a place in the log; where it is a text, it is a row's neighbour in a list.
const PLACES: [&str; 4] = ["seq", "asOfSeq", "after", "before"];

/// A number from here on is an instant in UTC milliseconds: September 2001.
const FIRST_INSTANT: i64 = 1_000_000_000_000;

/// One person whose requests and answers are written down.
pub struct Wire {
    person: Person,
    folder: String,
    now_ms: i64,
    today: String,
    calls: BTreeMap<String, Vec<Value>>,
    names: BTreeMap<String, Names>,
    tables: BTreeMap<String, BTreeSet<String>>,
    windows: Option<Windows>,
}

impl Wire {
    /// Writes down what passes between this person and the core.
    pub fn of(person: Person, place: &Place) -> Wire {
        let share = place.share().canonicalize().unwrap();
        let folder = share.parent().unwrap();
        Wire {
            person,
            folder: folder.display().to_string(),
            now_ms: place.clock.now_ms(),
            today: place.clock.today().to_string(),
            calls: BTreeMap::new(),
            names: BTreeMap::new(),
            tables: BTreeMap::new(),
            windows: None,
        }
    }

    /// From here on every read stays open in a window, and hears of what is written.
    pub fn keeps_windows_open(&mut self) {
        self.windows = Some(Windows::of(&self.person));
    }

    /// Runs a command that must succeed.
    pub fn call(&mut self, command: &str, request: Value) -> Value {
        let newest = self.newest();
        let (answer, tables) = self.person.tries_and_reads(command, request.clone());
        let read = self.tables.entry(command.to_owned()).or_default();
        read.extend(tables);
        let answer = answer.unwrap_or_else(|error| panic!("{command} {request}: {error:?}"));
        if let Some(windows) = &mut self.windows {
            windows.see(&self.person, command, &request, &answer);
        }
        let call = json!({ "request": request, "answer": answer });
        self.note(command, call, newest);
        answer
    }

    /// Runs a command that makes a row; answers the row's id.
    pub fn make(&mut self, command: &str, request: Value) -> String {
        self.call(command, request)["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Runs commands on one row.
    pub fn each(&mut self, commands: &[&str], id: &str) {
        for command in commands {
            self.call(command, json!({ "id": id }));
        }
    }

    /// Runs a command that must be refused.
    pub fn refused(&mut self, command: &str, request: Value) {
        let newest = self.newest();
        let error = self.person.tries(command, request.clone()).unwrap_err();
        let call = json!({ "request": request, "error": error });
        self.note(command, call, newest);
    }

    /// The windows that stayed open.
    pub fn windows(&mut self) -> Windows {
        self.windows.take().expect("windows were kept open")
    }

    /// The tables that each command has read so far.
    pub fn tables(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.tables
    }

    /// Everything so far, by command.
    pub fn calls(self) -> BTreeMap<String, Vec<Value>> {
        self.calls
    }

    /// The place of the newest operation; none while no board is open.
    pub fn newest(&self) -> Option<i64> {
        let newest = json!({ "newestFirst": true, "limit": 1 });
        self.person.tries("log_get", newest).ok()?["asOfSeq"].as_i64()
    }

    /// Runs a command that must succeed and is not written down.
    pub fn quietly(&self, command: &str, request: Value) -> Value {
        self.person.reads(command, request)
    }

    /// Searches until the index has taken the whole log over, which a busy machine does in parts.
    pub fn is_indexed(&self) {
        let ask = || self.quietly("search", json!({ "query": "" }));
        while ask()["indexing"] == true {}
    }

    fn note(&mut self, command: &str, call: Value, newest: Option<i64>) {
        let written = Writing {
            folder: &self.folder,
            now_ms: self.now_ms,
            today: &self.today,
            newest,
            names: self.names.entry(command.to_owned()).or_default(),
        }
        .written(call);
        self.calls
            .entry(command.to_owned())
            .or_default()
            .push(written);
    }
}

/// The names of the ids of one command, so that a new row elsewhere does not rename them.
#[derive(Default)]
struct Names {
    of_ids: BTreeMap<String, String>,
    of_kind: BTreeMap<String, usize>,
}

impl Names {
    /// The name of an id: its prefix, and the how manieth of its kind it is.
    fn of(&mut self, id: &str, prefix: &str) -> String {
        if let Some(name) = self.of_ids.get(id) {
            return name.clone();
        }
        let number = self.of_kind.entry(prefix.to_owned()).or_default();
        *number += 1;
        let name = format!("{prefix}_{number}");
        self.of_ids.insert(id.to_owned(), name.clone());
        name
    }
}

/// One call on its way to its file.
struct Writing<'w> {
    folder: &'w str,
    now_ms: i64,
    today: &'w str,
    newest: Option<i64>,
    names: &'w mut Names,
}

impl Writing<'_> {
    fn written(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => self.beginning(items),
            Value::Object(fields) => self.fields(fields),
            Value::Number(number) => self.number(number),
            other => other,
        }
    }

    fn number(&self, number: Number) -> Value {
        match number.as_i64() {
            Some(at_ms) if at_ms == self.now_ms => json!("now"),
            Some(at_ms) if at_ms >= FIRST_INSTANT => {
                json!(DateTime::from_timestamp_millis(at_ms).unwrap())
            }
            _ => Value::Number(number),
        }
    }

    fn fields(&mut self, fields: Map<String, Value>) -> Value {
        let written = fields
            .into_iter()
            .filter(|(name, value)| name != "version" || value != env!("CARGO_PKG_VERSION"))
            .map(|(name, value)| (self.text(&name), self.field(&name, value)));
        Value::Object(written.collect())
    }

    fn field(&mut self, name: &str, value: Value) -> Value {
        match (value.as_i64(), self.newest) {
            (Some(_), _) if name == BY_THE_SYSTEM => json!("by the system"),
            (Some(place), Some(newest)) if PLACES.contains(&name) => beside(place, newest),
            _ => self.written(value),
        }
    }

    fn beginning(&mut self, items: Vec<Value>) -> Value {
        let more = items.len().saturating_sub(ITEMS);
        let first = items.into_iter().take(ITEMS);
        let mut first: Vec<Value> = first.map(|item| self.written(item)).collect();
        if more > 0 {
            first.push(json!(format!("and {more} more")));
        }
        first.into()
    }

    /// An id is 32 hex digits, on most with a prefix; what is left of a text stays.
    fn text(&mut self, text: &str) -> String {
        if text == self.today {
            return "today".to_owned();
        }
        let text = text.replace(self.folder, "");
        let (prefix, digits) = text.rsplit_once('_').unwrap_or(("id", &text));
        if digits.len() != 32 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return text;
        }
        self.names.of(&text, prefix)
    }
}

/// A place in the log as seen from the newest operation before the call.
fn beside(place: i64, newest: i64) -> Value {
    match place - newest {
        0 => json!("newest"),
        later if later > 0 => json!(format!("newest + {later}")),
        earlier => json!(format!("newest - {}", -earlier)),
    }
}
