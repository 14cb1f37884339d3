//! `kata report` writes a report, whole or not at all.

use serde_json::json;

use crate::desk::{BOARD, Desk};

const WORDS: [&str; 8] = [
    "report",
    BOARD,
    "--on",
    "2026-03-09",
    "--utc-offset",
    "60",
    "-o",
    "-",
];

fn with_team() -> Desk {
    let desk = Desk::with_board();
    desk.team("Payments");
    desk
}

#[test]
fn the_only_team_needs_no_name_and_the_bytes_are_the_same_each_time() {
    let desk = with_team();
    let first = desk.run(&WORDS).text();
    assert!(first.starts_with("# Report of Payments\n"), "{first}");
    assert_eq!(desk.run(&WORDS).text(), first);
}

#[test]
fn a_file_is_named_after_team_and_day_or_as_one_likes() {
    let desk = with_team();
    let made = desk.run(&["report", BOARD, "--on", "2026-03-09"]).answer();
    assert_eq!(made, json!({ "report": "Payments 2026-03-09.md" }));
    let made = desk.run(&["report", BOARD, "--on", "2026-03-09", "-o", "here.md"]);
    assert_eq!(made.answer(), json!({ "report": "here.md" }));
    assert_eq!(desk.bytes("here.md"), desk.bytes("Payments 2026-03-09.md"));
}

#[test]
fn a_form_on_paper_is_a_pdf_of_its_own() {
    let desk = with_team();
    let made = desk.run(&["report", BOARD, "--on", "2026-03-09", "--form", "card"]);
    let name = "Payments 2026-03-09 card.pdf";
    assert_eq!(made.answer(), json!({ "report": name }));
    assert!(desk.bytes(name).starts_with(b"%PDF"));
    desk.run(&["report", BOARD, "--form", "card", "--format", "md"])
        .misused();
}

#[test]
fn a_name_of_several_teams_lists_them() {
    let desk = with_team();
    desk.team("Refunds");
    let error = desk.run(&["report", BOARD]).error();
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("Payments") && message.contains("Refunds"),
        "{message}"
    );
    let of_one = [&WORDS[..], &["--team", "refunds"]].concat();
    assert!(
        desk.run(&of_one)
            .text()
            .starts_with("# Report of Refunds\n")
    );
    let unknown = ["report", BOARD, "--team", "Nobody"];
    assert_eq!(desk.run(&unknown).code(), "not_found");
}

#[test]
fn a_board_is_never_written_over_and_a_refused_report_leaves_no_file() {
    let desk = with_team();
    let (board, files) = (desk.bytes(BOARD), desk.files());
    for path in [BOARD, "other.kata"] {
        assert_eq!(
            desk.run(&["report", BOARD, "-o", path]).code(),
            "board_name"
        );
    }
    let nowhere = ["report", BOARD, "-o", "nowhere/report.md"];
    assert_eq!(desk.run(&nowhere).code(), "folder_unusable");
    let reversed = [
        "report",
        BOARD,
        "--from",
        "2026-03-09",
        "--to",
        "2026-03-08",
    ];
    assert_eq!(desk.run(&reversed).code(), "request_invalid");
    desk.run(&["report", BOARD, "--on", "yesterday"]).misused();
    assert_eq!((desk.bytes(BOARD), desk.files()), (board, files));
}

/// As soon as the board is open the work has begun, and Ctrl C is heard.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_ends_the_work_and_leaves_no_half_file() {
    use std::process::{Command, Stdio};

    let desk = Desk::new();
    desk.run(&["new", BOARD, "--sample"]).answer();
    let files = desk.files();
    let words = [
        "report",
        BOARD,
        "--team",
        "Seller Portal",
        "--format",
        "pdf",
    ];
    let mut report = desk.kata(&words);
    let report = report.stdout(Stdio::piped()).stderr(Stdio::piped());
    let report = report.spawn().unwrap();
    let id = report.id().to_string();
    let opened = || {
        let held = std::fs::read_dir(format!("/proc/{id}/fd")).unwrap();
        held.flatten()
            .filter_map(|held| std::fs::read_link(held.path()).ok())
            .any(|held| held.ends_with(BOARD))
    };
    while !opened() {
        std::thread::yield_now();
    }
    let sent = Command::new("kill").args(["-s", "INT", &id]).status();
    assert!(sent.unwrap().success());
    let ended = report.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains("cancelled"), "{said}");
    assert_eq!(desk.files(), files);
}
