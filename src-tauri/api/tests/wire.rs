//! What passes between a screen and the core: requests and answers of every command on the sample
//! board, a file a command in `tests/wire`, so that a change on the wire is seen in review.
//!
//! `KATA_TEST_WIRE=write` writes the files anew.

use std::collections::BTreeSet;
use std::path::PathBuf;

use kata_api::SessionKind;
use kata_api::table::{COMMANDS, operation_kinds};
use serde_json::{Value, json};

use crate::support::Place;
use crate::support::wire::Wire;

/// The screens of the sample board.
fn reads(wire: &mut Wire) {
    let teams = wire.call("teams_get", json!({}));
    wire.call("metrics_get", json!({}));
    wire.call("due_get", json!({}));
    wire.call("due_remind", json!({}));
    let process = teams["teams"][1]["focusProcessId"].clone();
    let of_process = json!({ "focusProcessId": process });
    let storyboard = wire.call("storyboard_get", of_process.clone());
    let steps = wire.call("experiments_get", of_process);
    let step = &steps["steps"][0]["experiment"]["id"];
    wire.call("experiment_get", json!({ "id": step }));
    let obstacle = &storyboard["obstacles"][0]["obstacle"]["id"];
    wire.call("obstacle_get", json!({ "id": obstacle }));
    wire.call("history_get", json!({ "id": step, "field": "prediction" }));
    wire.refused(
        "storyboard_get",
        json!({ "teamId": "tea_00000000000000000000000000000000" }),
    );
    wire.is_indexed();
    wire.call("search", json!({ "query": "calls rev", "limit": 3 }));
    let text = "Send every seller the revenue of the day before";
    wire.call("similar_steps", json!({ "text": text, "exceptId": step }));
    let person = storyboard["team"]["meta"]["createdBy"].clone();
    wire.call("me_choose", json!({ "personId": person }));
    let newest = wire.newest().unwrap();
    wire.call("log_get", json!({ "after": newest - 2, "limit": 2 }));
    wire.call(
        "log_get",
        json!({ "before": newest, "newestFirst": true, "limit": 1 }),
    );
    let process = &storyboard["focusProcess"]["id"];
    wire.call("challenges_get", json!({ "focusProcessId": process }));
    let team = &storyboard["team"]["id"];
    wire.call(
        "membership_create",
        json!({ "teamId": team, "name": "Dora", "roles": ["coach"] }),
    );
    wire.call("presence_get", json!({}));
    wire.call("board_check", json!({}));
    let metric = &storyboard["metrics"][0]["metric"]["id"];
    let numbers = json!({ "metricId": metric, "to": "2026-01-21", "format": "csv" });
    wire.call("chart_export", numbers);
}

/// Text that is not saved yet.
fn texts(wire: &mut Wire, row: &str) {
    let place = json!({ "entityId": row, "field": "text" });
    wire.call("presence_writing", json!({ "id": row, "field": "text" }));
    wire.call(
        "draft_put",
        json!({ "entityId": row, "field": "text", "text": "typed", "context": { "noun": "obstacle" } }),
    );
    wire.call("draft_list", json!({}));
    wire.call(
        "note_put",
        json!({ "entityId": row, "text": "for me alone" }),
    );
    wire.call("note_get", json!({ "entityId": row }));
    wire.call("draft_drop", place);
}

/// A team of one's own; answers its id and its focus process.
fn team(wire: &mut Wire) -> (String, String) {
    let person = wire.make("person_create", json!({ "fields": { "name": "Carl" } }));
    wire.call(
        "person_edit",
        json!({ "id": person, "fields": { "name": "Carla" } }),
    );
    let team = wire.make("team_create", json!({ "fields": { "name": "Assembly" } }));
    wire.call(
        "team_edit",
        json!({ "id": team, "fields": { "name": "Final assembly" } }),
    );
    wire.refused("team_create", json!({ "fields": { "name": " " } }));
    wire.refused("team_create", json!({ "fields": { "motto": "x" } }));
    let membership = wire.make(
        "membership_create",
        json!({ "teamId": team, "personId": person, "roles": ["learner"] }),
    );
    wire.call(
        "membership_edit",
        json!({ "id": membership, "fields": { "roles": ["coach"] } }),
    );
    wire.each(&["membership_remove", "membership_restore"], &membership);
    wire.each(&["person_remove", "person_restore"], &person);
    wire.each(&["team_remove", "team_restore"], &team);
    let create = json!({ "teamId": team, "fields": { "name": "Release" } });
    let process = wire.make("focus_process_create", create);
    let edit = json!({ "id": process, "fields": { "scope": "from order to shipping" } });
    wire.call("focus_process_edit", edit);
    wire.call(
        "focus_process_move",
        json!({ "id": process, "after": null }),
    );
    wire.each(&["focus_process_remove", "focus_process_restore"], &process);
    (team, process)
}

