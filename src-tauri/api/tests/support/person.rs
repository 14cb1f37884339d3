//! A person at an open board, in this process.

use std::collections::BTreeSet;

use kata_api::Session;
use kata_api::table::{Scope, find};
use kata_domain::heads::Heads;
use kata_domain::ids::OperationId;
use kata_domain::noun::Entity;
use kata_store::ids::any_id;
use kata_store::tables::operation;
use kata_store::testing::Told;
use kata_wire::IpcError;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

/// A person at an open board.
pub struct Person {
    /// What the person works with.
    pub session: Session,
}

/// What a write answered.
#[derive(Clone, Debug, Deserialize)]
pub struct Done {
    /// The row.
    pub id: String,
    /// The operation; none where nothing changed.
    pub op: Option<String>,
    /// The log's sequence number.
    pub seq: i64,
    /// Fields that were joined.
    pub merged: Vec<String>,
    /// Fields that stand open.
    pub open: Vec<String>,
}

impl Person {
    pub fn new(session: Session) -> Person {
        Person { session }
    }

    /// Runs a command that may be refused.
    pub fn tries(&self, command: &str, params: Value) -> Result<Value, IpcError> {
        self.session.call(command, params)
    }

    /// Runs a command that must succeed. A read goes only through what it is said to rest on.
    pub fn reads(&self, command: &str, params: Value) -> Value {
        let (answer, tables) = self.tries_and_reads(command, params.clone());
        if let Some(command) = find(command).filter(|command| command.scope == Scope::Read) {
            let kinds = tables.iter().filter_map(|table| Entity::of_name(table));
            let unsaid: Vec<_> = kinds
                .filter(|kind| !command.reads().contains(kind))
                .collect();
            assert!(
                unsaid.is_empty(),
                "{} {params} reads {unsaid:?}",
                command.name
            );
        }
        answer.unwrap_or_else(|error| panic!("{command} {params}: {error:?}"))
    }

    /// Runs a command that may be refused, and the tables that it read.
    pub fn tries_and_reads(
        &self,
        command: &str,
        params: Value,
    ) -> (Result<Value, IpcError>, BTreeSet<String>) {
        let ask = || self.tries(command, params);
        match self.session.workspace() {
            Ok(workspace) => workspace.store().tables_read(ask),
            Err(_) => (ask(), BTreeSet::new()),
        }
    }

    /// Runs a write that must succeed.
    pub fn does(&self, command: &str, params: Value) -> Done {
        let answer = self.reads(command, params);
        serde_json::from_value(answer).unwrap()
    }

    /// Runs a command that must be refused, and says with which code.
    pub fn is_refused(&self, command: &str, params: Value) -> &'static str {
        match self.tries(command, params.clone()) {
            Ok(answer) => panic!("{command} {params} was not refused: {answer}"),
            Err(error) => error.code,
        }
    }

    /// Takes back the newest own operation; answers the code where that is refused.
    pub fn undoes(&self) -> Result<(), &'static str> {
        self.tries("undo", Value::Null)
            .map(drop)
            .map_err(|error| error.code)
    }

    /// Brings again what was undone last.
    pub fn redoes(&self) -> Result<(), &'static str> {
        self.tries("redo", Value::Null)
            .map(drop)
            .map_err(|error| error.code)
    }

    /// Edits one field on the base of what was seen.
    pub fn edits(&self, id: &str, field: &str, value: impl Into<Value>, seen: &Seen) -> Done {
        let edit = edit(id, field, value, seen);
        self.does(&edit.0, edit.1)
    }

    /// What the person sees of a field: the heads that an ordinary edit is based on.
    pub fn sees(&self, id: &str, field: &str) -> Seen {
        self.heads(id, field, |heads, open| heads.clone().without(open))
    }

    /// All heads of a field, also those that stand open: what a choice is based on.
    pub fn sees_all(&self, id: &str, field: &str) -> Seen {
        self.heads(id, field, |heads, _| heads.clone())
    }

    fn heads(&self, id: &str, field: &str, which: impl Fn(&Heads, &Heads) -> Heads) -> Seen {
        let (entity, uuid) = any_id(id).unwrap();
        let sql = format!(
            "SELECT created_op, heads, open FROM {} WHERE id = ?1",
            entity.name()
        );
        let (created, heads, open): ([u8; 16], Option<String>, Option<String>) =
            self.store(|reader| {
                let cells = reader
                    .connection()
                    .query_row(&sql, [uuid.as_bytes()], |row| {
                        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                    })
                    .told()?;
                Ok(cells)
            });
        let (heads, open) = (
            Heads::parse(heads.as_deref()).unwrap(),
            Heads::parse(open.as_deref()).unwrap(),
        );
        let column = kata_domain::wire_name::snake(field);
        let created = OperationId(Uuid::from_bytes(created));
        Seen(which(&heads, &open).of(&column, created))
    }

    /// A cell of a row as text; empty where it is null.
    pub fn cell(&self, id: &str, field: &str) -> String {
        let (entity, uuid) = any_id(id).unwrap();
        let column = kata_domain::wire_name::snake(field);
        let sql = format!(
            "SELECT coalesce(CAST({column} AS TEXT), '') FROM {} WHERE id = ?1",
            entity.name()
        );
        self.store(|reader| {
            reader
                .connection()
                .query_row(&sql, [uuid.as_bytes()], |row| row.get(0))
                .told()
        })
    }

    /// Whether the row is there and not removed.
    pub fn has(&self, id: &str) -> bool {
        self.cell(id, "deletedAt").is_empty()
    }

    /// The versions of a field that stand open, the shown one first.
    pub fn versions(&self, id: &str, field: &str) -> Vec<Value> {
        let conflict = self.reads("conflict_get", json!({ "id": id, "field": field }));
        let versions = conflict["versions"].as_array().unwrap().iter();
        versions.map(|version| version["value"].clone()).collect()
    }

    /// Reads from the file.
    pub fn store<R>(
        &self,
        read: impl FnOnce(kata_store::Reader<'_>) -> Result<R, kata_wire::CoreError>,
    ) -> R {
        self.session
            .workspace()
            .unwrap()
            .store()
            .read(read)
            .unwrap()
    }

    /// The ids of all operations, in the order of the file.
    pub fn operations(&self) -> Vec<String> {
        let all = self.store(|reader| operation::after(reader, 0, i64::MAX));
        let ids = all.into_iter().map(|entry| entry.operation.op_id);
        ids.map(|id| OperationId(id).to_string()).collect()
    }

    /// The file passes every check: integrity, schema, hash chain, log against rows.
    pub fn finds_the_file_sound(&self) {
        let report = self.reads("board_check", Value::Null);
        assert_eq!(report["ok"], true, "{report:#}");
    }
}

/// What an edit is based on.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen(pub Vec<OperationId>);

/// The command and the request of an edit of one field.
pub fn edit(id: &str, field: &str, value: impl Into<Value>, seen: &Seen) -> (String, Value) {
    let (entity, _) = any_id(id).unwrap();
    let request = json!({
        "id": id,
        "fields": { field: value.into() },
        "basedOn": { field: seen.0 },
    });
    (format!("{}_edit", entity.name()), request)
}
