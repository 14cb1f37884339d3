//! The only SQL of the core: one open file, one door for writes, short reads, and the log under all.
//!
//! Everything that stands in a table is a view of the log: [`rebuild`] makes the same rows from it.
//! Nothing but SQLite ever opens the board's path (a second `File::open` in this process would drop
//! SQLite's locks and lose a colleague's save).

pub mod backup;
pub mod feed;
pub mod fields;
pub mod health;
pub mod location;
pub mod log;
pub mod migrate;
pub mod open;
pub mod rebuild;
pub mod retry;
pub mod rows;
pub mod together;
pub mod undo;
pub mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kata_domain::ids::{PersonId, SessionId};
use rusqlite::Connection;
use uuid::Uuid;

use crate::clock::Clock;
use crate::error::CoreError;

/// Who writes, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    /// The person; none for anonymous writes.
    pub actor: Option<PersonId>,
    /// This machine's home, 16 random bytes.
    pub device: [u8; 16],
    /// This run of the app, or this call from a terminal.
    pub session: SessionId,
    /// Whether undo belongs to the session (window) or to person and device (terminal).
    pub undo_by_session: bool,
}

/// One open board file: one connection that writes and one that cannot.
pub struct Store {
    path: PathBuf,
    writer: Mutex<Option<Connection>>,
    reader: Mutex<Option<Connection>>,
    clock: Arc<dyn Clock>,
    board_id: Uuid,
    /// Its one transaction was begun by [`Store::together`]; there is no second connection.
    together: bool,
}

impl Store {
    pub(crate) fn new(path: PathBuf, clock: Arc<dyn Clock>, board_id: Uuid) -> Store {
        Store {
            path,
            writer: Mutex::new(None),
            reader: Mutex::new(None),
            clock,
            board_id,
            together: false,
        }
    }

    /// Where the file lies; canonical.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The board's id, given once when it was made.
    pub fn board_id(&self) -> Uuid {
        self.board_id
    }

    /// The clock that stamps operations.
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Runs `read` in one read transaction on a connection that cannot write.
    ///
    /// # Errors
    /// What `read` answers, or that the file is busy or does not answer.
    pub fn read<R>(
        &self,
        read: impl FnOnce(&Connection) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        with_connection(
            &self.reader,
            || open::reader(&self.path),
            |connection| {
                let transaction = connection.unchecked_transaction()?;
                let answer = read(&transaction)?;
                transaction.finish()?;
                Ok(answer)
            },
        )
    }

    fn write_connection<R>(
        &self,
        write: impl FnOnce(&Connection) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let open = || match self.together {
            false => open::writer(&self.path),
            true => Err(together::transaction_over()),
        };
        with_connection(&self.writer, open, write)
    }
}

/// Lends the connection of a slot; one that met an I/O error is dropped, and the next call opens it
/// anew: after a server's restart a handle can stay in "disk I/O error" for ever.
fn with_connection<R>(
    slot: &Mutex<Option<Connection>>,
    open: impl FnOnce() -> Result<Connection, CoreError>,
    run: impl FnOnce(&Connection) -> Result<R, CoreError>,
) -> Result<R, CoreError> {
    let mut slot: MutexGuard<'_, Option<Connection>> =
        slot.lock().unwrap_or_else(PoisonError::into_inner);
    let connection = match slot.take() {
        Some(connection) => connection,
        None => open()?,
    };
    let lent = connection.is_autocommit();
    let answer = retry::with_deadline(|| run(&connection));
    let usable =
        connection.is_autocommit() == lent && !matches!(answer, Err(CoreError::Unreachable { .. }));
    if usable {
        *slot = Some(connection);
    }
    answer
}
