//! What `rpc` answers when it cannot answer: the core's error, or one of the shell's own.

use serde::Serialize;
use serde_json::{Value, json};

use crate::backend::IpcError;

/// The error as it goes to the window: `{code, params, retryable}`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Failure {
    /// The core refused.
    Core(IpcError),
    /// The shell itself refused or failed.
    Shell {
        /// A word of the catalogue.
        code: &'static str,
        /// What the message names.
        params: Value,
        /// Whether the same call may succeed later.
        retryable: bool,
    },
}

impl Failure {
    /// A bug: the id is the one in the log.
    pub fn internal(id: &str) -> Self {
        Self::shell("internal", json!({ "id": id }))
    }

    /// The parameters do not fit the command.
    pub fn invalid_params(field: &str) -> Self {
        Self::shell("invalid_params", json!({ "field": field }))
    }

    /// No command of the window has this name.
    pub fn unknown_command(name: &str) -> Self {
        Self::shell("unknown_command", json!({ "name": name }))
    }

    /// The system could not do what the window asked of it.
    pub fn system(error: &dyn std::error::Error) -> Self {
        let id = crate::logging::new_id();
        tracing::error!(id, %error, "the system refused a window command");
        Self::internal(&id)
    }

    fn shell(code: &'static str, params: Value) -> Self {
        Self::Shell {
            code,
            params,
            retryable: false,
        }
    }
}

impl From<IpcError> for Failure {
    fn from(error: IpcError) -> Self {
        Self::Core(error)
    }
}