/// A metric with its values; answers its id.
fn metric(wire: &mut Wire, team: &str) -> String {
    let create =
        json!({ "teamId": team, "fields": { "name": "Lead time", "unit": "h", "good": "down" } });
    let metric = wire.make("metric_create", create);
    wire.call(
        "metric_edit",
        json!({ "id": metric, "fields": { "rhythmDays": 7 } }),
    );
    wire.call("metric_move", json!({ "id": metric, "after": null }));
    wire.each(&["metric_remove", "metric_restore"], &metric);
    let values =
        json!([{ "value": 41.5, "observedOn": "2026-03-06", "note": "by hand" }, { "value": 40 }]);
    let value = wire.make(
        "observation_add",
        json!({ "metricId": metric, "observations": values }),
    );
    wire.call(
        "observation_edit",
        json!({ "id": value, "fields": { "value": 41 } }),
    );
    wire.call(
        "observations_get",
        json!({ "metricId": metric, "limit": 1 }),
    );
    let text = "day,value,note\n2026-03-06,42.5 h,again\n2026-03-07,soon,\n2026-03-08,43,\n";
    let pasted = json!({ "metricId": metric, "text": text });
    wire.call("observation_preview", pasted.clone());
    wire.refused("observation_import", pasted);
    wire.call(
        "observation_import",
        json!({ "metricId": metric, "text": text, "duplicates": "replace", "leaveOut": true, "how": "by hand" }),
    );
    wire.refused(
        "observation_add",
        json!({
            "metricId": metric, "observations": [{ "value": 1, "observedOn": "2026-03-06" }],
            "duplicates": "refuse",
        }),
    );
    wire.each(&["observation_remove", "observation_restore"], &value);
    baseline(wire, &metric);
    metric
}

/// A decision on the days that the metric's limits rest on.
/// Files that are handed out.
fn files(wire: &mut Wire, team: &str) {
    let period = json!({ "teamId": team, "to": "2026-01-04", "on": "2026-03-09", "utcOffset": 60 });
    wire.call("report_get", period);
    wire.call("job_cancel", json!({ "job": "report" }));
}

fn baseline(wire: &mut Wire, metric: &str) {
    let window = |to: &str| json!({ "metricId": metric, "fromOn": "2026-01-05", "toOn": to, "reason": "A new line" });
    let made = wire.make("baseline_window_create", window("2026-03-02"));
    wire.refused("baseline_window_create", window("2026-01-04"));
    let reason = json!({ "id": made, "fields": { "reason": "The line was rebuilt" } });
    wire.call("baseline_window_edit", reason);
    wire.each(
        &["baseline_window_remove", "baseline_window_restore"],
        &made,
    );
}

/// An objective with a bad day.
fn error_budget(wire: &mut Wire, team: &str) {
    let promise = |percent: f64| {
        json!({
            "teamId": team, "budgetUnit": "minutes", "metricName": "Error budget left",
            "fields": { "name": "The shop answers", "objectivePercent": percent },
        })
    };
    let slo = wire.make("slo_create", promise(99.9));
    wire.refused("slo_create", promise(100.0));
    let month = json!({ "id": slo, "fields": { "budgetWindow": "month" } });
    wire.call("slo_edit", month);
    let bad = json!({ "sloId": slo, "dayOn": "2026-03-02", "amount": 10.8, "note": "Certificate" });
    let day = wire.make("bad_day_create", bad.clone());
    wire.refused("bad_day_create", bad);
    let less = json!({ "id": day, "fields": { "amount": 5.4 } });
    wire.call("bad_day_edit", less);
    wire.call("error_budget_get", json!({ "teamId": team }));
    wire.each(&["bad_day_remove", "bad_day_restore"], &day);
    wire.each(&["slo_remove", "slo_restore"], &slo);
}

