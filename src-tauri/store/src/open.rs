//! Opening a file, in one order for everybody: is it a board, may we, is its schema ours.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kata_wire::CoreError;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use uuid::Uuid;

use crate::clock::Clock;
use crate::connect::{at, connect, share_mode, shown};
use crate::migrate::{self, APPLICATION_ID, MIGRATIONS, Migration};
use crate::retry::Told;
use crate::tables::meta;
use crate::{Reader, Store, retry};

pub(crate) use crate::connect::{reader, writer};

/// Files below this size are checked quickly at every opening.
const QUICK_CHECK_BYTES: i64 = 50 * 1024 * 1024;
/// How long that check may take. It runs the CHECK expressions of a schema that is not yet known to
/// be ours; where it takes longer the schema decides, and the daily check looks at the rest.
const QUICK_CHECK_TIME: Duration = Duration::from_secs(5);

/// How a file was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It can be read and, as far as its schema goes, written.
    Ours,
    /// A newer app wrote it; this one may read.
    NewerReadOnly,
    /// Its journal mode is not safe to share, and others hold it.
    ForeignMode,
}

/// Makes a new board file. Nothing that exists is ever written over.
///
/// # Errors
/// When something lies at the path, or the folder takes no file.
pub fn create(path: &Path, clock: Arc<dyn Clock>) -> Result<Store, CoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(CoreError::FileExists { path: shown(path) });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let board_id = retry::with_deadline(|| {
        let connection = connect(path, flags).map_err(|error| match error {
            CoreError::Busy => error,
            _ => CoreError::FolderUnusable { path: shown(path) },
        })?;
        found_board(&connection, clock.as_ref())
    })?;
    Ok(Store::new(path.to_owned(), clock, board_id))
}

/// One transaction: whoever opens the file meanwhile, or after this app was killed, finds an empty
/// file or a whole board. Apps that make the same file at once make one board.
fn found_board(connection: &Connection, clock: &dyn Clock) -> Result<Uuid, CoreError> {
    migrate::alone(connection, || {
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .told()?;
        migrate::apply(connection, MIGRATIONS)?;
        let board = Reader(connection);
        meta::put_first(board, meta::BOARD_ID, Uuid::now_v7().as_bytes())?;
        meta::put_first(board, meta::INCARNATION, Uuid::new_v4().as_bytes())?;
        meta::put_first(board, meta::CREATED_AT, clock.now_ms())?;
        read_board_id(connection)
    })
}

