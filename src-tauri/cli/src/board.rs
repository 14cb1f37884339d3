//! A session of this call, and the board it works on.
//!
//! A board opens here without becoming one of the person's recent files: those are what they opened
//! in the window, not what a script passed by.

use std::path::Path;
use std::sync::Arc;

use kata_api::{Home, Machine, Session, SessionKind};
use kata_core::workspace::Workspace;
use kata_store::clock::SystemClock;
use kata_wire::CoreError;

/// A session on this machine's private files.
///
/// # Errors
/// When they cannot be used.
pub fn session(person: Option<String>) -> Result<Session, CoreError> {
    let home = Home::from_env().map_err(|error| CoreError::PrivateFiles {
        detail: error.to_string(),
    })?;
    let machine = Machine::new(home, Arc::new(SystemClock))?;
    Ok(Session::new(machine, SessionKind::Cli, person))
}

/// Opens a board for the session.
///
/// # Errors
/// When there is no board at the path that this app can read, or no such person on it.
pub fn open(session: &Session, path: &Path) -> Result<Arc<Workspace>, CoreError> {
    let workspace = Workspace::open(session.opening(path)?)?;
    session.use_board(Some(Arc::clone(&workspace)))?;
    Ok(workspace)
}
