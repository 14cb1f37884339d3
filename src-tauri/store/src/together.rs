//! Many operations in one transaction: all of them or none, and one wait for the disk.
//!
//! For work that no person does by hand, such as the sample board. Each operation still goes
//! through the write door by itself and stands in the log by itself.

use std::sync::{Arc, Mutex, PoisonError};

use kata_wire::CoreError;
use rusqlite::Connection;

use crate::clock::Clock;
use crate::{Store, open, retry};

/// How one operation ends on its connection.
pub(super) struct Bounds {
    /// What keeps it.
    pub keep: &'static str,
    /// What takes it back.
    pub drop: &'static str,
}

impl Bounds {
    /// Begins a transaction of its own, or a part of the one that is open.
    pub(super) fn begin(connection: &Connection) -> Result<Bounds, CoreError> {
        let (begin, bounds) = if connection.is_autocommit() {
            let (keep, drop) = ("COMMIT", "ROLLBACK");
            ("BEGIN IMMEDIATE", Bounds { keep, drop })
        } else {
            let keep = "RELEASE operation";
            let drop = "ROLLBACK TO operation; RELEASE operation";
            ("SAVEPOINT operation", Bounds { keep, drop })
        };
        retry::until_done(connection, begin).map(|()| bounds)
    }

    /// Keeps what was done, or takes it back.
    pub(super) fn end<R>(
        self,
        connection: &Connection,
        done: Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let kept = match done {
            Ok(done) => retry::until_done(connection, self.keep).map(|()| done),
            Err(error) => Err(error),
        };
        if kept.is_err() && !connection.is_autocommit() {
            // The error that brought us here is the one to tell; a failing rollback drops the
            // connection.
            let _ = connection.execute_batch(self.drop);
        }
        kept
    }
}

impl Store {
    /// Runs many operations on this file, stamped by `clock`, in one transaction. The store that
    /// `run` gets writes; what it reads is the file as it was before.
    ///
    /// # Errors
    /// What `run` answers, and then nothing was written; or that the file is busy, full, or does
    /// not answer.
    pub fn together<R>(
        &self,
        clock: Arc<dyn Clock>,
        run: impl FnOnce(&Store) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let connection = open::writer(&self.path)?;
        retry::with_deadline(|| retry::until_done(&connection, "BEGIN IMMEDIATE"))?;
        let inside = Store {
            writer: Mutex::new(Some(connection)),
            together: true,
            ..Store::new(self.path.clone(), clock, self.board_id)
        };
        // Where `run` fails the connection is dropped, and with it the transaction.
        let answer = run(&inside)?;
        let connection = inside
            .writer
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let connection = connection.ok_or_else(transaction_over)?;
        retry::with_deadline(|| retry::until_done(&connection, "COMMIT"))?;
        Ok(answer)
    }
}

/// The transaction ended before its work did; nothing of it was kept.
pub(super) fn transaction_over() -> CoreError {
    CoreError::Unreachable {
        detail: "the transaction ended early".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FixedClock;
    use crate::log::OpKind;
    use crate::retry::Told;
    use crate::testing::who;
    use kata_domain::Team;
    use kata_domain::ids::TeamId;
    use uuid::Uuid;

    fn board() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("board.kata");
        let store = open::create(&path, Arc::new(FixedClock::at(1_000))).unwrap();
        (folder, store)
    }

    fn add(store: &Store, name: &str) -> Result<(), CoreError> {
        let team = Team {
            id: TeamId(Uuid::now_v7()),
            name: name.to_owned(),
        };
        let made = store.write(OpKind("team_create"), &who(), |write| write.insert(team));
        made.map(|_| ())
    }

    fn teams_and_operations(store: &Store) -> (i64, i64) {
        store
            .read(|connection| {
                let count = |table: &str| {
                    connection.connection().query_row(
                        &format!("SELECT count(*) FROM {table}"),
                        [],
                        |row| row.get(0),
                    )
                };
                Ok((count("team").told()?, count("operation").told()?))
            })
            .unwrap()
    }

    #[test]
    fn a_refused_operation_leaves_the_others() {
        let (_folder, store) = board();
        store
            .together(Arc::new(FixedClock::at(5)), |inside| {
                add(inside, "First")?;
                assert!(add(inside, " ").is_err());
                add(inside, "Second")
            })
            .unwrap();
        assert_eq!(teams_and_operations(&store), (2, 2));
        let at: i64 = store
            .read(|c| {
                c.connection()
                    .query_row("SELECT max(at_ms) FROM operation", [], |row| row.get(0))
                    .told()
            })
            .unwrap();
        assert_eq!(at, 5);
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let (_folder, store) = board();
        let answer = store.together(Arc::new(FixedClock::at(5)), |inside| {
            add(inside, "First")?;
            add(inside, " ")
        });
        assert!(answer.is_err());
        assert_eq!(teams_and_operations(&store), (0, 0));
        add(&store, "Later").unwrap();
    }
}
