//! The published seller-portal case (M. Perri), from its first coaching cycle to its last, by `kata
//! call` alone: what a coach and a learner do in front of the board, a script can do too.

use serde_json::{Value, json};

use crate::case::{self, LATER, OBSTACLES, STEPS, Step};
use crate::desk::Desk;

/// The board of the case, with the ids that the cycles need.
struct Case {
    desk: Desk,
    process: Value,
    metric: Value,
    obstacles: Vec<Value>,
}

impl Case {
    fn set_up() -> Case {
        let desk = Desk::with_board();
        let make = |name: &str, request: Value| desk.call(name, &request).answer()["id"].clone();
        let team = desk.team("Seller Portal");
        let of_team = |fields: Value| json!({ "teamId": team, "fields": fields });
        let process = make(
            "focus_process_create",
            of_team(json!({ "name": "Answering sellers' questions" })),
        );
        let metric = make(
            "metric_create",
            of_team(
                json!({ "name": "Calls per seller per week", "unit": "calls", "good": "down" }),
            ),
        );
        let of_process = |fields: Value| json!({ "focusProcessId": process, "fields": fields });
        make(
            "challenge_create",
            of_process(json!({ "statement": "Sellers are self-sufficient." })),
        );
        let target = make(
            "target_condition_create",
            of_process(json!({
                "outcomeMetricId": metric, "outcomeComparison": "below", "outcomeTarget": 2,
                "achieveByOn": "2199-12-31",
            })),
        );
        make("target_condition_activate", json!({ "id": target }));
        let obstacles = OBSTACLES
            .map(|text| make("obstacle_create", of_process(json!({ "text": text }))))
            .to_vec();
        Case {
            desk,
            process,
            metric,
            obstacles,
        }
    }

    fn make(&self, name: &str, request: Value) -> Value {
        self.desk.call(name, &request).answer()["id"].clone()
    }

    fn read(&self, name: &str) -> Value {
        let request = json!({ "focusProcessId": self.process });
        self.desk.call(name, &request).answer()
    }

    /// The back of the card: what happened in the last step, and what was learned.
    fn reflect(&self, id: &Value, step: &Step) {
        self.make("experiment_finish", json!({ "id": id }));
        if let Some(actual) = step.actual {
            let values = json!([{ "value": actual, "how": "Call log" }]);
            self.make(
                "observation_add",
                json!({ "metricId": self.metric, "observations": values }),
            );
        }
        let result = json!({
            "actual": step.actual, "whatHappened": step.happened, "learned": step.learned,
        });
        self.make("experiment_edit", json!({ "id": id, "fields": result }));
        self.make(
            "experiment_evaluate",
            json!({ "id": id, "outcome": "refuted", "decision": "adapt" }),
        );
    }

    /// Questions 3 to 5: one obstacle, the next step with what is expected, the day to look.
    fn plan(&self, step: &Step) -> Value {
        let obstacle = &self.obstacles[step.obstacle];
        self.make("obstacle_address", json!({ "id": obstacle }));
        let kind = match step.go_and_see {
            true => "go_and_see",
            false => "hypothesis_test",
        };
        let fields = json!({
            "step": step.step, "experimentKind": kind, "metricId": self.metric,
            "baseline": step.baseline, "predicted": step.predicted,
            "prediction": step.prediction, "checkOn": LATER,
        });
        let planned = self.make(
            "experiment_create",
            json!({ "focusProcessId": self.process, "fields": fields }),
        );
        self.make("experiment_seal", json!({ "id": planned }));
        planned
    }

    /// Every cycle of the case; the last one ends without a next step.
    fn hold_all_cycles(&self) {
        let mut running: Option<(Value, &Step)> = None;
        for next in STEPS.iter().map(Some).chain([None]) {
            let begin = json!({ "focusProcessId": self.process });
            let cycle = self.make("coaching_cycle_begin", begin);
            let card = self.read("coaching_get");
            assert_eq!(card["cycle"]["id"], cycle);
            let last = card["lastStep"]["experiment"]["id"].clone();
            let expected = running.as_ref().map_or(Value::Null, |(id, _)| id.clone());
            assert_eq!(last, expected, "the back of the card is the last step");
            if let Some((id, step)) = running.take() {
                self.reflect(&id, step);
            }
            let planned = next.map(|step| (self.plan(step), step));
            let step = planned.as_ref().map(|(id, _)| id);
            self.make(
                "coaching_cycle_finish",
                json!({ "id": cycle, "nextStepId": step, "nextOn": LATER, "nextTime": "09:15" }),
            );
            running = planned;
        }
    }
}

#[test]
fn the_case_is_replayed_from_its_first_step_to_its_last() {
    let case = Case::set_up();
    case.hold_all_cycles();

    let board = case.read("storyboard_get");
    let steps = board["steps"].as_array().unwrap();
    let gaps: Vec<Value> = steps
        .iter()
        .map(|line| line["gap"]["error"].clone())
        .collect();
    assert_eq!(json!(gaps), json!([3.0, null, null, 3.0, 1.0]));
    let realised = |index: usize| steps[index]["gap"]["realised"].as_f64().unwrap();
    assert!((realised(3) - 0.4).abs() < 1e-12 && (realised(4) - 2.0 / 3.0).abs() < 1e-12);
    let told = case::told(&board, &case.read("coaching_cycles_get"));
    assert_eq!(told, case::expected());
    case.desk.run(&["check", crate::desk::BOARD]).text();
}