/// A group goes from a timeline over its notes to an obstacle, and says why no step follows.
fn retrospective(wire: &mut Wire, team: &str, process: &str) {
    let fields = json!({ "title": "Release 2026.2", "format": "process_instance", "focusProcessId": process });
    let session = wire.make(
        "retrospective_create",
        json!({ "teamId": team, "fields": fields }),
    );
    let none = json!({ "id": session, "fields": { "phases": [] } });
    wire.refused("retrospective_edit", none);
    let limit = json!({ "id": session, "fields": { "voteLimit": 3 } });
    wire.call("retrospective_edit", limit);
    wire.each(&["retrospective_begin"], &session);
    wire.refused("retrospective_begin", json!({ "id": session }));
    wire.call(
        "retrospective_clock",
        json!({ "id": session, "clock": "add_minute" }),
    );
    let person = wire.call("board_get", json!({}))["people"][0]["id"].clone();
    wire.call(
        "retrospective_hand_over",
        json!({ "id": session, "personId": person }),
    );
    let of_session = |fields: Value| json!({ "retrospectiveId": session, "fields": fields });
    let event = json!({ "moment": "17:20", "who": "operator", "what": "The copy was removed" });
    let event = wire.make("timeline_event_create", of_session(event));
    let known = json!({ "id": event, "fields": { "known": "It was the second machine" } });
    wire.call("timeline_event_edit", known);
    wire.call("timeline_event_move", json!({ "id": event, "after": null }));
    wire.each(&["timeline_event_remove", "timeline_event_restore"], &event);
    let early = of_session(json!({ "text": "Too early" }));
    wire.refused("retro_note_create", early);
    wire.call("retrospective_advance", json!({ "id": session, "to": 4 }));
    let mut noted = |text: &str| {
        let note = json!({ "retrospectiveId": session, "prompt": "in_the_way", "fields": { "text": text } });
        wire.make("retro_note_create", note)
    };
    let note = noted("Label request took three days");
    let other = noted("The label was ready, nobody told us");
    let right = json!({ "id": note, "fields": { "text": "The label request took three days" } });
    wire.call("retro_note_edit", right);
    wire.each(&["retro_note_remove", "retro_note_restore"], &note);
    let topic = json!({ "retrospectiveId": session, "title": "Labels", "noteIds": [note] });
    let topic = wire.make("topic_create", topic);
    let part = json!({ "retrospectiveId": session, "noteIds": [other] });
    let part = wire.make("topic_create", part);
    let tags = json!({ "wastes": ["waiting"], "mismatches": ["capacity"], "reach": "outside" });
    wire.call("topic_edit", json!({ "id": topic, "fields": tags }));
    wire.call("topic_move", json!({ "id": part, "after": null }));
    wire.each(&["topic_remove", "topic_restore"], &part);
    wire.call("topic_merge", json!({ "id": part, "into": topic }));
    wire.refused("topic_merge", json!({ "id": topic, "into": part }));
    wire.call(
        "retro_notes_group",
        json!({ "noteIds": [other], "topicId": topic }),
    );
    wire.refused(
        "retrospective_discuss",
        json!({ "id": session, "topicId": topic }),
    );
    wire.call("retrospective_advance", json!({ "id": session, "to": 6 }));
    wire.call(
        "retrospective_discuss",
        json!({ "id": session, "topicId": topic }),
    );
    wire.call("retrospective_get", json!({ "id": session }));
    let obstacle = wire.call("topic_obstacle", json!({ "id": topic }))["id"].clone();
    let kept = json!({
        "retrospectiveId": session, "obstacleId": obstacle, "decision": "kept",
        "reason": "Nobody had time",
    });
    wire.call("obstacle_review_put", kept);
    wire.refused("retrospective_close", json!({ "id": session }));
    let process =
        wire.call("storyboard_get", json!({ "teamId": team }))["focusProcess"]["id"].clone();
    let step = json!({ "focusProcessId": process, "fields": { "step": "Ask the deputy" } });
    let step = wire.make("experiment_create", step);
    let agreed = json!({ "id": session, "experimentId": step });
    wire.call("retrospective_next_step", agreed);
    // It has no prediction yet.
    wire.refused("retrospective_close", json!({ "id": session }));
    wire.call("retrospective_next_step", json!({ "id": session }));
    let why = json!({ "id": session, "noStepReason": "We wait for the label team" });
    wire.call("retrospective_close", why);
    wire.call(
        "retrospectives_get",
        json!({ "teamId": team, "text": "label" }),
    );
    wire.each(&["retrospective_remove", "retrospective_restore"], &session);
}

