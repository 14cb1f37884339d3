//! One person's computer: a folder, a home, and `kata`.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The board of most tests.
pub const BOARD: &str = "board.kata";

/// One computer.
pub struct Desk(TempDir);

/// What a call left behind.
#[derive(Debug)]
pub struct Ran {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk(TempDir::new().unwrap())
    }

    /// A computer with an empty board.
    pub fn with_board() -> Desk {
        let desk = Desk::new();
        desk.run(&["new", BOARD]).answer();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The names in this computer's folder.
    pub fn files(&self) -> Vec<OsString> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    }

    /// `kata` in this computer's folder, not started yet.
    pub fn kata(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kata"));
        command
            .args(words)
            .current_dir(self.0.path())
            .env("KATA_HOME", self.path("home"))
            .env("TZ", "UTC")
            .env_remove("KATA_AS")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        self.kata(words).output().unwrap().into()
    }

    /// Runs with something on standard input.
    pub fn run_with(&self, words: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .kata(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A call that is refused early does not read to the end.
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap().into()
    }

    /// Calls a command on the board as Ana.
    pub fn call(&self, name: &str, request: &Value) -> Ran {
        self.call_as("Ana", name, request)
    }

    pub fn call_as(&self, person: &str, name: &str, request: &Value) -> Ran {
        let words = ["call", name, "-", "--board", BOARD, "--as", person];
        self.run_with(&words, request.to_string().as_bytes())
    }

    /// Makes a team and gives its id.
    pub fn team(&self, name: &str) -> String {
        let made = self
            .call("team_create", &json!({ "fields": { "name": name } }))
            .answer();
        made["id"].as_str().unwrap().to_owned()
    }

    /// The names of the teams that are there.
    pub fn teams(&self) -> Vec<String> {
        let board = self.call("board_get", &json!({})).answer();
        let name = |team: &Value| team["name"].as_str().unwrap().to_owned();
        board["teams"]
            .as_array()
            .unwrap()
            .iter()
            .map(name)
            .collect()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// What it printed, where it went well.
    pub fn text(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (Some(0), ""), "{self:?}");
        self.out
    }

    /// Its answer as JSON, where it went well.
    pub fn answer(self) -> Value {
        serde_json::from_str(&self.text()).unwrap()
    }

    /// The error it answered; checks that all of it is there.
    pub fn error(self) -> Value {
        assert_eq!((self.status, self.out.as_str()), (Some(1), ""), "{self:?}");
        let error: Value = serde_json::from_str(&self.err).unwrap_or_else(|_| panic!("{self:?}"));
        assert!(
            error["params"].is_object() && error["retryable"].is_boolean(),
            "{error}"
        );
        let message = error["message"].as_str().unwrap();
        assert!(!message.is_empty() && !message.contains("{$"), "{message}");
        error
    }

    pub fn code(self) -> String {
        self.error()["code"].as_str().unwrap().to_owned()
    }

    /// Checks that it was wrong usage.
    pub fn misused(self) {
        assert_eq!((self.status, self.out.as_str()), (Some(2), ""), "{self:?}");
        assert!(
            self.err.contains("Usage") || self.err.contains("--help"),
            "{self:?}"
        );
    }
}
