//! The private database of this home: what must survive on this machine even when
//! the shared file cannot be written.
//!
//! Owns `outbox.sqlite` in the data folder, with typed text that is not yet shared
//! ([`Draft`]), notes that never are, what a retrospective's participants at this
//! machine write until the reveal ([`Held`]), and what was last seen of each device's
//! history ([`Witness`]). The shared file is the truth; this is the pocket. Several
//! processes have it open at once, so each write is one statement and each is on the
//! disk when it returns.

mod drafts;
mod held;
mod notes;
pub mod search;
mod seats;
mod witness;

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::home::Home;
use crate::location::place_of;

pub use drafts::{Draft, DraftKey};
pub use held::{Held, HeldKind};
pub use seats::Seat;
pub use witness::Witness;

/// How long another process may keep the database to itself.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many damaged databases are passed over before the home is given up.
const FILES: u32 = 9;

/// Tables only ever gain nullable columns, so that an older app goes on with a
/// newer file; there is no version above which it would have to stop.
const SCHEMA: &str = "
    CREATE TABLE draft (
        board_id  TEXT NOT NULL,
        person    TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        field     TEXT NOT NULL,
        text      TEXT NOT NULL,
        based_on  TEXT NOT NULL,
        context   TEXT NOT NULL,
        at_ms     INTEGER NOT NULL,
        PRIMARY KEY (board_id, person, entity_id, field)
    ) STRICT;
    CREATE TABLE witness (
        board_id    TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        device      BLOB NOT NULL,
        device_seq  INTEGER NOT NULL,
        hash        BLOB NOT NULL,
        PRIMARY KEY (board_id, incarnation, device)
    ) STRICT;
    PRAGMA user_version = 1;
";

/// What came later, made where it is missing; an older app does not look at it.
const LATER: &str = "
    CREATE TABLE IF NOT EXISTS note (
        board_id  TEXT NOT NULL,
        person    TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        text      TEXT NOT NULL,
        at_ms     INTEGER NOT NULL,
        PRIMARY KEY (board_id, person, entity_id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS seat (
        board_id      TEXT NOT NULL,
        retrospective TEXT NOT NULL,
        participant   TEXT NOT NULL,
        token         TEXT NOT NULL,
        PRIMARY KEY (board_id, participant)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS held (
        board_id      TEXT NOT NULL,
        id            TEXT NOT NULL,
        retrospective TEXT NOT NULL,
        participant   TEXT NOT NULL,
        kind          TEXT NOT NULL,
        body          TEXT NOT NULL,
        secret        TEXT NOT NULL,
        published     INTEGER NOT NULL,
        PRIMARY KEY (board_id, id)
    ) STRICT;
";

/// Why the outbox could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// The private folder cannot be made or used.
    #[error("the private folder cannot be used: {0}")]
    Folder(#[from] io::Error),
    /// SQLite refused, for example because the disk is full.
    #[error("the private database failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// Too many damaged databases lie in the private folder.
    #[error("the private databases are damaged: {0:?}")]
    Damaged(Vec<PathBuf>),
}

/// The answer of the outbox.
pub type Result<T> = std::result::Result<T, OutboxError>;

/// The private database, open.
#[derive(Debug)]
pub struct Outbox {
    connection: Mutex<Connection>,
    damaged: Vec<PathBuf>,
}

impl Outbox {
    /// Opens the outbox of this home, or makes it.
    ///
    /// A damaged database is passed over and stays where it is: other processes may
    /// have it open, and renaming an open database is how the next one gets damaged.
    /// All processes end at the same file, as they pass over the same ones.
    pub fn open(home: &Home) -> Result<Outbox> {
        let folder = home.data()?;
        // A home on a share: WAL needs memory that only one machine has.
        let journal = if place_of(&std::fs::canonicalize(folder)?).is_local() {
            "wal"
        } else {
            "truncate"
        };
        let mut damaged = Vec::new();
        for number in 1..=FILES {
            let path = folder.join(match number {
                1 => "outbox.sqlite".to_owned(),
                _ => format!("outbox-{number}.sqlite"),
            });
            match Connection::open(&path).and_then(|connection| prepared(connection, journal)) {
                Ok(connection) => {
                    return Ok(Outbox {
                        connection: Mutex::new(connection),
                        damaged,
                    });
                }
                Err(error) if is_damage(&error) => damaged.push(path),
                Err(error) => return Err(error.into()),
            }
        }
        Err(OutboxError::Damaged(damaged))
    }

    /// Databases that were found damaged and passed over; the person is told.
    pub fn damaged(&self) -> &[PathBuf] {
        &self.damaged
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // Every write is one statement: a panic elsewhere leaves nothing half done.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn prepared(mut connection: Connection, journal: &str) -> rusqlite::Result<Connection> {
    connection.busy_timeout(PATIENCE)?;
    set_journal(&connection, journal)?;
    // On the disk before it is reported saved, in either mode.
    connection.pragma_update(None, "synchronous", "extra")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        transaction.execute_batch(SCHEMA)?;
    }
    transaction.execute_batch(LATER)?;
    transaction.commit()?;
    check(&connection)?;
    Ok(connection)
}

/// SQLite does not wait by itself when several processes change the mode at once.
fn set_journal(connection: &Connection, journal: &str) -> rusqlite::Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match connection.pragma_update_and_check(None, "journal_mode", journal, |_| Ok(())) {
            Err(error) if is_busy(&error) && Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(2));
            }
            done => return done,
        }
    }
}

