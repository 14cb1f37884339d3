//! Error budgets: bad days that are numbers of a metric, and what is left. Today is 9 March 2026.

use serde_json::{Value, json};

use crate::support::{Person, Place};

fn objective(person: &Person, unit: &str) -> (String, String) {
    let team = person
        .does("team_create", json!({ "fields": { "name": "Shop" } }))
        .id;
    let promise = json!({
        "teamId": team, "budgetUnit": unit, "metricName": "Error budget left",
        "fields": { "name": "The shop answers", "objectivePercent": 99.9 },
    });
    let slo = person.does("slo_create", promise).id;
    (team, slo)
}

fn bad(person: &Person, slo: &str, on: &str, minutes: f64) -> String {
    let day = json!({ "sloId": slo, "dayOn": on, "amount": minutes });
    person.does("bad_day_create", day).id
}

fn seen(person: &Person, team: &str) -> Value {
    person.reads("error_budget_get", json!({ "teamId": team }))["slos"][0].clone()
}

/// Day and value of each number of the objective's metric, newest first.
fn numbers(person: &Person, team: &str) -> Vec<(String, f64)> {
    let metric = seen(person, team)["metric"]["id"].clone();
    let page = person.reads("observations_get", json!({ "metricId": metric }));
    let one = |number: &Value| {
        let day = number["observedOn"].as_str().unwrap().to_owned();
        (day, number["value"].as_f64().unwrap())
    };
    page["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(one)
        .collect()
}

fn on(day: &str, value: f64) -> (String, f64) {
    (day.to_owned(), value)
}

#[test]
fn each_bad_day_is_a_number_and_an_earlier_one_corrects_those_after_it() {
    let (_place, ana) = Place::with_ana();
    let (team, slo) = objective(&ana, "minutes");
    bad(&ana, &slo, "2026-03-05", 10.8);
    assert_eq!(numbers(&ana, &team), [on("2026-03-05", 75.0)]);
    let earlier = bad(&ana, &slo, "2026-03-02", 21.6);
    let both = [on("2026-03-05", 25.0), on("2026-03-02", 50.0)];
    assert_eq!(numbers(&ana, &team), both);
    ana.does(
        "bad_day_edit",
        json!({ "id": earlier, "fields": { "amount": 4.32 } }),
    );
    let less = [on("2026-03-05", 65.0), on("2026-03-02", 90.0)];
    assert_eq!(numbers(&ana, &team), less);
    ana.does("bad_day_remove", json!({ "id": earlier }));
    assert_eq!(numbers(&ana, &team), [on("2026-03-05", 75.0)]);
    ana.undoes().unwrap();
    assert_eq!(numbers(&ana, &team), less, "the day and all it had changed");
    ana.finds_the_file_sound();
}

#[test]
fn the_budget_says_its_window_its_rate_and_how_long_it_lasts() {
    let (_place, ana) = Place::with_ana();
    let (team, slo) = objective(&ana, "minutes");
    bad(&ana, &slo, "2026-03-02", 21.6);
    bad(&ana, &slo, "2026-01-02", 40.0);
    let line = seen(&ana, &team);
    assert_eq!(
        (&line["window"]["fromOn"], &line["window"]["days"]),
        (&json!("2026-02-08"), &json!(30))
    );
    assert!((line["budget"]["left"].as_f64().unwrap() - 0.5).abs() < 1e-9);
    assert_eq!(
        line["spentOn"],
        Value::Null,
        "a rolling window stays as it is"
    );
    assert_eq!(line["days"][1]["inWindow"], false);
    ana.does(
        "slo_edit",
        json!({ "id": slo, "fields": { "windowDays": 90 } }),
    );
    let wider = seen(&ana, &team);
    assert!((wider["budget"]["allowed"].as_f64().unwrap() - 129.6).abs() < 1e-9);
    assert_eq!(
        numbers(&ana, &team)[0],
        on("2026-03-02", 52.47),
        "the numbers follow the window"
    );
    let month = json!({ "budgetWindow": "month" });
    ana.does("slo_edit", json!({ "id": slo, "fields": month }));
    let line = seen(&ana, &team);
    assert!(line["budget"]["burnRate"].as_f64().unwrap() > 1.0);
    assert_eq!(
        line["spentOn"], "2026-03-19",
        "nearly ten days at this rate"
    );
}

#[test]
fn events_need_their_total_and_a_day_is_written_once() {
    let (_place, ana) = Place::with_ana();
    let (_, slo) = objective(&ana, "events");
    let day =
        |total: Value| json!({ "sloId": slo, "dayOn": "2026-03-02", "amount": 5, "total": total });
    assert_eq!(
        ana.is_refused("bad_day_create", day(Value::Null)),
        "field_empty"
    );
    assert_eq!(
        ana.is_refused("bad_day_create", day(json!(4))),
        "number_invalid"
    );
    ana.does("bad_day_create", day(json!(10_000)));
    assert_eq!(
        ana.is_refused("bad_day_create", day(json!(10_000))),
        "day_taken"
    );
}
