//! The main window: opening it, what happens to it, and the commands that only it can answer.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use kata_api::window::Window as Answers;
use kata_paper::file;
use kata_wire::{
    FileDialog, IpcError, Nothing, Notice, Picked, Project, SaveAttachment, SaveMade, WindowStart,
    WindowTitle, WindowZoom,
};
use serde_json::Value;
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

/// Answers a `window_…` command.
pub fn call(app: &AppHandle, shell: &Shell, name: &str, params: Value) -> Result<Value, IpcError> {
    kata_api::window::call(&Here { app, shell }, name, params)
}

/// The program with its windows, as a command finds it.
struct Here<'a> {
    app: &'a AppHandle,
    shell: &'a Shell,
}

impl Answers for Here<'_> {
    fn window_start(&self, _: Nothing) -> Result<WindowStart, IpcError> {
        self.shell.start()
    }
    fn window_pick_board(&self, words: FileDialog) -> Result<Picked, IpcError> {
        dialogs::pick_board(self.app, words)
    }
    fn window_pick_new_board(&self, words: FileDialog) -> Result<Picked, IpcError> {
        dialogs::pick_new_board(self.app, words)
    }
    fn window_save_attachment(&self, wanted: SaveAttachment) -> Result<Picked, IpcError> {
        evidence::save(self.app, self.shell, &wanted)
    }
    fn window_save_made(&self, wanted: SaveMade) -> Result<Picked, IpcError> {
        exports::save(self.app, self.shell, wanted)
    }
    fn window_notify(&self, notice: Notice) -> Result<Nothing, IpcError> {
        notice::show(self.app, &notice)
    }
    fn window_set_title(&self, WindowTitle { title }: WindowTitle) -> Result<Nothing, IpcError> {
        done(main(self.app)?.set_title(&title))
    }
    fn window_set_zoom(&self, WindowZoom { factor }: WindowZoom) -> Result<Nothing, IpcError> {
        if !(SMALLEST_ZOOM..=LARGEST_ZOOM).contains(&factor) {
            return Err(failure::request_invalid("window_set_zoom", "factor"));
        }
        done(main(self.app)?.set_zoom(factor))
    }
    fn window_project(&self, wanted: Project) -> Result<Nothing, IpcError> {
        projection::open(self.app, wanted)
    }
    fn window_fullscreen(&self, _: Nothing) -> Result<Nothing, IpcError> {
        projection::fullscreen(self.app)
    }
    fn window_close(&self, _: Nothing) -> Result<Nothing, IpcError> {
        done(main(self.app)?.destroy())
    }
}

/// Follows what the window system tells about the main window; the second one shows and hears
/// nothing.
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
    thread::spawn(move || push::dropped(&app, evidence::dropped(&paths)));
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

fn main(app: &AppHandle) -> Result<WebviewWindow, IpcError> {
    app.get_webview_window(MAIN)
        .ok_or_else(|| failure::system("find the window", &tauri::Error::WindowNotFound))
}

fn done(result: tauri::Result<()>) -> Result<Nothing, IpcError> {
    result.map_err(|error| failure::system("change the window", &error))?;
    Ok(Nothing {})
}

fn report(what: &str, result: tauri::Result<()>) {
    if let Err(error) = result {
        tracing::warn!(what, %error, "the window did not follow");
    }
}
