//! The one command of the window: every call of the interface comes through here.
//!
//! Calls run on a blocking thread, so a slow share never freezes the window, and a panic becomes
//! an answer with an id that is also in the log.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kata_wire::IpcError;
use serde_json::Value;
use tauri::{AppHandle, State};

use crate::state::Shell;
use crate::{failure, logging, window};

/// Answers one call: a `window_…` command here, every other in the core.
#[tauri::command]
pub async fn rpc(
    app: AppHandle,
    shell: State<'_, Shell>,
    name: String,
    params: Value,
) -> Result<Value, IpcError> {
    let shell = shell.inner().clone();
    let work = move || {
        guarded(&name, || match name.starts_with("window_") {
            true => window::call(&app, &shell, &name, params),
            false => shell.session().call(&name, params),
        })
    };
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(failure::system("run a command", &error)),
    }
}

/// The core's state survives a panic: a transaction that was not committed is rolled back when
/// its connection is dropped, and locks that were poisoned are taken over.
fn guarded(name: &str, work: impl FnOnce() -> Result<Value, IpcError>) -> Result<Value, IpcError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let id = logging::new_id();
        let place = logging::last_panic();
        tracing::error!(id, command = name, place, "a command panicked");
        Err(failure::internal(&id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_panic_becomes_an_answer_with_an_id() {
        let answer = guarded("board_open", || panic!("a bug"));
        let error = serde_json::to_value(answer.unwrap_err()).unwrap();
        assert_eq!(error["code"], "internal");
        assert_eq!(error["retryable"], false);
        assert!(!error["params"]["id"].as_str().unwrap().is_empty());
    }

    #[test]
    fn an_answer_passes_unchanged() {
        let answer = guarded("board_open", || Ok(json!({ "seq": "7" })));
        assert_eq!(answer.unwrap(), json!({ "seq": "7" }));
    }
}
