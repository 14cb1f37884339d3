//! Reports: the same board and the same day give the same bytes, and what people wrote stays text.
//!
//! `KATA_TEST_REPORT=write` writes the report of the sample board anew.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kata_core::api::requests::ReportGet;
use kata_core::api::{SessionKind, exchange};
use kata_core::exchange::job::Job;
use serde_json::{Value, json};

use crate::support::{Person, Place};

/// The formats of a report.
const FORMATS: [&str; 1] = ["md"];

/// The sample board, made on a Monday.
fn sample(place: &Place) -> Person {
    let mara = place.newcomer("Mara Lindt", SessionKind::Cli);
    mara.reads(
        "board_create",
        json!({ "path": place.board(), "sample": true }),
    );
    mara
}

fn team(person: &Person, name: &str) -> Value {
    let board = person.reads("board_get", json!({}));
    let teams = board["teams"].as_array().unwrap();
    let team = teams.iter().find(|team| team["name"] == name);
    team.unwrap_or_else(|| panic!("no team {name}"))["id"].clone()
}

fn request(team: &Value, format: &str) -> Value {
    json!({ "teamId": team, "on": "2026-03-09", "utcOffset": 60, "format": format })
}

fn text(made: &Value) -> &str {
    made["text"].as_str().unwrap()
}

#[test]
fn the_sample_board_reads_as_it_was_written_down() {
    let place = Place::new();
    let mara = sample(&place);
    let made = mara.reads("report_get", request(&team(&mara, "Seller Portal"), "md"));
    assert_eq!(made["name"], "Seller Portal 2026-03-09.md");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/report/seller-portal.md");
    if std::env::var_os("KATA_TEST_REPORT").is_some_and(|value| value == "write") {
        std::fs::write(&path, text(&made)).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written == text(&made),
        "tests/report is not current; write it anew with\n  \
         KATA_TEST_REPORT=write cargo test -p kata-core --test board report"
    );
}

#[test]
fn a_board_that_is_opened_again_on_another_day_gives_the_same_bytes() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let first = FORMATS.map(|format| mara.reads("report_get", request(&team, format)));
    drop(mara);
    place.days_pass(40);
    let ana = place.person("Ana Petrov");
    let again = FORMATS.map(|format| ana.reads("report_get", request(&team, format)));
    assert!(first == again);
}

#[test]
fn a_team_without_anything_has_a_report_too() {
    let (_place, ana) = Place::with_ana();
    let team = ana
        .does("team_create", json!({ "fields": { "name": "Assembly" } }))
        .id;
    for format in FORMATS {
        let made = ana.reads("report_get", request(&json!(team), format));
        assert!(
            made["name"]
                .as_str()
                .unwrap()
                .starts_with("Assembly 2026-03-09.")
        );
    }
    ana.does(
        "focus_process_create",
        json!({ "teamId": team, "fields": { "name": "Line 3" } }),
    );
    let made = ana.reads("report_get", request(&json!(team), "md"));
    assert!(text(&made).contains("No step was under way in this period."));
}

#[test]
fn a_period_holds_what_was_under_way_in_it() {
    let place = Place::new();
    let mara = sample(&place);
    let mut request = request(&team(&mara, "Seller Portal"), "md");
    let steps = |request: &Value| -> Vec<usize> {
        let made = mara.reads("report_get", request.clone());
        let has = |number: &usize| text(&made).contains(&format!("#### Step {number}: "));
        (1..=6).filter(has).collect()
    };
    assert_eq!(steps(&request), [1, 2, 3, 4, 5, 6]);
    request["to"] = json!("2026-01-25");
    assert_eq!(steps(&request), [1, 2, 3]);
    request["from"] = json!("2026-01-16");
    assert_eq!(steps(&request), [2, 3]);
    request["from"] = json!("2026-02-01");
    assert_eq!(mara.is_refused("report_get", request), "request_invalid");
}

#[test]
fn an_amendment_shows_both_values() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let process =
        mara.reads("storyboard_get", json!({ "teamId": team }))["focusProcess"]["id"].clone();
    let steps = mara.reads("experiments_get", json!({ "focusProcessId": process }));
    let step = steps["steps"][0]["experiment"]["id"].clone();
    let fields = json!({ "predicted": 2.5, "checkOn": "2026-03-12" });
    mara.does("experiment_edit", json!({ "id": step, "fields": fields }));
    let made = mara.reads("report_get", request(&team, "md"));
    for said in [
        "amended after sealing",
        "sealed: 1.5; written later: 2.5 (Mara Lindt, 9 Mar 2026, 09:00)",
        "written later: Thu 12 Mar 2026",
    ] {
        assert!(text(&made).contains(said), "{said}");
    }
}

#[test]
fn neither_team_nor_process_is_no_report() {
    let (_place, ana) = Place::with_ana();
    assert_eq!(ana.is_refused("report_get", json!({})), "request_invalid");
}

/// Asked to end at its third part, it makes no file.
#[test]
fn a_report_can_be_ended() {
    let place = Place::new();
    let mara = sample(&place);
    let stop = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&stop);
    let job = Job::new(stop, move |progress| {
        assert!(progress.done < 3);
        heard.store(progress.done == 2, Ordering::SeqCst);
    });
    for format in FORMATS {
        let request: ReportGet =
            serde_json::from_value(request(&team(&mara, "Seller Portal"), format)).unwrap();
        let workspace = mara.session.workspace().unwrap();
        let made = exchange::report_of(&mara.session, &workspace, &request, &job);
        assert_eq!(made.unwrap_err().code(), "cancelled");
    }
}
