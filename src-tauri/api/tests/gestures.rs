//! What a person does with one press is one operation, however many rows it changes: taken back by
//! one undo, and whole or not there when the app is killed meanwhile.

use std::collections::BTreeSet;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

use crate::support::dump::Dump;
use crate::support::{Person, Place, Storyboard};

/// A board on which every gesture can be made.
struct Team<'p> {
    ana: &'p Person,
    board: Storyboard,
    /// A process on which nothing stands yet.
    fresh: String,
    /// A step in that process, in pencil.
    pencil: String,
}

impl Team<'_> {
    fn made_by(ana: &Person) -> Team<'_> {
        let board = Storyboard::made_by(ana);
        ana.does("experiment_seal", json!({ "id": board.step }));
        let held = json!({ "id": board.retrospective });
        ana.tries("retrospective_begin", held).ok();
        let fields = json!({ "name": "Fresh" });
        let fresh = json!({ "teamId": board.team, "fields": fields });
        let fresh = ana.does("focus_process_create", fresh).id;
        let plan = json!({ "focusProcessId": fresh });
        let pencil = ana.does("experiment_create", plan).id;
        Team {
            ana,
            board,
            fresh,
            pencil,
        }
    }

    /// Each gesture with what it asks for.
    fn gestures(&self) -> Vec<(&'static str, Value)> {
        let board = &self.board;
        let metric = json!({ "teamId": board.team, "fields": { "name": "Gesture" } });
        vec![
            (
                "observation_add",
                json!({
                    "newMetric": metric,
                    "points": { "kind": "currentCondition", "focusProcessId": board.process, "metricKind": "outcome" },
                    "observations": [{ "value": 3 }, { "value": 4 }],
                }),
            ),
            (
                "observation_add",
                json!({
                    "metricId": board.metric,
                    "points": { "kind": "currentCondition", "focusProcessId": self.fresh, "metricKind": "process" },
                    "observations": [{ "value": 5, "observedOn": "2026-01-02" }],
                }),
            ),
            (
                "observation_add",
                json!({
                    "newMetric": { "teamId": board.team, "fields": { "name": "Made for a step" } },
                    "points": { "kind": "step", "id": self.pencil },
                    "observations": [{ "value": 6 }],
                }),
            ),
            (
                "observation_import",
                json!({ "newMetric": metric, "text": "2026-03-01,7\n2026-03-02,8\n" }),
            ),
            (
                "target_condition_edit",
                json!({
                    "id": board.target, "fields": { "outcomeTarget": 2 },
                    "newMetric": { "metricKind": "outcome", "metric": {
                        "teamId": board.team, "fields": { "name": "Made for a target" } } },
                }),
            ),
            (
                "current_condition_create",
                json!({
                    "focusProcessId": board.process,
                    "continues": true,
                    "fields": { "operatingPattern": "The card has the code on it." },
                }),
            ),
            (
                "experiment_could_not_run",
                json!({ "id": board.step, "learned": "No cards.", "obstacle": "The printer is empty" }),
            ),
            (
                "experiment_create",
                json!({ "focusProcessId": board.process, "retrospectiveId": board.retrospective }),
            ),
            (
                "coaching_cycle_unknown",
                json!({ "id": board.cycle, "question": 2, "note": "Who asks?", "step": "Go and see who asks." }),
            ),
        ]
    }

    fn operations(&self) -> usize {
        self.ana.operations().len()
    }
}

/// The rows that are not the same.
fn differences(before: &Dump, after: &Dump) -> Vec<String> {
    let rows: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = rows
        .into_iter()
        .filter(|row| before.get(*row) != after.get(*row));
    differ
        .map(|row| format!("{row}: {:?} {:?}", before.get(row), after.get(row)))
        .collect()
}

#[test]
fn each_gesture_is_one_operation_that_one_undo_takes_back_and_one_redo_brings_again() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    for (command, request) in team.gestures() {
        let (before, logged) = (ana.dump(), team.operations());
        ana.reads(command, request.clone());
        let after = ana.dump();
        assert_ne!(before, after, "{command}");
        assert_eq!(team.operations(), logged + 1, "{command} is one operation");
        assert_eq!(ana.undoes(), Ok(()), "{command} {request}");
        assert_eq!(
            differences(&before, &ana.dump()),
            [""; 0],
            "{command} is taken back"
        );
        assert_eq!(ana.redoes(), Ok(()), "{command}");
        assert_eq!(
            differences(&after, &ana.dump()),
            [""; 0],
            "{command} is there again"
        );
        assert_eq!(ana.undoes(), Ok(()), "{command}");
    }
}

