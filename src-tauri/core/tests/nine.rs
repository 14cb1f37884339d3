//! Nine people hold a whole retrospective, each in a process of their own on one file: they come, go and
//! are killed, do the same things at the same time, and end with the same session. What it must hold is
//! known from what was ordered, not from what another view says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Person, Place, Remote, Storyboard};

const PROCESSES: usize = 9;
/// Who comes when notes are being written already.
const LATE: usize = 8;
/// Who goes and comes back.
const AWAY: usize = 6;
/// Whose process is killed with a note that nobody else has seen.
const KILLED: usize = 7;
/// Who leads after the first one is killed.
const SECOND: usize = 1;
/// Votes of each, and on one topic.
const BUDGET: i64 = 3;
const LIMIT: i64 = 2;

/// Positions of the phases of an improvement retrospective.
const REFLECT: i64 = 2;
const GROUP: i64 = 3;
const VOTE: i64 = 4;
const DISCUSS: i64 = 5;
const NEXT_STEP: i64 = 6;
const CLOSE: i64 = 7;

/// The people, their processes and their seats.
struct Room {
    place: Place,
    storyboard: Storyboard,
    session: String,
    people: Vec<Remote>,
    seats: Vec<String>,
}

impl Room {
    /// The first one prepares it, without names, and begins it.
    fn begun() -> Room {
        let (place, ana) = Place::with_ana();
        let storyboard = Storyboard::made_by(&ana);
        let mut people: Vec<Remote> = (0..PROCESSES)
            .map(|number| at_a_window(&place, &name(number)))
            .collect();
        let fields = json!({
            "title": "September", "attribution": "anonymous", "survey": true,
            "focusProcessId": storyboard.process, "voteBudget": BUDGET, "voteLimit": LIMIT,
        });
        let create = json!({ "teamId": storyboard.team, "fields": fields });
        let session = text(&people[0].does("retrospective_create", create)["id"]);
        people[0].does("retrospective_begin", json!({ "id": session }));
        Room {
            place,
            storyboard,
            session,
            people,
            seats: Vec::new(),
        }
    }

    /// Orders the same of several at the same time, and gives what each answered.
    fn at_once(
        &mut self,
        who: impl Iterator<Item = usize> + Clone,
        command: &str,
        request: impl Fn(&Room, usize) -> Value,
    ) -> Vec<Result<Value, String>> {
        for number in who.clone() {
            let request = request(self, number);
            self.people[number].order(command, request);
        }
        who.map(|number| self.people[number].answer()).collect()
    }

    /// As [`Room::at_once`], for everybody; all must succeed.
    fn everybody(&mut self, command: &str, request: impl Fn(&Room, usize) -> Value) -> Vec<Value> {
        let answers = self.at_once(0..PROCESSES, command, request);
        answers.into_iter().map(Result::unwrap).collect()
    }

    fn leads(&mut self, who: usize, to: i64) {
        let to = json!({ "id": self.session, "to": to });
        self.people[who].does("retrospective_advance", to);
    }

    fn joins(&mut self, who: usize) -> String {
        let join = json!({ "retrospectiveId": self.session });
        text(&self.people[who].does("participant_join", join)["id"])
    }

    /// The process of a person ends where it stands, and they start the app again.
    fn is_killed_and_comes_back(&mut self, who: usize) {
        self.people.remove(who).killed();
        let again = at_a_window(&self.place, &name(who));
        self.people.insert(who, again);
        assert_eq!(self.joins(who), self.seats[who], "the same participant");
    }

    fn answers(&mut self, kind: &str, answer: impl Fn(usize) -> Value) {
        self.everybody("answer_write", |room, number| {
            let mut request = answer(number);
            request["participantId"] = json!(room.seats[number]);
            request["kind"] = json!(kind);
            request
        });
    }

    /// Everybody publishes what waits with them until nothing is left.
    fn publish(&mut self) {
        let asked = |room: &Room, _| json!({ "id": room.session });
        while self
            .everybody("retrospective_publish", asked)
            .iter()
            .any(|answer| answer["published"] == true)
        {}
    }