/// Somebody writes in private, answers, and votes once the notes are shown.
fn in_private(wire: &mut Wire, team: &str) {
    let create = json!({ "teamId": team, "fields": { "title": "October" } });
    let session = wire.make("retrospective_create", create);
    wire.each(&["retrospective_begin"], &session);
    let of_session = json!({ "retrospectiveId": session });
    let seat = wire.make("participant_join", of_session.clone());
    let word = json!({ "participantId": seat, "kind": "check_in", "text": "curious" });
    wire.call("answer_write", word);
    let note =
        json!({ "participantId": seat, "prompt": "helped", "text": "The checklist", "moment": "" });
    wire.refused("note_write", note.clone());
    wire.call("retrospective_advance", json!({ "id": session, "to": 2 }));
    wire.call("retrospective_follow", json!({ "id": session }));
    let other = wire.make("note_write", note.clone());
    wire.make("note_write", note);
    wire.call(
        "note_take_back",
        json!({ "participantId": seat, "id": other }),
    );
    wire.call("participant_ready", json!({ "id": seat, "ready": true }));
    wire.call("seats_get", of_session);
    wire.call("retrospective_advance", json!({ "id": session, "to": 4 }));
    wire.call("waiting_get", json!({}));
    wire.each(&["retrospective_publish"], &session);
    let topic = json!({ "retrospectiveId": session, "title": "Checklists", "noteIds": [] });
    let topic = wire.make("topic_create", topic);
    let votes = |count| json!({ "participantId": seat, "topicId": topic, "count": count });
    wire.call("vote_set", votes(1));
    wire.refused("vote_set", votes(9));
    wire.call("held_get", json!({ "participantId": seat }));
    wire.each(&["participant_leave"], &seat);
}

/// A toil ledger with two kinds of toil and a sheet.
fn toil(wire: &mut Wire, team: &str) {
    let begin =
        json!({ "teamId": team, "metricName": "Toil", "fields": { "overheadPercent": 20 } });
    let ledger = wire.make("toil_ledger_begin", begin.clone());
    wire.refused("toil_ledger_begin", begin);
    let limit = json!({ "id": ledger, "fields": { "limitPercent": 40 } });
    wire.call("toil_ledger_edit", limit);
    let category = |name: &str| json!({ "teamId": team, "fields": { "name": name, "attributes": ["manual"] } });
    let category = wire.make("toil_category_create", category("Deployments"));
    let name = json!({ "id": category, "fields": { "name": "Log analysis" } });
    wire.call("toil_category_edit", name);
    wire.call(
        "toil_category_move",
        json!({ "id": category, "after": null }),
    );
    let verbs = ["toil_category_remove", "toil_category_restore"];
    wire.each(&verbs, &category);
    let week = |hours: f64| {
        let hours = json!([{ "categoryId": category, "hours": hours }]);
        json!({ "teamId": team, "weekOn": "2026-03-04", "allHours": 40, "hours": hours })
    };
    let sheet = wire.make("toil_week_create", week(4.5));
    wire.refused("toil_week_create", week(4.5));
    let hours = json!([{ "categoryId": category, "hours": 3.0 }]);
    let correction = json!({ "id": sheet, "fields": { "hours": hours } });
    wire.call("toil_week_edit", correction);
    wire.call("toil_get", json!({ "teamId": team }));
    wire.each(&["toil_week_remove", "toil_week_restore"], &sheet);
}

