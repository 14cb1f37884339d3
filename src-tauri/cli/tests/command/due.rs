//! `kata due` says what is due.

use serde_json::json;

use crate::desk::{BOARD, Desk};

/// A board on which one team has a result to look at, long since.
fn late() -> Desk {
    let desk = Desk::with_board();
    let made = |command: &str, request: serde_json::Value| -> String {
        let request = request.to_string();
        let words = ["call", command, &request, "--board", BOARD, "--as", "Ana"];
        desk.run(&words).answer()["id"].as_str().unwrap().to_owned()
    };
    let team = made("team_create", json!({ "fields": { "name": "Payments" } }));
    made("team_create", json!({ "fields": { "name": "Quiet" } }));
    let process = json!({ "teamId": team, "fields": { "name": "Refunds" } });
    let process = made("focus_process_create", process);
    let plan =
        json!({ "step": "Print the\ncode", "prediction": "Nobody waits", "checkOn": "2020-03-13" });
    let step = json!({ "focusProcessId": process, "fields": plan });
    let step = made("experiment_create", step);
    made("experiment_seal", json!({ "id": step }));
    desk
}

#[test]
fn each_thing_is_a_line_with_its_date_and_team() {
    let desk = late();
    let line = "2020-03-13  Payments: Step 1: go and see what happened. Print the code\n";
    assert_eq!(desk.run(&["due", BOARD]).text(), line);
    assert_eq!(desk.run(&["due", BOARD, "--team", "payments"]).text(), line);
}

#[test]
fn nothing_due_is_no_output_and_no_failure() {
    let ran = late().run(&["due", BOARD, "--team", "Quiet"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{ran:?}");
}

#[test]
fn a_script_gets_one_document() {
    let list = late().run(&["due", BOARD, "--json"]).answer();
    let lines = list["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["kind"], "result");
    assert_eq!(lines[0]["teamName"], "Payments");
}

#[test]
fn a_team_that_is_not_there_is_said() {
    let ran = late().run(&["due", BOARD, "--team", "Nobody"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.err.contains("not_found"), "{}", ran.err);
}
