//! `kata check` finds what was altered behind the app's back.

use kata_store::testing::Connection;

use crate::desk::{BOARD, Desk};

fn altered(sql: &str) -> Desk {
    let desk = Desk::with_board();
    desk.team("Payments");
    let connection = Connection::open(desk.path(BOARD)).unwrap();
    connection.execute_batch(sql).unwrap();
    desk
}

/// What the check found, by its kind.
fn found(desk: &Desk) -> Vec<String> {
    let ran = desk.run(&["check", BOARD, "--json"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["ok"], false);
    let kind = |finding: &serde_json::Value| finding["check"].as_str().unwrap().to_owned();
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(kind)
        .collect()
}

#[test]
fn a_sound_file_is_sound() {
    let desk = altered("");
    assert_eq!(
        desk.run(&["check", BOARD]).text(),
        "Nothing found in 2 operations and 2 rows.\n"
    );
    assert_eq!(desk.run(&["check", BOARD, "--json"]).answer()["ok"], true);
}

#[test]
fn an_altered_row_does_not_follow_from_the_log() {
    let desk = altered("UPDATE team SET name = 'Altered'");
    assert_eq!(found(&desk), ["log"]);
    let before = desk.bytes(BOARD);
    let told = desk.run(&["check", BOARD]);
    assert_eq!((told.status, told.err.as_str()), (Some(1), ""));
    assert!(
        told.out
            .starts_with("Rows that do not follow from the log: "),
        "{}",
        told.out
    );
    assert!(
        told.out
            .ends_with("Keep a copy of the file before you go on.\n"),
        "{}",
        told.out
    );
    assert_eq!(desk.bytes(BOARD), before);
}

#[test]
fn an_altered_log_breaks_its_chain() {
    let desk = altered("UPDATE operation SET at_ms = at_ms + 1 WHERE seq = 1");
    assert!(found(&desk).contains(&"chain".to_owned()));
}

#[test]
fn a_text_in_the_file_does_not_steer_the_terminal() {
    let desk = altered(
        r#"UPDATE change SET value = '{"name":"\u001b[2J\u009bgone"}' WHERE entity = 'team'"#,
    );
    let log = desk.run(&["log", BOARD]).text();
    assert!(log.contains("gone"), "{log:?}");
    assert!(!log.contains(['\u{1b}', '\u{9b}']), "{log:?}");
    let check = desk.run(&["check", BOARD]);
    assert_eq!(check.status, Some(1));
    assert!(!check.out.contains(['\u{1b}', '\u{9b}']), "{check:?}");
}

#[test]
fn an_operation_far_in_time_is_shown() {
    let desk = altered("UPDATE operation SET at_ms = 9223372036854775807 WHERE seq = 2");
    assert!(
        desk.run(&["log", BOARD])
            .text()
            .contains("9223372036854775807")
    );
    desk.call("teams_get", &serde_json::json!({})).answer();
}
