//! Undo and redo over calls: each person on each computer takes back their own work, newest first.

use serde_json::json;

use crate::desk::{BOARD, Desk, Ran};

fn back(desk: &Desk, way: &str, person: &str) -> Ran {
    desk.run(&[way, BOARD, "--as", person])
}

#[test]
fn each_person_takes_back_their_own() {
    let desk = Desk::with_board();
    for (person, team) in [("Ana", "A1"), ("Ben", "B1"), ("Ana", "A2")] {
        desk.call_as(
            person,
            "team_create",
            &json!({ "fields": { "name": team } }),
        )
        .answer();
    }
    assert_eq!(back(&desk, "undo", "Ben").answer()["kind"], "team_create");
    assert_eq!(desk.teams(), ["A1", "A2"]);
    back(&desk, "undo", "Ana").answer();
    assert_eq!(desk.teams(), ["A1"]);
    back(&desk, "undo", "Ana").answer();
    assert_eq!(back(&desk, "undo", "Ana").code(), "nothing_to_undo");
    back(&desk, "redo", "Ana").answer();
    assert_eq!(desk.teams(), ["A1"]);
    desk.run(&["redo", "--board", BOARD, "--as", "Ben"])
        .answer();
    assert_eq!(desk.teams(), ["A1", "B1"]);
    back(&desk, "redo", "Ana").answer();
    assert_eq!(back(&desk, "redo", "Ana").code(), "nothing_to_undo");
    assert_eq!(desk.teams(), ["A1", "A2", "B1"]);
}

#[test]
fn the_same_person_on_another_computer_takes_back_nothing_here() {
    let desk = Desk::with_board();
    desk.team("Payments");
    let elsewhere = desk
        .kata(&["undo", BOARD, "--as", "Ana"])
        .env("KATA_HOME", desk.path("other-home"))
        .output()
        .unwrap();
    assert_eq!(Ran::from(elsewhere).code(), "nothing_to_undo");
    assert_eq!(desk.teams(), ["Payments"]);
}

#[test]
fn what_others_changed_since_stays() {
    let desk = Desk::with_board();
    let team = desk.team("Payments");
    desk.call_as(
        "Ben",
        "team_edit",
        &json!({ "id": team, "fields": { "name": "Refunds" } }),
    )
    .answer();
    assert_eq!(back(&desk, "undo", "Ana").code(), "undo_overtaken");
    assert_eq!(desk.teams(), ["Refunds"]);
}

#[test]
fn a_refused_undo_makes_no_person() {
    let desk = Desk::with_board();
    let before = desk.bytes(BOARD);
    assert_eq!(
        back(&desk, "undo", "Somebody new").code(),
        "nothing_to_undo"
    );
    assert_eq!(desk.bytes(BOARD), before);
}

#[test]
fn the_file_is_named_once() {
    let desk = Desk::with_board();
    desk.run(&["undo"]).misused();
    desk.run(&["undo", BOARD, "--board", BOARD]).misused();
}