/// Challenge, current condition, target condition, obstacle; answers the obstacle.
fn storyboard(wire: &mut Wire, process: &str) -> String {
    let of_process = |fields: Value| json!({ "focusProcessId": process, "fields": fields });
    let edit = |id: &str, fields: Value| json!({ "id": id, "fields": fields });
    let challenge = wire.make(
        "challenge_create",
        of_process(json!({ "statement": "A release a day" })),
    );
    wire.call(
        "challenge_edit",
        edit(&challenge, json!({ "horizonOn": "2026-12-31" })),
    );
    wire.each(&["challenge_remove", "challenge_restore"], &challenge);
    let condition = wire.make(
        "current_condition_create",
        of_process(json!({ "operatingPattern": "by hand" })),
    );
    wire.call(
        "current_condition_edit",
        edit(&condition, json!({ "goesWrongWhen": "nobody is in" })),
    );
    let verbs = ["current_condition_remove", "current_condition_restore"];
    wire.each(&verbs, &condition);
    let fields = json!({ "operatingPattern": "each morning", "achieveByOn": "2026-04-20" });
    let target = wire.make("target_condition_create", of_process(fields));
    wire.call(
        "target_condition_edit",
        edit(&target, json!({ "achieveByOn": "2026-04-24" })),
    );
    let verbs = [
        "target_condition_remove",
        "target_condition_restore",
        "target_condition_activate",
    ];
    wire.each(&verbs, &target);
    let close = json!({ "id": target, "closing": "met", "reflection": "It went well", "challengeValid": true });
    wire.call("target_condition_close", close);
    let obstacle = wire.make(
        "obstacle_create",
        of_process(json!({ "text": "The code is missing" })),
    );
    wire.call("obstacle_move", json!({ "id": obstacle, "after": null }));
    let verbs = ["obstacle_remove", "obstacle_restore", "obstacle_address"];
    wire.each(&verbs, &obstacle);
    let parked = json!({ "id": obstacle, "state": "parked" });
    wire.call("obstacle_move_to", parked);
    obstacle
}

/// Two people write the same field on the same base.
fn conflict(wire: &mut Wire, process: &str) {
    let create = json!({ "focusProcessId": process, "fields": { "text": "The code is missing" } });
    let made = wire.call("obstacle_create", create);
    for text in ["Nobody knows the number", "The printer is broken"] {
        let request = json!({
            "id": made["id"], "fields": { "text": text }, "basedOn": { "text": [made["op"]] },
        });
        wire.call("obstacle_edit", request);
    }
    wire.call("conflict_get", json!({ "id": made["id"], "field": "text" }));
}

/// Hints as somebody types, one of them put aside.
fn hints(wire: &mut Wire, obstacle: &str) {
    let text = json!({ "text": "Lack of a printer" });
    wire.call("obstacle_hints", json!({ "id": obstacle, "fields": text }));
    wire.call("challenge_hints", json!({}));
    wire.call("target_condition_hints", json!({}));
    wire.call(
        "experiment_hints",
        json!({ "fields": { "step": "Print it and send it" } }),
    );
    let aside = json!({ "subject": obstacle, "hint": "no_evidence", "note": "Everybody saw it" });
    let waiver = wire.make("waiver_create", aside);
    wire.call("obstacle_hints", json!({ "id": obstacle }));
    let note = json!({ "id": waiver, "fields": { "note": "All of us saw it" } });
    wire.call("waiver_edit", note);
    wire.each(&["waiver_remove", "waiver_restore"], &waiver);
}

/// A file as evidence of a step.
fn evidence(wire: &mut Wire, step: &str) {
    let file = json!({ "experimentId": step, "name": "calls.csv", "data": "d2VlaywgY2FsbHM=" });
    let attachment = wire.make("attachment_add", file);
    let empty = json!({ "experimentId": step, "name": "calls.csv", "data": "" });
    wire.refused("attachment_add", empty);
    wire.call("attachment_get", json!({ "id": attachment }));
    let name = json!({ "id": attachment, "fields": { "name": "calls of March.csv" } });
    wire.call("attachment_edit", name);
    wire.each(&["attachment_remove", "attachment_restore"], &attachment);
}