/// Opens an existing board for this app.
///
/// # Errors
/// When there is no board at the path, it is damaged, foreign, or too new. The file is as it was.
pub fn open(
    path: &Path,
    writable: bool,
    clock: Arc<dyn Clock>,
    before_migration: impl FnOnce(Reader<'_>) -> Result<(), CoreError>,
) -> Result<(Store, Found), CoreError> {
    open_at(MIGRATIONS, path, writable, clock, before_migration)
}

/// As [`open`], for an app that has these steps.
fn open_at(
    steps: &[Migration],
    path: &Path,
    writable: bool,
    clock: Arc<dyn Clock>,
    before_migration: impl FnOnce(Reader<'_>) -> Result<(), CoreError>,
) -> Result<(Store, Found), CoreError> {
    let flags = if writable {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let mut connection = connect(path, flags).map_err(|error| at(error, path))?;
    retry::with_deadline(|| {
        let found = inspect(steps, &mut connection, path, writable)?;
        let level = migrate::level(Reader(&connection))?;
        if level.version < migrate::newest(steps) {
            // Every query names today's columns: an older board is brought up to date, or left
            // alone.
            if !writable || found != Found::Ours {
                return Err(CoreError::OlderFile { path: shown(path) });
            }
            before_migration(Reader(&connection))?;
            migrate::migrate(&connection, steps)?;
        }
        let board_id = read_board_id(&connection)?;
        Ok((Store::new(path.to_owned(), clock, board_id), found))
    })
    .map_err(|error| at(error, path))
}

fn inspect(
    steps: &[Migration],
    connection: &mut Connection,
    path: &Path,
    writable: bool,
) -> Result<Found, CoreError> {
    let application: i32 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .told()?;
    if application != APPLICATION_ID {
        return Err(CoreError::NotABoard { path: shown(path) });
    }
    check_quickly(connection, path)?;
    let connection = &*connection;
    if !meta::is_there(Reader(connection))? {
        return Err(CoreError::ForeignSchema { path: shown(path) });
    }
    let level = migrate::level(Reader(connection))?;
    let newest = migrate::newest(steps);
    if level.min_reader > newest {
        return Err(CoreError::NewerFile { path: shown(path) });
    }
    if !migrate::schema_of(steps, Reader(connection), level.version)? {
        return Err(CoreError::ForeignSchema { path: shown(path) });
    }
    if level.min_writer > newest {
        return Ok(Found::NewerReadOnly);
    }
    if writable && !share_mode(connection)? {
        return Ok(Found::ForeignMode);
    }
    Ok(Found::Ours)
}

fn check_quickly(connection: &mut Connection, path: &Path) -> Result<(), CoreError> {
    let pages: i64 = connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .told()?;
    let size: i64 = connection
        .pragma_query_value(None, "page_size", |row| row.get(0))
        .told()?;
    if pages.saturating_mul(size) > QUICK_CHECK_BYTES {
        return Ok(());
    }
    match quick_check(connection, QUICK_CHECK_TIME)? {
        None => Ok(()),
        Some(detail) => Err(CoreError::Damaged {
            path: shown(path),
            detail,
        }),
    }
}

/// What a quick check finds first, as far as it comes in the time.
fn quick_check(connection: &mut Connection, time: Duration) -> Result<Option<String>, CoreError> {
    let until = Instant::now() + time;
    connection
        .progress_handler(1_000, Some(move || Instant::now() >= until))
        .told()?;
    let answer = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    connection
        .progress_handler(0, None::<fn() -> bool>)
        .told()?;
    match answer {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
            Ok(None)
        }
        answer => Ok(Some(answer.told()?).filter(|found: &String| found != "ok")),
    }
}

/// The id that the board was given when it was made.
pub(super) fn read_board_id(connection: &Connection) -> Result<Uuid, CoreError> {
    meta::get::<Vec<u8>>(Reader(connection), meta::BOARD_ID)?
        .and_then(|bytes| Uuid::from_slice(&bytes).ok())
        .ok_or_else(|| CoreError::Damaged {
            path: String::new(),
            detail: "the board has no id".to_owned(),
        })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use kata_domain::ids::{PersonId, TeamId};
    use kata_domain::{Person, Team};

    use super::*;
    use crate::backup;
    use crate::clock::FixedClock;
    use crate::log::OpKind;
    use crate::migrate::CURRENT;
    use crate::testing::who;

    /// A step that no version has yet.
    const NEXT: Migration = Migration {
        version: CURRENT + 1,
        sql: "ALTER TABLE team ADD COLUMN motto TEXT; UPDATE team SET motto = 'made by the step';",
        min_writer: 1,
        min_reader: 1,
    };
    /// One that fails in its middle.
    const BROKEN: Migration = Migration {
        version: CURRENT + 2,
        sql: "CREATE TABLE half(x) STRICT; INSERT INTO nowhere VALUES (1);",
        ..NEXT
    };

    fn steps(more: &[Migration]) -> Vec<Migration> {
        MIGRATIONS.iter().chain(more).copied().collect()
    }

    /// A board with a row of each of some kinds, with the place of the copy that comes before a
    /// step.
    fn older_board() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().canonicalize().unwrap();
        let (path, copy) = (place.join("board.kata"), place.join("copies/before.kata"));
        let store = create(&path, clock()).unwrap();
        let written = store.write(OpKind("team_create"), &who(), |write| {
            write.insert(Team {
                id: TeamId(Uuid::now_v7()),
                name: "Seller Portal".to_owned(),
            })?;
            write.insert(Person {
                id: PersonId(Uuid::now_v7()),
                name: "Ana".to_owned(),
            })
        });
        written.unwrap();
        (folder, path, copy)
    }

    fn clock() -> Arc<dyn Clock> {
        Arc::new(FixedClock::at(1_773_043_200_000))
    }

    fn count(path: &Path, sql: &str) -> i64 {
        let file = reader(path).unwrap();
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_older_file_is_copied_and_then_brought_to_the_new_schema() {
        let (_folder, path, copy) = older_board();
        let teams = count(&path, "SELECT count(*) FROM team");
        let steps = steps(&[NEXT]);
        let keep = |board: Reader<'_>| backup::copy(board, &copy);
        let (store, found) = open_at(&steps, &path, true, clock(), keep).unwrap();
        assert_eq!(found, Found::Ours);
        assert_eq!(count(&path, "PRAGMA user_version"), i64::from(NEXT.version));
        let made = "SELECT count(*) FROM team WHERE motto = 'made by the step'";
        assert_eq!(count(&path, made), teams);
        assert_eq!(count(&copy, "PRAGMA user_version"), i64::from(CURRENT));
        for table in ["operation", "change", "team", "person"] {
            let sql = format!("SELECT count(*) FROM {table}");
            assert_eq!(count(&copy, &sql), count(&path, &sql), "{table}");
        }
        // The copy is a board that the older app opens.
        let (older, _) = open(&copy, true, clock(), |_| panic!("no step is due")).unwrap();
        assert_eq!(older.board_id(), store.board_id());
        open_at(&steps, &path, true, clock(), |_| panic!("done already")).unwrap();
    }

    #[test]
    fn a_step_that_fails_and_a_copy_that_cannot_be_made_leave_an_older_file_as_it_was() {
        let (_folder, path, copy) = older_board();
        let before = migrate::fingerprint(Reader(&reader(&path).unwrap())).unwrap();
        let keep = |board: Reader<'_>| backup::copy(board, &copy);
        let failed = open_at(&steps(&[NEXT, BROKEN]), &path, true, clock(), keep);
        assert!(failed.is_err());
        assert!(copy.exists());
        let no_room = |_: Reader<'_>| Err(CoreError::DiskFull);
        let failed = open_at(&steps(&[NEXT]), &path, true, clock(), no_room);
        assert_eq!(failed.err().map(|error| error.code()), Some("disk_full"));
        let after = migrate::fingerprint(Reader(&reader(&path).unwrap())).unwrap();
        assert_eq!(after, before);
        assert_eq!(count(&path, "PRAGMA user_version"), i64::from(CURRENT));
        open(&path, true, clock(), |_| panic!("no step is due")).unwrap();
    }

    #[test]
    fn an_older_file_that_may_only_be_read_is_refused_and_left_as_it_was() {
        let (_folder, path, _) = older_board();
        let opened = open_at(&steps(&[NEXT]), &path, false, clock(), |_| {
            panic!("nothing is written")
        });
        assert_eq!(opened.err().map(|error| error.code()), Some("older_file"));
        assert_eq!(count(&path, "PRAGMA user_version"), i64::from(CURRENT));
    }

    #[test]
    fn a_check_that_a_foreign_schema_drags_out_is_stopped() {
        let mut file = Connection::open_in_memory().unwrap();
        file.execute_batch(
            "CREATE TABLE slow(x, CHECK(length(hex(zeroblob(1000))) > 0));
             WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
             INSERT INTO slow SELECT i FROM n;
             PRAGMA ignore_check_constraints = ON; UPDATE slow SET x = 0;",
        )
        .unwrap();
        assert_eq!(quick_check(&mut file, Duration::ZERO).unwrap(), None);
        // The connection goes on as before.
        let rows: i64 = file
            .query_row("SELECT count(*) FROM slow", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 5_000);
    }
}
