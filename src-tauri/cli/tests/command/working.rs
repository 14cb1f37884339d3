//! A script does a team's work from nothing: each step by the id that the step before answered.

use std::process::Stdio;

use serde_json::{Value, json};

use crate::desk::{BOARD, Desk};

#[test]
fn a_script_makes_a_storyboard() {
    let desk = Desk::new();
    let made = desk.run(&["new", BOARD]).answer();
    assert_eq!(
        made["board"],
        desk.path(BOARD).canonicalize().unwrap().to_str().unwrap()
    );
    let team = desk.team("Payments");
    let process = desk.call(
        "focus_process_create",
        &json!({ "teamId": team, "fields": { "name": "Refunds" } }),
    );
    let process = process.answer()["id"].clone();
    let metric = desk.call(
        "metric_create",
        &json!({ "teamId": team, "fields": { "name": "Lead time", "unit": "h" } }),
    );
    let metric = metric.answer()["id"].clone();
    for (command, fields) in [
        (
            "challenge_create",
            json!({ "statement": "Refunds within a day" }),
        ),
        (
            "current_condition_create",
            json!({ "operatingPattern": "Batches", "outcomeMetricId": metric }),
        ),
        (
            "obstacle_create",
            json!({ "text": "Nobody sees the queue" }),
        ),
        (
            "experiment_create",
            json!({ "step": "Hang up the queue", "metricId": metric }),
        ),
    ] {
        desk.call(
            command,
            &json!({ "focusProcessId": process, "fields": fields }),
        )
        .answer();
    }
    desk.call(
        "observation_add",
        &json!({ "metricId": metric, "observations": [{ "value": 40 }, { "value": 38.5, "observedOn": "2026-03-01" }] }),
    )
    .answer();

    let board = desk
        .call("storyboard_get", &json!({ "teamId": team }))
        .answer();
    assert_eq!(board["challenge"]["statement"], "Refunds within a day");
    let all = board.to_string();
    for text in [
        "Payments",
        "Batches",
        "Nobody sees the queue",
        "Hang up the queue",
        "38.5",
    ] {
        assert!(all.contains(text), "{text} is missing in {all}");
    }
}

#[test]
fn a_new_name_is_one_person_however_often_it_writes() {
    let desk = Desk::with_board();
    let composed = "J\u{f6}rg";
    for (name, team) in [(composed, "A"), ("Jo\u{308}rg", "B"), (" J\u{f6}rg ", "C")] {
        desk.call_as(name, "team_create", &json!({ "fields": { "name": team } }))
            .answer();
    }
    let board = desk.call_as(composed, "board_get", &json!({})).answer();
    assert_eq!(board["people"].as_array().unwrap().len(), 1, "{board}");
    let id = board["people"][0]["id"].as_str().unwrap();
    assert_eq!(board["me"], id);
    let by_id = desk.call_as(id, "board_get", &json!({})).answer();
    assert_eq!(by_id["me"], id);
}

#[test]
fn calls_at_once_by_a_new_name_make_one_person() {
    let desk = Desk::with_board();
    let started: Vec<_> = ["A", "B", "C", "D"]
        .map(|team| {
            let request = json!({ "fields": { "name": team } }).to_string();
            desk.kata(&[
                "call",
                "team_create",
                &request,
                "--board",
                BOARD,
                "--as",
                "Ana",
            ])
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
        })
        .into_iter()
        .collect();
    for mut call in started {
        assert!(call.wait().unwrap().success());
    }
    let board = desk.call("board_get", &json!({})).answer();
    assert_eq!(board["people"].as_array().unwrap().len(), 1, "{board}");
    assert_eq!(desk.teams(), ["A", "B", "C", "D"]);
}

#[test]
fn the_environment_says_who_writes() {
    let desk = Desk::with_board();
    let request = r#"{"fields":{"name":"Payments"}}"#;
    let made = |variable: &str, words: &[&str]| {
        let mut call = desk.kata(&["call", "team_create", request, "--board", BOARD]);
        assert!(
            call.args(words)
                .env("KATA_AS", variable)
                .output()
                .unwrap()
                .status
                .success()
        );
        let log = desk.run(&["log", BOARD, "--json"]).answer();
        log["operations"].as_array().unwrap().last().unwrap()["byName"].clone()
    };
    assert_eq!(made("Ben", &[]), "Ben");
    assert_eq!(made("Ben", &["--as", "Ana"]), "Ana");
    assert!(made("", &[]).is_null());
}

