//! What the window hears without asking: one event, `push`, with a payload tagged by `kind`.

use kata_wire::{DroppedFile, Push};
use tauri::{AppHandle, Emitter};

use crate::state::{MAIN, Shell};

const EVENT: &str = "push";

/// Passes everything the core tells on to every window.
pub fn forward(app: &AppHandle, shell: &Shell) {
    let app = app.clone();
    shell
        .session()
        .subscribe(Box::new(move |push| warn(app.emit(EVENT, push))));
}

/// Tells the window that another board was asked for, so that it asks `window_start` again.
pub fn start_changed(app: &AppHandle) {
    send(app, Push::WindowStart);
}

/// Tells the page that its window closes: it puts away what is being typed, then calls
/// `window_close`.
pub fn closing(app: &AppHandle) {
    send(app, Push::WindowClosing);
}

/// Tells the page which files were dropped on its window.
pub fn dropped(app: &AppHandle, files: Vec<DroppedFile>) {
    send(app, Push::WindowDropped { files });
}

/// What is about the main window alone.
fn send(app: &AppHandle, push: Push) {
    warn(app.emit_to(MAIN, EVENT, push));
}

fn warn(sent: tauri::Result<()>) {
    if let Err(error) = sent {
        tracing::warn!(%error, "a window did not take a push");
    }
}
