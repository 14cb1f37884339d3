//! Prose: the catalogue of the window, and over it the few sentences that a terminal says
//! differently.

use fluent_bundle::{FluentArgs, FluentValue};
use kata_paper::words::Words as Catalogue;
use kata_wire::IpcError;
use serde_json::Value;

const TERMINAL: &str = include_str!("terminal.ftl");

/// The words of one language, as a terminal says them.
pub struct Words(Catalogue);

impl Words {
    /// English.
    pub fn english() -> Words {
        let mut words = Catalogue::english();
        words.add(TERMINAL);
        Words(words)
    }

    fn find(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.0.find(id, args)
    }

    /// A sentence by its id, or the id.
    pub fn say(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.0.say(id, args)
    }

    /// The sentence of an error; each code has one.
    pub fn error(&self, error: &IpcError) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in error.params.as_object().into_iter().flatten() {
            args.set(name.clone(), argument(value));
        }
        self.say(&format!("error-{}", error.code), &args)
    }

    /// What an operation of the log did.
    pub fn operation(&self, kind: &str) -> String {
        let none = FluentArgs::new();
        self.find(&format!("operation-{kind}"), &none)
            .unwrap_or_else(|| self.say("operation-unknown", &none))
    }
}

/// A parameter as Fluent takes it; a list is its members.
fn argument(value: &Value) -> FluentValue<'static> {
    match value {
        Value::Number(number) => number.as_f64().map_or(FluentValue::None, FluentValue::from),
        Value::Array(members) => members
            .iter()
            .map(plain)
            .collect::<Vec<_>>()
            .join(", ")
            .into(),
        other => plain(other).into(),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kata_wire::CODES;
    use serde_json::json;

    fn told(code: &'static str, params: Value) -> String {
        Words::english().error(&IpcError {
            code,
            params,
            retryable: false,
        })
    }

    #[test]
    fn the_catalogue_of_the_terminal_parses() {
        assert!(fluent_bundle::FluentResource::try_new(TERMINAL.to_owned()).is_ok());
    }

    #[test]
    fn every_code_has_a_sentence() {
        let words = Words::english();
        let none = FluentArgs::new();
        let silent: Vec<_> = CODES
            .iter()
            .filter(|code| words.find(&format!("error-{code}"), &none).is_none())
            .collect();
        assert!(silent.is_empty(), "{silent:?}");
    }

    #[test]
    fn every_write_has_a_name_in_the_log() {
        use kata_api::table::{COMMANDS, Scope};
        let words = Words::english();
        let unknown = words.operation("never heard of");
        let writes = COMMANDS
            .iter()
            .filter(|command| command.scope == Scope::Write)
            .map(|c| c.name);
        let silent: Vec<_> = writes
            .chain(["person_join"])
            .filter(|kind| words.operation(kind) == unknown)
            .collect();
        assert!(silent.is_empty(), "{silent:?}");
    }

    #[test]
    fn parameters_stand_in_the_sentence() {
        let told_long = told(
            "text_too_long",
            json!({ "field": "name", "limit": 200, "length": 12_345_678 }),
        );
        assert!(
            told_long.contains("name") && told_long.contains("12345678"),
            "{told_long}"
        );
        assert!(
            told("seal_incomplete", json!({ "missing": ["step", "checkOn"] }))
                .contains("step, checkOn")
        );
        for reason in ["folderReadOnly", "syncedFolder", "never heard of"] {
            let sentence = told("read_only", json!({ "reason": reason }));
            assert!(!sentence.contains('{'), "{sentence}");
        }
    }
}