#[test]
fn a_gesture_that_is_refused_leaves_nothing() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let board = &team.board;
    let metric = json!({ "teamId": board.team, "fields": { "name": "Gesture" } });
    let elsewhere = json!({ "fields": { "name": "Elsewhere" } });
    let elsewhere = ana.does("team_create", elsewhere).id;
    let session = json!({ "teamId": elsewhere, "fields": {} });
    let session = ana.does("retrospective_create", session).id;
    ana.does("retrospective_begin", json!({ "id": session }));
    let before = ana.dump();
    let refused = [
        (
            "observation_add",
            json!({ "newMetric": metric, "observations": [{ "value": 1, "note": "x".repeat(30_000) }] }),
        ),
        (
            "observation_add",
            json!({ "newMetric": metric, "metricId": board.metric, "observations": [{ "value": 1 }] }),
        ),
        (
            "observation_add",
            json!({ "observations": [{ "value": 1 }] }),
        ),
        (
            "observation_import",
            json!({ "newMetric": metric, "text": "nothing\n" }),
        ),
        (
            "experiment_could_not_run",
            json!({ "id": board.step, "learned": "No cards.", "obstacle": "x".repeat(30_000) }),
        ),
        (
            "experiment_create",
            json!({ "focusProcessId": board.process, "retrospectiveId": session }),
        ),
        (
            "coaching_cycle_unknown",
            json!({ "id": board.cycle, "question": 6, "note": "Who asks?", "step": "Go and see." }),
        ),
    ];
    for (command, request) in refused {
        assert!(
            ana.tries(command, request.clone()).is_err(),
            "{command} {request}"
        );
        assert_eq!(ana.dump(), before, "{command}");
    }
}

#[test]
fn a_planned_step_begins_with_what_the_board_knows() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let board = &team.board;
    ana.does("obstacle_address", json!({ "id": board.obstacle }));
    let fields = json!({ "outcomeMetricId": board.metric });
    ana.does(
        "target_condition_edit",
        json!({ "id": board.target, "fields": fields }),
    );
    let add = json!({ "metricId": board.metric, "observations": [{ "value": 38.5 }] });
    ana.does("observation_add", add);
    let step = |fields: Value| {
        let plan = json!({ "focusProcessId": board.process, "fields": fields });
        let id = ana.does("experiment_create", plan).id;
        let view = ana.reads("experiment_get", json!({ "id": id }));
        let step = &view["step"]["experiment"];
        ["obstacleId", "targetConditionId", "metricId", "baseline"].map(|field| step[field].clone())
    };
    let all = [
        json!(board.obstacle),
        json!(board.target),
        json!(board.metric),
        json!(38.5),
    ];
    assert_eq!(step(json!({})), all);
    let [obstacle, target, metric, _] = all;
    let without = step(json!({ "metricId": null }));
    assert_eq!(
        without,
        [obstacle.clone(), target.clone(), Value::Null, Value::Null]
    );
    let told = step(json!({ "baseline": null }));
    assert_eq!(told, [obstacle, target, metric, Value::Null]);
}

#[test]
fn a_metric_that_is_made_for_a_planned_step_judges_it_and_a_sealed_step_stays() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let judged = |step: &str| {
        let add = json!({
            "newMetric": { "teamId": team.board.team, "fields": { "name": "Made for a step" } },
            "points": { "kind": "step", "id": step }, "observations": [{ "value": 6 }],
        });
        ana.does("observation_add", add);
        let view = ana.reads("experiment_get", json!({ "id": step }));
        let step = &view["step"];
        (
            step["metricName"].clone(),
            step["experiment"]["baseline"].clone(),
        )
    };
    assert_eq!(judged(&team.pencil), (json!("Made for a step"), json!(6.0)));
    let steps = || -> Vec<_> {
        let rows = ana.dump().into_iter();
        rows.filter(|(row, _)| row.starts_with("experiment "))
            .collect()
    };
    let before = steps();
    judged(&team.board.step);
    assert_eq!(steps(), before);
}

