//! A request for every command that writes, made from three numbers: so that random work covers
//! the whole table, and a command that is new in it has to be given a request here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The wire ids of the rows made so far, by kind.
pub type Rows = BTreeMap<String, Vec<String>>;

/// A request for a command; none while a row that it needs is not made yet.
///
/// `which` chooses rows, `word` chooses what is written.
///
/// # Panics
/// At a command that has no request here.
pub fn request(command: &str, rows: &Rows, which: usize, word: usize) -> Option<Value> {
    let row = |kind: &str| pick(rows, kind, which);
    let other = |kind: &str| pick(rows, kind, which / 2 + word);
    let kind = kind_of(command);
    Some(match command {
        "undo" | "redo" => json!({}),
        "person_create" | "team_create" => json!({ "fields": fields(kind, word, rows) }),
        "membership_create" => {
            json!({ "teamId": row("team")?, "personId": other("person")?, "roles": roles(word) })
        }
        "focus_process_create" | "metric_create" => {
            json!({ "teamId": row("team")?, "fields": fields(kind, word, rows) })
        }
        "challenge_create"
        | "current_condition_create"
        | "target_condition_create"
        | "obstacle_create"
        | "experiment_create" => {
            let mut fields = fields(kind, word, rows);
            if let Some(more) = whole(command, word) {
                fields.as_object_mut()?.extend(more.as_object()?.clone());
            }
            let mut request = json!({ "focusProcessId": row("focus_process")?, "fields": fields });
            if word.is_multiple_of(3) && command == "current_condition_create" {
                request["continues"] = json!(true);
            }
            if word.is_multiple_of(3) && command == "experiment_create" {
                request["retrospectiveId"] = json!(other("retrospective"));
            }
            request
        }
        // Three in four are of a metric that is there, and two in four are pointed to.
        "observation_add" => {
            let points = match word % 4 {
                0 => other("experiment").map(|step| json!({ "kind": "step", "id": step })),
                1 => other("focus_process").map(|process| {
                    let kind = one_of(word, &["outcome", "process"]);
                    json!({ "kind": "currentCondition", "focusProcessId": process, "metricKind": kind })
                }),
                _ => None,
            };
            let mut request = json!({ "observations": observations(word), "points": points });
            if word.is_multiple_of(4) {
                request["newMetric"] =
                    json!({ "teamId": row("team")?, "fields": fields("metric", word, rows) });
            } else {
                request["metricId"] = json!(row("metric")?);
            }
            request
        }
        "observation_import" => json!({
            "metricId": row("metric")?, "text": column(word), "leaveOut": true,
            "duplicates": one_of(word, &["keep_both", "replace", "skip"]),
        }),
        "target_condition_close" => json!({
            "id": row(kind)?, "closing": one_of(word, &["met", "not_met", "superseded"]),
            "reflection": text(word), "challengeValid": word.is_multiple_of(2),
        }),
        "obstacle_move_to" => {
            json!({ "id": row(kind)?, "state": one_of(word, &["parked", "cleared", "not_an_obstacle"]) })
        }
        "experiment_evaluate" => json!({
            "id": row(kind)?, "outcome": one_of(word, &["confirmed", "refuted", "inconclusive"]),
            "decision": "adapt",
        }),
        "experiment_abandon" | "experiment_could_not_run" => {
            json!({ "id": row(kind)?, "learned": text(word), "obstacle": text(word / 2) })
        }
        "coaching_cycle_unknown" => json!({
            "id": row(kind)?, "question": word % 5 + 1, "note": text(word), "step": text(word / 2),
        }),
        "coaching_cycle_begin" => json!({
            "focusProcessId": row("focus_process")?, "coachId": pick(rows, "person", word),
        }),
        "coaching_cycle_clock" => {
            json!({ "id": row(kind)?, "clock": one_of(word, &["pause", "go_on", "add_minute"]) })
        }
        "coaching_cycle_finish" => json!({
            "id": row(kind)?, "nextStepId": pick(rows, "experiment", word), "nextOn": day(word),
            "nextTime": one_of(word, &["09:15", "", "14:00"]),
        }),
        "attachment_add" => {
            // Base64 of a few bytes that differ.
            let data = one_of(word, &["aGVsbG8=", "d2VlaywgY2FsbHM=", "MSwyLDM="]);
            json!({ "experimentId": row("experiment")?, "name": text(word), "data": data })
        }
        "baseline_window_create" => json!({
            "metricId": row("metric")?, "fromOn": "2026-01-01", "toOn": day(word), "reason": text(word),
        }),
        "slo_create" => json!({
            "teamId": row("team")?, "budgetUnit": "minutes", "metricName": text(word),
            "fields": { "name": text(word), "objectivePercent": 99.9 },
        }),
        "bad_day_create" => {
            json!({ "sloId": row("slo")?, "dayOn": day(word), "amount": word % 60, "note": text(word) })
        }
        "toil_ledger_begin" => json!({ "teamId": row("team")?, "metricName": text(word) }),
        "toil_category_create" => {
            json!({ "teamId": row("team")?, "fields": fields(kind, word, rows) })
        }
        "toil_week_create" => {
            let hours = json!([{ "categoryId": row("toil_category")?, "hours": word % 9 }]);
            json!({ "teamId": row("team")?, "weekOn": day(word), "allHours": 40, "hours": hours })
        }
        "retrospective_create" => json!({
            "teamId": row("team")?, "fields": { "title": text(word), "focusProcessId": pick(rows, "focus_process", which) },
        }),
        "retrospective_advance" => json!({ "id": row(kind)?, "to": word % 9 }),
        "retrospective_clock" => {
            json!({ "id": row(kind)?, "clock": one_of(word, &["pause", "go_on", "add_minute"]) })
        }
        "retrospective_discuss" => {
            json!({ "id": row(kind)?, "topicId": pick(rows, "topic", word) })
        }
        "retrospective_hand_over" => {
            json!({ "id": row(kind)?, "personId": pick(rows, "person", word)? })
        }
        "retrospective_next_step" => {
            json!({ "id": row(kind)?, "experimentId": other("experiment")? })
        }
        "retrospective_close" => json!({ "id": row(kind)?, "noStepReason": text(word) }),
        "timeline_event_create" | "topic_create" | "retro_note_create" => {
            let session = row("retrospective")?;
            match kind {
                "topic" => {
                    json!({ "retrospectiveId": session, "title": text(word), "noteIds": [] })
                }
                _ => json!({ "retrospectiveId": session, "fields": fields(kind, word, rows) }),
            }
        }
        "topic_merge" => json!({ "id": row(kind)?, "into": pick(rows, kind, which + 1)? }),
        "topic_obstacle" => {
            json!({ "id": row("topic")?, "focusProcessId": pick(rows, "focus_process", word) })
        }
        "retro_notes_group" => {
            json!({ "noteIds": [row("retro_note")?], "topicId": pick(rows, "topic", word) })
        }
        "obstacle_review_put" => json!({
            "retrospectiveId": row("retrospective")?, "obstacleId": other("obstacle")?,
            "decision": one_of(word, &["kept", "closed", "dropped"]), "reason": text(word),
        }),
        "retrospective_begin" => json!({ "id": row(kind)? }),
        "waiver_create" => json!({
            "subject": other("obstacle")?, "hint": one_of(word, &["no_evidence", "missing_solution"]),
            "note": text(word),
        }),
        "target_condition_activate"
        | "coaching_cycle_break_off"
        | "obstacle_address"
        | "experiment_seal"
        | "experiment_finish" => {
            json!({ "id": row(kind)? })
        }
        _ if command.ends_with("_edit") => {
            json!({ "id": row(kind)?, "fields": fields(kind, word, rows) })
        }
        _ if command.ends_with("_remove") || command.ends_with("_restore") => {
            json!({ "id": row(kind)? })
        }
        _ if command.ends_with("_move") => {
            let after = if word.is_multiple_of(2) {
                None
            } else {
                other(kind)
            };
            json!({ "id": row(kind)?, "after": after })
        }
        _ => panic!("{command} has no request in tests/support/requests.rs"),
    })
}

