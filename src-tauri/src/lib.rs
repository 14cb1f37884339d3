//! The shell: the window around the board.
//!
//! It owns what only a desktop program can do (the window, file dialogs, links, the log file) and
//! passes everything else to the core. No rule and no SQL lives here.

mod arguments;
mod dialogs;
mod evidence;
mod exports;
mod failure;
mod logging;
mod notice;
mod projection;
mod push;
mod rpc;
mod state;
mod window;

use std::env;
use std::process::ExitCode;
use std::sync::Arc;

use arguments::{Arguments, Request};
use kata_api::{Home, Machine, Session, SessionKind};
use kata_store::clock::SystemClock;
use state::Shell;
use tauri::{Builder, Wry};
use tauri_plugin_window_state::StateFlags;

/// Set by the WebDriver when tests drive the window.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Starts the window and returns when the person closed it.
pub fn run() -> ExitCode {
    let arguments = match arguments::parse(env::args_os().skip(1)) {
        Ok(Request::Start(arguments)) => arguments,
        Ok(Request::Say(text)) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match start(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            tracing::error!(%problem, "the window could not start");
            eprintln!("Kata Board could not start: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let home = Home::from_env()?;
    logging::start(home.state()?);
    let machine = Machine::new(home, Arc::new(SystemClock))?;
    let shell = Shell::new(Session::new(machine, SessionKind::Window, None), arguments);
    plugins(Builder::default())
        .manage(shell.clone())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| {
            push::forward(app.handle(), &shell);
            window::open(app.handle())?;
            Ok(())
        })
        .on_window_event(window::heard)
        .build(tauri::generate_context!())?
        .run(window::ran);
    Ok(())
}

/// Two windows on one file are two people in a test, so under automation nothing is shared
/// between processes and nothing is remembered from an earlier window.
fn plugins(builder: Builder<Wry>) -> Builder<Wry> {
    let builder = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init());
    if env::var_os(AUTOMATION).is_some() {
        return builder;
    }
    builder
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            window::second_start(app, &args, &folder);
        }))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
                .build(),
        )
}
