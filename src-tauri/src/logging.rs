//! The log file: what the program did and what went wrong, never what a person wrote.

use std::cell::RefCell;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::panic::{self, PanicHookInfo};
use std::path::Path;

use tracing_subscriber::EnvFilter;

const FILE: &str = "kata-board.log";
const OLDER: &str = "kata-board.older.log";
const LARGEST: u64 = 1024 * 1024;

thread_local! {
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Starts writing to the log file in `folder`. A program without a log still runs, so a folder
/// that cannot be written is told on the terminal and no more.
pub fn start(folder: &Path) {
    match open(folder) {
        Ok(file) => {
            let started = tracing_subscriber::fmt()
                .with_env_filter(filter())
                .with_ansi(false)
                .with_writer(file)
                .try_init();
            if started.is_ok() {
                tracing::info!(version = env!("CARGO_PKG_VERSION"), "the program starts");
            }
        }
        Err(error) => eprintln!("No log file in {}: {error}", folder.display()),
    }
    remember_panics();
}

/// A new id under which an unexpected error is found in the log.
pub fn new_id() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// Where this thread panicked last.
pub fn last_panic() -> String {
    LAST_PANIC.with_borrow(Clone::clone)
}

fn filter() -> EnvFilter {
    EnvFilter::try_from_env("KATA_LOG").unwrap_or_else(|_| EnvFilter::new("info"))
}

/// One older file is kept, so the log never grows without end.
fn open(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) {
        fs::rename(&path, folder.join(OLDER))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

/// The message of a panic can hold what a person wrote, so only its place goes into the log.
fn remember_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = place(info);
        tracing::error!(place, "panic");
        LAST_PANIC.set(place);
        if cfg!(debug_assertions) {
            before(info);
        }
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_log_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let large = usize::try_from(LARGEST).unwrap() + 1;
        fs::write(&path, vec![b'x'; large]).unwrap();
        drop(open(folder.path()).unwrap());
        assert_eq!(fs::metadata(&path).unwrap().len(), 0);
        assert!(folder.path().join(OLDER).exists());
    }

    #[test]
    fn ids_differ() {
        assert_ne!(new_id(), new_id());
    }
}
