//! The group: each of its people in a process of their own, and what the script knows to have been
//! written.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Place, Remote};

pub const PEOPLE: usize = 9;

/// What the process of a person is told to do.
pub type Order = (usize, &'static str, Value);

/// What a process answered, or the code of its refusal.
pub type Answer = Result<Value, String>;

/// What was written, by the answers that the writers got. The end is held against this.
#[derive(Default)]
pub struct Told {
    /// Words of each note.
    pub notes: BTreeMap<String, String>,
    /// Notes of each topic that stands for itself.
    pub topics: BTreeMap<String, BTreeSet<String>>,
    /// Titles of these topics.
    pub titles: BTreeMap<String, String>,
    /// Votes of a person on a topic.
    pub votes: BTreeMap<(usize, String), i64>,
}

/// People in front of one file. Who is not there has no process.
pub struct Group {
    remotes: BTreeMap<usize, Remote>,
    /// The participant that each person is.
    pub seats: BTreeMap<usize, String>,
    /// The session that is held.
    pub session: String,
    /// What was written.
    pub told: Told,
    /// The operations that somebody got as an answer.
    pub acknowledged: Vec<String>,
    pub place: Place,
}

pub fn name(person: usize) -> String {
    format!("Person {person}")
}

impl Group {
    /// One person with a new file.
    pub fn begun_by_one() -> Group {
        let place = Place::new();
        let mut first = place.process(&name(0), true);
        first.does("board_create", json!({ "path": place.board() }));
        Group {
            remotes: BTreeMap::from([(0, first)]),
            seats: BTreeMap::new(),
            session: String::new(),
            told: Told::default(),
            acknowledged: Vec::new(),
            place,
        }
    }

    /// Starts the window of a person, at the home that they had before.
    pub fn comes(&mut self, person: usize) {
        let mut window = self.place.process(&name(person), true);
        window.does("board_open", json!({ "path": self.place.board() }));
        self.remotes.insert(person, window);
    }

    /// Kills the process of a person where it stands. What it answered until then counts.
    pub fn is_killed(&mut self, person: usize) {
        let answers = self.remotes.remove(&person).unwrap().killed();
        answers
            .iter()
            .for_each(|answer| self.is_acknowledged(answer));
    }

    /// People come into the session at the same time. Who comes again is who they were.
    pub fn join(&mut self, people: impl IntoIterator<Item = usize>) {
        let join = json!({ "retrospectiveId": self.session });
        let orders: Vec<Order> = people
            .into_iter()
            .map(|person| (person, "participant_join", join.clone()))
            .collect();
        let answers = self.all_are_done(&orders);
        for ((person, ..), answer) in orders.iter().zip(answers) {
            let seat = id(&answer);
            let known = self.seats.entry(*person).or_insert(seat.clone());
            assert_eq!(*known, seat, "person {person} is one participant");
        }
    }

    pub fn order(&mut self, person: usize, command: &str, request: Value) {
        let remote = self.remotes.get_mut(&person).unwrap();
        remote.order(command, request);
    }

    pub fn answer(&mut self, person: usize) -> Answer {
        let answer = self.remotes.get_mut(&person).unwrap().answer();
        self.is_acknowledged(&answer);
        answer
    }

    fn is_acknowledged(&mut self, answer: &Answer) {
        let op = answer.as_ref().ok().and_then(|done| done["op"].as_str());
        self.acknowledged.extend(op.map(str::to_owned));
    }

    pub fn does(&mut self, person: usize, command: &'static str, request: Value) -> Value {
        let mut answers = self.all_are_done(&[(person, command, request)]);
        answers.remove(0)
    }

    /// Every process has its orders before any has answered.
    pub fn race(&mut self, orders: &[Order]) -> Vec<Answer> {
        for (person, command, request) in orders {
            self.order(*person, command, request.clone());
        }
        let people = orders.iter().map(|(person, ..)| *person);
        people.map(|person| self.answer(person)).collect()
    }

    /// As [`Group::race`], where nothing is refused.
    pub fn all_are_done(&mut self, orders: &[Order]) -> Vec<Value> {
        let answers = self.race(orders).into_iter().zip(orders);
        let done = |(answer, order): (Answer, &Order)| {
            answer.unwrap_or_else(|code| panic!("{order:?}: {code}"))
        };
        answers.map(done).collect()
    }

    /// Everybody who is there does the same at the same time.
    pub fn all(
        &mut self,
        command: &'static str,
        request: impl Fn(usize) -> Value,
    ) -> Vec<(usize, Value)> {
        let people: Vec<usize> = self.remotes.keys().copied().collect();
        let order = |person: &usize| (*person, command, request(*person));
        let orders: Vec<Order> = people.iter().map(order).collect();
        let answers = self.all_are_done(&orders);
        people.into_iter().zip(answers).collect()
    }

    /// What everybody who is there sees of the session.
    pub fn views(&mut self) -> Vec<Value> {
        let get = json!({ "id": self.session });
        let views = self.all("retrospective_get", |_| get.clone());
        views.into_iter().map(|(_, view)| view).collect()
    }

    pub fn view(&mut self, person: usize) -> Value {
        let get = json!({ "id": self.session });
        self.does(person, "retrospective_get", get)
    }

    pub fn advances(&mut self, person: usize, to: i64) {
        let advance = self.advance(to);
        self.does(person, "retrospective_advance", advance);
    }

    pub fn advance(&self, to: i64) -> Value {
        json!({ "id": self.session, "to": to })
    }

    /// A person takes the lead.
    pub fn leads(&mut self, person: usize) {
        let me = self.does(person, "board_get", json!({}))["me"].clone();
        let lead = json!({ "id": self.session, "personId": me });
        self.does(person, "retrospective_hand_over", lead);
        assert_eq!(self.view(person)["facilitator"], name(person));
    }

    /// Everybody who is there publishes until nothing waits.
    pub fn publish(&mut self) {
        let session = json!({ "id": self.session });
        loop {
            let answers = self.all("retrospective_publish", |_| session.clone());
            if answers
                .iter()
                .all(|(_, answer)| answer["published"] == false)
            {
                assert!(answers.iter().all(|(_, answer)| answer["left"] == 0));
                return;
            }
        }
    }

    /// A request that comes from the seat of a person.
    pub fn by(&self, person: usize, mut request: Value) -> Value {
        request["participantId"] = json!(self.seats[&person]);
        request
    }

    pub fn does_by(&mut self, person: usize, command: &'static str, request: Value) -> Value {
        let request = self.by(person, request);
        self.does(person, command, request)
    }

    /// Everybody who is there does the same from their seats at the same time.
    pub fn all_by(
        &mut self,
        command: &'static str,
        request: impl Fn(usize) -> Value,
    ) -> Vec<(usize, Value)> {
        let requests: BTreeMap<usize, Value> = (self.remotes.keys())
            .map(|person| (*person, self.by(*person, request(*person))))
            .collect();
        self.all(command, |person| requests[&person].clone())
    }

    /// The place of each operation in the file.
    pub fn places(&self) -> BTreeMap<String, usize> {
        let operations = "SELECT 'op_' || lower(hex(op_id)) FROM operation ORDER BY seq";
        let operations = self.rows(operations).into_iter();
        operations.enumerate().map(|(at, op)| (op, at)).collect()
    }

    /// Rows that SQL finds, as text.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let file = self.place.foreign_tool();
        let mut rows = file.prepare(sql).unwrap();
        let rows = rows.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

pub fn id(answer: &Value) -> String {
    answer["id"].as_str().unwrap().to_owned()
}

/// What a pointer finds in each of a list, as words.
pub fn words(list: &Value, pointer: &str) -> Vec<String> {
    let word = |line: &Value| line.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(word).collect()
}
