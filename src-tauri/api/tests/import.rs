//! Importing numbers: looked at first, all of them or none, taken back at once, and as fluent with
//! a hundred thousand of them.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kata_api::exchange;
use kata_core::job::Job;
use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

/// Monday the 9th of March 2026 is the day of every test.
const WEEKS: &str = "week;hours\n2026-W07;41,5 h\n2026-W08;42\n2026-W09;43\n";

fn imports(person: &Person, metric: &str, text: &str, more: Value) -> Value {
    person.reads("observation_import", request(metric, text, more))
}

fn request(metric: &str, text: &str, more: Value) -> Value {
    let mut request = json!({ "metricId": metric, "text": text });
    let fields = request.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    request
}

fn counts(answer: &Value) -> [u64; 4] {
    ["added", "corrected", "skipped", "leftOut"].map(|name| answer[name].as_u64().unwrap())
}

fn numbers(person: &Person, metric: &str) -> Vec<(String, f64)> {
    let page = person.reads(
        "observations_get",
        json!({ "metricId": metric, "limit": 200 }),
    );
    let rows = page["observations"].as_array().unwrap().iter();
    let one = |row: &Value| {
        let on = row["observedOn"].as_str().unwrap().to_owned();
        (on, row["value"].as_f64().unwrap())
    };
    rows.map(one).collect()
}

fn board() -> (Place, Person, String) {
    let (place, ana) = Place::with_ana();
    let metric = Storyboard::made_by(&ana).metric;
    (place, ana, metric)
}

/// Two columns with this many lines, one a day.
fn days(count: i64) -> String {
    let first: chrono::NaiveDate = "2020-01-01".parse().unwrap();
    let line = |day: i64| format!("{},{day}\n", first + chrono::Duration::days(day));
    (0..count).map(line).collect()
}

/// Ended in the midst of writing, an import has written nothing: no row, no operation.
#[test]
fn an_import_tells_how_far_it_is_and_can_be_ended() {
    let (_place, ana, metric) = board();
    let before = (numbers(&ana, &metric), ana.reads("log_get", json!({})));
    let text = days(1_000);
    let wanted = || serde_json::from_value(request(&metric, &text, json!({}))).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let (heard, told) = (Arc::clone(&stop), RefCell::new(Vec::new()));
    let job = Job::new(stop, |progress| {
        told.borrow_mut().push((progress.done, progress.of));
        heard.store(progress.done == 400, Ordering::SeqCst);
    });
    let ended = exchange::import_of(&ana.session, wanted(), &job);
    assert_eq!(ended.unwrap_err().code(), "cancelled");
    assert_eq!(*told.borrow(), [(0, 1_000), (200, 1_000), (400, 1_000)]);
    let after = (numbers(&ana, &metric), ana.reads("log_get", json!({})));
    assert_eq!(before, after);
    let done = exchange::import_of(&ana.session, wanted(), &Job::unwatched()).unwrap();
    assert_eq!(done.added, 1_000);
}

#[test]
fn an_import_is_one_operation_and_one_undo() {
    let (_place, ana, metric) = board();
    let before = numbers(&ana, &metric);
    let done = imports(
        &ana,
        &metric,
        WEEKS,
        json!({ "how": "from the ticket system" }),
    );
    assert_eq!(counts(&done), [3, 0, 0, 0]);
    let all = numbers(&ana, &metric);
    assert_eq!(
        all[2..],
        [
            ("2026-02-23".to_owned(), 43.0),
            ("2026-02-16".to_owned(), 42.0),
            ("2026-02-09".to_owned(), 41.5)
        ]
    );
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(numbers(&ana, &metric), before);
    assert_eq!(ana.redoes(), Ok(()));
    assert_eq!(numbers(&ana, &metric), all);
    ana.finds_the_file_sound();
}

#[test]
fn a_line_that_is_no_number_refuses_all_until_it_is_left_out() {
    let (_place, ana, metric) = board();
    let text = format!("{WEEKS}2026-W10;none\n");
    let refused = ana
        .tries("observation_import", request(&metric, &text, json!({})))
        .unwrap_err();
    assert_eq!(refused.code, "lines_rejected");
    assert_eq!(
        refused.params["lines"],
        json!([{ "line": 5, "text": "2026-W10  none", "reason": "not_a_number" }])
    );
    assert_eq!(numbers(&ana, &metric).len(), 2);
    let done = imports(&ana, &metric, &text, json!({ "leaveOut": true }));
    assert_eq!(counts(&done), [3, 0, 0, 1]);
}

