//! Everybody groups at the same time: the same notes into other topics, the same topics together
//! and apart, the same title. What comes of it is told by the order in which the file took the
//! answers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::group::{Answer, Group, Order, PEOPLE, Told, id, words};
use super::opening::{LEAVES, REWRITES, TAKES_BACK};
use crate::private::VOTE;

/// Topics that are merged in a ring; the next two are merged into each other.
const RING: usize = 3;
/// The topic that everybody renames.
const RENAMED: usize = 8;
/// Who takes notes out of every topic.
const TAKES_OUT: usize = 2;
const RENAMED_TO: &str = "Handover of releases";

/// What somebody did to the wall.
enum Act {
    Make(String, Vec<String>),
    Put(Vec<String>, Option<String>),
    Merge(String, String),
}

/// Acts with the operations they were written by.
type Acts = Vec<(String, Act)>;

/// Everybody makes a topic of notes that others take as well; then everybody changes all of it.
pub fn is_grouped(group: &mut Group) {
    let taken = note_of(&group.told, TAKES_BACK);
    let others = group.told.notes.keys().filter(|note| **note != taken);
    let notes: Vec<String> = others.cloned().collect();
    let orders: Vec<Order> = (0..PEOPLE)
        .map(|person| topic(group, person, &format!("topic {person}"), &notes[person..]))
        .collect();
    let made = group.race(&orders);
    let made: Vec<Value> = made.into_iter().map(Result::unwrap).collect();
    let topics: Vec<String> = made.iter().map(id).collect();
    let base = &made[RENAMED]["op"];
    let mut changes = Vec::new();
    for person in 0..PEOPLE {
        changes.extend(moves_and_renames(person, &notes[3..6], &topics, base));
        changes.push(does_besides(group, person, &notes[4..8], &topics));
    }
    let answers = group.race(&changes);
    has_only_refused(&changes, &answers, &taken);
    let orders = orders.into_iter().chain(changes);
    let done = orders.zip(made.into_iter().map(Ok).chain(answers));
    let told = &mut group.told;
    let acts = done.filter_map(|(order, answer)| act(told, order, answer.ok()?));
    let acts = acts.collect();
    is_told(group, acts);
    title_is_chosen(group, &topics[RENAMED]);
}

fn topic(group: &Group, person: usize, title: &str, notes: &[String]) -> Order {
    let topic = json!({ "retrospectiveId": group.session, "title": title, "noteIds": notes });
    (person, "topic_create", topic)
}

/// The same notes to another topic than the others put them to, or out of all; and another title
/// for a topic than the others have, on the base of the same one.
fn moves_and_renames(
    person: usize,
    notes: &[String],
    topics: &[String],
    base: &Value,
) -> [Order; 2] {
    let to = (person != TAKES_OUT).then(|| &topics[person]);
    let put = json!({ "noteIds": notes, "topicId": to });
    let title = json!({ "title": renamed(person) });
    let based_on = json!({ "title": [base] });
    let rename = json!({ "id": topics[RENAMED], "fields": title, "basedOn": based_on });
    [
        (person, "retro_notes_group", put),
        (person, "topic_edit", rename),
    ]
}

/// Some merge in circles, one takes a shown note back that others move, one splits.
fn does_besides(group: &Group, person: usize, notes: &[String], topics: &[String]) -> Order {
    let taken = note_of(&group.told, TAKES_BACK);
    match person {
        0..RING => merge(person, &topics[person], &topics[(person + 1) % RING]),
        3 => merge(person, &topics[3], &topics[4]),
        5 => merge(person, &topics[4], &topics[3]),
        TAKES_BACK => {
            let back = group.by(person, json!({ "id": taken }));
            (person, "note_take_back", back)
        }
        6 | LEAVES => topic(group, person, &format!("split by {person}"), notes),
        _ => {
            let put = json!({ "noteIds": [taken], "topicId": topics[person] });
            (person, "retro_notes_group", put)
        }
    }
}

fn merge(person: usize, gone: &str, stays: &str) -> Order {
    (person, "topic_merge", json!({ "id": gone, "into": stays }))
}

/// The end of each circle is refused, and moves of the note that is gone.
fn has_only_refused(orders: &[Order], answers: &[Answer], taken: &str) {
    let refused = orders.iter().zip(answers);
    let refused = refused.filter_map(|((_, command, order), answer)| {
        let code = answer.as_ref().err()?.as_str();
        let of_taken = order["noteIds"] == json!([taken]) && code == "removed";
        (!of_taken).then_some((*command, code))
    });
    let refused: Vec<(&str, &str)> = refused.collect();
    assert_eq!(refused, [("topic_merge", "same_topic"); 2]);
}

fn renamed(person: usize) -> String {
    format!("renamed by {person}")
}

/// The first note that a person wrote.
fn note_of(told: &Told, person: usize) -> String {
    let text = format!("note 0 of {person}");
    let mut notes = told.notes.iter();
    notes.find(|(_, told)| **told == text).unwrap().0.clone()
}

