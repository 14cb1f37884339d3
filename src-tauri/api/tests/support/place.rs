//! A folder with a board file and the private homes of the people who open it.

use std::path::PathBuf;
use std::sync::Arc;

use kata_api::{Home, Machine, Session, SessionKind};
use kata_store::clock::{Clock, FixedClock};
use serde_json::json;
use tempfile::TempDir;

use super::{Person, Remote};

/// 2026-03-09, a Monday, 08:00 UTC.
const MONDAY: i64 = 1_773_043_200_000;
/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// A folder with a board file and the private homes of the people who open it.
pub struct Place {
    folder: TempDir,
    /// The clock of everybody in this process.
    pub clock: Arc<FixedClock>,
}

impl Place {
    /// An empty place.
    pub fn new() -> Place {
        let folder = match std::env::var_os("KATA_TEST_FOLDER") {
            Some(folder) => tempfile::tempdir_in(folder),
            None => tempfile::tempdir(),
        };
        let folder = folder.unwrap();
        std::fs::create_dir(folder.path().join("share")).unwrap();
        Place {
            folder,
            clock: Arc::new(FixedClock::at(MONDAY)),
        }
    }

    /// A place with a board that Ana has made, and Ana at it.
    pub fn with_ana() -> (Place, Person) {
        let place = Place::new();
        let ana = place.person("Ana");
        (place, ana)
    }

    /// The folder that everybody reaches.
    pub fn share(&self) -> PathBuf {
        self.folder.path().join("share")
    }

    /// The board file.
    pub fn board(&self) -> PathBuf {
        self.share().join("team.kata")
    }

    /// The private home of a person: a device of its own.
    pub fn home(&self, name: &str) -> PathBuf {
        self.folder.path().join("homes").join(name)
    }

    /// A person with a call from a terminal: no threads, undo by person and device.
    pub fn person(&self, name: &str) -> Person {
        self.sits_down(name, SessionKind::Cli)
    }

    /// A person at a window: it listens, shows itself to others, and undoes its own session.
    pub fn window(&self, name: &str) -> Person {
        self.sits_down(name, SessionKind::Window)
    }

    /// A person at a window of a computer whose clock is wrong.
    pub fn window_ahead(&self, name: &str, by_ms: i64) -> Person {
        let clock = FixedClock::at(self.clock.now_ms() + by_ms);
        self.sits_down_with(name, SessionKind::Window, Arc::new(clock))
    }

    /// A person in a process of its own, at a window or not, who has not opened the board yet.
    pub fn process(&self, name: &str, window: bool) -> Remote {
        Remote::start(&self.home(name), name, window)
    }

    /// A person in a process of its own who has opened the board.
    pub fn process_at_the_board(&self, name: &str) -> Remote {
        let mut remote = self.process(name, false);
        remote.does("board_open", json!({ "path": self.board() }));
        remote
    }

    /// The machine of a person.
    pub fn machine(&self, name: &str) -> Arc<Machine> {
        self.machine_with(name, self.clock.clone())
    }

    fn machine_with(&self, name: &str, clock: Arc<FixedClock>) -> Arc<Machine> {
        Machine::new(Home::at(&self.home(name)), clock).unwrap()
    }

    /// A person without a board.
    pub fn newcomer(&self, name: &str, kind: SessionKind) -> Person {
        self.newcomer_with(name, kind, self.clock.clone())
    }

    fn newcomer_with(&self, name: &str, kind: SessionKind, clock: Arc<FixedClock>) -> Person {
        let machine = self.machine_with(name, clock);
        Person::new(Session::new(machine, kind, Some(name.to_owned())))
    }

    fn sits_down(&self, name: &str, kind: SessionKind) -> Person {
        self.sits_down_with(name, kind, self.clock.clone())
    }

    fn sits_down_with(&self, name: &str, kind: SessionKind, clock: Arc<FixedClock>) -> Person {
        let person = self.newcomer_with(name, kind, clock);
        let command = if self.board().exists() {
            "board_open"
        } else {
            "board_create"
        };
        person.reads(command, json!({ "path": self.board() }));
        person
    }

    /// Lets days pass for everybody in this process.
    pub fn days_pass(&self, days: i64) {
        self.clock.set(self.clock.now_ms() + days * DAY);
    }

    /// The file as a foreign tool opens it.
    pub fn foreign_tool(&self) -> kata_store::testing::Connection {
        kata_store::testing::Connection::open(self.board()).unwrap()
    }
}
