//! The second window: what everybody in the room may see of a retrospective, while whoever leads it
//! keeps the controls in the first one. It shows one page and takes no board, no file and no text.

use kata_wire::{IpcError, Nothing, Project};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::failure;

/// The label of the second window.
pub const PROJECTION: &str = "projection";

/// Opens the window on a retrospective; one that is open already comes to it.
pub fn open(app: &AppHandle, wanted: Project) -> Result<Nothing, IpcError> {
    if let Some(open) = app.get_webview_window(PROJECTION) {
        done(open.destroy())?;
    }
    // An id is letters and digits, whatever the page sent.
    let page = format!("index.html#/projection/{}", wanted.retrospective_id);
    let window = WebviewWindowBuilder::new(app, PROJECTION, WebviewUrl::App(page.into()))
        .title(wanted.title)
        .inner_size(1280.0, 800.0)
        .build();
    done(window.map(drop))
}

/// Fills the screen that the window is on, or no longer.
pub fn fullscreen(app: &AppHandle) -> Result<Nothing, IpcError> {
    let Some(window) = app.get_webview_window(PROJECTION) else {
        return Ok(Nothing {});
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

fn done(result: tauri::Result<()>) -> Result<Nothing, IpcError> {
    result.map_err(|error| failure::system("open the second window", &error))?;
    Ok(Nothing {})
}
