//! What lives as long as the program: the core's session and the board that was asked for.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::backend::Session;

/// Shared by every command; a clone is the same state.
#[derive(Clone)]
pub struct Shell {
    session: Arc<Session>,
    wanted: Arc<Mutex<Arguments>>,
}

impl Shell {
    /// The state of a program started with these arguments.
    pub fn new(session: Session, arguments: Arguments) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        Self {
            session: Arc::new(session),
            wanted: Arc::new(Mutex::new(arguments.seen_from(&here))),
        }
    }

    /// The core.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Remembers what a later start, a file manager or a drop asks to open.
    pub fn want(&self, arguments: Arguments) {
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner) = arguments;
    }

    /// The answer of `window_start`.
    pub fn wanted(&self) -> Value {
        let wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        json!({ "board": wanted.board.as_deref().map(shown), "sample": wanted.sample })
    }
}

fn shown(path: &std::path::Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The start of a window for one file, from outside the command line.
pub fn one_board(path: PathBuf) -> Arguments {
    Arguments {
        board: Some(path),
        sample: false,
    }
}