/// A coaching cycle that ends with a step, and one that is broken off.
fn coaching(wire: &mut Wire, process: &str) {
    let of_process = json!({ "focusProcessId": process });
    let cycle = wire.make("coaching_cycle_begin", of_process.clone());
    wire.call("coaching_get", of_process.clone());
    wire.call("presence_follow", json!({ "cycleId": cycle, "place": 4 }));
    let fields = json!({ "thresholdQuestion": 2, "thresholdNote": "How long is the line?" });
    wire.call(
        "coaching_cycle_edit",
        json!({ "id": cycle, "fields": fields }),
    );
    wire.call(
        "coaching_cycle_unknown",
        json!({ "id": cycle, "question": 3, "note": "Who waits?", "step": "Go and see who waits." }),
    );
    wire.call(
        "coaching_cycle_clock",
        json!({ "id": cycle, "clock": "pause" }),
    );
    let plan = json!({ "focusProcessId": process, "fields": { "step": "Count who waits" } });
    let step = wire.make("experiment_create", plan);
    let end =
        json!({ "id": cycle, "nextStepId": step, "nextOn": "2026-03-10", "nextTime": "09:15" });
    wire.call("coaching_cycle_finish", end);
    let other = wire.make("coaching_cycle_begin", of_process.clone());
    wire.call("coaching_cycle_break_off", json!({ "id": other }));
    wire.refused("coaching_cycle_break_off", json!({ "id": other }));
    let verbs = ["coaching_cycle_remove", "coaching_cycle_restore"];
    wire.each(&verbs, &other);
    wire.call("coaching_cycles_get", of_process);
}

/// Steps and every way in which one ends.
fn steps(wire: &mut Wire, process: &str, metric: &str) {
    let plan = json!({
        "step": "Print the code", "prediction": "Nobody waits", "metricId": metric, "baseline": 41.5,
        "predicted": 30, "confidence": 70, "checkOn": "2026-03-13",
    });
    let planned = |wire: &mut Wire| {
        let create = json!({ "focusProcessId": process, "fields": plan });
        wire.make("experiment_create", create)
    };
    let step = planned(wire);
    wire.each(&["experiment_remove", "experiment_restore"], &step);
    wire.refused("experiment_finish", json!({ "id": step }));
    wire.each(&["experiment_seal", "experiment_finish"], &step);
    let result =
        json!({ "actual": 33, "whatHappened": "Two waited", "learned": "because it jams" });
    wire.call("experiment_edit", json!({ "id": step, "fields": result }));
    wire.call(
        "experiment_evaluate",
        json!({ "id": step, "outcome": "refuted", "decision": "adapt" }),
    );
    evidence(wire, &step);
    wire.call("experiment_get", json!({ "id": step }));
    for ending in ["experiment_abandon", "experiment_could_not_run"] {
        let step = planned(wire);
        wire.each(&["experiment_seal"], &step);
        let learned = json!({ "id": step, "learned": "because nobody came" });
        wire.call(ending, learned);
    }
}

/// A row of values with a signal, and what the progress screen is told.
fn progress(wire: &mut Wire, process: &str, metric: &str) {
    let day = |day: usize| format!("2026-02-{day:02}");
    let values: Vec<Value> = [41, 40, 42, 40, 41, 41, 60]
        .iter()
        .zip(1..)
        .map(|(value, number)| json!({ "value": value, "observedOn": day(number) }))
        .collect();
    let batch = json!({ "metricId": metric, "observations": values });
    wire.call("observation_add", batch);
    wire.call(
        "chart_get",
        json!({ "metricId": metric, "to": day(7), "most": 100 }),
    );
    let of_process = json!({ "focusProcessId": process });
    wire.call("progress_get", of_process);
    let words = json!({ "focusProcessId": process, "query": "jams" });
    wire.call("learning_get", words);
}

