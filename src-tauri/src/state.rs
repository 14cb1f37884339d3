//! What lives as long as the program: the core's session and the board that was asked for.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kata_api::Session;
use kata_wire::{IpcError, WindowStart};
use serde_json::json;

use crate::arguments::Arguments;

/// The label of the main window.
pub const MAIN: &str = "main";

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
        *self.locked() = arguments;
    }

    /// The answer of `window_start`: the board to open, or null for the welcome screen.
    pub fn start(&self) -> Result<WindowStart, IpcError> {
        let wanted = self.locked().clone();
        let board = match wanted.board {
            None if wanted.sample => self.sample()?,
            named => named,
        };
        let path = board.map(|path| path.to_string_lossy().into_owned());
        Ok(WindowStart { board: path })
    }

    /// Opens the sample board of this machine, made on the first start.
    fn sample(&self) -> Result<Option<PathBuf>, IpcError> {
        let app = self.session.call("board_sample", json!({}))?;
        let board = app["board"].as_str().map(PathBuf::from);
        self.locked().board.clone_from(&board);
        Ok(board)
    }

    fn locked(&self) -> MutexGuard<'_, Arguments> {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The start of a window for one file, from outside the command line.
pub fn one_board(path: PathBuf) -> Arguments {
    Arguments {
        board: Some(path),
        sample: false,
    }
}
