//! A topic on the table, with everybody writing at once; the obstacle and the step that it becomes;
//! and the end, which one process does not live to see.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::ballot::total;
use super::group::{Group, Order, PEOPLE, id, words};
use crate::private::{CLOSE, NEXT_STEP};

pub const STEP: &str = "Print the release code on the card";
pub const PREDICTION: &str = "Nobody waits for the code any more";
pub const CHECK_ON: &str = "2030-03-31";
/// Who rated the session on a computer that went out before it ended.
const GONE_AT_THE_END: usize = 6;

pub fn sentence(person: usize) -> String {
    format!("Person {person} saw it on Friday.")
}

pub fn takeaway(person: usize) -> String {
    format!("Person {person} asks earlier")
}

pub fn rating(person: usize) -> i64 {
    1 + person as i64 % 5
}

/// The topic with notes that got the most votes.
fn chosen(group: &Group) -> String {
    let topics = group.told.topics.iter();
    let votes = |topic: &str| total(group, |_, at| at == topic);
    let written = topics.filter(|(_, notes)| !notes.is_empty());
    written
        .map(|(topic, _)| topic)
        .max_by_key(|topic| votes(topic))
        .unwrap()
        .clone()
}

/// The topic on the table takes nine sentences, its tags and its reach at the same time.
pub fn is_discussed(group: &mut Group) -> String {
    let topic = chosen(group);
    let put = json!({ "id": group.session, "topicId": topic });
    group.does(2, "retrospective_discuss", put);
    let view = group.view(2);
    assert_eq!(view["retrospective"]["discussingId"], topic);
    let lines = view["topics"].as_array().unwrap().iter();
    let line = lines
        .map(|line| &line["topic"])
        .find(|line| line["id"] == topic.as_str());
    let base = line.unwrap()["meta"]["heads"][""].clone();
    let edit = |person: usize, field: &str, value: Value| -> Order {
        let (fields, based_on) = (json!({ field: value }), json!({ field: base }));
        (
            person,
            "topic_edit",
            json!({ "id": topic, "fields": fields, "basedOn": based_on }),
        )
    };
    let mut orders = vec![
        edit(3, "wastes", json!(["waiting", "handoffs"])),
        edit(4, "mismatches", json!(["capacity"])),
        edit(5, "reach", json!("influence")),
    ];
    orders.extend((0..PEOPLE).map(|person| edit(person, "notes", json!(sentence(person)))));
    group.all_are_done(&orders);
    sentences_are_joined(group, &topic);
    topic
}

/// Somebody takes the text that has the words of all.
fn sentences_are_joined(group: &mut Group, topic: &str) {
    let conflict = json!({ "id": topic, "field": "notes" });
    let conflict = group.does(7, "conflict_get", conflict);
    let versions: BTreeSet<String> = words(&conflict["versions"], "/value").into_iter().collect();
    assert_eq!(versions, (0..PEOPLE).map(sentence).collect());
    let joined = json!({
        "id": topic, "fields": { "notes": conflict["merge"] },
        "basedOn": { "notes": words(&conflict["versions"], "/op") },
    });
    group.does(7, "topic_edit", joined);
}

/// Everybody makes it an obstacle at once, and there is one.
pub fn is_an_obstacle(group: &mut Group, topic: &str) -> String {
    let made = group.all("topic_obstacle", |_| json!({ "id": topic }));
    let ids: BTreeSet<String> = made.iter().map(|(_, made)| id(made)).collect();
    assert_eq!(ids.len(), 1);
    ids.into_iter().next().unwrap()
}

/// The group agrees on its next step.
pub fn has_a_step(group: &mut Group, process: &str, obstacle: &str) {
    group.advances(2, NEXT_STEP);
    let fields = json!({
        "step": STEP, "prediction": PREDICTION, "checkOn": CHECK_ON, "obstacleId": obstacle,
    });
    let step = json!({ "focusProcessId": process, "fields": fields });
    let step = id(&group.does(4, "experiment_create", step));
    let agreed = json!({ "id": group.session, "experimentId": step });
    group.does(2, "retrospective_next_step", agreed);
}

/// Everybody says what they take away and how it was; one of them dies before that is published.
pub fn is_closed(group: &mut Group) {
    group.advances(2, CLOSE);
    group.all_by(
        "answer_write",
        |person| json!({ "kind": "takeaway", "text": takeaway(person) }),
    );
    group.all_by(
        "answer_write",
        |person| json!({ "kind": "rating", "score": rating(person) }),
    );
    group.is_killed(GONE_AT_THE_END);
    group.publish();
    let close = json!({ "id": group.session });
    let twice = [2, 3].map(|person| (person, "retrospective_close", close.clone()));
    let closed = group.race(&twice);
    let late = closed.iter().filter_map(|answer| answer.as_ref().err());
    assert_eq!(late.collect::<Vec<_>>(), ["retrospective_state"]);
    group.comes(GONE_AT_THE_END);
    group.publish();
}
