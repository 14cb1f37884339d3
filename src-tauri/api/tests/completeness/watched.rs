//! A board whose every touched row is seen, and held against the log of what touched it.

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Arc, Mutex};

use kata_api::{Home, Machine, Session, SessionKind};
use kata_domain::ids::OperationId;
use kata_domain::noun::Entity;
use kata_store::clock::FixedClock;
use kata_store::tables::operation;
use kata_store::testing::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

/// Rows of content tables: table and rowid.
type Rows = BTreeSet<(String, i64)>;

/// A board with one person at it.
pub struct Watched {
    session: Session,
    touched: Arc<Mutex<Rows>>,
    _folder: tempfile::TempDir,
}

/// What a command did.
pub struct Done {
    pub answer: Value,
    /// What it left in the log, the oldest first.
    pub operations: Vec<Operation>,
}

/// An operation, and what of it says whose it is.
#[derive(Debug)]
pub struct Operation {
    pub op: String,
    pub kind: String,
    /// Neither person nor session, and another device than this one.
    pub names_nobody: bool,
}

impl Watched {
    /// A board with two teams. Its one connection that writes is watched.
    pub fn new() -> Watched {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        let clock = Arc::new(FixedClock::at(1_773_043_200_000));
        let machine = Machine::new(home, clock).unwrap();
        let session = Session::new(machine, SessionKind::Cli, Some("Ana".to_owned()));
        let path = folder.path().join("team.kata");
        session
            .call("board_create", json!({ "path": path }))
            .unwrap();
        // The first write makes the person; from then on one connection writes.
        let first = json!({ "fields": { "name": "The first write" } });
        session.call("team_create", first.clone()).unwrap();
        session.call("team_create", first).unwrap();
        let touched = watch(&session);
        Watched {
            session,
            touched,
            _folder: folder,
        }
    }

    /// Runs a command. Every row that it touched stands in what it logged, and it logged nothing
    /// else.
    pub fn does(&self, command: &str, params: Value) -> Done {
        let workspace = self.session.workspace().unwrap();
        let store = workspace.store();
        let before = store.read(operation::newest).unwrap();
        self.touched.lock().unwrap().clear();
        let said = format!("{command} {params}");
        let answer = self.session.call(command, params);
        let answer = answer.unwrap_or_else(|error| panic!("{said}: {error:?}"));
        let touched = mem::take(&mut *self.touched.lock().unwrap());
        let device = self.session.who(&workspace).device;
        let (operations, missing) = store
            .read(|reader| {
                let connection = reader.connection();
                let operations = operations(connection, before, device);
                Ok((operations, not_logged(connection, before, &touched)))
            })
            .unwrap();
        assert_eq!(missing, Vec::<String>::new(), "{said}");
        assert_eq!(touched.is_empty(), operations.is_empty(), "{said}");
        Done { answer, operations }
    }
}

fn watch(session: &Session) -> Arc<Mutex<Rows>> {
    let touched = Arc::new(Mutex::new(Rows::new()));
    let seen = Arc::clone(&touched);
    let workspace = session.workspace().unwrap();
    workspace.store().watch_rows(move |table, rowid| {
        if Entity::of_name(table).is_some() {
            seen.lock().unwrap().insert((table.to_owned(), rowid));
        }
    });
    touched
}

fn operations(connection: &Connection, after: i64, device: [u8; 16]) -> Vec<Operation> {
    let mut statement = connection
        .prepare(
            "SELECT op_id, kind, actor IS NULL AND session IS NULL AND device IS NOT ?2
               FROM operation WHERE seq > ?1 ORDER BY seq",
        )
        .unwrap();
    let read = |row: &kata_store::testing::Row<'_>| {
        Ok(Operation {
            op: OperationId(Uuid::from_bytes(row.get(0)?)).to_string(),
            kind: row.get(1)?,
            names_nobody: row.get(2)?,
        })
    };
    let found = statement.query_map((after, device), read).unwrap();
    found.map(Result::unwrap).collect()
}

/// The touched rows that have no change in any operation after one.
fn not_logged(connection: &Connection, after: i64, touched: &Rows) -> Vec<String> {
    let mut missing = Vec::new();
    for (table, rowid) in touched {
        // A batch of observations stands in the log as one entry with all its rows.
        let or_in_a_batch = match table == Entity::Observation.name() {
            true => "OR (c.entity = 'observation_batch' AND c.entity_id = r.batch_id)",
            false => "",
        };
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM change c JOIN operation o USING (op_id) JOIN {table} r
               ON c.entity_id = r.id {or_in_a_batch}
             WHERE o.seq > ?1 AND r.rowid = ?2)"
        );
        let logged: bool = connection
            .query_row(&sql, (after, rowid), |row| row.get(0))
            .unwrap();
        if !logged {
            missing.push(format!("{table} {rowid}"));
        }
    }
    missing
}
