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
