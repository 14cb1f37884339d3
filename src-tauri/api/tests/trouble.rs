//! What is wrong with a file is told to whoever opens it, and damage stops everybody's writing.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use kata_api::SessionKind;
use kata_store::clock::Clock;
use kata_store::mend::{self, Mended};
use kata_store::testing::look_through;
use kata_store::{backup, health};
use kata_wire::{Push, Trouble};
use serde_json::{Value, json};

use crate::support::{PATIENCE, Person, Place};

const MINUTE: i64 = 60_000;

/// Hears each time that a person is told of this trouble. The check of the day runs beside the
/// test, and what it finds in the middle of a foreign tool's work is another one.
fn listen(person: &Person, to: Trouble) -> Receiver<()> {
    let (put, told) = channel();
    person.session.subscribe(Box::new(move |push| {
        if matches!(push, Push::Trouble { trouble } if *trouble == to) {
            let _ = put.send(());
        }
    }));
    told
}

fn trouble(person: &Person) -> Value {
    person.reads("board_get", Value::Null)["trouble"].take()
}

fn adds(person: &Person, names: &[&str]) {
    for name in names {
        person.does("team_create", json!({ "fields": { "name": name } }));
    }
}

/// The words of everything that a check finds.
fn findings(person: &Person) -> Vec<String> {
    let report = person.reads("board_check", Value::Null);
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["check"].as_str().unwrap().to_owned())
        .collect()
}

/// A board that Ben has seen with two teams, in the place of which an older copy was put; Ana went
/// on from there and saved these.
fn rewritten(since: &[&str]) -> Place {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    drop(ana);
    let older = std::fs::read(place.board()).unwrap();
    adds(&place.person("Ana"), &["Second"]);
    drop(place.person("Ben"));
    std::fs::write(place.board(), older).unwrap();
    adds(&place.person("Ana"), since);
    place
}

#[test]
fn a_history_that_was_replaced_by_a_longer_one_is_noticed_each_time() {
    let place = rewritten(&["Third", "Fourth"]);
    for _ in 0..2 {
        let ben = place.person("Ben");
        assert_eq!(findings(&ben), ["history"]);
        assert_eq!(findings(&ben), ["history"]);
    }
}

#[test]
fn an_altered_history_and_altered_rows_are_told_and_do_not_stop_the_work() {
    let place = rewritten(&["Third", "Fourth"]);
    assert_eq!(trouble(&place.person("Ben")), "historyRewritten");
    let place = rewritten(&[]);
    assert_eq!(trouble(&place.person("Ben")), "historyShortened");

    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    assert_eq!(trouble(&ana), Value::Null);
    let alter = "UPDATE team SET name = 'Altered'";
    place.foreign_tool().execute_batch(alter).unwrap();
    assert_eq!(findings(&ana), ["log"]);
    assert_eq!(trouble(&ana), "rowsAltered");
    adds(&ana, &["Second"]);
}

#[test]
fn a_window_checks_a_file_that_nobody_has_checked_for_a_day() {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    let alter = "UPDATE operation SET at_ms = at_ms + 1 WHERE seq = 2";
    place.foreign_tool().execute_batch(alter).unwrap();
    let ben = place.newcomer("Ben", SessionKind::Window);
    let told = listen(&ben, Trouble::HistoryRewritten);
    ben.reads("board_open", json!({ "path": place.board() }));
    told.recv_timeout(PATIENCE).unwrap();
    assert_eq!(trouble(&ben), "historyRewritten");
    // What is clean is noted, so that others need not look.
    let repair = "UPDATE operation SET at_ms = at_ms - 1 WHERE seq = 2";
    place.foreign_tool().execute_batch(repair).unwrap();
    let due = |person: &Person| person.store(|reader| health::is_due(reader, place.clock.now_ms()));
    assert!(due(&ana));
    let store = ana.session.workspace().unwrap();
    store.store().note_checked(place.clock.now_ms()).unwrap();
    assert!(!due(&ana));
    place.days_pass(2);
    assert!(due(&ana));
    place.days_pass(-4);
    assert!(due(&ana), "a clock that was ahead puts nothing off");
}

/// Changes the schema behind everybody's back.
fn reword_index(place: &Place, change: &str) {
    let sql = format!(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = {change} WHERE name = 'change_field'"
    );
    place.foreign_tool().execute_batch(&sql).unwrap();
}

/// Lets an index miss a row, which no quick check sees.
fn damage_an_index(place: &Place) {
    reword_index(place, "sql || ' WHERE 0'");
    let moved = "UPDATE change SET rowid = rowid + 1000 WHERE rowid = 1";
    place.foreign_tool().execute_batch(moved).unwrap();
    reword_index(place, "replace(sql, ' WHERE 0', '')");
}

