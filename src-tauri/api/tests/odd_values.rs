//! Every field of every command gets what nobody types: texts of ten megabytes, control characters,
//! years and numbers out of all bounds, values of another kind. The fields come from the schemas in
//! the command table, so a new one is tried by itself.

use kata_api::table::{COMMANDS, Command, Scope};
use kata_wire::CODES;
use serde_json::{Value, json};

use crate::support::requests::request;
use crate::support::{Person, Place, Storyboard};

/// Codes that say that something broke, where a request should have been refused or done.
const BROKEN: [&str; 6] = [
    "internal",
    "damaged",
    "unreachable",
    "busy",
    "private_files",
    "command_unknown",
];

fn odd_values() -> Vec<Value> {
    let texts = [
        "\u{0}",
        "\u{1b}[2J",
        "\u{202e}txet",
        "\u{feff}",
        "e\u{301}\u{301}\u{301}",
        "\r\n\t",
        "'; --",
        "../../etc/passwd",
        "NaN",
        "Infinity",
        "99999-01-01",
        "+99999-12-31",
        "-0001-01-01",
        "0000-00-00",
        "2026-02-30",
        "9999-12-31",
        "exp_",
        "tea_ffffffffffffffffffffffffffffffff",
    ];
    let mut odd: Vec<Value> = texts.map(Value::from).to_vec();
    odd.extend([
        json!(f64::MAX),
        json!(-f64::MAX),
        json!(5e-324),
        json!(-0.0),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
        json!(-1),
        json!(0),
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([null]),
        json!([["a"]]),
        json!("🙂".repeat(30_000)),
    ]);
    odd
}

/// The paths to all fields of a request.
fn fields(schema: &Value) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    collect(schema, schema, &mut Vec::new(), &mut found);
    found
}

fn collect(root: &Value, schema: &Value, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    if let Some(place) = schema["$ref"].as_str() {
        let schema = root.pointer(&place[1..]).unwrap();
        return collect(root, schema, at, found);
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for schema in schema[choice].as_array().into_iter().flatten() {
            collect(root, schema, at, found);
        }
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        at.push(name.clone());
        found.push(at.clone());
        collect(root, schema, at, found);
        at.pop();
    }
    if schema["items"].is_object() {
        at.push("0".to_owned());
        collect(root, &schema["items"], at, found);
        at.pop();
    }
}

/// The request with another value in one field.
fn with(mut request: Value, path: &[String], value: Value) -> Option<Value> {
    let (last, above) = path.split_last()?;
    let mut place = &mut request;
    for name in above {
        place = match name.parse::<usize>() {
            Ok(index) => place.get_mut(index)?,
            Err(_) => place.as_object_mut()?.entry(name).or_insert(json!({})),
        };
    }
    place.as_object_mut()?.insert(last.clone(), value);
    Some(request)
}

/// A request that is as it should be.
fn sensible(command: &Command, storyboard: &Storyboard) -> Value {
    if command.scope == Scope::Write {
        return request(command.name, &storyboard.rows(), 0, 2).unwrap();
    }
    let typed =
        json!({ "entityId": storyboard.obstacle, "field": "text", "text": "typed", "basedOn": [] });
    match command.name {
        "draft_put" | "draft_drop" => typed,
        "note_get" => json!({ "entityId": storyboard.obstacle }),
        "note_put" => json!({ "entityId": storyboard.obstacle, "text": "typed" }),
        "presence_follow" => json!({ "cycleId": storyboard.cycle, "place": 4 }),
        "presence_writing" => json!({ "id": storyboard.obstacle, "field": "text" }),
        "history_get" | "conflict_get" => json!({ "id": storyboard.obstacle, "field": "text" }),
        "search" => json!({ "query": "the line" }),
        "similar_steps" => json!({ "text": "print the code", "exceptId": storyboard.step }),
        "experiment_get" => json!({ "id": storyboard.step }),
        "obstacle_get" => json!({ "id": storyboard.obstacle }),
        "attachment_get" => json!({ "id": storyboard.attachment }),
        "storyboard_get" | "experiments_get" | "coaching_get" | "coaching_cycles_get" => {
            json!({ "focusProcessId": storyboard.process })
        }
        "retrospective_get" | "retrospective_follow" => json!({ "id": storyboard.retrospective }),
        "toil_get" | "error_budget_get" | "retrospectives_get" => {
            json!({ "teamId": storyboard.team })
        }
        "challenges_get" | "progress_get" | "learning_get" => {
            json!({ "focusProcessId": storyboard.process })
        }
        "observations_get" | "chart_get" => json!({ "metricId": storyboard.metric }),
        "observation_preview" => json!({
            "metricId": storyboard.metric, "text": "day;value\n2026-03-02;41,5 h\nsoon;7\n",
            "reading": { "columns": { "value": 1, "day": 0 } },
        }),
        "me_choose" => json!({ "personId": storyboard.person }),
        _ => json!({}),
    }
}

/// What an odd request may end with: done, or refused with a reason; never broken.
fn tries(ana: &Person, command: &str, request: Value) {
    if let Err(error) = ana.tries(command, request.clone()) {
        let shown: String = request.to_string().chars().take(400).collect();
        assert!(
            CODES.contains(&error.code) && !BROKEN.contains(&error.code),
            "{command} {shown}: {error:?}"
        );
    }
}

/// Everything can still be looked at, and the file is sound.
fn all_is_well(ana: &Person, storyboard: &Storyboard) {
    for command in COMMANDS
        .iter()
        .filter(|command| command.scope == Scope::Read)
    {
        ana.reads(command.name, sensible(command, storyboard));
    }
    ana.finds_the_file_sound();
}

/// The commands that are tried; those that open other files have tests of their own.
fn tried() -> impl Iterator<Item = &'static Command> {
    let elsewhere = ["board_create", "board_open", "board_sample", "board_close"];
    COMMANDS
        .iter()
        .filter(move |command| !elsewhere.contains(&command.name))
}

#[test]
fn odd_values_are_refused_or_kept_and_break_nothing() {
    let mut tries_made = 0;
    for command in tried() {
        let (_place, ana) = Place::with_ana();
        let storyboard = Storyboard::made_by(&ana);
        let request = sensible(command, &storyboard);
        for path in fields(&command.request_schema()) {
            for value in odd_values() {
                if let Some(request) = with(request.clone(), &path, value) {
                    tries(&ana, command.name, request);
                    tries_made += 1;
                }
            }
        }
        // The row that the command is about may be gone by now, as it was asked for.
        ana.finds_the_file_sound();
        if command.scope == Scope::Write && !command.name.ends_with("_remove") {
            all_is_well(&ana, &storyboard);
        }
    }
    assert!(tries_made > 5_000, "the schemas are read: {tries_made}");
}

#[test]
fn ten_megabytes_are_refused_in_every_field_of_a_board() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let before = ana.operations();
    let long = "a".repeat(10_000_000);
    let mut refused = 0;
    for command in tried().filter(|command| command.scope == Scope::Write) {
        let request = sensible(command, &storyboard);
        for path in fields(&command.request_schema()) {
            let Some(request) = with(request.clone(), &path, json!(long)) else {
                continue;
            };
            let error = ana.tries(command.name, request).unwrap_err();
            assert!(
                !BROKEN.contains(&error.code),
                "{} {path:?}: {}",
                command.name,
                error.code
            );
            // An error is shown; it does not bring the text back.
            assert!(error.params.to_string().len() < 2_000, "{}", command.name);
            refused += 1;
        }
    }
    assert!(refused > 100, "the schemas are read: {refused}");
    assert_eq!(ana.operations(), before);
}