    fn view(&mut self, who: usize) -> Value {
        let id = json!({ "id": self.session });
        self.people[who].does("retrospective_get", id)
    }

    fn topics(&mut self) -> Vec<String> {
        let view = self.view(0);
        let topics = view["topics"].as_array().unwrap().iter();
        topics.map(|line| text(&line["topic"]["id"])).collect()
    }
}

fn at_a_window(place: &Place, name: &str) -> Remote {
    let mut person = place.process(name, true);
    person.does("board_open", json!({ "path": place.board() }));
    person
}

fn name(number: usize) -> String {
    format!("Person {number}")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn sorted(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut values: Vec<String> = values.collect();
    values.sort();
    values
}

/// A field of every row of a list, sorted: nothing is missing, nothing is there twice.
fn all_of(list: &Value, field: &str) -> Vec<String> {
    let rows = list.as_array().unwrap().iter();
    sorted(rows.map(|row| text(row.pointer(field).unwrap())))
}

fn written(words: &str) -> Vec<String> {
    sorted((0..PROCESSES).map(|number| format!("{words} {number}")))
}

#[test]
fn nine_processes_hold_a_whole_session_and_lose_nothing() {
    let mut room = Room::begun();
    arrive(&mut room);
    write_in_private(&mut room);
    lose_the_facilitator(&mut room);
    group_at_once(&mut room);
    let placed = vote_at_once(&mut room);
    let step = discuss_and_agree(&mut room);
    leave(&mut room, &step);

    let views = room.everybody("retrospective_get", |room, _| json!({ "id": room.session }));
    let mut newcomer = at_a_window(&room.place, "Somebody who was not there");
    let session = json!({ "id": room.session });
    let seen = newcomer.does("retrospective_get", session);
    for (number, view) in views.iter().enumerate() {
        assert_eq!(*view, seen, "what {} sees", name(number));
    }
    holds_what_was_written(&seen);
    assert_eq!(seen["votes"]["placed"], placed);
    assert_eq!(seen["retrospective"]["nextStepId"], step.as_str());
    let board = json!({ "focusProcessId": room.storyboard.process });
    let boards = room.everybody("storyboard_get", |_, _| board.clone());
    assert!(boards.iter().all(|one| *one == boards[0]));
    assert!(boards[0].to_string().contains("write the list on Monday"));
    let ana = room.place.person("Ana");
    budgets_are_kept(&ana, placed);
    ana.finds_the_file_sound();
}

fn arrive(room: &mut Room) {
    let join = |room: &Room, _| json!({ "retrospectiveId": room.session });
    let joined = room.at_once(0..LATE, "participant_join", join);
    room.seats = joined
        .into_iter()
        .map(|seat| text(&seat.unwrap()["id"]))
        .collect();
    room.leads(0, REFLECT);
    let late = room.joins(LATE);
    room.seats.push(late);
    room.answers(
        "check_in",
        |number| json!({ "text": format!("arrives {number}") }),
    );
    room.answers("safety", |_| json!({ "scores": [1, 5, 1, 5, 1, 5, 4] }));
}

/// Two notes each; one process is killed between them, one person is away for a while.
fn write_in_private(room: &mut Room) {
    let note = |words: &'static str| {
        move |room: &Room, number: usize| {
            let text = format!("{words} {number}");
            json!({ "participantId": room.seats[number], "prompt": "helped", "text": text })
        }
    };
    room.everybody("note_write", note("first"));
    room.is_killed_and_comes_back(KILLED);
    let away = json!({ "id": room.seats[AWAY] });
    room.people[AWAY].does("participant_leave", away);
    assert_eq!(room.joins(AWAY), room.seats[AWAY]);
    room.everybody("note_write", note("second"));
}

