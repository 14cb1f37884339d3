//! The published seller-portal case (M. Perri) as data: what is set up, each step and how it came
//! out, and the board that comes of it, whichever way the cycles were held.

use serde_json::{Value, json};

/// One step of the case, and how it came out.
pub struct Step {
    pub obstacle: usize,
    pub step: &'static str,
    pub go_and_see: bool,
    pub baseline: Option<f64>,
    pub predicted: Option<f64>,
    pub prediction: &'static str,
    pub actual: Option<f64>,
    pub happened: &'static str,
    pub learned: &'static str,
}

pub const OBSTACLES: [&str; 3] = [
    "We do not know how often sellers call.",
    "Revenue reaches sellers only when they ask.",
    "A weekly figure comes too late to choose what to promote.",
];

pub const STEPS: [Step; 5] = [
    Step {
        obstacle: 0,
        step: "Count calls for a week.",
        go_and_see: true,
        baseline: None,
        predicted: Some(4.0),
        prediction: "About 4 calls a week.",
        actual: Some(7.0),
        happened: "7 calls a week.",
        learned: "We knew half of the calls, because we remember the long ones.",
    },
    Step {
        obstacle: 0,
        step: "Write down who calls.",
        go_and_see: true,
        baseline: Some(7.0),
        predicted: None,
        prediction: "New sellers call most.",
        actual: None,
        happened: "All call as often.",
        learned: "It is not experience, because all of them call.",
    },
    Step {
        obstacle: 0,
        step: "Write down what about.",
        go_and_see: true,
        baseline: Some(7.0),
        predicted: None,
        prediction: "Invoices lead.",
        actual: None,
        happened: "Most ask for revenue.",
        learned: "They call for revenue, because they see it nowhere.",
    },
    Step {
        obstacle: 1,
        step: "Send a weekly revenue e-mail for two weeks.",
        go_and_see: false,
        baseline: Some(7.0),
        predicted: Some(2.0),
        prediction: "Revenue calls stop.",
        actual: Some(5.0),
        happened: "5 calls a week.",
        learned: "They want it daily and in launch weeks, because they choose what to promote.",
    },
    Step {
        obstacle: 2,
        step: "Send the e-mail every day.",
        go_and_see: false,
        baseline: Some(5.0),
        predicted: Some(2.0),
        prediction: "Revenue calls stop.",
        actual: Some(3.0),
        happened: "3 calls a week, later 1.",
        learned: "No new software was needed, because the figures were there.",
    },
];

/// The day on which nobody looks yet: each step is done before it.
pub const LATER: &str = "2199-01-01";

/// What a board has to say of the case, apart from ids and times.
pub fn told(storyboard: &Value, held: &Value) -> Value {
    let lines = |of: &Value| of.as_array().cloned().unwrap_or_default();
    let steps: Vec<Value> = lines(&storyboard["steps"])
        .iter()
        .map(|line| {
            let noun = &line["experiment"];
            json!({
                "against": line["obstacleText"], "step": noun["step"], "kind": noun["experimentKind"],
                "prediction": noun["sealed"]["prediction"], "baseline": noun["sealed"]["baseline"],
                "predicted": noun["sealed"]["predicted"], "checkOn": noun["sealed"]["checkOn"],
                "actual": noun["actual"], "happened": noun["whatHappened"],
                "learned": noun["learned"], "state": noun["state"], "outcome": noun["outcome"],
                "decision": noun["decision"], "amended": line["amended"],
            })
        })
        .collect();
    let cycles: Vec<Value> = lines(&held["cycles"])
        .iter()
        .map(|line| {
            let cycle = &line["cycle"];
            json!({
                "state": cycle["state"], "next": line["nextStep"]["experiment"]["step"],
                "nextOn": cycle["nextOn"], "nextTime": cycle["nextTime"],
            })
        })
        .collect();
    let values: Vec<Value> = lines(&storyboard["chart"]["points"])
        .iter()
        .map(|point| point["value"].clone())
        .collect();
    json!({ "steps": steps, "cycles": cycles, "values": values })
}

/// What the board says when the case was held to its end.
pub fn expected() -> Value {
    let steps: Vec<Value> = STEPS
        .iter()
        .map(|step| {
            json!({
                "against": OBSTACLES[step.obstacle], "step": step.step,
                "kind": if step.go_and_see { "go_and_see" } else { "hypothesis_test" },
                "prediction": step.prediction, "baseline": step.baseline,
                "predicted": step.predicted, "checkOn": LATER, "actual": step.actual,
                "happened": step.happened, "learned": step.learned, "state": "evaluated",
                "outcome": "refuted", "decision": "adapt", "amended": false,
            })
        })
        .collect();
    let next = [Value::Null]
        .into_iter()
        .chain(STEPS.iter().rev().map(|step| json!(step.step)));
    let cycles: Vec<Value> = next
        .map(|next| json!({ "state": "finished", "next": next, "nextOn": LATER, "nextTime": "09:15" }))
        .collect();
    let values: Vec<f64> = STEPS.iter().filter_map(|step| step.actual).collect();
    json!({ "steps": steps, "cycles": cycles, "values": values })
}
