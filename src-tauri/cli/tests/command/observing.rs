//! `kata observe` writes down what was measured.

use serde_json::{Value, json};

use crate::desk::{BOARD, Desk, Ran};

/// A board on which two teams measure their lead time.
fn measuring() -> Desk {
    let desk = Desk::with_board();
    for name in ["Payments", "Search"] {
        let team = desk.team(name);
        let fields = json!({ "name": "Lead time", "unit": "h" });
        let made = desk.call(
            "metric_create",
            &json!({ "teamId": team, "fields": fields }),
        );
        made.answer();
    }
    desk
}

fn observe(desk: &Desk, words: &[&str]) -> Ran {
    let all = [
        &[
            "observe",
            BOARD,
            "--team",
            "payments",
            "--metric",
            "lead time",
            "--as",
            "Ana",
        ],
        words,
    ];
    desk.run(&all.concat())
}

fn numbers(desk: &Desk) -> Vec<(String, f64)> {
    let all = desk.call("metrics_get", &json!({})).answer();
    let metric = &all["metrics"][0]["now"]["metric"]["id"];
    let page = desk
        .call("observations_get", &json!({ "metricId": metric }))
        .answer();
    let one = |row: &Value| {
        (
            row["observedOn"].as_str().unwrap().to_owned(),
            row["value"].as_f64().unwrap(),
        )
    };
    page["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(one)
        .collect()
}

#[test]
fn a_number_is_written_with_where_it_came_from() {
    let desk = measuring();
    let more = [
        "41.5 h",
        "--on",
        "2020-03-09",
        "--by",
        "cron",
        "--how",
        "ticket system",
        "--note",
        "n",
    ];
    observe(&desk, &more).answer();
    assert_eq!(numbers(&desk), [("2020-03-09".to_owned(), 41.5)]);
    observe(&desk, &["-3", "--on", "2020-03-10"]).answer();
    assert_eq!(numbers(&desk)[0].1, -3.0);
}

#[test]
fn a_job_that_runs_twice_writes_once() {
    let desk = measuring();
    let words = ["12", "--on", "2020-03-09", "--same-day", "skip"];
    assert!(observe(&desk, &words).answer()["op"].is_string());
    assert!(observe(&desk, &words).answer()["op"].is_null());
    let again = ["13", "--on", "2020-03-09"];
    assert_eq!(observe(&desk, &again).code(), "already_measured");
    observe(&desk, &[&again[..], &["--same-day", "correct"]].concat()).answer();
    assert_eq!(numbers(&desk), [("2020-03-09".to_owned(), 13.0)]);
}

#[test]
fn a_csv_file_goes_in_whole_or_not_at_all() {
    let desk = measuring();
    let csv = b"week,hours\n2020-W10,41.5\n2020-W11,none\n2020-W12,43\n";
    std::fs::write(desk.path("weeks.csv"), csv).unwrap();
    let refused = observe(&desk, &["--csv", "weeks.csv"]).error();
    assert_eq!(refused["code"], "lines_rejected");
    assert_eq!(refused["params"]["lines"][0]["line"], 3);
    assert_eq!(numbers(&desk), []);
    let left_out = observe(&desk, &["--csv", "weeks.csv", "--leave-out"]).answer();
    assert_eq!(
        (&left_out["added"], &left_out["leftOut"]),
        (&json!(2), &json!(1))
    );
    let words = [
        "observe",
        BOARD,
        "--team",
        "Payments",
        "--metric",
        "Lead time",
        "--csv",
        "-",
        "--same-day",
        "skip",
        "--as",
        "Ana",
    ];
    let piped = desk
        .run_with(
            &words,
            "Tag;Stunden\n2.3.2020;41,5\n4.5.2020;44\n".as_bytes(),
        )
        .answer();
    assert_eq!((&piped["added"], &piped["skipped"]), (&json!(1), &json!(1)));
    assert_eq!(numbers(&desk).len(), 3);
}

#[test]
fn what_goes_either_way_has_to_be_said() {
    let desk = measuring();
    std::fs::write(
        desk.path("days.csv"),
        "day,hours\n1/2/2020,41\n2/3/2020,42\n",
    )
    .unwrap();
    let refused = observe(&desk, &["--csv", "days.csv"]).error();
    assert!(
        refused["message"].as_str().unwrap().contains("--dates"),
        "{refused}"
    );
    observe(&desk, &["--csv", "days.csv", "--dates", "month-first"]).answer();
    assert_eq!(numbers(&desk)[0].0, "2020-02-03");
    assert_eq!(observe(&desk, &["12,345"]).code(), "request_invalid");
    assert_eq!(observe(&desk, &["12 min"]).code(), "request_invalid");
}

#[test]
fn a_metric_that_is_none_or_not_the_only_one_is_told_with_the_choices() {
    let desk = measuring();
    for metric in ["Lead time", "Calls"] {
        let refused = desk
            .run(&["observe", BOARD, "--metric", metric, "1", "--as", "Ana"])
            .error();
        let message = refused["message"].as_str().unwrap();
        assert!(
            message.contains("Payments: Lead time (met_") && message.contains("Search"),
            "{message}"
        );
    }
    for words in [
        &["observe", BOARD, "1"][..],
        &["observe", BOARD, "--metric", "Lead time"],
    ] {
        desk.run(words).misused();
    }
}