/// What an order did, with its operation; none where it moved nothing.
fn act(told: &mut Told, (_, command, order): Order, answer: Value) -> Option<(String, Act)> {
    let word = |field: &str| order[field].as_str().map(str::to_owned);
    let notes = || serde_json::from_value(order["noteIds"].clone()).unwrap();
    let act = match command {
        "topic_create" => {
            told.titles.insert(id(&answer), word("title").unwrap());
            Act::Make(id(&answer), notes())
        }
        "retro_notes_group" => Act::Put(notes(), word("topicId")),
        "topic_merge" => Act::Merge(word("id").unwrap(), word("into").unwrap()),
        "note_take_back" => {
            told.notes.remove(&word("id").unwrap());
            return None;
        }
        _ => return None,
    };
    Some((answer["op"].as_str()?.to_owned(), act))
}

/// The wall as it is by what was done to it.
#[derive(Default)]
struct Wall {
    /// The topic that each note was put to.
    of_note: BTreeMap<String, String>,
    /// The topic that each topic became a part of, or itself.
    root: BTreeMap<String, String>,
}

impl Wall {
    fn takes(&mut self, act: Act) {
        match act {
            Act::Make(topic, notes) => {
                self.root.insert(topic.clone(), topic.clone());
                self.takes(Act::Put(notes, Some(topic)));
            }
            Act::Put(notes, Some(topic)) => {
                let put = notes.into_iter().map(|note| (note, topic.clone()));
                self.of_note.extend(put);
            }
            Act::Put(notes, None) => self.of_note.retain(|note, _| !notes.contains(note)),
            Act::Merge(gone, stays) => {
                let (gone, stays) = (self.root[&gone].clone(), self.root[&stays].clone());
                let parts = self.root.values_mut().filter(|root| **root == gone);
                parts.for_each(|root| *root = stays.clone());
            }
        }
    }
}

/// Does in the order of the file what was answered.
fn is_told(group: &mut Group, mut acts: Acts) {
    let places = group.places();
    acts.sort_by_key(|(op, _)| places[op]);
    let mut wall = Wall::default();
    acts.into_iter().for_each(|(_, act)| wall.takes(act));
    let told = &mut group.told;
    for root in wall.root.values() {
        told.topics.insert(root.clone(), BTreeSet::new());
    }
    wall.of_note.retain(|note, _| told.notes.contains_key(note));
    for (note, topic) in wall.of_note {
        let notes = told.topics.get_mut(&wall.root[&topic]);
        notes.unwrap().insert(note);
    }
    let topics = &told.topics;
    told.titles.retain(|topic, _| topics.contains_key(topic));
}

/// Nobody's title is lost; one of the group decides.
fn title_is_chosen(group: &mut Group, topic: &str) {
    let conflict = json!({ "id": topic, "field": "title" });
    let versions = group.does(0, "conflict_get", conflict)["versions"].clone();
    let titles: BTreeSet<String> = words(&versions, "/value").into_iter().collect();
    assert_eq!(titles, (0..PEOPLE).map(renamed).collect());
    let chosen = json!({
        "id": topic, "fields": { "title": RENAMED_TO },
        "basedOn": { "title": words(&versions, "/op") },
    });
    group.does(1, "topic_edit", chosen);
    let titles = &mut group.told.titles;
    titles.insert(topic.to_owned(), RENAMED_TO.to_owned());
}

/// A writer puts a shown note right while others move it.
pub fn is_put_right(group: &mut Group) {
    let note = note_of(&group.told, REWRITES);
    let text = "put right when everybody saw it";
    let right = json!({ "id": note, "prompt": "helped", "text": text });
    let right = group.by(REWRITES, right);
    let mut topics = group.told.topics.iter();
    let topic = topics.find(|(_, notes)| notes.contains(&note));
    let put = json!({ "noteIds": [note], "topicId": topic.map(|(topic, _)| topic) });
    let mut orders: Vec<Order> = vec![(REWRITES, "note_write", right)];
    orders.extend([0, 5, 6].map(|person| (person, "retro_notes_group", put.clone())));
    group.all_are_done(&orders);
    group.told.notes.insert(note, text.to_owned());
}

/// Who left comes back; who leads is killed in the middle of the move to the votes.
pub fn is_left(group: &mut Group) {
    group.join([LEAVES]);
    let vote = group.advance(VOTE);
    group.order(1, "retrospective_advance", vote);
    group.is_killed(1);
    group.leads(2);
    group.advances(2, VOTE);
    group.comes(1);
    group.join([1]);
}

/// Everybody's wall is the one that was told.
pub fn is_the_same(group: &mut Group) {
    for view in group.views() {
        super::has_the_notes(&view, &group.told);
        super::has_the_topics(&view, &group.told);
    }
}
