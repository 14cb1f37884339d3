//! Operations that name nobody: what the file holds of their writer, and how everything that reads
//! the log lives with them.

use std::path::Path;

use kata_api::Home;
use kata_domain::Obstacle;
use kata_domain::ids::ObstacleId;
use kata_store::log::{Logged, OpKind, Operation};
use kata_store::outbox::Outbox;
use kata_store::tables::{meta, operation};
use kata_store::write::Committed;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Person, Place, Storyboard};

/// The time that unsigned operations agree on: an hour before the board was made.
const REVEAL: i64 = 1_773_039_600_000;
const KIND: OpKind = OpKind("obstacle_create");

/// Writes an obstacle as nobody; answers its id on the wire.
fn as_nobody(person: &Person, storyboard: &Storyboard, text: &str) -> String {
    let obstacle = Obstacle {
        id: ObstacleId(Uuid::new_v4()),
        focus_process_id: storyboard.process.parse().unwrap(),
        rank: "zz".to_owned(),
        text: text.to_owned(),
        ..Obstacle::default()
    };
    let id = obstacle.id.to_string();
    unsigned(person, |write| write.insert(obstacle));
    id
}

fn unsigned<R>(
    person: &Person,
    run: impl FnOnce(&mut kata_store::write::Write<'_>) -> Result<R, kata_wire::CoreError>,
) -> Committed<R> {
    let workspace = person.session.workspace().unwrap();
    workspace.store().write_unsigned(KIND, REVEAL, run).unwrap()
}

/// Changes the words of an obstacle as nobody, on top of what stands there.
fn reworded_by_nobody(person: &Person, id: &str, text: &str) {
    let id: ObstacleId = id.parse().unwrap();
    unsigned(person, |write| {
        let row = write.load::<Obstacle>(id.0)?;
        let mut after = row.noun.clone();
        after.text = text.to_owned();
        write.save(row, after, &Default::default())
    });
}

pub fn newest(person: &Person) -> Logged {
    let mut all = person.store(|reader| operation::after(reader, 0, i64::MAX));
    all.pop().unwrap()
}

/// How often some bytes stand in the file and its journal, free pages and all.
pub fn count(board: &Path, needle: &[u8]) -> usize {
    let journal = board.with_file_name("team.kata-journal");
    let files = [board, &journal].map(|path| std::fs::read(path).unwrap_or_default());
    let in_one = |bytes: &Vec<u8>| bytes.windows(needle.len()).filter(|w| *w == needle).count();
    files.iter().map(in_one).sum()
}

/// Everything by which Ana could be told: as bytes, as hex, and as a name.
pub fn traces_of(ana: &Person, operation: &Operation) -> Vec<Vec<u8>> {
    let person = operation.actor.unwrap();
    let device = operation.device.unwrap();
    let session = operation.session.unwrap();
    let name = ana.cell(&format!("per_{}", person.simple()), "name");
    let mut traces = vec![name.into_bytes()];
    for id in [person, Uuid::from_bytes(device), session] {
        traces.push(id.as_bytes().to_vec());
        traces.push(id.simple().to_string().into_bytes());
    }
    traces
}

#[test]
fn an_unsigned_operation_leaves_no_trace_of_who_wrote_it() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let traces = traces_of(&ana, &newest(&ana).operation);
    let counts = || -> Vec<usize> {
        let board = place.board();
        traces.iter().map(|trace| count(&board, trace)).collect()
    };
    let before = counts();
    assert!(
        before[0] > 0 && before[1] > 0,
        "she stands in what she signed"
    );
    let id = as_nobody(&ana, &storyboard, "we are afraid of Fridays");
    assert_eq!(counts(), before);
    reworded_by_nobody(&ana, &id, "we are afraid of releases");
    assert_eq!(counts(), before);
    let Logged { operation, .. } = newest(&ana);
    assert_eq!((operation.actor, operation.session), (None, None));
    assert_eq!((operation.device_seq, operation.prev_hash), (1, None));
    assert_eq!((operation.at_ms, operation.utc_offset), (REVEAL, 0));
    assert_eq!(operation.op_id.get_version_num(), 4);
    assert_eq!(ana.cell(&id, "createdAt"), REVEAL.to_string());
    assert_eq!(ana.cell(&id, "updatedBy"), "");
    ana.finds_the_file_sound();
}

