//! What tests and benchmarks ask of a file beyond what the app may: the hands of another program on
//! it, raw questions, and what SQLite tells a hook.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kata_domain::ids::SessionId;
use kata_wire::CoreError;
use rusqlite::Params;
use rusqlite::hooks::{Action, AuthAction, AuthContext, Authorization};

pub use rusqlite::types::Value;
pub use rusqlite::{Connection, Result, Row, Statement, ToSql, config, trace};

use crate::migrate::{self, Migration};
pub use crate::retry::Told;
use crate::{Reader, Store, Who};

/// Somebody without a name at a machine of their own.
pub fn who() -> Who {
    Who {
        actor: None,
        device: [7; 16],
        session: SessionId::default(),
        undo_by_session: true,
    }
}

/// Another program that has the file open, with SQLite's own settings.
///
/// # Panics
/// When it cannot be opened.
pub fn tool(path: &Path) -> Connection {
    #[expect(clippy::expect_used, reason = "only tests call it")]
    Connection::open(path).expect("another program opens the file")
}

/// A look through a connection of the test's own.
pub fn look_through(connection: &Connection) -> Reader<'_> {
    Reader(connection)
}

impl<'c> Reader<'c> {
    /// The connection, for questions that only a test asks.
    pub fn connection(self) -> &'c Connection {
        self.0
    }
}

/// Brings a file to the newest of `steps`, as [`crate::open::open`] does with those of this app.
///
/// # Errors
/// What SQLite says; the file is then as it was.
pub fn migrate(connection: &Connection, steps: &[Migration]) -> Result<(), CoreError> {
    migrate::migrate(connection, steps)
}

impl Store {
    /// What a raw query answers in its first row.
    ///
    /// # Errors
    /// What SQLite says; that there is no row.
    pub fn ask<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CoreError> {
        self.read(|board| board.0.query_row(sql, params, read).told())
    }

    /// The tables that are read while something runs, as SQLite's authorizer is asked for them.
    /// Setting one lets every statement be prepared anew, also those that are kept.
    ///
    /// # Panics
    /// When the file does not answer.
    pub fn tables_read<R>(&self, run: impl FnOnce() -> R) -> (R, BTreeSet<String>) {
        let tables = Arc::new(Mutex::new(BTreeSet::new()));
        let seen = Arc::clone(&tables);
        self.authorize(Some(move |asked: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = asked.action {
                lock(&seen).insert(table_name.to_owned());
            }
            Authorization::Allow
        }));
        let answer = run();
        self.authorize(None::<fn(AuthContext<'_>) -> Authorization>);
        let tables = std::mem::take(&mut *lock(&tables));
        (answer, tables)
    }

    fn authorize<F>(&self, hook: Option<F>)
    where
        F: for<'r> FnMut(AuthContext<'r>) -> Authorization + Send + 'static,
    {
        #[expect(clippy::expect_used, reason = "only tests call it")]
        self.read(|_| Ok(())).expect("the file answers");
        #[expect(clippy::expect_used, reason = "only tests call it")]
        let taken = lock(&self.reader)
            .as_mut()
            .expect("it was read just now")
            .authorizer(hook);
        #[expect(clippy::expect_used, reason = "only tests call it")]
        taken.expect("the hook is taken");
    }

    /// Tells of each row that the one connection writes from now on: its table and its rowid.
    ///
    /// # Panics
    /// When nothing was written yet: then there is no connection.
    pub fn watch_rows(&self, mut seen: impl FnMut(&str, i64) + Send + 'static) {
        let mut writer = lock(&self.writer);
        let hook = move |_: Action, _: &str, table: &str, rowid: i64| seen(table, rowid);
        #[expect(clippy::expect_used, reason = "only tests call it")]
        let writer = writer.as_mut().expect("somebody has written before");
        #[expect(clippy::expect_used, reason = "only tests call it")]
        writer.update_hook(Some(hook)).expect("the hook is taken");
    }
}

fn lock<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
