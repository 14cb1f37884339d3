//! The end: one answer to all who ask, which has everything that was written, once.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::group::{Group, PEOPLE, name, words};
use super::opening::{OLD_STEP, arrival, survey};
use super::{ballot, has_the_notes, has_the_topics, table};

/// Somebody who opens the file after everything.
const TENTH: usize = 9;

/// Everybody's answers are the same, and those of somebody who opens the file only now.
pub fn is_one_for_all(
    group: &mut Group,
    team: &str,
    process: &str,
    (topic, obstacle): (&str, &str),
) {
    group.comes(TENTH);
    let session = json!({ "id": group.session });
    let view = same(group, "retrospective_get", &session);
    let of_process = json!({ "focusProcessId": process });
    let storyboard = same(group, "storyboard_get", &of_process);
    let sessions = same(group, "retrospectives_get", &json!({ "teamId": team }));
    let past = words(&sessions["past"], "/retrospective/title");
    assert_eq!(past, ["September", "August"]);
    let survey = &sessions["past"][0]["safety"]["answers"];
    assert_eq!(*survey, PEOPLE);
    for (person, report) in group.all("board_check", |_| Value::Null) {
        assert_eq!(report["ok"], true, "{person}: {report:#}");
    }
    let places = group.places();
    let lost = |op: &&String| !places.contains_key(*op);
    assert_eq!(group.acknowledged.iter().find(lost), None);
    has_the_notes(&view, &group.told);
    has_the_topics(&view, &group.told);
    ballot::are_shown(group);
    has_authors(&view, group);
    has_the_answers(&view);
    has_nobodys_name_at_an_answer(group);
    has_the_discussion(&view, topic);
    has_the_outcome(&view, &storyboard, group, (topic, obstacle));
}

/// The one answer that all give to a question.
fn same(group: &mut Group, command: &'static str, request: &Value) -> Value {
    let mut answers = group.all(command, |_| request.clone()).into_iter();
    let (_, first) = answers.next().unwrap();
    for (person, answer) in answers {
        assert_eq!(answer, first, "{command} of {person}");
    }
    first
}

/// In a named session each note has its writer, in an anonymous one none has.
fn has_authors(view: &Value, group: &Group) {
    let named = view["retrospective"]["attribution"] == "named";
    for line in view["notes"].as_array().unwrap() {
        let author = line["author"].as_str();
        assert_eq!(author.is_some(), named);
        let text = line["note"]["text"].as_str().unwrap();
        if let (Some(author), Some((_, person))) = (author, text.split_once(" of ")) {
            assert_eq!(author, format!("Person {person}"));
        }
    }
    let names: BTreeSet<String> = (0..PEOPLE).map(name).collect();
    let there = words(&view["participants"], "/participant/name");
    assert_eq!(there.len(), PEOPLE);
    assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), names);
    assert_eq!(group.rows("SELECT name FROM person").len(), PEOPLE);
}

fn has_the_answers(view: &Value) {
    let answers = &view["answers"];
    for (kind, text) in [
        ("checkIn", arrival as fn(usize) -> String),
        ("takeaways", table::takeaway),
    ] {
        let said = words(&answers[kind], "/answer/text").into_iter();
        let mut said: Vec<(String, String)> = said.zip(words(&answers[kind], "/author")).collect();
        said.sort();
        let all = (0..PEOPLE).map(|person| (text(person), name(person)));
        assert_eq!(said, all.collect::<Vec<_>>());
    }
    let numbers = |list: &Value| -> Vec<i64> { serde_json::from_value(list.clone()).unwrap() };
    let mut ratings = numbers(&answers["ratings"]);
    ratings.sort_unstable();
    let mut all: Vec<i64> = (0..PEOPLE).map(table::rating).collect();
    all.sort_unstable();
    assert_eq!(ratings, all);
    assert_eq!(answers["safety"]["answers"], PEOPLE);
}

/// Survey and rating stand once for each person, and for nobody.
fn has_nobodys_name_at_an_answer(group: &Group) {
    let surveys = "SELECT scores FROM answer WHERE answer_kind = 'safety'";
    let mut surveys: Vec<Vec<i64>> = (group.rows(surveys).iter())
        .map(|scores| serde_json::from_str(scores).unwrap())
        .collect();
    surveys.sort();
    let mut all: Vec<Vec<i64>> = (0..PEOPLE).map(survey).collect();
    all.sort();
    assert_eq!(surveys, all);
    let signed = "SELECT answer_kind FROM answer WHERE answer_kind IN ('safety', 'rating')
        AND (participant_id IS NOT NULL OR created_by IS NOT NULL OR updated_by IS NOT NULL)";
    assert_eq!(group.rows(signed), [""; 0]);
}

/// The sentences of all stand in the one text, with the tags that others gave meanwhile.
fn has_the_discussion(view: &Value, topic: &str) {
    let lines = view["topics"].as_array().unwrap().iter();
    let mut topics = lines.map(|line| &line["topic"]);
    let topic = topics.find(|line| line["id"] == topic).unwrap();
    let notes = topic["notes"].as_str().unwrap();
    for person in 0..PEOPLE {
        assert_eq!(
            notes.matches(&table::sentence(person)).count(),
            1,
            "{notes}"
        );
    }
    assert_eq!(topic["wastes"], json!(["waiting", "handoffs"]));
    assert_eq!(topic["mismatches"], json!(["capacity"]));
    assert_eq!(topic["reach"], "influence");
    assert_eq!(topic["meta"]["open"], json!([]));
}

/// The topic is one obstacle on the storyboard, and the session ended with one step.
fn has_the_outcome(
    view: &Value,
    storyboard: &Value,
    group: &Group,
    (topic, obstacle): (&str, &str),
) {
    assert_eq!(view["retrospective"]["state"], "closed");
    let step = &view["nextStep"]["experiment"];
    assert_eq!(step["step"], table::STEP);
    assert_eq!(step["prediction"], table::PREDICTION);
    assert_eq!(step["checkOn"], table::CHECK_ON);
    assert_eq!(step["obstacleId"], obstacle);
    let steps = words(&storyboard["steps"], "/experiment/step");
    assert_eq!(steps, [OLD_STEP, table::STEP]);
    let obstacles = storyboard["obstacles"].as_array().unwrap();
    assert_eq!(obstacles.len(), 2, "the old one and the new one");
    let mut found = obstacles.iter().map(|line| &line["obstacle"]);
    let found = found.find(|line| line["id"] == obstacle).unwrap();
    assert_eq!(found["fromTopicId"], topic);
    assert_eq!(found["text"], group.told.titles[topic]);
    assert_eq!(found["reach"], "influence");
    let mut evidence: Vec<&str> = found["evidence"].as_str().unwrap().lines().collect();
    evidence.sort_unstable();
    let notes = group.told.topics[topic].iter();
    let mut told: Vec<String> = notes
        .map(|note| format!("- {}", group.told.notes[note]))
        .collect();
    told.sort();
    assert_eq!(evidence, told);
}