#[test]
fn a_day_that_has_a_number_is_asked_about() {
    let (_place, ana, metric) = board();
    imports(&ana, &metric, WEEKS, json!({}));
    let again = "2026-W08;42\n2026-W09;44\n2026-W05;45\n2026-W06;46\n";
    let preview = ana.reads("observation_preview", request(&metric, again, json!({})));
    assert_eq!(
        (&preview["alreadyCount"], &preview["differingCount"]),
        (&json!(2), &json!(1))
    );
    let refused = ana
        .tries("observation_import", request(&metric, again, json!({})))
        .unwrap_err();
    assert_eq!(
        (refused.code, &refused.params["on"]),
        ("already_measured", &json!("2026-02-16"))
    );
    let skipped = imports(&ana, &metric, again, json!({ "duplicates": "skip" }));
    assert_eq!(counts(&skipped), [2, 0, 2, 0]);
    let replaced = imports(&ana, &metric, again, json!({ "duplicates": "replace" }));
    assert_eq!(counts(&replaced), [0, 1, 3, 0]);
    let page = ana.reads("observations_get", json!({ "metricId": metric }));
    let corrected = page["observations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["value"] == 44.0);
    let history = json!({ "id": corrected.unwrap()["id"], "field": "value" });
    let versions = ana.reads("history_get", history)["versions"].clone();
    assert_eq!(
        (&versions[0]["value"], &versions[1]["value"]),
        (&json!(44.0), &json!(43.0))
    );
    let both = imports(&ana, &metric, again, json!({ "duplicates": "keep_both" }));
    assert_eq!(counts(&both), [4, 0, 0, 0]);
    ana.finds_the_file_sound();
}

#[test]
fn a_text_can_be_looked_at_before_its_metric_is_made() {
    let (_place, ana, metric) = board();
    let text = "Week;Lead time (h)\n29.09.2025;39,7\n06.10.2025;n/a\n13.10.2025;40,1\n";
    let mut preview = ana.reads("observation_preview", json!({ "text": text }));
    assert_eq!(preview["columns"][1]["name"], "Lead time (h)");
    let mut of_metric = ana.reads("observation_preview", request(&metric, text, json!({})));
    for preview in [&mut preview, &mut of_metric] {
        assert_eq!(preview["accepted"], 2);
        assert_eq!(preview["rejected"][0]["line"], 3);
        preview["reading"]["everyDays"].take();
    }
    assert_eq!(preview["rows"], of_metric["rows"]);
}

#[test]
fn the_preview_is_what_is_imported() {
    let (_place, ana, metric) = board();
    let text = "Day,Value,Note\n1/2/2026,\"1,234\",first\n1/3/2026,2,\n";
    let preview = ana.reads("observation_preview", request(&metric, text, json!({})));
    assert_eq!(preview["doubts"], json!(["dates", "decimals"]));
    let reading = json!({ "decimal": "comma", "dateOrder": "month_first" });
    let preview = ana.reads(
        "observation_preview",
        request(&metric, text, json!({ "reading": reading })),
    );
    assert_eq!(preview["doubts"], json!([]));
    let span = (&preview["firstOn"], &preview["lastOn"]);
    assert_eq!(span, (&json!("2026-01-02"), &json!("2026-01-03")));
    let rows: Vec<_> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["on"].clone(), row["value"].clone()))
        .collect();
    assert_eq!(
        rows,
        [
            (json!("2026-01-02"), json!(1.234)),
            (json!("2026-01-03"), json!(2.0))
        ]
    );
    imports(
        &ana,
        &metric,
        text,
        json!({ "reading": preview["reading"] }),
    );
    let written = numbers(&ana, &metric);
    assert_eq!(
        written[2..],
        [
            ("2026-01-03".to_owned(), 2.0),
            ("2026-01-02".to_owned(), 1.234)
        ]
    );
}

#[test]
fn one_number_is_added_under_the_same_rules() {
    let (_place, ana, metric) = board();
    let add = |value: f64, duplicates: &str| {
        let observations = json!([{ "value": value, "observedOn": "2026-03-02" }]);
        ana.tries(
            "observation_add",
            json!({ "metricId": metric, "observations": observations, "duplicates": duplicates }),
        )
    };
    let first = add(41.0, "refuse").unwrap();
    assert_eq!(add(42.0, "refuse").unwrap_err().code, "already_measured");
    let skipped = add(42.0, "skip").unwrap();
    assert_eq!(
        (&skipped["id"], &skipped["op"]),
        (&first["id"], &Value::Null)
    );
    assert_eq!(add(42.0, "replace").unwrap()["id"], first["id"]);
    assert_eq!(numbers(&ana, &metric)[2], ("2026-03-02".to_owned(), 42.0));
    add(43.0, "keep_both").unwrap();
    assert_eq!(numbers(&ana, &metric).len(), 4);
}

#[test]
fn what_is_no_import_is_refused() {
    let (_place, ana, metric) = board();
    for (text, code) in [
        ("", "nothing_to_import"),
        ("\n\n", "nothing_to_import"),
        ("what\never\n", "lines_rejected"),
    ] {
        let refused = ana
            .tries("observation_import", request(&metric, text, json!({})))
            .unwrap_err();
        assert_eq!(refused.code, code, "{text:?}");
    }
}

/// A correction of an imported number reads its own part of the import, not all of it; undo, feed
/// and views take the whole.
#[test]
fn many_numbers_are_imported_corrected_and_taken_back() {
    let (_place, ana, metric) = board();
    let text: String = (0..5_000).map(|n| format!("{n}\n")).collect();
    let reading = json!({ "everyDays": 1 });
    let done = imports(
        &ana,
        &metric,
        &text,
        json!({ "reading": reading, "duplicates": "skip" }),
    );
    assert_eq!(counts(&done), [4_999, 0, 1, 0]);
    let page = ana.reads(
        "observations_get",
        json!({ "metricId": metric, "offset": 2_500 }),
    );
    let log = ana.reads("log_get", json!({ "newestFirst": true, "limit": 1 }));
    assert_eq!(log["operations"][0]["changeCount"], 25);
    let one = page["observations"][0]["id"].as_str().unwrap().to_owned();
    ana.edits(&one, "value", 7.5, &ana.sees(&one, "value"));
    assert_eq!((ana.undoes(), ana.undoes()), (Ok(()), Ok(())));
    assert_eq!(numbers(&ana, &metric).len(), 2);
    assert_eq!((ana.redoes(), ana.redoes()), (Ok(()), Ok(())));
    let page = ana.reads("observations_get", json!({ "metricId": metric }));
    assert_eq!(page["total"], 5_001);
    ana.finds_the_file_sound();
}
