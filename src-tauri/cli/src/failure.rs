//! What went wrong: how it is told, and the status the process ends with.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::ErrorKind;
use kata_wire::{CoreError, IpcError};
use serde_json::{Value, json};

use crate::args::Args;
use crate::words::Words;

/// Why nothing more is done.
#[derive(Debug)]
pub enum Failure {
    /// The core refused or failed.
    Refused(IpcError),
    /// What was typed does not fit.
    Usage(Box<clap::Error>),
    /// Whoever read the answer has gone. What was done is done: this is no error.
    Unread,
}

impl From<IpcError> for Failure {
    fn from(error: IpcError) -> Failure {
        Failure::Refused(error)
    }
}

impl From<CoreError> for Failure {
    fn from(error: CoreError) -> Failure {
        Failure::Refused(error.to_ipc())
    }
}

/// Writing an answer is all that fails with an I/O error here; the core's own are its codes.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Unread,
            io::ErrorKind::StorageFull => CoreError::DiskFull.into(),
            _ => internal(format!("The answer could not be written: {error}")),
        }
    }
}

fn internal(detail: String) -> Failure {
    CoreError::Internal { detail }.into()
}

impl Failure {
    /// Usage that only the table can tell to be wrong.
    pub fn wrong_usage(subcommand: &str, kind: ErrorKind, why: &str) -> Failure {
        let mut kata = Args::command();
        kata.build();
        let found = kata
            .find_subcommand_mut(subcommand)
            .map(|found| found.error(kind, why));
        Failure::Usage(Box::new(found.unwrap_or_else(|| kata.error(kind, why))))
    }

    /// Tells it on standard error and gives the status. A person at a terminal reads the message, a
    /// script the whole.
    pub fn report(self, only_scripts_read: bool) -> ExitCode {
        let error = match self {
            Failure::Unread => return ExitCode::SUCCESS,
            Failure::Usage(error) => return usage(&error),
            Failure::Refused(error) => error,
        };
        let mut to = io::stderr().lock();
        let told = if only_scripts_read || !to.is_terminal() {
            format!("{}", whole(&error))
        } else {
            format!("kata: {}", Words::english().error(&error))
        };
        // Where standard error takes nothing either, the status still tells.
        let _ = writeln!(to, "{told}");
        ExitCode::FAILURE
    }
}

fn whole(error: &IpcError) -> Value {
    json!({
        "code": error.code,
        "params": error.params,
        "message": Words::english().error(error),
        "retryable": error.retryable,
    })
}

/// Prints what clap has to say: help, the version, or why the line is wrong.
pub fn usage(asked: &clap::Error) -> ExitCode {
    // Help into a pipe that closed is no error.
    let _ = asked.print();
    u8::try_from(asked.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs it; a panic is a bug and becomes an answer that says so, in the shape of all others.
///
/// # Errors
/// What `work` answers.
pub fn guarded<R>(work: impl FnOnce() -> Result<R, Failure>) -> Result<R, Failure> {
    panic::set_hook(Box::new(|info| PLACE.set(info.to_string())));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    let _ = panic::take_hook();
    done.unwrap_or_else(|_| Err(internal(PLACE.take())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_answer() {
        let told = guarded::<()>(|| panic!("a bug")).unwrap_err();
        let Failure::Refused(error) = told else {
            panic!("{told:?}")
        };
        assert_eq!(error.code, "internal");
        assert!(error.params["detail"].as_str().unwrap().contains("a bug"));
    }

    #[test]
    fn a_reader_that_goes_is_no_error() {
        assert!(matches!(
            io::Error::from(io::ErrorKind::BrokenPipe).into(),
            Failure::Unread
        ));
    }
}