#[test]
fn the_name_of_this_computer_writes_where_nobody_is_named() {
    let desk = Desk::with_board();
    desk.run(&["call", "prefs_edit", r#"{"name":"Mara"}"#])
        .answer();
    let request = r#"{"fields":{"name":"Payments"}}"#;
    for _ in 0..2 {
        desk.run(&["call", "team_create", request, "--board", BOARD])
            .answer();
    }
    desk.run(&["undo", BOARD]).answer();
    let board = desk.run(&["call", "board_get", "--board", BOARD]).answer();
    assert_eq!(board["people"].as_array().unwrap().len(), 1);
    assert_eq!(board["people"][0]["name"], "Mara");
    assert_eq!(board["teams"].as_array().unwrap().len(), 1);
}

#[test]
fn commands_of_the_app_need_no_board() {
    let desk = Desk::with_board();
    let app = desk.run(&["call", "app_get"]).answer();
    assert!(app["board"].is_null());
    let path = desk.path(BOARD).canonicalize().unwrap();
    let with = desk.run(&["call", "app_get", "--board", BOARD]).answer();
    assert_eq!(with["board"], path.to_str().unwrap());
}

#[test]
fn a_script_passing_by_leaves_the_recent_files_alone() {
    let desk = Desk::with_board();
    desk.run(&[
        "call",
        "recent_forget",
        &json!({ "path": desk.path(BOARD) }).to_string(),
    ])
    .answer();
    desk.team("Payments");
    let app = desk.run(&["call", "app_get"]).answer();
    assert_eq!(app["recent"], json!([]));
}

#[test]
fn the_sample_board_is_sound_and_can_be_read() {
    let desk = Desk::new();
    desk.run(&["new", BOARD, "--sample"]).answer();
    let log = desk.run(&["log", BOARD]).text();
    assert!(log.contains("Team written"), "{log}");
    assert!(!log.contains("newer app"), "{log}");
    assert!(
        desk.run(&["check", BOARD])
            .text()
            .starts_with("Nothing found")
    );
}

#[test]
fn the_log_says_who_did_what_when() {
    let desk = Desk::with_board();
    let team = desk.team("Payments");
    let long = "Payments and refunds ".repeat(9);
    desk.call(
        "team_edit",
        &json!({ "id": team, "fields": { "name": long } }),
    )
    .answer();
    desk.call("team_remove", &json!({ "id": team })).answer();
    let log = desk.run(&["log", BOARD]).text();
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(lines.len(), 8, "{log}");
    assert!(lines[0].ends_with("  Joined the board"), "{log}");
    assert!(lines[2].ends_with("  Ana: Team written"), "{log}");
    assert!(lines[5].contains(&team) && lines[5].ends_with('…'), "{log}");
    assert!(lines[7].ends_with("  removed"), "{log}");
    let day = &lines[0].trim_start()[3..13];
    assert!(day.len() == 10 && day.starts_with("20"), "{day}");

    let later = desk.run(&["log", BOARD, "--after", "3", "--json"]).answer();
    assert_eq!(later["asOfSeq"], 4);
    assert_eq!(later["operations"].as_array().unwrap().len(), 1);
    assert_eq!(later["operations"][0]["kind"], "team_remove");
    assert_eq!(desk.run(&["log", BOARD, "--after", "4"]).text(), "");
}

#[test]
fn what_was_amended_stays_visible_with_both_values() {
    let desk = Desk::with_board();
    let team = desk.team("Payments");
    let made = |name: &str, request: Value| desk.call(name, &request).answer()["id"].clone();
    let process = made(
        "focus_process_create",
        json!({ "teamId": team, "fields": { "name": "Refunds" } }),
    );
    let plan = json!({ "step": "Refund at once", "predicted": 2, "checkOn": "2199-01-01" });
    let step = made(
        "experiment_create",
        json!({ "focusProcessId": process, "fields": plan }),
    );
    made(
        "experiment_edit",
        json!({ "id": step, "fields": { "predicted": 2.5 } }),
    );
    made("experiment_seal", json!({ "id": step }));
    made(
        "experiment_edit",
        json!({ "id": step, "fields": { "predicted": 3 } }),
    );
    desk.call_as(
        "Ben",
        "experiment_edit",
        &json!({ "id": step, "fields": { "sample": "Nine" } }),
    )
    .answer();

    let view = desk.call("experiment_get", &json!({ "id": step })).answer();
    let told: Vec<_> = view["amendments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| [&one["field"], &one["sealed"], &one["value"], &one["byName"]].map(Clone::clone))
        .collect();
    assert_eq!(
        json!(told),
        json!([
            ["predicted", 2.5, 3.0, "Ana"],
            ["sample", "", "Nine", "Ben"]
        ])
    );
    assert!(view["amendments"][0]["at"].is_i64());

    let log = desk.run(&["log", BOARD]).text();
    let amended: Vec<_> = log
        .lines()
        .filter(|line| line.contains("amended after"))
        .collect();
    assert_eq!(amended.len(), 2, "{log}");
    assert!(
        amended[0].ends_with("predicted: 3.0  (amended after sealing; sealed: 2.5)"),
        "{log}"
    );
    assert!(
        log.contains("Ana: Step changed") && log.contains("Ben: Step changed"),
        "{log}"
    );
}

#[test]
fn dates_of_the_log_are_local() {
    let desk = Desk::with_board();
    desk.team("Payments");
    let hour = |zone: &str| {
        let output = desk.kata(&["log", BOARD]).env("TZ", zone).output().unwrap();
        let log = String::from_utf8(output.stdout).unwrap();
        let first = log.lines().next().unwrap().trim_start();
        first[14..16].parse::<i32>().unwrap()
    };
    let (east, west) = (hour("XXX-5"), hour("XXX+5"));
    assert_eq!((east - west).rem_euclid(24), 10);
}