#[test]
fn damage_stops_everybodys_writing_and_is_mended_when_the_board_is_opened_again() {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    drop(ana);
    let (ana, ben) = (place.window("Ana"), place.window("Ben"));
    let told = listen(&ben, Trouble::Damaged);
    damage_an_index(&place);
    assert!(findings(&ana).contains(&"integrity".to_owned()));
    let create = json!({ "fields": { "name": "Second" } });
    let refused = ana.tries("team_create", create.clone()).unwrap_err();
    assert_eq!(refused.code, "read_only");
    assert_eq!(refused.params, json!({ "reason": "damaged" }));
    told.recv_timeout(PATIENCE).unwrap();
    assert_eq!(ben.is_refused("team_create", create), "read_only");
    for person in [&ana, &ben] {
        let board = person.reads("board_get", Value::Null);
        let said = (&board["access"], &board["trouble"]);
        assert_eq!(said, (&json!("damaged"), &json!("damaged")));
        assert_eq!(board["teams"][0]["name"], "First", "what is whole is read");
    }
    for person in [ana, ben] {
        person.reads("board_close", Value::Null);
    }

    let ana = place.person("Ana");
    ana.finds_the_file_sound();
    assert_eq!(trouble(&ana), Value::Null);
    adds(&ana, &["Second"]);
    let board = ana.session.workspace().unwrap().store().board_id();
    let kept = backup::folder(&place.home("Ana").join("data"), board).join("aside");
    assert_eq!(std::fs::read_dir(kept).unwrap().count(), 1);
}

#[test]
fn a_file_that_cannot_be_mended_stays_as_it_was() {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    ana.reads("board_close", Value::Null);
    let root: u16 = place
        .foreign_tool()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'team'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let mut bytes = std::fs::read(place.board()).unwrap();
    bytes[usize::from(root - 1) * 4_096..usize::from(root) * 4_096].fill(7);
    std::fs::write(place.board(), &bytes).unwrap();
    let aside = place.home("aside.kata");
    let refused = mend::mend(&place.board(), &aside).unwrap_err();
    assert_eq!(refused.code(), "damaged");
    assert!(std::fs::read(place.board()).unwrap() == bytes);
    assert!(!aside.exists());
}

#[test]
fn an_index_that_misses_a_row_is_made_again_and_the_damaged_file_kept() {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    let aside = place.home("aside.kata");
    let mends = |path: &Path| mend::mend(path, &aside).unwrap();
    assert_eq!(mends(&place.board()), Mended::Sound);
    damage_an_index(&place);
    assert_eq!(mends(&place.board()), Mended::Reindexed);
    assert_eq!(mends(&place.board()), Mended::Sound);
    ana.finds_the_file_sound();
    let again = mend::mend(&aside, &place.home("twice.kata")).unwrap();
    assert_eq!(again, Mended::Reindexed, "the copy is damaged as it was");
}

#[test]
fn who_cannot_open_a_damaged_file_hears_of_the_last_checked_copy() {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    let board = ana.session.workspace().unwrap().store().board_id();
    ana.reads("board_close", Value::Null);
    let copies = backup::folder(&place.home("Ana").join("data"), board);
    for day in ["2026-03-06", "2026-03-08"] {
        let copy = copies.join(format!("{day}.kata"));
        backup::copy(look_through(&place.foreign_tool()), &copy).unwrap();
    }
    let whole = std::fs::read(place.board()).unwrap();
    std::fs::write(place.board(), &whole[..whole.len() / 2]).unwrap();
    let open = |person: &Person| {
        let refused = person.tries("board_open", json!({ "path": place.board() }));
        refused.unwrap_err()
    };
    let refused = open(&ana);
    assert_eq!(refused.code, "damaged_copy_kept");
    assert_eq!(
        refused.params["copy"],
        json!(copies.join("2026-03-08.kata"))
    );
    // Who has never had it open has no copy of it.
    assert_eq!(
        open(&place.newcomer("Zoe", SessionKind::Cli)).code,
        "damaged"
    );
}

#[test]
fn a_clock_that_runs_ahead_is_named_and_stops_nobody() {
    let (place, ana) = Place::with_ana();
    let now = place.clock.now_ms();
    place.clock.set(now + 5 * MINUTE);
    adds(&ana, &["First"]);
    place.clock.set(now);
    let ben = place.person("Ben");
    let ahead = |person: &Person| person.reads("board_get", Value::Null)["clockAhead"].take();
    assert_eq!(ahead(&ben), Value::Null, "clocks may differ a little");

    place.clock.set(now + 14 * MINUTE);
    adds(&ana, &["Second"]);
    place.clock.set(now);
    assert_eq!(ahead(&ben), json!({ "byName": "Ana", "minutes": 14 }));
    adds(&ben, &["Third"]);
    place.clock.set(now + 10 * MINUTE);
    assert_eq!(ahead(&ben), Value::Null, "four minutes are no matter");
}
