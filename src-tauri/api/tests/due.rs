//! What is due, and what of it a team's row says. The test's first day is 9 March 2026.

use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

fn due(person: &Person) -> Vec<(String, String, i64)> {
    let list = person.reads("due_get", json!({}));
    let lines = list["lines"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    lines
        .map(|line| {
            let days = line["days"].as_i64().unwrap();
            (text(&line["kind"]), text(&line["since"]), days)
        })
        .collect()
}

fn reasons(person: &Person) -> Vec<Value> {
    let teams = person.reads("teams_get", json!({}));
    let row = &teams["teams"][0]["attention"];
    let reasons = row.as_array().unwrap().iter();
    reasons.map(|reason| reason["reason"].clone()).collect()
}

fn one(kind: &str, since: &str, days: i64) -> (String, String, i64) {
    (kind.to_owned(), since.to_owned(), days)
}

#[test]
fn a_result_is_due_on_its_check_date_and_late_on_the_next_day() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    ana.does("experiment_seal", json!({ "id": storyboard.step }));
    place.days_pass(3);
    assert_eq!(due(&ana), []);
    place.days_pass(1);
    assert_eq!(due(&ana), [one("result", "2026-03-13", 0)]);
    assert_eq!(
        reasons(&ana),
        [] as [Value; 0],
        "its day is for going to see"
    );
    place.days_pass(1);
    assert_eq!(due(&ana), [one("result", "2026-03-13", 1)]);
    assert_eq!(reasons(&ana), ["resultDue"]);
    let learned = json!({ "id": storyboard.step, "learned": "because nobody came" });
    ana.does("experiment_abandon", learned);
    assert_eq!(due(&ana), []);
}

#[test]
fn a_date_is_due_until_the_target_condition_is_closed() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    place.days_pass(60);
    assert_eq!(due(&ana), [], "a draft has no date that holds");
    ana.does(
        "target_condition_activate",
        json!({ "id": storyboard.target }),
    );
    assert_eq!(due(&ana), [one("achieve_by", "2026-04-20", 18)]);
    assert_eq!(reasons(&ana)[0], "dateReached");
    let close = json!({ "id": storyboard.target, "closing": "not_met", "reflection": "Too far" });
    ana.does("target_condition_close", close);
    assert_eq!(due(&ana), []);
}

#[test]
fn a_booked_cycle_that_was_not_held_is_due_until_one_begins() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let end = json!({ "id": storyboard.cycle, "nextOn": "2026-03-10" });
    ana.does("coaching_cycle_finish", end);
    place.days_pass(1);
    assert_eq!(due(&ana), []);
    place.days_pass(1);
    assert_eq!(due(&ana), [one("coaching_cycle", "2026-03-10", 1)]);
    assert_eq!(reasons(&ana), [] as [Value; 0], "once is no pattern");
    place.days_pass(1);
    assert_eq!(reasons(&ana), ["cycleMissed"]);
    let began = json!({ "focusProcessId": storyboard.process });
    ana.does("coaching_cycle_begin", began);
    assert_eq!(due(&ana), []);
}

#[test]
fn only_numbers_that_the_active_target_condition_is_about_grow_old() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let rhythm = json!({ "id": storyboard.metric, "fields": { "rhythmDays": 7 } });
    ana.does("metric_edit", rhythm);
    place.days_pass(8);
    assert_eq!(due(&ana), []);
    let about =
        json!({ "outcomeMetricId": storyboard.metric, "processMetricId": storyboard.metric });
    ana.does(
        "target_condition_edit",
        json!({ "id": storyboard.target, "fields": about }),
    );
    ana.does(
        "target_condition_activate",
        json!({ "id": storyboard.target }),
    );
    assert_eq!(
        due(&ana),
        [one("number", "2026-03-17", 0)],
        "one metric, one line"
    );
    assert_eq!(reasons(&ana), ["numberOld"]);
    let measured = json!({ "metricId": storyboard.metric, "observations": [{ "value": 39 }] });
    ana.does("observation_add", measured);
    assert_eq!(due(&ana), []);
}

#[test]
fn lines_stand_by_date_then_by_team_and_one_team_can_be_asked_for() {
    let (place, ana) = Place::with_ana();
    let [first, second] = [(); 2].map(|()| Storyboard::made_by(&ana));
    for (storyboard, name) in [(&first, "weaving"), (&second, "Assembly")] {
        let rename = json!({ "id": storyboard.team, "fields": { "name": name } });
        ana.does("team_edit", rename);
        ana.does("experiment_seal", json!({ "id": storyboard.step }));
    }
    let end = json!({ "id": first.cycle, "nextOn": "2026-03-10" });
    ana.does("coaching_cycle_finish", end);
    place.days_pass(10);
    let lines = |request: Value| -> Vec<String> {
        let list = ana.reads("due_get", request);
        let lines = list["lines"].as_array().unwrap().iter();
        lines
            .map(|line| {
                format!(
                    "{} {}",
                    line["teamName"].as_str().unwrap(),
                    line["kind"].as_str().unwrap()
                )
            })
            .collect()
    };
    let all = [
        "weaving coaching_cycle",
        "Assembly result",
        "weaving result",
    ];
    assert_eq!(lines(json!({})), all);
    assert_eq!(lines(json!({ "teamId": second.team })), ["Assembly result"]);
    ana.does("team_remove", json!({ "id": second.team }));
    assert_eq!(lines(json!({})), [all[0], all[2]]);
}

#[test]
fn a_thing_is_said_once_a_day_on_a_machine_and_never_where_reminders_are_off() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    ana.does("experiment_seal", json!({ "id": storyboard.step }));
    place.days_pass(30);
    let said = |person: &Person| {
        let due = person.reads("due_remind", json!({}));
        due["lines"].as_array().unwrap().len()
    };
    let due = ana.reads("due_get", json!({}))["lines"]
        .as_array()
        .unwrap()
        .len();
    assert!(due > 0);
    assert_eq!(said(&ana), due);
    assert_eq!(said(&ana), 0);
    assert_eq!(said(&place.person("Ana")), 0, "another start of the app");
    assert_eq!(said(&ben), due, "another machine");
    place.days_pass(1);
    ana.reads("prefs_edit", json!({ "reminders": false }));
    assert_eq!(said(&ana), 0);
    ana.reads("prefs_edit", json!({ "reminders": true }));
    assert_eq!(said(&ana), due, "what was not said does not count as said");
}
