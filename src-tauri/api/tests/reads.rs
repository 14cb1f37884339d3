//! What an answer rests on: the tables that SQLite says a read goes through. They are written down
//! in `src/reads.rs`, from which windows know what to read again; `KATA_TEST_READS=write` writes it
//! anew (then `cargo fmt`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use kata_api::SessionKind;
use kata_api::table::{COMMANDS, Scope, find};
use kata_domain::noun::Entity;
use kata_store::ids::wire_id;
use kata_store::testing::Told;
use serde_json::json;
use uuid::Uuid;

use crate::support::{Person, Place};
use crate::wire::recorded;

/// Rows of a kind that are asked for.
const ROWS: i64 = 12;

type Tables = BTreeMap<String, BTreeSet<Entity>>;

/// Commands that ask the index: it holds all that is searched.
const INDEXED: [&str; 2] = ["search", "similar_steps"];

/// Whether a command's answer goes with the board's rows.
fn is_live(command: &str) -> bool {
    let read = find(command).is_some_and(|command| command.scope == Scope::Read);
    read || command == "board_get" || INDEXED.contains(&command)
}

/// Every read on the sample board and on the board of the wire's story.
fn explored() -> Tables {
    let place = Place::new();
    let ana = place.newcomer("Ana", SessionKind::Window);
    let path = place.board().display().to_string();
    ana.reads("board_create", json!({ "path": path, "sample": true }));
    let mut requests = vec![
        json!({}),
        json!({ "query": "a" }),
        json!({ "text": "call the team" }),
    ];
    for entity in Entity::ALL {
        let key = match entity {
            Entity::Team => "teamId",
            Entity::FocusProcess => "focusProcessId",
            Entity::Metric => "metricId",
            _ => "id",
        };
        for id in ids(&ana, entity) {
            requests.push(json!({ key: id }));
            requests.push(json!({ "id": id, "fields": {} }));
        }
    }
    for process in ids(&ana, Entity::FocusProcess) {
        requests.push(json!({ "focusProcessId": process, "query": "a" }));
        for metric in ids(&ana, Entity::Metric) {
            requests.push(json!({ "focusProcessId": process, "metricId": metric }));
        }
    }
    let mut found = Tables::new();
    for command in COMMANDS.iter().filter(|command| is_live(command.name)) {
        for request in &requests {
            let (_, tables) = ana.tries_and_reads(command.name, request.clone());
            note(&mut found, command.name, &tables);
        }
    }
    for (command, tables) in recorded(|_| {}).tables() {
        if is_live(command) {
            note(&mut found, command, tables);
        }
    }
    found
}

fn ids(person: &Person, entity: Entity) -> Vec<String> {
    let sql = format!("SELECT id FROM {} ORDER BY id LIMIT {ROWS}", entity.name());
    person.store(|reader| {
        let mut statement = reader.connection().prepare(&sql).told()?;
        let rows = statement
            .query_map([], |row| row.get::<_, [u8; 16]>(0))
            .told()?;
        let ids = rows.map(|id| Ok(wire_id(entity.name(), Uuid::from_bytes(id.told()?))));
        ids.collect()
    })
}

/// Adds what a command read. Who reads the log shows whatever is written.
fn note(found: &mut Tables, command: &str, tables: &BTreeSet<String>) {
    let kinds = found.entry(command.to_owned()).or_default();
    kinds.extend(tables.iter().filter_map(|table| Entity::of_name(table)));
    if INDEXED.contains(&command) {
        let all = Entity::ALL.into_iter();
        kinds.extend(all.filter(|entity| !entity.searched().is_empty()));
    } else if tables.contains("change") {
        kinds.extend(Entity::ALL);
    }
}

/// The file with what was found.
fn written(found: &Tables) -> String {
    let mut code = "//! What each read rests on: the kinds of rows that SQLite went through for its answer. Written by\n\
         //! the test `reads`, which says how.\n\n\
         use kata_domain::noun::Entity::{self, *};\n\n\
         /// The kinds of rows that a command's answer rests on; none for what is no read of the
         /// board.\n\
         pub(crate) fn of(command: &str) -> &'static [Entity] {\n    match command {\n"
        .to_owned();
    for (command, kinds) in found {
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("{kind:?}")).collect();
        writeln!(code, "        \"{command}\" => &[{}],", kinds.join(", ")).unwrap();
    }
    code + "        _ => &[],\n    }\n}\n"
}

#[test]
fn what_each_read_rests_on_is_written_down() {
    let found = explored();
    if std::env::var_os("KATA_TEST_READS").is_some_and(|word| word == "write") {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/reads.rs");
        return std::fs::write(path, written(&found)).unwrap();
    }
    for command in COMMANDS {
        let written: BTreeSet<Entity> = command.reads().iter().copied().collect();
        let found = found.get(command.name).cloned().unwrap_or_default();
        assert_eq!(
            written, found,
            "{}: if that is meant, KATA_TEST_READS=write cargo test -p kata-api --test board reads",
            command.name
        );
    }
}

#[test]
fn a_window_is_told_of_all_that_changes_what_it_shows_and_of_nothing_elsewhere() {
    let mut wire = recorded(|wire| {
        wire.keeps_windows_open();
        let teams = wire.quietly("teams_get", json!({}));
        for command in ["teams_get", "due_get", "metrics_get"] {
            wire.call(command, json!({}));
        }
        for team in teams["teams"].as_array().unwrap() {
            let team_id = json!({ "teamId": team["team"]["id"] });
            for command in [
                "storyboard_get",
                "retrospectives_get",
                "toil_get",
                "removed_get",
            ] {
                wire.call(command, team_id.clone());
            }
            let process = json!({ "focusProcessId": team["focusProcessId"] });
            for command in [
                "progress_get",
                "experiments_get",
                "coaching_get",
                "challenges_get",
            ] {
                wire.call(command, process.clone());
            }
        }
    });
    // What no window keeps open, what is of the whole board, and hints on what is not made yet.
    let of_several = [
        "attachment_get",
        "challenge_hints",
        "challenges_get",
        "conflict_get",
        "due_get",
        "experiment_hints",
        "metrics_get",
        "observation_preview",
        "target_condition_hints",
        "teams_get",
    ];
    assert_eq!(
        wire.windows().of_several_teams(),
        BTreeSet::from(of_several)
    );
}