/// Finds damage now rather than in the middle of somebody's typing. Only our own
/// tables: they are small, the search index in the same file is not.
fn check(connection: &Connection) -> rusqlite::Result<()> {
    for table in ["draft", "note", "seat", "held", "witness"] {
        let answer: String =
            connection.query_row(&format!("PRAGMA quick_check({table})"), [], |row| {
                row.get(0)
            })?;
        if answer != "ok" {
            let corrupt = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
            return Err(rusqlite::Error::SqliteFailure(corrupt, Some(answer)));
        }
    }
    Ok(())
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt)
    )
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::drafts::tests::draft;
    use super::*;

    #[test]
    fn what_was_put_is_there_after_opening_again() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        Outbox::open(&home)
            .unwrap()
            .put(&draft("learning", "half a sentence"))
            .unwrap();
        let kept = Outbox::open(&home).unwrap().list("board", "ana").unwrap();
        assert_eq!(kept, [draft("learning", "half a sentence")]);
    }

    #[test]
    fn a_local_home_uses_wal_and_flushes_fully() {
        let root = tempfile::tempdir().unwrap();
        let outbox = Outbox::open(&Home::at(root.path())).unwrap();
        let connection = outbox.connection();
        let mode: String = connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        let synchronous: i64 = connection
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .unwrap();
        assert_eq!((mode.as_str(), synchronous), ("wal", 3));
    }

    #[test]
    fn a_home_that_is_copied_about_uses_no_wal() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join(".stfolder"), "").unwrap();
        let outbox = Outbox::open(&Home::at(root.path())).unwrap();
        let mode: String = outbox
            .connection()
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "truncate");
    }

    #[test]
    fn a_damaged_database_is_passed_over_and_kept() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let damaged = home.data().unwrap().join("outbox.sqlite");
        std::fs::write(&damaged, [b'x'; 5000]).unwrap();
        let outbox = Outbox::open(&home).unwrap();
        assert_eq!(outbox.damaged(), [damaged.as_path()]);
        outbox.put(&draft("learning", "text")).unwrap();
        assert_eq!(
            Outbox::open(&home)
                .unwrap()
                .list("board", "ana")
                .unwrap()
                .len(),
            1
        );
        assert_eq!(std::fs::read(&damaged).unwrap(), [b'x'; 5000]);
    }

    #[test]
    fn a_newer_apps_outbox_still_takes_text() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        Outbox::open(&home)
            .unwrap()
            .connection()
            .execute_batch("ALTER TABLE draft ADD COLUMN later TEXT; PRAGMA user_version = 7")
            .unwrap();
        let outbox = Outbox::open(&home).unwrap();
        outbox.put(&draft("learning", "text")).unwrap();
        assert_eq!(outbox.list("board", "ana").unwrap().len(), 1);
    }

    const ROUNDS: usize = 15;
    const WRITER: &str = "KATA_TEST_OUTBOX_WRITER";
    const ROOT: &str = "KATA_TEST_OUTBOX_ROOT";

    fn write_rounds(home: &Home, writer: &str) {
        let outbox = Outbox::open(home).unwrap();
        for round in 0..ROUNDS {
            outbox
                .put(&draft(&format!("{writer}-{round}"), "text"))
                .unwrap();
        }
    }

    /// One of the other processes of the next test.
    #[test]
    fn helper_fills_the_outbox() {
        let (Some(root), Ok(writer)) = (std::env::var_os(ROOT), std::env::var(WRITER)) else {
            return;
        };
        write_rounds(&Home::at(std::path::Path::new(&root)), &writer);
    }

    #[test]
    fn processes_and_threads_that_open_and_write_at_once_lose_nothing() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let helper = format!(
            "{}::helper_fills_the_outbox",
            module_path!().split_once("::").unwrap().1
        );
        let others: Vec<_> = (0..3)
            .map(|number| {
                Command::new(std::env::current_exe().unwrap())
                    .args(["--exact", &helper])
                    .env(ROOT, root.path())
                    .env(WRITER, format!("process{number}"))
                    .stdout(Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        std::thread::scope(|scope| {
            for number in 0..4 {
                let home = &home;
                scope.spawn(move || write_rounds(home, &format!("thread{number}")));
            }
        });
        for mut other in others {
            assert!(other.wait().unwrap().success());
        }
        assert_eq!(
            Outbox::open(&home)
                .unwrap()
                .list("board", "ana")
                .unwrap()
                .len(),
            7 * ROUNDS
        );
    }
}
