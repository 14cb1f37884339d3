//! The second window: what everybody in the room may see of a retrospective, while whoever leads it keeps
//! the controls in the first one. It shows one page and takes no board, no file and no text.

use kata_wire::IpcError;
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::failure;

/// The label of the second window.
pub const PROJECTION: &str = "projection";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    retrospective_id: String,
    /// What stands in the window's bar.
    title: String,
}

/// Opens the window on a retrospective; one that is open already comes to it.
pub fn open(app: &AppHandle, params: &Value) -> Result<Value, IpcError> {
    let wanted = Wanted::deserialize(params)
        .map_err(|error| failure::request_invalid("window_project", &error.to_string()))?;
    if !is_id(&wanted.retrospective_id) {
        return Err(failure::request_invalid(
            "window_project",
            "retrospectiveId",
        ));
    }
    if let Some(open) = app.get_webview_window(PROJECTION) {
        done(open.destroy())?;
    }
    let page = format!("index.html#/projection/{}", wanted.retrospective_id);
    let window = WebviewWindowBuilder::new(app, PROJECTION, WebviewUrl::App(page.into()))
        .title(wanted.title)
        .inner_size(1280.0, 800.0)
        .build();
    done(window.map(drop))
}

/// Fills the screen that the window is on, or no longer.
pub fn fullscreen(app: &AppHandle) -> Result<Value, IpcError> {
    let Some(window) = app.get_webview_window(PROJECTION) else {
        return Ok(json!({}));
    };
    done(toggle(&window))
}

/// Closes the window, where it is open.
pub fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(PROJECTION)
        && let Err(error) = window.destroy()
    {
        tracing::warn!(%error, "the projection did not close");
    }
}

fn toggle(window: &WebviewWindow) -> tauri::Result<()> {
    window.set_fullscreen(!window.is_fullscreen()?)
}

/// An id goes into an address: letters, digits and the line between them, and nothing else.
fn is_id(id: &str) -> bool {
    id.starts_with("ret_")
        && id.len() < 64
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn done(result: tauri::Result<()>) -> Result<Value, IpcError> {
    result.map_err(|error| failure::system("open the second window", &error))?;
    Ok(json!({}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_id_goes_into_the_address() {
        assert!(is_id("ret_01a2088db14c7244a1492f4f00b8bc0f"));
        for other in ["", "exp_01a2", "ret_/../x", "ret_#/teams", "ret_ä"] {
            assert!(!is_id(other), "{other}");
        }
    }
}