/// The kind of row that a command is about.
pub fn kind_of(command: &str) -> &str {
    const VERBS: [&str; 25] = [
        "_create",
        "_edit",
        "_remove",
        "_restore",
        "_move",
        "_move_to",
        "_add",
        "_import",
        "_close",
        "_activate",
        "_address",
        "_seal",
        "_finish",
        "_evaluate",
        "_abandon",
        "_begin",
        "_clock",
        "_break_off",
        "_advance",
        "_discuss",
        "_hand_over",
        "_next_step",
        "_merge",
        "_put",
        "_unknown",
    ];
    let found = VERBS.iter().find_map(|verb| command.strip_suffix(verb));
    found
        .or(command.strip_suffix("_could_not_run"))
        .unwrap_or(command)
}

fn pick(rows: &Rows, kind: &str, which: usize) -> Option<String> {
    let rows = rows.get(kind).filter(|rows| !rows.is_empty())?;
    Some(rows[which % rows.len()].clone())
}

/// A sentence of which one or two words differ, so that texts can be merged, or not.
pub fn text(word: usize) -> String {
    let mut words: Vec<&str> = "the line waits each morning until somebody finds the right code"
        .split(' ')
        .collect();
    let length = words.len();
    const OTHER: [&str; 5] = ["still", "Monday", "nobody", "wrong", "release"];
    words[word % length] = OTHER[word % OTHER.len()];
    if word.is_multiple_of(3) {
        words[word * 7 % length] = OTHER[word / 3 % OTHER.len()];
    }
    words.join(" ")
}

