//! A session of this call, and the board it works on.
//!
//! A board opens here without becoming one of the person's recent files: those are what they opened
//! in the window, not what a script passed by.

use std::path::Path;
use std::sync::Arc;

use kata_core::api::{CoreError, Home, Session, SessionKind, SessionOptions};
use kata_core::workspace::Workspace;

/// A session on this machine's private files.
///
/// # Errors
/// When they cannot be used.
pub fn session(person: Option<String>) -> Result<Session, CoreError> {
    let home = Home::from_env().map_err(|error| CoreError::PrivateFiles {
        detail: error.to_string(),
    })?;
    Session::new(SessionOptions {
        home,
        kind: SessionKind::Cli,
        person,
    })
}

/// Opens a board for the session.
///
/// # Errors
/// When there is no board at the path that this app can read, or no such person on it.
pub fn open(session: &Session, path: &Path) -> Result<Arc<Workspace>, CoreError> {
    let workspace = Workspace::open(session.opening(path)?)?;
    session.settle(Some(Arc::clone(&workspace)))?;
    Ok(workspace)
}
