//! `cargo run`: sets up what is missing, builds the window and opens it.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use kata_launcher::{Outcome, Problem, Project, command, display, say, system, ui};

const HELP: &str = "Sets up what is missing, builds Kata Board and opens it.

Usage: cargo run [-- [--yes] [FILE]]

  --yes   install missing system packages without asking
  FILE    the board to open; without one, the sample board

Every other word goes to the window: see `cargo run -- -- --help`.";

/// What the words after `cargo run --` ask for.
struct Wish {
    agreed: bool,
    window: Vec<OsString>,
}

fn main() -> ExitCode {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    if words
        .first()
        .is_some_and(|word| word == "--help" || word == "-h")
    {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match start(wish(words)) {
        Ok(code) => code,
        Err(problem) => {
            say(&problem.to_string());
            ExitCode::FAILURE
        }
    }
}

fn wish(words: Vec<OsString>) -> Wish {
    let agreed = words.iter().any(|word| word == "--yes");
    let mut window: Vec<OsString> = words
        .into_iter()
        .filter(|word| word != "--yes" && word != "--")
        .collect();
    if window.is_empty() {
        window.push("--sample".into());
    }
    Wish { agreed, window }
}

fn start(wish: Wish) -> Outcome<ExitCode> {
    let project = Project::here();
    display::check()?;
    system::provide(&[system::WINDOW], wish.agreed)?;
    ui::install(&project)?;
    ui::build(&project)?;
    say("Building the window (cargo build); the first time takes some minutes");
    let program = build(&project)?;
    say("Opening the window");
    open(Command::new(program).args(wish.window))
}

/// Asks cargo itself where the program is, so that any target folder or profile setting holds.
fn build(project: &Project) -> Outcome<String> {
    let output = command::cargo()
        .args(["build", "--package", "kata-board", "--bin", "kata-board"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(project.root())
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| Problem::new(format!("cargo could not start: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(Problem::new(
            "The window could not be built; the reason is above.",
        ));
    }
    text.lines()
        .filter_map(executable)
        .next_back()
        .ok_or_else(|| Problem::new("cargo did not say where the window's program is."))
}

/// The path in cargo's message about a program. Its JSON escapes only backslashes in paths.
fn executable(message: &str) -> Option<String> {
    let (_, rest) = message.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    Some(path.replace("\\\\", "\\"))
}

/// The window takes the place of this program where the system knows how.
#[cfg(unix)]
fn open(command: &mut Command) -> Outcome<ExitCode> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Problem::new(format!(
        "The window could not be opened: {error}"
    )))
}

#[cfg(not(unix))]
fn open(command: &mut Command) -> Outcome<ExitCode> {
    command::run(command).map(|()| ExitCode::SUCCESS)
}
