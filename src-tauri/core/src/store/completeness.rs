//! Every row that a command touches stands in the log of its operation: asked of SQLite itself, by
//! the update hook of the connection that writes, for every command of the table that writes.

#[path = "../../tests/support/requests.rs"]
mod requests;

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Arc, Mutex};

use kata_domain::ids::OperationId;
use kata_domain::noun::Entity;
use rusqlite::Connection;
use rusqlite::hooks::Action;
use serde_json::{Value, json};
use uuid::Uuid;

use self::requests::{Rows, kind_of, request};
use crate::api::table::{COMMANDS, Scope};
use crate::api::{Home, Session, SessionKind, SessionOptions};
use crate::clock::FixedClock;

/// Rows of content tables that were touched: table and rowid.
type Touched = Arc<Mutex<BTreeSet<(String, i64)>>>;

/// Every command that writes, with the row and the words it is tried with, in an order in which
/// each of them changes something.
const STORY: &[(&str, usize, usize)] = &[
    ("person_create", 0, 1),
    ("team_create", 0, 2),
    ("membership_create", 0, 3),
    ("focus_process_create", 0, 4),
    ("focus_process_create", 0, 5),
    ("metric_create", 0, 6),
    ("metric_create", 0, 7),
    ("challenge_create", 0, 8),
    ("current_condition_create", 0, 9),
    ("target_condition_create", 0, 10),
    ("target_condition_create", 0, 11),
    ("obstacle_create", 0, 12),
    ("obstacle_create", 0, 13),
    ("observation_add", 0, 14),
    ("observation_import", 0, 16),
    ("experiment_create", 0, 0),
    ("experiment_create", 0, 1),
    ("experiment_create", 0, 14),
    ("experiment_create", 0, 15),
    ("person_edit", 0, 20),
    ("team_edit", 0, 21),
    ("membership_edit", 0, 1),
    ("focus_process_edit", 0, 23),
    ("metric_edit", 0, 24),
    ("challenge_edit", 0, 26),
    ("current_condition_edit", 0, 25),
    ("target_condition_edit", 0, 30),
    ("obstacle_edit", 0, 27),
    ("observation_edit", 0, 29),
    ("focus_process_move", 1, 0),
    ("metric_move", 1, 0),
    ("obstacle_move", 1, 0),
    ("obstacle_address", 0, 0),
    ("obstacle_move_to", 0, 1),
    ("target_condition_activate", 0, 0),
    ("target_condition_close", 0, 0),
    ("experiment_seal", 0, 0),
    ("experiment_seal", 1, 0),
    ("experiment_seal", 2, 0),
    ("experiment_finish", 0, 0),
    ("experiment_edit", 0, 8),
    ("experiment_evaluate", 0, 0),
    ("experiment_abandon", 1, 0),
    ("experiment_could_not_run", 2, 0),
    ("experiment_remove", 3, 0),
    ("experiment_restore", 3, 0),
    ("coaching_cycle_begin", 0, 0),
    ("coaching_cycle_edit", 0, 0),
    ("coaching_cycle_clock", 0, 2),
    ("coaching_cycle_finish", 0, 0),
    ("coaching_cycle_begin", 1, 0),
    ("coaching_cycle_break_off", 1, 0),
    ("coaching_cycle_remove", 0, 0),
    ("coaching_cycle_restore", 0, 0),
    ("attachment_add", 0, 1),
    ("attachment_edit", 0, 2),
    ("attachment_remove", 0, 0),
    ("attachment_restore", 0, 0),
    ("baseline_window_create", 0, 1),
    ("baseline_window_edit", 0, 2),
    ("baseline_window_remove", 0, 0),
    ("baseline_window_restore", 0, 0),
    ("slo_create", 0, 1),
    ("slo_edit", 0, 4),
    ("bad_day_create", 0, 1),
    ("bad_day_edit", 0, 2),
    ("bad_day_remove", 0, 0),
    ("bad_day_restore", 0, 0),
    ("slo_remove", 0, 0),
    ("slo_restore", 0, 0),
    ("toil_ledger_begin", 0, 1),
    ("toil_ledger_edit", 0, 2),
    ("toil_category_create", 0, 1),
    ("toil_category_create", 0, 2),
    ("toil_category_edit", 0, 3),
    ("toil_category_move", 1, 0),
    ("toil_week_create", 0, 1),
    ("toil_week_edit", 0, 4),
    ("toil_week_remove", 0, 0),
    ("toil_week_restore", 0, 0),
    ("toil_category_remove", 0, 0),
    ("toil_category_restore", 0, 0),
    ("retrospective_create", 0, 1),
    ("retrospective_edit", 0, 3),
    ("retrospective_begin", 0, 0),
    ("retrospective_clock", 0, 2),
    ("retrospective_hand_over", 0, 0),
    ("timeline_event_create", 0, 1),
    ("timeline_event_create", 0, 2),
    ("timeline_event_edit", 0, 3),
    ("timeline_event_move", 1, 0),
    ("timeline_event_remove", 0, 0),
    ("timeline_event_restore", 0, 0),
    ("retrospective_advance", 0, 3),
    ("retro_note_create", 0, 2),
    ("retro_note_edit", 0, 4),
    ("topic_create", 0, 1),
    ("topic_create", 0, 2),
    ("topic_create", 0, 3),
    ("topic_edit", 0, 2),
    ("topic_move", 1, 0),
    ("retro_notes_group", 0, 0),
    ("topic_merge", 1, 0),
    ("topic_obstacle", 0, 0),
    ("retro_note_remove", 0, 0),
    ("retro_note_restore", 0, 0),
    ("topic_remove", 2, 0),
    ("topic_restore", 2, 0),
    ("obstacle_review_put", 0, 1),
    ("retrospective_advance", 0, 5),
    ("retrospective_discuss", 0, 0),
    ("retrospective_next_step", 0, 0),
    ("retrospective_close", 0, 1),
    ("retrospective_remove", 0, 0),
    ("retrospective_restore", 0, 0),
    ("waiver_create", 0, 1),
    ("waiver_edit", 0, 2),
    ("waiver_remove", 0, 0),
    ("waiver_restore", 0, 0),
    ("observation_remove", 0, 0),
    ("observation_restore", 0, 0),
    ("obstacle_remove", 0, 0),
    ("obstacle_restore", 0, 0),
    ("target_condition_remove", 1, 0),
    ("target_condition_restore", 1, 0),
    ("current_condition_remove", 0, 0),
    ("current_condition_restore", 0, 0),
    ("challenge_remove", 0, 0),
    ("challenge_restore", 0, 0),
    ("metric_remove", 0, 0),
    ("metric_restore", 0, 0),
    ("focus_process_remove", 0, 0),
    ("focus_process_restore", 0, 0),
    ("membership_remove", 0, 0),
    ("membership_restore", 0, 0),
    ("team_remove", 0, 0),
    ("team_restore", 0, 0),
    ("person_remove", 0, 0),
    ("person_restore", 0, 0),
    ("undo", 0, 0),
    ("redo", 0, 0),
];