#[test]
fn what_is_adopted_goes_on_from_the_newest_grasp_with_every_field() {
    let (place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let condition = || {
        let request = json!({ "focusProcessId": board.process });
        ana.reads("storyboard_get", request)["currentCondition"].clone()
    };
    let fields = json!({
        "operatingPattern": "Three people ask.", "getsInTheWay": "The queue", "goesWrongWhen": "On Mondays",
        "observedBy": "Carl", "measuredHow": "By the log", "workType": "incident",
        "outcomeMetricId": board.metric, "processMetricId": board.metric,
    });
    ana.does(
        "current_condition_edit",
        json!({ "id": board.condition, "fields": fields }),
    );
    let before = condition();
    place.days_pass(1);
    let adopted = json!({
        "focusProcessId": board.process, "continues": true,
        "fields": { "operatingPattern": "Nobody asks." },
    });
    ana.does("current_condition_create", adopted);
    let mut after = condition();
    assert_ne!(after["id"], before["id"]);
    assert_eq!(after["operatingPattern"], "Nobody asks.");
    for field in ["id", "meta", "operatingPattern", "asOfOn"] {
        after[field] = before[field].clone();
    }
    assert_eq!(after, before);
}

const ROUNDS: u64 = 12;

/// What a killed app leaves of gestures: each row that one makes is there with all the others of
/// it.
fn nothing_is_torn(ana: &Person, team: &Team<'_>) {
    let board = &team.board;
    let storyboard = ana.reads("storyboard_get", json!({ "focusProcessId": board.process }));
    let made = storyboard["metrics"].as_array().unwrap().iter();
    let made: Vec<&Value> = made
        .filter(|now| now["metric"]["name"] == "Gesture")
        .collect();
    for now in &made {
        let id = &now["metric"]["id"];
        let numbers = ana.reads("observations_get", json!({ "metricId": id }));
        assert_eq!(numbers["total"], 2, "a metric with half of its numbers");
    }
    let outcome = &storyboard["currentCondition"]["outcomeMetricId"];
    let points = made.iter().any(|now| now["metric"]["id"] == *outcome);
    let written = made.iter().any(|now| now["last"]["value"] == 4.0);
    assert_eq!(points, written, "a metric that nothing points to");

    let step = ana.reads("experiment_get", json!({ "id": board.step }));
    let given_up = step["step"]["experiment"]["state"] == "could_not_run";
    let obstacles = storyboard["obstacles"].as_array().unwrap().iter();
    let parked = obstacles.filter(|line| line["obstacle"]["fromExperimentId"] == json!(board.step));
    assert_eq!(parked.count() == 1, given_up, "a step without its obstacle");

    let session = ana.reads("retrospective_get", json!({ "id": board.retrospective }));
    let agreed = &session["retrospective"]["nextStepId"];
    let mut steps = storyboard["steps"].as_array().unwrap().iter();
    let planned = steps.rfind(|line| {
        line["experiment"]["experimentKind"] == "hypothesis_test"
            && line["experiment"]["id"] != json!(board.step)
    });
    let planned = planned.map_or(Value::Null, |line| line["experiment"]["id"].clone());
    assert_eq!(*agreed, planned, "a step that nobody agreed on");
}

#[test]
fn an_app_that_is_killed_in_a_gesture_leaves_all_of_it_or_nothing() {
    let (mut answered, mut all) = (0, 0);
    for seed in 0..ROUNDS {
        let mut random = StdRng::seed_from_u64(seed);
        let (place, ana) = Place::with_ana();
        let team = Team::made_by(&ana);
        let mut ben = place.process_at_the_board("Ben");
        let orders: Vec<_> = team.gestures().into_iter().cycle().take(14).collect();
        all += orders.len();
        for (command, request) in orders {
            ben.order(command, request);
        }
        // The moment of the kill is the point of this test; nothing is waited for.
        std::thread::sleep(Duration::from_micros(random.random_range(0..60_000)));
        answered += ben.killed().len();
        nothing_is_torn(&ana, &team);
        ana.finds_the_file_sound();
    }
    // Otherwise nobody was killed at work.
    assert!((1..all).contains(&answered), "{answered} of {all}");
}