fn roles(word: usize) -> Value {
    [
        json!([]),
        json!(["learner"]),
        json!(["coach", "facilitator"]),
    ][word % 3]
        .clone()
}

fn one_of<T: Copy>(word: usize, choices: &[T]) -> T {
    choices[word % choices.len()]
}

/// Numbers of every size, also those that a careless reader rounds.
fn number(word: usize) -> f64 {
    let bits = (word as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(31);
    let odd = f64::from_bits(bits);
    match word % 4 {
        0 if odd.is_finite() => odd,
        1 => (word as f64) / 7.0,
        2 => -0.1 * (word as f64),
        _ => word as f64,
    }
}

fn day(word: usize) -> String {
    format!("2026-{:02}-{:02}", word % 12 + 1, word % 28 + 1)
}

fn observations(word: usize) -> Value {
    let one = |n: usize| json!({ "value": number(word + n), "observedOn": day(word + n), "note": text(n) });
    (0..word % 5 + 1).map(one).collect()
}

/// A pasted column in which one line is no number.
fn column(word: usize) -> String {
    let past = |n: usize| day(word + n).replace("2026", "2025");
    let line = |n: usize| format!("{};{}\n", past(n), number(word + n));
    let lines: String = (0..word % 5 + 1).map(line).collect();
    format!("day;value\n{lines}{};soon\n", past(0))
}

/// What a row needs from the beginning.
fn whole(command: &str, word: usize) -> Option<Value> {
    match command {
        "challenge_create" => Some(json!({ "statement": text(word) })),
        "obstacle_create" => Some(json!({ "text": text(word) })),
        "target_condition_create" => Some(json!({ "achieveByOn": day(word) })),
        "experiment_create" => Some(json!({
            "step": text(word), "prediction": text(word + 1), "checkOn": "2026-03-01",
            "learned": "", "predictedLow": null, "predictedHigh": null,
        })),
        _ => None,
    }
}

/// One or two fields of a kind of row.
fn fields(kind: &str, word: usize, rows: &Rows) -> Value {
    let text = text(word);
    let number = number(word);
    let day = day(word);
    let choices = match kind {
        "person" | "team" => vec![json!({ "name": text })],
        "membership" => vec![json!({ "roles": roles(word) })],
        "focus_process" => vec![
            json!({ "name": text }),
            json!({ "name": text, "scope": text }),
        ],
        "metric" => vec![
            json!({ "name": text, "unit": "min" }),
            json!({ "name": text, "good": one_of(word, &["up", "down"]), "rhythmDays": word % 9 + 1 }),
            json!({ "name": text, "definition": text, "metricKind": one_of(word, &["outcome", "process"]) }),
        ],
        "challenge" => vec![
            json!({ "statement": text }),
            json!({ "why": text, "horizonOn": day }),
            json!({ "ownerId": pick(rows, "person", word), "status": one_of(word, &["active", "dropped"]) }),
        ],
        "current_condition" => vec![
            json!({ "operatingPattern": text, "goesWrongWhen": text }),
            json!({ "asOfOn": day, "outcomeMetricId": pick(rows, "metric", word) }),
            json!({ "observedBy": text, "workType": one_of(word, &["project", "request"]) }),
        ],
        "target_condition" => vec![
            json!({ "operatingPattern": text }),
            json!({ "achieveByOn": day }),
            json!({ "outcomeTarget": number, "outcomeComparison": one_of(word, &["below", "above"]) }),
        ],
        "obstacle" => vec![
            json!({ "text": text }),
            json!({ "evidence": text, "reach": one_of(word, &["own", "outside"]) }),
            json!({ "foundOn": day }),
        ],
        "observation" => vec![
            json!({ "value": number }),
            json!({ "note": text, "observedOn": day }),
        ],
        "coaching_cycle" => vec![
            json!({ "remarks": text, "learnerId": pick(rows, "person", word) }),
            json!({ "thresholdQuestion": word % 5 + 1, "thresholdNote": text }),
            json!({ "feedback": text, "checklist": ["asked_in_order", "one_obstacle"] }),
            json!({ "nextOn": day, "nextTime": "09:15" }),
        ],
        "attachment" => vec![json!({ "name": text })],
        "retrospective" => vec![
            json!({ "title": text, "summary": text }),
            json!({ "subject": text, "voteLimit": word % 3 + 1 }),
            json!({ "voteBudget": word % 5 + 1, "survey": word.is_multiple_of(2) }),
        ],
        "timeline_event" => vec![
            json!({ "what": text, "moment": "17:20" }),
            json!({ "what": text, "who": text, "known": text }),
        ],
        "topic" => vec![
            json!({ "title": text, "notes": text }),
            json!({ "wastes": ["waiting"], "mismatches": ["capacity"] }),
            json!({ "reach": one_of(word, &["own", "influence", "outside"]) }),
        ],
        "retro_note" => vec![
            json!({ "text": text }),
            json!({ "text": text, "moment": "17:20" }),
        ],
        "waiver" => vec![json!({ "note": text })],
        "slo" => vec![
            json!({ "name": text }),
            json!({ "budgetWindow": one_of(word, &["month", "rolling"]), "windowDays": word % 90 + 1 }),
            json!({ "objectivePercent": 90.0 + (word % 9) as f64 }),
        ],
        "bad_day" => vec![json!({ "note": text }), json!({ "amount": word % 90 })],
        "toil_ledger" => vec![
            json!({ "limitPercent": word % 101 }),
            json!({ "overheadPercent": 20 }),
        ],
        "toil_category" => vec![
            json!({ "name": text }),
            json!({ "name": text, "attributes": one_of(word, &[&["manual"][..], &["manual", "tactical"]]) }),
        ],
        "toil_week" => vec![
            json!({ "allHours": 40 + word }),
            json!({ "hours": pick(rows, "toil_category", word)
                .map(|id| vec![json!({ "categoryId": id, "hours": word % 9 })])
                .unwrap_or_default() }),
        ],
        "baseline_window" => vec![json!({ "toOn": day }), json!({ "reason": text })],
        "experiment" => vec![
            json!({ "step": text }),
            json!({ "prediction": text, "predicted": number }),
            json!({ "confidence": word % 101, "checkOn": day }),
            json!({ "baseline": number, "guardrails": text }),
            json!({ "learned": text, "whatHappened": text }),
            json!({ "actual": number, "evidence": text }),
            json!({ "runBy": pick(rows, "person", word), "metricId": pick(rows, "metric", word) }),
            json!({ "guardrailMetricIds": pick(rows, "metric", word).map(|id| vec![id]) }),
        ],
        other => panic!("{other} has no fields in tests/support/requests.rs"),
    };
    choices[word / 2 % choices.len()].clone()
}