/// The whole story; what happens `beside` it is not written down.
/// What was written until here is of kinds that the bindings know.
fn kinds_are_known(wire: &Wire) {
    let known: BTreeSet<&str> = operation_kinds().collect();
    let log = wire.quietly("log_get", json!({ "limit": 500, "newestFirst": true }));
    let lines = log["operations"].as_array().unwrap().iter();
    let logged: BTreeSet<&str> = lines.map(|line| line["kind"].as_str().unwrap()).collect();
    assert!(logged.contains("retro_note_publish"), "{logged:?}");
    let unknown: Vec<&&str> = logged.difference(&known).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

pub(crate) fn recorded(beside: impl FnOnce(&mut Wire)) -> Wire {
    let place = Place::new();
    let mut wire = Wire::of(place.newcomer("Ana", SessionKind::Cli), &place);
    let path = place.board().display().to_string();
    wire.refused("teams_get", json!({}));
    wire.call("app_get", json!({}));
    wire.call("prefs_edit", json!({ "name": "Ana", "zoom": 1.1 }));
    wire.call("board_create", json!({ "path": path, "sample": true }));
    wire.call("board_get", json!({}));
    reads(&mut wire);
    beside(&mut wire);
    let (team, process) = team(&mut wire);
    files(&mut wire, &team);
    let metric = metric(&mut wire, &team);
    let obstacle = storyboard(&mut wire, &process);
    texts(&mut wire, &obstacle);
    conflict(&mut wire, &process);
    steps(&mut wire, &process, &metric);
    hints(&mut wire, &obstacle);
    coaching(&mut wire, &process);
    retrospective(&mut wire, &team, &process);
    in_private(&mut wire, &team);
    progress(&mut wire, &process, &metric);
    wire.call("undo", json!({}));
    wire.call("redo", json!({}));
    wire.each(&["obstacle_remove"], &obstacle);
    wire.call("removed_get", json!({ "teamId": team }));
    toil(&mut wire, &team);
    error_budget(&mut wire, &team);
    kinds_are_known(&wire);
    wire.call("board_get", json!({}));
    wire.call("board_close", json!({}));
    wire.call("board_open", json!({ "path": path }));
    wire.call("board_sample", json!({}));
    wire.call("recent_forget", json!({ "path": path }));
    wire
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/wire")
}

#[test]
fn requests_and_answers_are_the_ones_that_were_written_down() {
    let write = std::env::var_os("KATA_TEST_WIRE").is_some_and(|word| word == "write");
    let calls = recorded(|_| {}).calls();
    let mut differing = Vec::new();
    for (command, calls) in &calls {
        let path = folder().join(format!("{command}.json"));
        if write {
            let text = serde_json::to_string_pretty(calls).unwrap() + "\n";
            std::fs::write(&path, text).unwrap();
        }
        let written = std::fs::read(&path).unwrap_or_default();
        let written: Option<Vec<Value>> = serde_json::from_slice(&written).ok();
        if written.as_ref() != Some(calls) {
            differing.push(command);
        }
    }
    assert!(
        differing.is_empty(),
        "the wire has changed in {differing:?}; if that is meant, write it down with\n  \
         KATA_TEST_WIRE=write cargo test -p kata-api --test board wire"
    );
    let every: BTreeSet<String> = COMMANDS.iter().map(|c| c.name.to_owned()).collect();
    assert_eq!(calls.into_keys().collect::<BTreeSet<_>>(), every);
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        path.file_stem().unwrap().to_string_lossy().into_owned()
    });
    assert_eq!(files.collect::<BTreeSet<_>>(), every, "a file a command");
}

#[test]
fn an_unrelated_write_changes_no_file_that_does_not_show_it() {
    let alone = recorded(|_| {}).calls();
    let beside = recorded(|wire| {
        let teams = wire.quietly("teams_get", json!({}));
        let process = &teams["teams"][0]["focusProcessId"];
        let create = json!({ "focusProcessId": process, "fields": { "text": "No room" } });
        let made = wire.quietly("obstacle_create", create);
        wire.quietly("obstacle_remove", json!({ "id": made["id"] }));
    })
    .calls();
    let differing = alone
        .iter()
        .filter(|(command, calls)| beside[*command] != **calls);
    let differing: Vec<&String> = differing.map(|(command, _)| command).collect();
    assert_eq!(differing, [""; 0]);
}
