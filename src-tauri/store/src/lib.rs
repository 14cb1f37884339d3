//! The only SQL: one open board file, one door for writes, short reads, the log under all, and the
//! files that are private to this person on this machine.
//!
//! Everything that stands in a table is a view of the log: [`rebuild`] makes the same rows from it.
//! Nothing but SQLite ever opens the board's path (a second `File::open` in this process would drop
//! SQLite's locks and lose a colleague's save).

pub mod backup;
pub mod clock;
mod connect;
pub mod content;
pub mod feed;
pub mod fields;
pub mod health;
pub mod home;
pub mod ids;
pub mod location;
pub mod log;
pub mod mend;
pub mod migrate;
pub mod open;
pub mod outbox;
mod reader;
pub mod rebuild;
pub mod retry;
pub mod rows;
pub mod searchable;
mod sql;
pub mod tables;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod together;
pub mod undo;
pub mod write;

pub use reader::Reader;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kata_domain::ids::{PersonId, SessionId};
use kata_wire::CoreError;
use rusqlite::Connection;
use uuid::Uuid;

use crate::clock::Clock;
use crate::retry::Told;
use crate::together::Bounds;

/// What is said where the file that was opened is no longer the one at its path.
const ANOTHER_FILE: &str = "another file lies at the path";

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
    /// The file that the connections were opened at.
    file: Mutex<Option<location::FileId>>,
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
            file: Mutex::new(None),
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
        read: impl FnOnce(Reader<'_>) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        self.follow();
        with_connection(
            &self.reader,
            || self.watcher(),
            |_| Ok(()),
            |connection, ()| {
                let transaction = connection.unchecked_transaction().told()?;
                let answer = read(Reader(&transaction))?;
                transaction.finish().told()?;
                Ok(answer)
            },
        )
    }

    /// A connection of its own to this board, which cannot write.
    fn watcher(&self) -> Result<Connection, CoreError> {
        self.same_board(open::reader(&self.path)?)
    }

    fn write_connection<R>(
        &self,
        write: impl FnOnce(&Connection, Bounds) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        self.follow();
        let open = || match self.together {
            false => self.same_board(open::writer(&self.path)?),
            true => Err(together::transaction_over()),
        };
        with_connection(&self.writer, open, Bounds::begin, write)
    }

    /// Lets go of connections to a file in whose place another one lies now, after a restore or a
    /// copy: SQLite would go on reading the old one.
    fn follow(&self) {
        if self.together {
            return;
        }
        let Some(now) = location::file_id(&self.path) else {
            return;
        };
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.replace(now).is_some_and(|before| before != now) {
            for slot in [&self.reader, &self.writer] {
                // One that is lent out just now ends with an error of its own.
                if let Ok(mut slot) = slot.try_lock() {
                    *slot = None;
                }
            }
        }
    }

    /// A file of the same name may be another board by now; what is meant for this one stays out of
    /// it.
    fn same_board(&self, connection: Connection) -> Result<Connection, CoreError> {
        let found = retry::with_deadline(|| open::read_board_id(&connection));
        match found {
            Ok(id) if id == self.board_id => Ok(connection),
            Err(busy @ CoreError::Busy) => Err(busy),
            _ => Err(CoreError::Unreachable {
                detail: ANOTHER_FILE.to_owned(),
            }),
        }
    }
}

/// Lends the connection of a slot, after `begin`; one that met an error of the file is dropped, and
/// the next call opens it anew: after a server's restart a handle can stay in "disk I/O error" for
/// ever.
///
/// Damage that shows when beginning is believed only of a new connection: on a share the old one
/// may know a size that the file no longer has.
fn with_connection<B, R>(
    slot: &Mutex<Option<Connection>>,
    open: impl Fn() -> Result<Connection, CoreError>,
    begin: impl Fn(&Connection) -> Result<B, CoreError>,
    run: impl FnOnce(&Connection, B) -> Result<R, CoreError>,
) -> Result<R, CoreError> {
    let mut slot: MutexGuard<'_, Option<Connection>> =
        slot.lock().unwrap_or_else(PoisonError::into_inner);
    let mut connection = match slot.take() {
        Some(connection) => connection,
        None => open()?,
    };
    let lent = connection.is_autocommit();
    let answer = retry::with_deadline(|| {
        let begun = match begin(&connection) {
            Err(CoreError::Damaged { .. } | CoreError::NotABoard { .. }) => {
                connection = open()?;
                begin(&connection)
            }
            begun => begun,
        };
        run(&connection, begun?)
    });
    if connection.is_autocommit() == lent && !answer.as_ref().is_err_and(is_of_the_file) {
        *slot = Some(connection);
    }
    answer
}

/// Errors after which a connection is not asked again.
fn is_of_the_file(error: &CoreError) -> bool {
    matches!(
        error,
        CoreError::Unreachable { .. } | CoreError::Damaged { .. } | CoreError::NotABoard { .. }
    )
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Runs twice on one slot; answers what the first run gave and how often a connection was
    /// opened.
    fn opened_for(
        begin: impl Fn(usize) -> Result<(), CoreError>,
        run: impl Fn() -> Result<(), CoreError>,
    ) -> (Result<(), CoreError>, usize) {
        let slot = Mutex::new(None);
        let opened = Cell::new(0);
        let open = || {
            opened.set(opened.get() + 1);
            Connection::open_in_memory().told()
        };
        let begin = |_: &Connection| begin(opened.get());
        let first = with_connection(&slot, open, begin, |_, ()| run());
        let _ = with_connection(&slot, open, begin, |_, ()| Ok(()));
        (first, opened.get())
    }

    fn damaged() -> CoreError {
        CoreError::Damaged {
            path: String::new(),
            detail: "malformed".to_owned(),
        }
    }

    #[test]
    fn a_connection_is_kept_where_only_a_rule_or_a_full_disk_says_no() {
        for error in [|| CoreError::AlreadyMember, || CoreError::DiskFull] {
            let (answer, opened) = opened_for(|_| Ok(()), || Err(error()));
            assert!(answer.is_err());
            assert_eq!(opened, 1);
        }
    }

    #[test]
    fn a_connection_that_met_an_error_of_the_file_is_not_asked_again() {
        let unreachable = || CoreError::Unreachable {
            detail: "disk I/O error".to_owned(),
        };
        let no_board = || CoreError::NotABoard {
            path: String::new(),
        };
        for error in [unreachable, damaged, no_board] {
            let (answer, opened) = opened_for(|_| Ok(()), || Err(error()));
            assert!(answer.is_err());
            assert_eq!(opened, 2, "{:?}", error());
        }
    }

    #[test]
    fn damage_when_beginning_is_believed_only_of_a_new_connection() {
        let stale = |opened| if opened == 1 { Err(damaged()) } else { Ok(()) };
        let (answer, opened) = opened_for(stale, || Ok(()));
        assert!(answer.is_ok());
        assert_eq!(opened, 2);
        let (answer, _) = opened_for(|_| Err(damaged()), || Ok(()));
        assert_eq!(answer.unwrap_err().code(), "damaged");
    }
}
