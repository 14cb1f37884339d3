//! Nine people, each in a process of their own, hold a whole retrospective on one file: they join
//! and leave, two who lead are killed, everybody groups, votes and writes at the same time. In the
//! end each of them, and one who only opens the file then, sees what the script was told to be
//! written, once.

mod ballot;
mod end;
mod group;
mod opening;
mod table;
mod wall;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use group::{Group, Told, id, words};

#[test]
fn nine_processes_hold_an_anonymous_session_and_lose_nothing() {
    is_held("anonymous");
}

#[test]
fn nine_processes_hold_a_named_session_and_lose_nothing() {
    is_held("named");
}

fn is_held(attribution: &str) {
    let mut group = Group::begun_by_one();
    let (team, process) = opening::earlier_session(&mut group);
    opening::begins(&mut group, &team, &process, attribution);
    opening::checks_in(&mut group);
    opening::looks_back(&mut group);
    opening::reflects(&mut group);
    opening::shows_notes(&mut group);
    opening::comes_together(&mut group);
    wall::is_grouped(&mut group);
    wall::is_the_same(&mut group);
    wall::is_put_right(&mut group);
    wall::is_left(&mut group);
    wall::is_the_same(&mut group);
    ballot::is_held(&mut group);
    ballot::is_counted(&mut group);
    let topic = table::is_discussed(&mut group);
    let obstacle = table::is_an_obstacle(&mut group, &topic);
    table::has_a_step(&mut group, &process, &obstacle);
    table::is_closed(&mut group);
    end::is_one_for_all(&mut group, &team, &process, (&topic, &obstacle));
}

/// Every note once, in the words it was written in.
fn has_the_notes(view: &Value, told: &Told) {
    let lines = view["notes"].as_array().unwrap().iter();
    let notes: BTreeMap<String, String> = lines
        .map(|line| {
            let text = line["note"]["text"].as_str().unwrap();
            (id(&line["note"]), text.to_owned())
        })
        .collect();
    assert_eq!(notes, told.notes);
    assert_eq!(view["notes"].as_array().unwrap().len(), told.notes.len());
}

/// Every topic under its title, with its notes and no other; what is in none is loose.
fn has_the_topics(view: &Value, told: &Told) {
    let mut titles = BTreeMap::new();
    let mut topics = BTreeMap::new();
    for line in view["topics"].as_array().unwrap() {
        let topic = id(&line["topic"]);
        let notes = words(&line["noteIds"], "");
        assert_eq!(notes.len(), told.topics[&topic].len());
        titles.insert(
            topic.clone(),
            line["topic"]["title"].as_str().unwrap().to_owned(),
        );
        topics.insert(topic, notes.into_iter().collect::<BTreeSet<_>>());
    }
    assert_eq!((topics, titles), (told.topics.clone(), told.titles.clone()));
    let lines = view["notes"].as_array().unwrap().iter();
    let loose = lines.filter(|line| line["topicId"].is_null());
    let loose: BTreeSet<String> = loose.map(|line| id(&line["note"])).collect();
    let grouped = told.topics.values().flatten();
    let grouped: BTreeSet<&String> = grouped.collect();
    let all = told.notes.keys().filter(|note| !grouped.contains(note));
    assert_eq!(loose, all.cloned().collect());
}

/// Every topic with the votes that it got, every vote once.
fn has_the_votes(view: &Value, group: &Group) {
    for line in view["topics"].as_array().unwrap() {
        let topic = id(&line["topic"]);
        let votes = ballot::total(group, |_, at| at == topic);
        assert_eq!(line["votes"], votes, "{topic}");
    }
    assert_eq!(view["votes"]["placed"], ballot::total(group, |_, _| true));
}