fn watched_board() -> (tempfile::TempDir, Session, Touched) {
    let folder = tempfile::tempdir().unwrap();
    let options = SessionOptions {
        home: Home::at(&folder.path().join("home")),
        kind: SessionKind::Cli,
        person: Some("Ana".to_owned()),
    };
    let clock = Arc::new(FixedClock::at(1_773_043_200_000));
    let session = Session::with_clock(options, clock).unwrap();
    let path = folder.path().join("team.kata");
    session
        .call("board_create", json!({ "path": path }))
        .unwrap();
    // The first write makes the person; from then on one connection writes, which is watched.
    let first = json!({ "fields": { "name": "The first write" } });
    session.call("team_create", first.clone()).unwrap();
    session.call("team_create", first).unwrap();
    let touched = Touched::default();
    let seen = Arc::clone(&touched);
    let workspace = session.workspace().unwrap();
    let mut writer = workspace.store().writer.lock().unwrap();
    let hook = move |_: Action, _: &str, table: &str, rowid: i64| {
        if Entity::of_name(table).is_some() {
            seen.lock().unwrap().insert((table.to_owned(), rowid));
        }
    };
    writer.as_mut().unwrap().update_hook(Some(hook)).unwrap();
    drop(writer);
    (folder, session, touched)
}

/// The touched rows that have no change in the operation.
fn not_logged(connection: &Connection, op: Uuid, touched: &BTreeSet<(String, i64)>) -> Vec<String> {
    let mut missing = Vec::new();
    for (table, rowid) in touched {
        // A batch of observations stands in the log as one entry with all its rows.
        let or_in_a_batch = match table == Entity::Observation.name() {
            true => "OR (c.entity = 'observation_batch' AND c.entity_id = r.batch_id)",
            false => "",
        };
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM change c JOIN {table} r
               ON c.entity_id = r.id {or_in_a_batch}
             WHERE c.op_id = ?1 AND r.rowid = ?2)"
        );
        let logged: bool = connection
            .query_row(&sql, (op.as_bytes(), rowid), |row| row.get(0))
            .unwrap();
        if !logged {
            missing.push(format!("{table} {rowid}"));
        }
    }
    missing
}

#[test]
fn every_row_that_a_command_touches_stands_in_its_log_entry() {
    let (_folder, session, touched) = watched_board();
    let mut rows = Rows::new();
    let mut tried = BTreeSet::new();
    for (command, which, word) in STORY {
        touched.lock().unwrap().clear();
        let params = request(command, &rows, *which, *word).unwrap();
        let done = session
            .call(command, params.clone())
            .unwrap_or_else(|error| panic!("{command} {params}: {error:?}"));
        let touched = mem::take(&mut *touched.lock().unwrap());
        assert!(!touched.is_empty(), "{command} touches a row");
        session
            .workspace()
            .unwrap()
            .store()
            .read(|connection| {
                let newest: [u8; 16] = connection.query_row(
                    "SELECT op_id FROM operation ORDER BY seq DESC LIMIT 1",
                    [],
                    |row| row.get(0),
                )?;
                let op = OperationId(Uuid::from_bytes(newest));
                assert!(
                    done["op"].is_null() || done["op"] == op.to_string().as_str(),
                    "{command}"
                );
                assert_eq!(
                    not_logged(connection, op.0, &touched),
                    Vec::<String>::new(),
                    "{command}"
                );
                Ok(())
            })
            .unwrap();
        if let Value::String(id) = &done["id"] {
            let of_kind = rows.entry(kind_of(command).to_owned()).or_default();
            if !of_kind.contains(id) {
                of_kind.push(id.clone());
            }
        }
        tried.insert(*command);
    }
    let writes = COMMANDS
        .iter()
        .filter(|command| command.scope == Scope::Write);
    let untried: Vec<_> = writes
        .map(|command| command.name)
        .filter(|name| !tried.contains(name))
        .collect();
    assert!(
        untried.is_empty(),
        "give these a place in STORY: {untried:?}"
    );
}
