//! Waiting for a busy file: random short sleeps to a deadline.
//!
//! SQLite's own ladder of growing sleeps starves: of eight busy writers one got a single save where
//! another got thousands. Random sleeps of at most 12 ms are fair (storage measurements, C1).

use std::cell::Cell;
use std::time::{Duration, Instant};

use kata_wire::CoreError;
use rand::Rng;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;
use rusqlite::{Connection, ErrorCode};

/// How long a request waits for others before it says that the file is busy.
pub const DEADLINE: Duration = Duration::from_secs(15);

thread_local! {
    static UNTIL: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Sets the deadline for every wait of this thread while `run` runs.
pub fn with_deadline<R>(run: impl FnOnce() -> R) -> R {
    let before = UNTIL.replace(Some(Instant::now() + DEADLINE));
    let answer = run();
    UNTIL.set(before);
    answer
}

/// Runs something that does not wait for others: a busy file is answered at once.
pub fn without_waiting<R>(run: impl FnOnce() -> R) -> R {
    let before = UNTIL.replace(Some(Instant::now()));
    let answer = run();
    UNTIL.set(before);
    answer
}

fn busy(_times: i32) -> bool {
    if UNTIL.get().is_some_and(|until| Instant::now() >= until) {
        return false;
    }
    std::thread::sleep(Duration::from_micros(rand::rng().random_range(300..12_000)));
    true
}

/// Installs the waiting on a connection.
///
/// # Errors
/// What SQLite says.
pub(crate) fn install(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_handler(Some(busy))
}

/// Runs a statement that may meet a reader or another writer again until the deadline. COMMIT is
/// repeated, never rolled back: its work is done, only a reader holds on.
///
/// # Errors
/// [`CoreError::Busy`] past the deadline; anything else at once.
pub(crate) fn until_done(connection: &Connection, sql: &str) -> Result<(), CoreError> {
    loop {
        match connection.execute_batch(sql) {
            Err(error) if is_busy(&error) => {
                if !busy(0) {
                    return Err(CoreError::Busy);
                }
            }
            other => return other.told(),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

/// What SQLite answered, with its errors as everybody else hears them.
pub trait Told<T> {
    /// The answer.
    fn told(self) -> Result<T, CoreError>;
}

impl<T> Told<T> for rusqlite::Result<T> {
    fn told(self) -> Result<T, CoreError> {
        self.map_err(fault)
    }
}

/// An error of SQLite as everybody else hears it.
pub(crate) fn fault(error: rusqlite::Error) -> CoreError {
    let detail = error.to_string();
    // The words of this one do not differ from those of a file that takes no changes.
    if error.sqlite_error().map(|failed| failed.extended_code) == Some(SQLITE_READONLY_DBMOVED) {
        return CoreError::Unreachable { detail };
    }
    // Tables are strict: a cell of another type was not written by SQLite.
    if let rusqlite::Error::InvalidColumnType(..)
    | rusqlite::Error::FromSqlConversionFailure(..)
    | rusqlite::Error::IntegralValueOutOfRange(..)
    | rusqlite::Error::Utf8Error(..) = error
    {
        return CoreError::Damaged {
            path: String::new(),
            detail,
        };
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => CoreError::Busy,
        Some(ErrorCode::DiskFull) => CoreError::DiskFull,
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
            CoreError::Unreachable { detail }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => CoreError::ReadOnly {
            reason: "folderReadOnly".to_owned(),
        },
        Some(ErrorCode::DatabaseCorrupt) => CoreError::Damaged {
            path: String::new(),
            detail,
        },
        Some(ErrorCode::NotADatabase) => CoreError::NotABoard {
            path: String::new(),
        },
        _ => CoreError::Internal { detail },
    }
}
