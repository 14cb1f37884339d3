//! What screens are told, beyond the rows themselves.

use serde_json::{Value, json};

use crate::support::storyboard::OBSTACLE;
use crate::support::{Person, Place, Storyboard};

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
fn a_screen_gets_the_newest_steps_and_a_sum_of_those_before_them() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let process = json!({ "focusProcessId": board.process });
    ana.does("experiment_seal", json!({ "id": board.step }));
    let fields = json!({ "step": "Print it", "prediction": "It helps", "checkOn": "2026-03-13" });
    let plan = json!({ "focusProcessId": board.process, "fields": fields });
    let pencil = ana.does("experiment_create", plan.clone()).id;
    let mut ids = vec![board.step.clone(), pencil.clone()];
    for _ in 0..5 {
        let id = ana.does("experiment_create", plan.clone()).id;
        ana.does("experiment_seal", json!({ "id": id }));
        ids.push(id);
    }
    let shown = |view: &Value| -> Vec<String> {
        let steps = view["steps"].as_array().unwrap().iter();
        let id = |step: &Value| step["experiment"]["id"].as_str().unwrap().to_owned();
        steps.map(id).collect()
    };
    let storyboard = |most: Value| {
        let request = json!({ "focusProcessId": board.process, "mostSteps": most });
        ana.reads("storyboard_get", request)
    };

    let all = storyboard(Value::Null);
    assert_eq!(shown(&all), ids);
    assert_eq!(
        (&all["earlier"], &all["plannedId"]),
        (&Value::Null, &json!(pencil))
    );
    let part = storyboard(json!(3));
    assert_eq!(shown(&part), ids[4..]);
    let earlier = json!({ "count": 4, "firstNumber": 1, "firstStartedOn": all["steps"][0]["experiment"]["startedOn"] });
    assert_eq!(part["earlier"], earlier);
    assert_eq!(
        part["plannedId"],
        json!(pencil),
        "also where it is not shown"
    );
    assert_eq!(storyboard(json!(7))["earlier"], Value::Null);

    let list = |offset: usize| {
        let request = json!({ "focusProcessId": board.process, "offset": offset, "limit": 3 });
        ana.reads("experiments_get", request)
    };
    ids.reverse();
    for offset in [0, 3, 6] {
        let page = list(offset);
        assert_eq!(shown(&page), ids[offset..ids.len().min(offset + 3)]);
        assert_eq!(
            (&page["total"], &page["offset"]),
            (&json!(7), &json!(offset))
        );
        assert_eq!(page["plannedId"], json!(pencil));
    }
    let whole = ana.reads("experiments_get", process);
    assert_eq!(shown(&whole), ids);
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

#[test]
fn the_log_is_read_from_its_newest_end_page_by_page() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let page = |request: Value| -> Vec<Value> {
        ana.reads("log_get", request)["operations"]
            .as_array()
            .unwrap()
            .clone()
    };
    let mut oldest_first = page(Value::Null);
    let first = page(json!({ "newestFirst": true, "limit": 3 }));
    let before = first[2]["seq"].clone();
    let rest = page(json!({ "newestFirst": true, "before": before }));
    oldest_first.reverse();
    assert_eq!([first, rest].concat(), oldest_first);

    let title = |id: &str| {
        let changes = oldest_first
            .iter()
            .flat_map(|line| line["changes"].as_array().unwrap());
        changes
            .filter(|change| change["id"] == id)
            .map(|change| change["title"].clone())
            .next()
            .unwrap()
    };
    assert_eq!(title(&storyboard.membership), "Carl");
    assert_eq!(title(&storyboard.target), "Release");
    assert_eq!(title(&storyboard.step), "Print the code on the card");
    assert_eq!(title(&storyboard.waiver), Value::Null);
}