/// The facilitator is killed while moving the group on; another person takes the lead, and takes an
/// advance back before everybody publishes.
fn lose_the_facilitator(room: &mut Room) {
    let group = json!({ "id": room.session, "to": GROUP });
    room.people[0].order("retrospective_advance", group);
    room.is_killed_and_comes_back(0);
    let me = text(&room.people[SECOND].does("board_get", Value::Null)["me"]);
    let lead = json!({ "id": room.session, "personId": me });
    room.people[SECOND].does("retrospective_hand_over", lead);
    room.leads(SECOND, GROUP);
    let asked = |room: &Room, _| json!({ "id": room.session });
    room.everybody("retrospective_publish", asked);
    room.leads(SECOND, VOTE);
    room.people[SECOND].does("undo", Value::Null);
    room.publish();
}

/// Everybody takes the same notes into a topic of their own, then topics are merged in a ring, in pairs
/// against each other, renamed, and taken apart.
fn group_at_once(room: &mut Room) {
    let shown = room.view(0);
    let notes = shown["notes"].as_array().unwrap().iter();
    let notes: Vec<String> = notes.map(|line| text(&line["note"]["id"])).collect();
    assert_eq!(notes.len(), 2 * PROCESSES);
    let made = room.everybody("topic_create", |room, number| {
        let title = format!("topic {number}");
        json!({ "retrospectiveId": room.session, "title": title, "noteIds": notes[number..] })
    });
    let topics: Vec<String> = made.iter().map(|topic| text(&topic["id"])).collect();
    for number in 0..PROCESSES {
        let (command, request) = match number {
            0..=2 => (
                "topic_merge",
                json!({ "id": topics[number], "into": topics[(number + 1) % 3] }),
            ),
            3 => ("topic_merge", json!({ "id": topics[3], "into": topics[4] })),
            4 => ("topic_merge", json!({ "id": topics[4], "into": topics[3] })),
            5 | 6 => (
                "topic_edit",
                json!({ "id": topics[5], "fields": { "title": format!("renamed {number}") } }),
            ),
            _ => (
                "retro_notes_group",
                json!({ "noteIds": notes[..4], "topicId": topics[number] }),
            ),
        };
        room.people[number].order(command, request);
    }
    // Of those who make two topics one at the same time, the later one hears that they are.
    let done: Vec<_> = room.people.iter_mut().map(Remote::answer).collect();
    for answer in done.iter().filter_map(|answer| answer.as_ref().err()) {
        assert_eq!(answer, "same_topic");
    }
    assert_eq!(room.topics().len(), PROCESSES - 3);
}

/// Everybody votes for three topics at once; the third vote of each is one too many. Gives how many votes
/// were taken.
fn vote_at_once(room: &mut Room) -> i64 {
    room.leads(SECOND, VOTE);
    let topics = room.topics();
    for (turn, count) in [LIMIT, BUDGET - LIMIT, 1].into_iter().enumerate() {
        let votes = room.at_once(0..PROCESSES, "vote_set", |room, number| {
            let topic = &topics[(number + turn) % topics.len()];
            json!({ "participantId": room.seats[number], "topicId": topic, "count": count })
        });
        let spent = Err("votes_spent".to_owned());
        assert!(votes.iter().all(|vote| vote.is_ok() == (turn < 2)));
        assert!(turn < 2 || votes.iter().all(|vote| *vote == spent));
    }
    BUDGET * PROCESSES as i64
}

