//! Requests and answers as they travel, written down so that they are the same in every run: ids by
//! the order in which they come up in a command, the folder of the test by a name, long lists by their beginning.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Person, Place};

/// How many items of a list are written down.
const ITEMS: usize = 2;
/// Comes from the file system and not from the clock of the test.
const BY_THE_SYSTEM: &str = "changedAt";

/// One person whose requests and answers are written down.
pub struct Wire {
    person: Person,
    folder: String,
    calls: BTreeMap<String, Vec<Value>>,
    ids: BTreeMap<String, Names>,
}

/// The names of the ids of one command, so that a new row elsewhere does not rename them.
type Names = BTreeMap<String, String>;

impl Wire {
    /// Writes down what passes between this person and the core.
    pub fn of(person: Person, place: &Place) -> Wire {
        let share = place.share().canonicalize().unwrap();
        let folder = share.parent().unwrap();
        Wire {
            person,
            folder: folder.display().to_string(),
            calls: BTreeMap::new(),
            ids: BTreeMap::new(),
        }
    }

    /// Runs a command that must succeed.
    pub fn call(&mut self, command: &str, request: Value) -> Value {
        let answer = self.person.reads(command, request.clone());
        self.note(command, json!({ "request": request, "answer": answer }));
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
        let error = self.person.tries(command, request.clone()).unwrap_err();
        self.note(command, json!({ "request": request, "error": error }));
    }

    /// Everything so far, by command.
    pub fn calls(self) -> BTreeMap<String, Vec<Value>> {
        self.calls
    }

    fn note(&mut self, command: &str, call: Value) {
        let names = self.ids.entry(command.to_owned()).or_default();
        let folder = &self.folder;
        let call = Settling { folder, names }.settled(call);
        self.calls.entry(command.to_owned()).or_default().push(call);
    }
}

struct Settling<'w> {
    folder: &'w str,
    names: &'w mut Names,
}

impl Settling<'_> {
    fn settled(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.named(&text)),
            Value::Array(items) => self.beginning(items),
            Value::Object(fields) => {
                let settled = fields.into_iter().map(|(name, value)| {
                    let value = match name.as_str() {
                        BY_THE_SYSTEM if value.is_number() => json!("by the system"),
                        _ => self.settled(value),
                    };
                    (self.named(&name), value)
                });
                Value::Object(settled.collect::<Map<_, _>>())
            }
            other => other,
        }
    }

    fn beginning(&mut self, items: Vec<Value>) -> Value {
        let more = items.len().saturating_sub(ITEMS);
        let first = items.into_iter().take(ITEMS);
        let mut first: Vec<Value> = first.map(|item| self.settled(item)).collect();
        if more > 0 {
            first.push(json!(format!("and {more} more")));
        }
        first.into()
    }

    /// An id is 32 hex digits, on most with a prefix; what is left of a text stays.
    fn named(&mut self, text: &str) -> String {
        let text = text.replace(self.folder, "");
        let (prefix, digits) = text.rsplit_once('_').unwrap_or(("id", &text));
        if digits.len() != 32 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return text;
        }
        let next = self.names.len() + 1;
        let name = self.names.entry(text.clone());
        name.or_insert_with(|| format!("{prefix}_{next}")).clone()
    }
}
