//! The main window: opening it, what happens to it, and the commands that only it can answer.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use kata_paper::file;
use kata_wire::IpcError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::webview::PageLoadEvent;
use tauri::{
    AppHandle, DragDropEvent, Manager, RunEvent, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    Window, WindowEvent,
};

use crate::arguments::{self, Request};
use crate::state::{MAIN, Shell, one_board};
use crate::{dialogs, evidence, exports, failure, notice, projection, push};

const SMALLEST_ZOOM: f64 = 0.5;
const LARGEST_ZOOM: f64 = 3.0;

/// A text is kept on this computer, so this is plenty; a board on a slow share is not waited for.
const TIME_TO_PUT_AWAY: Duration = Duration::from_secs(2);

/// Opens the main window; it appears when the page is there, so nobody sees a white flash.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Kata Board")
        .inner_size(1440.0, 900.0)
        .min_inner_size(900.0, 600.0)
        .visible(false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                report("show", window.show());
            }
        })
        .build()?;
    Ok(())
}

/// Answers a `window_…` command; `name` is without that prefix.
pub fn call(app: &AppHandle, shell: &Shell, name: &str, params: &Value) -> Result<Value, IpcError> {
    match name {
        "start" => shell.start(),
        "pick_board" => dialogs::pick_board(app, params),
        "pick_new_board" => dialogs::pick_new_board(app, params),
        "save_attachment" => evidence::save(app, shell, params),
        "save_made" => exports::save(app, shell, params),
        "notify" => notice::show(app, params),
        "set_title" => set_title(&main(app)?, params),
        "set_zoom" => set_zoom(&main(app)?, params),
        "close" => done(main(app)?.destroy()),
        "project" => projection::open(app, params),
        "fullscreen" => projection::fullscreen(app),
        _ => Err(failure::command_unknown(&format!("window_{name}"))),
    }
}

/// Follows what the window system tells about the main window; the second one shows and hears nothing.
pub fn heard(window: &Window, event: &WindowEvent) {
    if window.label() != MAIN {
        return;
    }
    let shell = window.state::<Shell>();
    match event {
        WindowEvent::Focused(focused) => shell.session().set_focus(*focused),
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            close(window);
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            if let Some(board) = paths.iter().find(|path| file::is_board(path, None)) {
                show_board(window.app_handle(), board.clone());
            } else {
                bring(window.app_handle(), paths.clone());
            }
        }
        _ => {}
    }
}

/// Follows the program's own events; only macOS tells of opened files this way.
pub fn ran(app: &AppHandle, event: RunEvent) {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = &event {
        if let Some(path) = urls.iter().find_map(|url| url.to_file_path().ok()) {
            show_board(app, path);
        }
    }
    if let RunEvent::Exit = event {
        tracing::info!(windows = app.webview_windows().len(), "the program ends");
    }
}

/// A second start of the program comes to the first one's window.
pub fn second_start(app: &AppHandle, words: &[String], folder: &str) {
    let words = words.iter().skip(1).map(Into::into);
    if let Ok(Request::Start(wanted)) = arguments::parse(words)
        && wanted.board.is_some()
    {
        app.state::<Shell>()
            .want(wanted.seen_from(Path::new(folder)));
        push::start_changed(app);
    }
    come_forward(app);
}

fn show_board(app: &AppHandle, board: PathBuf) {
    app.state::<Shell>().want(one_board(board));
    push::start_changed(app);
    come_forward(app);
}

/// Reads dropped files beside the window's own thread: they may lie on a slow share.
fn bring(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    thread::spawn(move || push::dropped(&app, &evidence::dropped(&paths)));
}

fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        report("unminimize", window.unminimize());
        report("focus", window.set_focus());
    }
}

/// The window goes out of sight at once and ends when the page has put away what was being typed
/// (it then calls `window_close`), or when the page does not answer in time.
fn close(window: &Window) {
    report("hide", window.hide());
    projection::close(window.app_handle());
    push::closing(window.app_handle());
    let window = window.clone();
    thread::spawn(move || {
        thread::sleep(TIME_TO_PUT_AWAY);
        report("close", window.destroy());
    });
}

#[derive(Deserialize)]
struct Title {
    title: String,
}

fn set_title(window: &WebviewWindow, params: &Value) -> Result<Value, IpcError> {
    let Title { title } = read(params, "window_set_title")?;
    done(window.set_title(&title))
}

#[derive(Deserialize)]
struct Zoom {
    factor: f64,
}

fn set_zoom(window: &WebviewWindow, params: &Value) -> Result<Value, IpcError> {
    let Zoom { factor } = read(params, "window_set_zoom")?;
    if !(SMALLEST_ZOOM..=LARGEST_ZOOM).contains(&factor) {
        return Err(failure::request_invalid("window_set_zoom", "factor"));
    }
    done(window.set_zoom(factor))
}

fn main(app: &AppHandle) -> Result<WebviewWindow, IpcError> {
    app.get_webview_window(MAIN)
        .ok_or_else(|| failure::system("find the window", &tauri::Error::WindowNotFound))
}

fn read<T: DeserializeOwned>(params: &Value, command: &str) -> Result<T, IpcError> {
    T::deserialize(params).map_err(|error| failure::request_invalid(command, &error.to_string()))
}

fn done(result: tauri::Result<()>) -> Result<Value, IpcError> {
    result.map_err(|error| failure::system("change the window", &error))?;
    Ok(json!({}))
}

fn report(what: &str, result: tauri::Result<()>) {
    if let Err(error) = result {
        tracing::warn!(what, %error, "the window did not follow");
    }
}
