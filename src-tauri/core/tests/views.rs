//! What screens are told, beyond the rows themselves.

use serde_json::{Value, json};

use crate::support::{Place, Storyboard};

#[test]
fn a_planned_step_does_not_hide_the_age_of_the_running_one() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let last_step = || ana.reads("teams_get", Value::Null)["teams"][0]["lastStep"].clone();
    assert_eq!(last_step()["state"], "planned", "nothing was started yet");
    ana.does("experiment_seal", json!({ "id": storyboard.step }));
    let next = json!({ "focusProcessId": storyboard.process, "fields": { "step": "Two codes" } });
    ana.does("experiment_create", next);
    place.days_pass(3);
    let step = last_step();
    assert_eq!((&step["number"], &step["daysAgo"]), (&json!(1), &json!(3)));
}

#[test]
fn a_creation_travels_under_wire_names() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let history = ana.reads("history_get", json!({ "id": storyboard.step }));
    assert_eq!(history["versions"][0]["value"]["checkOn"], "2026-03-13");
    let field = json!({ "id": storyboard.step, "field": "checkOn" });
    let history = ana.reads("history_get", field);
    assert_eq!(history["versions"][0]["value"], "2026-03-13");
    let log = ana.reads("log_get", Value::Null);
    let changes = log["operations"].as_array().unwrap().iter();
    let mut values = changes.flat_map(|line| line["changes"].as_array().unwrap());
    assert!(values.any(|change| !change["value"]["rows"][0]["measuredBy"].is_null()));
    let text = log.to_string();
    assert!(!text.contains("check_on") && !text.contains("measured_by"));
}
