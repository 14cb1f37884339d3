//! The shell's own errors, in the same form as the core's: `{code, params, retryable}`.

use std::error::Error;
use std::io;
use std::path::Path;

use kata_wire::IpcError;
use serde_json::{Value, json};

use crate::logging;

/// A bug, or something nobody can be asked to do differently: the id is the one in the log.
pub fn internal(id: &str) -> IpcError {
    failure("internal", json!({ "id": id }))
}

/// The request does not fit the command; `detail` names the field.
pub fn request_invalid(command: &str, detail: &str) -> IpcError {
    failure(
        "request_invalid",
        json!({ "command": command, "detail": detail }),
    )
}

/// Only boards have this name: nothing but SQLite ever opens the place of a board.
pub fn board_name() -> IpcError {
    failure("board_name", json!({}))
}

/// A file of this name is there, and nobody was asked whether it may be replaced.
pub fn file_exists(path: &Path) -> IpcError {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    failure("file_exists", json!({ "path": name }))
}

/// The system did not do what the window asked of it. Its words can hold a link or a path that a
/// person wrote, so the log gets only what was tried and what kind of error it was.
pub fn system(tried: &str, error: &(dyn Error + 'static)) -> IpcError {
    let id = logging::new_id();
    tracing::error!(id, tried, kind = ?kind(error), "the system refused");
    internal(&id)
}

fn kind(error: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    match error.downcast_ref::<io::Error>() {
        Some(error) => Some(error.kind()),
        None => kind(error.source()?),
    }
}

fn failure(code: &'static str, params: Value) -> IpcError {
    IpcError {
        code,
        params,
        retryable: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_known_by_its_kind_only() {
        let missing = io::Error::new(io::ErrorKind::NotFound, "the words of a person");
        assert_eq!(kind(&missing), Some(io::ErrorKind::NotFound));
        assert_eq!(kind(&std::fmt::Error), None);
    }
}
