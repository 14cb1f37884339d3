//! What lies at the path is no board, or none that can be opened: a clear code, and it stays as it
//! is.

use std::fs;

use crate::desk::{BOARD, Desk};

/// Every way to open a file says the same, and none changes it.
fn refused(desk: &Desk, file: &str, code: &str) {
    let before = fs::read(desk.path(file)).ok();
    let files = desk.files();
    for words in [
        &["call", "board_get", "--board", file][..],
        &[
            "call",
            "team_create",
            r#"{"fields":{"name":"X"}}"#,
            "--board",
            file,
            "--as",
            "Ana",
        ],
        &["undo", file],
        &["log", file],
        &["log", file, "--json"],
        &["check", file],
        &["watch", file],
    ] {
        assert_eq!(desk.run(words).code(), code, "{words:?}");
    }
    assert_eq!(fs::read(desk.path(file)).ok(), before);
    // The first call made this computer's home; beside the file there is nothing new.
    let mut after = desk.files();
    after.retain(|name| name != "home" || files.contains(name));
    assert_eq!(after, files);
}

#[test]
fn text_is_no_board() {
    let desk = Desk::new();
    fs::write(
        desk.path("text.kata"),
        "Dear diary, today we improved.\n".repeat(500),
    )
    .unwrap();
    refused(&desk, "text.kata", "not_a_board");
}

#[test]
fn an_empty_file_is_no_board() {
    let desk = Desk::new();
    fs::write(desk.path("empty.kata"), "").unwrap();
    refused(&desk, "empty.kata", "not_a_board");
}

#[test]
fn another_program_s_database_is_no_board() {
    let desk = Desk::new();
    let other = kata_store::testing::Connection::open(desk.path("other.kata")).unwrap();
    other
        .execute_batch("CREATE TABLE meta(key, value)")
        .unwrap();
    drop(other);
    refused(&desk, "other.kata", "not_a_board");
}

#[test]
fn a_truncated_board_is_damaged() {
    let desk = Desk::with_board();
    desk.team("Payments");
    let whole = desk.bytes(BOARD);
    for length in [200, 4096, whole.len() / 2, whole.len() - 4096] {
        fs::write(desk.path("cut.kata"), &whole[..length]).unwrap();
        refused(&desk, "cut.kata", "damaged");
    }
}

#[test]
fn a_folder_is_no_board() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.kata")).unwrap();
    refused(&desk, "folder.kata", "not_a_board");
    assert_eq!(desk.run(&["new", "folder.kata"]).code(), "file_exists");
}

#[test]
fn a_missing_file_is_not_made() {
    let desk = Desk::new();
    for file in ["missing.kata", "missing/board.kata"] {
        refused(&desk, file, "file_missing");
        assert!(!desk.path(file).exists());
    }
    fs::write(desk.path("plain"), "").unwrap();
    refused(&desk, "plain/board.kata", "file_missing");
    refused(&desk, &"x".repeat(300), "file_missing");
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_stays_closed() {
    let desk = Desk::with_board();
    fs::hard_link(desk.path(BOARD), desk.path("second.kata")).unwrap();
    refused(&desk, BOARD, "linked_file");
}

#[test]
fn foreign_structure_stays_closed() {
    let desk = Desk::with_board();
    let connection = kata_store::testing::Connection::open(desk.path(BOARD)).unwrap();
    connection
        .execute_batch("CREATE TRIGGER harm AFTER INSERT ON team BEGIN DELETE FROM person; END")
        .unwrap();
    drop(connection);
    refused(&desk, BOARD, "foreign_schema");
}

#[test]
fn a_new_board_never_takes_another_s_place() {
    let desk = Desk::with_board();
    let before = desk.bytes(BOARD);
    assert_eq!(desk.run(&["new", BOARD]).code(), "file_exists");
    assert_eq!(desk.bytes(BOARD), before);
    for file in ["missing/board.kata", "board.kata/board.kata"] {
        assert_eq!(desk.run(&["new", file]).code(), "folder_unusable");
    }
}

#[test]
fn private_files_that_cannot_be_are_named() {
    let desk = Desk::with_board();
    fs::write(desk.path("plain"), "").unwrap();
    let ran = desk
        .kata(&["call", "app_get"])
        .env("KATA_HOME", desk.path("plain"))
        .output()
        .unwrap();
    assert_eq!(crate::desk::Ran::from(ran).code(), "private_files");
}