/// What was said is written down by all at once; two make the same topic an obstacle at the same time.
fn discuss_and_agree(room: &mut Room) -> String {
    room.leads(SECOND, DISCUSS);
    let topic = room.topics()[0].clone();
    let table = json!({ "id": room.session, "topicId": topic });
    room.people[SECOND].does("retrospective_discuss", table);
    let fields = [
        json!({ "notes": "the deputy may approve" }),
        json!({ "reach": "influence" }),
        json!({ "wastes": ["waiting"] }),
        json!({ "mismatches": ["capacity"] }),
    ];
    let said = room.at_once(
        0..fields.len(),
        "topic_edit",
        |_, number| json!({ "id": topic, "fields": fields[number] }),
    );
    assert!(said.iter().all(Result::is_ok));
    let obstacles = room.at_once(2..4, "topic_obstacle", |_, _| json!({ "id": topic }));
    let obstacle = obstacles[0].as_ref().unwrap()["id"].clone();
    assert_eq!(
        obstacles[1].as_ref().unwrap()["id"],
        obstacle,
        "one obstacle"
    );
    room.leads(SECOND, NEXT_STEP);
    let plan = json!({
        "focusProcessId": room.storyboard.process,
        "fields": {
            "obstacleId": obstacle, "step": "write the list on Monday",
            "prediction": "half the questions", "checkOn": "2199-12-31",
        },
    });
    let step = text(&room.people[3].does("experiment_create", plan)["id"]);
    let agreed = json!({ "id": room.session, "experimentId": step });
    room.people[3].does("retrospective_next_step", agreed);
    step
}

fn leave(room: &mut Room, step: &str) {
    room.leads(SECOND, CLOSE);
    room.answers(
        "takeaway",
        |number| json!({ "text": format!("takes {number}") }),
    );
    room.answers("rating", |number| json!({ "score": number % 5 + 1 }));
    room.publish();
    let close = json!({ "id": room.session });
    room.people[SECOND].does("retrospective_close", close.clone());
    let late = room.people[2].tries("retrospective_close", close);
    assert_eq!(late, Err("retrospective_state".to_owned()), "{step}");
}

fn holds_what_was_written(seen: &Value) {
    assert_eq!(seen["retrospective"]["state"], "closed");
    assert_eq!(
        all_of(&seen["participants"], "/participant/name"),
        written("Person")
    );
    let notes: BTreeSet<String> = ["first", "second"].into_iter().flat_map(written).collect();
    let notes: Vec<String> = notes.into_iter().collect();
    assert_eq!(all_of(&seen["notes"], "/note/text"), notes);
    let answers = &seen["answers"];
    assert_eq!(
        all_of(&answers["checkIn"], "/answer/text"),
        written("arrives")
    );
    assert_eq!(
        all_of(&answers["takeaways"], "/answer/text"),
        written("takes")
    );
    assert_eq!(answers["safety"]["answers"], PROCESSES);
    let mut ratings: Vec<i64> = serde_json::from_value(answers["ratings"].clone()).unwrap();
    ratings.sort_unstable();
    assert_eq!(ratings, [1, 1, 2, 2, 3, 3, 4, 4, 5]);
    let topics = seen["topics"].as_array().unwrap();
    let told = topics
        .iter()
        .find(|line| line["topic"]["obstacleId"].is_string());
    let told = &told.unwrap()["topic"];
    assert_eq!(told["notes"], "the deputy may approve");
    assert_eq!(told["reach"], "influence");
    assert_eq!(
        (&told["wastes"], &told["mismatches"]),
        (&json!(["waiting"]), &json!(["capacity"]))
    );
    // Every note is in at most one topic, and no topic names one that is not there.
    let mut places = BTreeMap::new();
    for line in topics {
        for note in line["noteIds"].as_array().unwrap() {
            assert_eq!(places.insert(text(note), text(&line["topic"]["id"])), None);
        }
    }
    for line in seen["notes"].as_array().unwrap() {
        let there = places.get(&text(&line["note"]["id"])).map(String::as_str);
        assert_eq!(there, line["topicId"].as_str());
    }
}

/// Nobody has more votes than the budget or on one topic than the limit, over all topics that became one.
fn budgets_are_kept(ana: &Person, placed: i64) {
    let per_token: Vec<i64> = ana.store(|connection| {
        let mut sums = connection.prepare("SELECT sum(count) FROM vote GROUP BY token")?;
        let sums = sums.query_map([], |row| row.get(0))?;
        Ok(sums.collect::<Result<_, _>>()?)
    });
    assert_eq!(per_token, [BUDGET; PROCESSES]);
    assert_eq!(per_token.iter().sum::<i64>(), placed);
}
