//! Votes: nine people at once, some of them at two apps of one computer, a budget that grows
//! meanwhile, and an end of the voting that is taken back.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::group::{Answer, Group, Order, PEOPLE, name};
use crate::private::{DISCUSS, vote};
use crate::support::Remote;

/// What the budget of three becomes while people vote.
const MORE: i64 = 4;
const LIMIT: i64 = 2;
/// People with a second app open at the same computer.
const TWINS: usize = 3;
/// Whose computer goes out in the middle of a vote, which they set again.
const DIES: usize = 8;
/// Who takes a vote back when the votes are hidden again.
const CHANGES: usize = 6;

pub fn is_held(group: &mut Group) {
    let topics: Vec<String> = group.told.topics.keys().cloned().collect();
    let at = |place: usize| topics[place % topics.len()].as_str();
    dies_voting(group, at(DIES));
    at_two_apps(group, &topics);
    let placed = |group: &Group| total(group, |_, _| true);
    assert_eq!(placed(group), PEOPLE as i64 * 2);
    // The budget grows while everybody spends what is left of it.
    let more = json!({ "id": group.session, "fields": { "voteBudget": MORE } });
    let mut orders: Vec<Order> = vec![(2, "retrospective_edit", more)];
    orders.extend(votes(group, |person| (at(person + 2), 1)));
    orders.extend(votes(group, |person| (at(person + 3), 1)));
    let answers = group.race(&orders);
    count(group, &orders[1..], &answers[1..]);
    let above = votes(group, |person| (at(person + 2), LIMIT + 1));
    refused(group.race(&above));
    let changed = votes(group, |person| (at(person + 2), 0));
    let answers = group.race(&changed);
    count(group, &changed, &answers);
    for person in 0..PEOPLE {
        let own = total(group, |voter, _| voter == person);
        assert!((2..=MORE).contains(&own), "{own}");
    }
    stays_hidden(group);
}

fn votes<'a>(group: &Group, on: impl Fn(usize) -> (&'a str, i64)) -> Vec<Order> {
    let order = |person: usize| {
        let (topic, votes) = on(person);
        (
            person,
            "vote_set",
            vote(&group.seats[&person], topic, votes),
        )
    };
    (0..PEOPLE).map(order).collect()
}

/// Whether the vote came through or not: the same one again makes no second.
fn dies_voting(group: &mut Group, topic: &str) {
    let vote = vote(&group.seats[&DIES], topic, LIMIT);
    group.order(DIES, "vote_set", vote);
    group.is_killed(DIES);
    group.comes(DIES);
}

/// Two votes fit into the budget twice only if nobody counts.
fn at_two_apps(group: &mut Group, topics: &[String]) {
    let at = |place: usize| topics[place % topics.len()].as_str();
    let own = votes(group, |person| (at(person), 2));
    let second = votes(group, |person| (at(person + 1), 2));
    let twin = |person| group.place.process_at_the_board(&name(person));
    let mut twins: Vec<Remote> = (0..TWINS).map(twin).collect();
    for (twin, (_, command, order)) in twins.iter_mut().zip(&second) {
        twin.order(command, order.clone());
    }
    let answers = group.race(&own);
    let others: Vec<Answer> = twins.iter_mut().map(Remote::answer).collect();
    for (one, other) in answers.iter().zip(&others) {
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    }
    count(group, &own, &answers);
    count(group, &second[..TWINS], &others);
}

/// Writes down what was answered; the only refusal is that votes are spent.
fn count(group: &mut Group, orders: &[Order], answers: &[Answer]) {
    for ((person, _, order), answer) in orders.iter().zip(answers) {
        let topic = order["topicId"].as_str().unwrap().to_owned();
        match answer {
            Ok(_) => {
                let votes = order["count"].as_i64().unwrap();
                group.told.votes.insert((*person, topic), votes);
            }
            Err(code) => assert_eq!(code, "votes_spent"),
        }
    }
}

fn refused(answers: Vec<Answer>) {
    let spent = Err("votes_spent".to_owned());
    assert!(answers.iter().all(|answer| *answer == spent));
}

pub fn total(group: &Group, counts: impl Fn(usize, &str) -> bool) -> i64 {
    let votes = group.told.votes.iter();
    let votes = votes.filter(|((person, topic), _)| counts(*person, topic));
    votes.map(|(_, votes)| votes).sum()
}

/// Everybody knows their own votes, and nobody knows others'.
fn stays_hidden(group: &mut Group) {
    for (person, held) in group.all_by("held_get", |_| json!({})) {
        let own = held["votes"].as_array().unwrap().iter();
        let own: BTreeMap<(usize, String), i64> = own
            .map(|line| {
                let topic = line["topicId"].as_str().unwrap().to_owned();
                ((person, topic), line["count"].as_i64().unwrap())
            })
            .collect();
        let mut told = group.told.votes.clone();
        told.retain(|(voter, _), votes| *voter == person && *votes > 0);
        assert_eq!(own, told);
    }
    for view in group.views() {
        assert_eq!(view["phasesNow"], json!(["vote"]));
        assert_eq!(view["votes"]["placed"], Value::Null);
        let topics = view["topics"].as_array().unwrap();
        assert!(topics.iter().all(|line| line["votes"] == Value::Null));
    }
}

/// The votes are shown, hidden again, changed, and shown.
pub fn is_counted(group: &mut Group) {
    group.advances(2, DISCUSS);
    are_shown(group);
    group.does(2, "undo", Value::Null);
    stays_hidden(group);
    let mut votes = group.told.votes.iter();
    let full = votes.find(|((person, _), votes)| *person == CHANGES && **votes == LIMIT);
    let (_, topic) = full.unwrap().0.clone();
    let fewer = vote(&group.seats[&CHANGES], &topic, LIMIT - 1);
    group.does(CHANGES, "vote_set", fewer);
    group.told.votes.insert((CHANGES, topic), LIMIT - 1);
    group.advances(2, DISCUSS);
    are_shown(group);
}

/// Each topic has the votes that were answered, at everybody's app, and the file has no other.
pub fn are_shown(group: &mut Group) {
    for view in group.views() {
        super::has_the_votes(&view, group);
    }
    let mut sums: Vec<i64> = (0..PEOPLE)
        .map(|person| total(group, |voter, _| voter == person))
        .collect();
    sums.sort_unstable();
    let rows = "SELECT CAST(sum(count) AS TEXT) FROM vote GROUP BY token ORDER BY sum(count)";
    let sums: Vec<String> = sums.iter().map(i64::to_string).collect();
    assert_eq!(group.rows(rows), sums);
    let most: i64 = group.rows("SELECT CAST(max(count) AS TEXT) FROM vote")[0]
        .parse()
        .unwrap();
    assert!(most <= LIMIT);
    assert!(sums.iter().all(|sum| sum.parse::<i64>().unwrap() <= MORE));
}