#[test]
fn every_unsigned_operation_is_by_a_device_of_its_own() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let mut devices: Vec<_> = (0..5)
        .map(|number| {
            as_nobody(&ana, &storyboard, &format!("note {number}"));
            newest(&ana).operation.device.unwrap()
        })
        .collect();
    devices.push(ana.session.machine().home().device_id().unwrap());
    devices.sort_unstable();
    devices.dedup();
    assert_eq!(devices.len(), 6);
}

#[test]
fn undo_never_takes_back_what_nobody_signed() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let window = place.window("Ben");
    for person in [&ana, &window] {
        let text = json!({ "text": "signed" });
        let edit = json!({ "id": storyboard.obstacle, "fields": text });
        person.does("obstacle_edit", edit);
        let id = as_nobody(person, &storyboard, "unsigned");
        person.undoes().unwrap();
        assert!(person.has(&id));
        assert_ne!(person.cell(&storyboard.obstacle, "text"), "signed");
    }
    assert_eq!(window.undoes(), Err("nothing_to_undo"));
}

#[test]
fn a_row_that_signed_and_unsigned_writes_touch_in_turn_is_what_its_log_gives() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let id = as_nobody(&ana, &storyboard, "one");
    ana.edits(&id, "text", "two", &ana.sees(&id, "text"));
    reworded_by_nobody(&ana, &id, "three");
    assert_eq!(ana.cell(&id, "text"), "three");
    ana.does("obstacle_remove", json!({ "id": id }));
    ana.does("obstacle_restore", json!({ "id": id }));
    let row: ObstacleId = id.parse().unwrap();
    unsigned(&ana, |write| {
        let row = write.load::<Obstacle>(row.0)?;
        write.remove(row)
    });
    assert!(!ana.has(&id));
    ana.finds_the_file_sound();
    ana.does("obstacle_restore", json!({ "id": id }));
    assert!(ana.has(&id));
    ana.finds_the_file_sound();
}

#[test]
fn words_on_an_old_base_are_joined_with_what_nobody_signed() {
    let (place, ana) = Place::with_ana();
    let ben = place.person("Ben");
    let storyboard = Storyboard::made_by(&ana);
    let id = as_nobody(&ana, &storyboard, "releases on Fridays go wrong");
    let seen = ben.sees(&id, "text");
    reworded_by_nobody(&ana, &id, "big releases on Fridays go wrong");
    let done = ben.edits(&id, "text", "releases on Fridays go wrong often", &seen);
    assert_eq!(done.merged, ["text"]);
    assert_eq!(
        ben.cell(&id, "text"),
        "big releases on Fridays go wrong often"
    );
    ben.finds_the_file_sound();
}

#[test]
fn signed_clocks_go_on_forward_after_an_unsigned_operation() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    place.days_pass(1);
    ana.edits(
        &storyboard.obstacle,
        "text",
        "late",
        &ana.sees(&storyboard.obstacle, "text"),
    );
    let late = newest(&ana).operation.hlc;
    as_nobody(&ana, &storyboard, "unsigned");
    assert!(newest(&ana).operation.hlc < late);
    place.days_pass(-2);
    ana.edits(
        &storyboard.obstacle,
        "text",
        "early",
        &ana.sees(&storyboard.obstacle, "text"),
    );
    assert!(newest(&ana).operation.hlc > late);
}

#[test]
fn log_and_history_tell_of_nobody() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let id = as_nobody(&ana, &storyboard, "unsigned");
    let log = ana.reads("log_get", json!({ "newestFirst": true, "limit": 1 }));
    let line = &log["operations"][0];
    assert_eq!(line["changes"][0]["id"], id.as_str());
    assert_eq!((&line["by"], &line["byName"]), (&Value::Null, &Value::Null));
    let history = ana.reads("history_get", json!({ "id": id }));
    assert_eq!(history["versions"].as_array().unwrap().len(), 1);
    assert_eq!(history["versions"][0]["byName"], Value::Null);
}

#[test]
fn no_computer_keeps_a_one_time_device_in_memory() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    as_nobody(&ana, &storyboard, "unsigned");
    let device = newest(&ana).operation.device.unwrap();
    ana.finds_the_file_sound();
    let board = ana.session.workspace().unwrap().store().board_id();
    let board = board.simple().to_string();
    let incarnation = ana.store(meta::incarnation);
    let outbox = Outbox::open(&Home::at(&place.home("Ana"))).unwrap();
    let seen = outbox.witnesses(&board, &incarnation).unwrap();
    assert!(!seen.is_empty());
    assert!(seen.iter().all(|witness| witness.device != device));
}