#[test]
fn a_challenge_can_serve_another_that_does_not_serve_it() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let challenge = |name: &str, parent: Option<&str>| {
        let process = ana.does(
            "focus_process_create",
            json!({ "teamId": storyboard.team, "fields": { "name": name } }),
        );
        let fields = json!({ "statement": name, "parentId": parent });
        let request = json!({ "focusProcessId": process.id, "fields": fields });
        (process.id, ana.does("challenge_create", request).id)
    };
    let edit = |id: &str, fields: Value| {
        ana.does("challenge_edit", json!({ "id": id, "fields": fields }));
    };
    let read = |process: &str| ana.reads("challenges_get", json!({ "focusProcessId": process }));
    let above = |process: &str| -> Vec<Value> {
        let answer = read(process);
        let lines = answer["above"].as_array().unwrap().iter();
        lines.map(|line| line["statement"].clone()).collect()
    };
    let own = &storyboard.challenge;
    let (below_process, below) = challenge("Below", Some(own));
    let (far_process, far_below) = challenge("Far below", Some(&below));
    let (other_process, other) = challenge("Other", None);
    assert_eq!(above(&storyboard.process), ["Other"]);
    assert_eq!(above(&far_process), ["A release a day", "Below", "Other"]);

    for id in [own, &other] {
        edit(id, json!({ "status": "achieved" }));
    }
    assert_eq!(above(&below_process), ["A release a day"], "it is chosen");
    assert_eq!(above(&far_process), ["Below"]);
    let closed = read(&other_process)["closed"].clone();
    assert_eq!(
        closed,
        json!([{ "id": other, "statement": "Other", "status": "achieved" }])
    );
    for parent in [own, &below, &far_below] {
        let circle = json!({ "id": own, "fields": { "parentId": parent } });
        assert_eq!(ana.is_refused("challenge_edit", circle), "challenge_circle");
    }
    edit(own, json!({ "status": "active", "parentId": other }));
    edit(&other, json!({ "status": "active" }));
    assert_eq!(above(&other_process), [""; 0], "all others serve it");

    // What one person takes back can close a circle with what another chose meanwhile.
    let ben = place.person("Ben");
    let chooses = |person: &Person, id: &str, parent: Option<&str>| {
        person.does(
            "challenge_edit",
            json!({ "id": id, "fields": { "parentId": parent } }),
        );
    };
    chooses(&ana, own, None);
    chooses(&ben, &other, Some(&far_below));
    assert_eq!(ana.undoes(), Ok(()));
    edit(&other, json!({ "statement": "Other words" }));
    assert_eq!(above(&other_process).len(), 1, "the circle is walked once");
}

#[test]
fn what_was_removed_of_a_team_is_listed_until_it_is_restored() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let listed = || -> Vec<(String, String)> {
        let removed = ana.reads("removed_get", json!({ "teamId": board.team }));
        let rows = removed["rows"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        rows.map(|row| (text(&row["id"]), text(&row["title"])))
            .collect()
    };
    assert_eq!(listed(), []);
    let numbers = json!([{ "value": 41.5, "observedOn": "2026-03-06" }]);
    let batch = json!({ "metricId": board.metric, "observations": numbers });
    let number = ana.does("observation_add", batch).id;
    let things = [
        ("observation", &number, "Lead time: 41.5"),
        ("obstacle", &board.obstacle, OBSTACLE),
    ];
    for (noun, id, title) in things {
        ana.does(&format!("{noun}_remove"), json!({ "id": id }));
        assert_eq!(listed(), [(id.clone(), title.to_owned())]);
        ana.does(&format!("{noun}_restore"), json!({ "id": id }));
        assert_eq!(listed(), []);
    }
}

#[test]
fn an_obstacle_has_the_steps_that_were_taken_against_it_newest_first() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let obstacle = &storyboard.obstacle;
    ana.does("obstacle_address", json!({ "id": obstacle }));
    let plan = |step: &str| {
        let fields = json!({ "step": step, "obstacleId": obstacle, "prediction": "It helps", "checkOn": "2026-03-10" });
        let request = json!({ "focusProcessId": storyboard.process, "fields": fields });
        ana.does("experiment_create", request).id
    };
    let read = || ana.reads("obstacle_get", json!({ "id": obstacle }));
    assert_eq!(
        read()["steps"],
        json!([]),
        "the first step is against nothing"
    );
    let first = plan("Ask the sellers");
    ana.does("experiment_seal", json!({ "id": first }));
    place.days_pass(1);
    let closing = json!({ "id": first, "learned": "They sleep until nine" });
    ana.does("experiment_abandon", closing);
    plan("Send it at ten");
    let view = read();
    assert_eq!(view["addressing"], true);
    let shown = |index: usize| &view["steps"][index]["experiment"];
    assert_eq!(shown(0)["step"], "Send it at ten");
    assert_eq!(shown(1)["learned"], "They sleep until nine");
    assert_eq!(view["steps"].as_array().unwrap().len(), 2);
    let closed = json!({ "id": obstacle, "state": "not_an_obstacle" });
    ana.does("obstacle_move_to", closed);
    assert_eq!(read()["addressing"], false);
    assert_eq!(read()["steps"].as_array().unwrap().len(), 2, "they stay");
}
