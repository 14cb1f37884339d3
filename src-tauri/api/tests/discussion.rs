//! A group that discusses its topics: what each took, what came of it before, and one key that
//! takes the last move back.

use kata_store::clock::Clock;
use serde_json::{Value, json};

use crate::private::{joined, reflecting};
use crate::support::{Person, Place, Storyboard};

/// Positions of the phases of an improvement retrospective.
const REFLECT: i64 = 2;
const GROUP: i64 = 3;
const DISCUSS: i64 = 5;

const MINUTE: i64 = 60_000;

fn begun(ana: &Person, storyboard: &Storyboard, title: &str) -> String {
    let fields = json!({ "title": title, "focusProcessId": storyboard.process });
    let create = json!({ "teamId": storyboard.team, "fields": fields });
    let session = ana.does("retrospective_create", create).id;
    ana.does("retrospective_begin", json!({ "id": session }));
    session
}

fn advances(ana: &Person, session: &str, to: i64) {
    ana.does("retrospective_advance", json!({ "id": session, "to": to }));
}

fn topic(ana: &Person, session: &str, title: &str, notes: &[&str]) -> String {
    let topic = json!({ "retrospectiveId": session, "title": title, "noteIds": notes });
    ana.does("topic_create", topic).id
}

fn view(person: &Person, session: &str) -> Value {
    person.reads("retrospective_get", json!({ "id": session }))
}

fn discusses(ana: &Person, session: &str, topic: Option<&str>) {
    let topic = json!({ "id": session, "topicId": topic });
    ana.does("retrospective_discuss", topic);
}

fn minutes(ana: &Person, session: &str) -> Vec<i64> {
    let view = view(ana, session);
    let topics = view["topics"].as_array().unwrap().iter();
    topics
        .map(|line| line["discussedMinutes"].as_i64().unwrap())
        .collect()
}

fn pass(place: &Place, minutes: i64) {
    place.clock.set(place.clock.now_ms() + minutes * MINUTE);
}

#[test]
fn a_topic_keeps_the_minutes_that_it_was_on_the_table() {
    let (place, ana) = Place::with_ana();
    let session = begun(&ana, &Storyboard::made_by(&ana), "September");
    advances(&ana, &session, GROUP);
    let [one, two, gone] = ["one", "two", "gone"].map(|title| topic(&ana, &session, title, &[]));
    advances(&ana, &session, DISCUSS);
    discusses(&ana, &session, Some(&one));
    pass(&place, 4);
    let clock = |to: &str| {
        let clock = json!({ "id": session, "clock": to });
        ana.does("retrospective_clock", clock);
    };
    clock("pause");
    pass(&place, 30);
    clock("go_on");
    pass(&place, 1);
    discusses(&ana, &session, Some(&two));
    assert_eq!(minutes(&ana, &session), [5, 0, 0], "a pause counts nothing");
    pass(&place, 3);
    ana.undoes().unwrap();
    assert_eq!(
        minutes(&ana, &session),
        [0, 0, 0],
        "it is on the table still"
    );
    discusses(&ana, &session, Some(&two));
    assert_eq!(minutes(&ana, &session), [8, 0, 0]);
    pass(&place, 2);
    advances(&ana, &session, DISCUSS + 1);
    advances(&ana, &session, DISCUSS);
    discusses(&ana, &session, Some(&gone));
    pass(&place, 7);
    ana.does("topic_remove", json!({ "id": gone }));
    discusses(&ana, &session, Some(&two));
    pass(&place, 1);
    // What becomes a part of another topic while it is discussed counts there.
    ana.does("topic_merge", json!({ "id": two, "into": one }));
    let close = json!({ "id": session, "noStepReason": "enough" });
    ana.does("retrospective_close", close);
    assert_eq!(minutes(&ana, &session), [11]);
    ana.finds_the_file_sound();
}

#[test]
fn what_was_discussed_before_comes_back_with_what_became_of_it() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let mut obstacle = String::new();
    for month in ["May", "June", "July", "August"] {
        let session = begun(&ana, &storyboard, month);
        let waits = topic(&ana, &session, &format!("Approval waits in {month}"), &[]);
        topic(&ana, &session, "Coffee", &[]);
        obstacle = ana.does("topic_obstacle", json!({ "id": waits })).id;
        let close = json!({ "id": session, "noStepReason": "enough" });
        ana.does("retrospective_close", close);
        place.days_pass(28);
    }
    let settled = json!({ "id": obstacle, "state": "cleared" });
    ana.does("obstacle_move_to", settled);
    let session = begun(&ana, &storyboard, "September");
    let waits = topic(&ana, &session, "The approval waits", &[]);
    topic(&ana, &session, "Flaky tests", &[]);
    let shown = view(&ana, &session);
    let before = shown["topics"][0]["before"].as_array().unwrap();
    let titles: Vec<&Value> = before.iter().map(|line| &line["title"]).collect();
    assert_eq!(titles, ["August", "July", "June"], "newest first, no more");
    assert_eq!(before[0]["topic"], "Approval waits in August");
    assert_eq!(before[0]["obstacle"], "cleared");
    assert_eq!(before[1]["obstacle"], "parked");
    assert_eq!(shown["topics"][1]["before"], json!([]));
    ana.does("topic_remove", json!({ "id": waits }));
    let close = json!({ "id": session, "noStepReason": "enough" });
    ana.does("retrospective_close", close);
    let over = view(&ana, &session);
    assert_eq!(over["topics"][0]["before"], json!([]));
}

/// Writes a note at a machine that takes part from then on.
fn takes_part(person: &Person, session: &str, text: &str) {
    let join = json!({ "retrospectiveId": session });
    let seat = person.does("participant_join", join).id;
    let note = json!({ "participantId": seat, "prompt": "helped", "text": text });
    person.reads("note_write", note);
}

fn publishes(person: &Person, session: &str) -> bool {
    person.reads("retrospective_publish", json!({ "id": session }))["published"] == true
}

fn notes(person: &Person, session: &str) -> Vec<String> {
    let view = view(person, session);
    let notes = view["notes"].as_array().unwrap().iter();
    let text = |line: &Value| line["note"]["text"].as_str().unwrap().to_owned();
    notes.map(text).collect()
}

#[test]
fn one_key_takes_a_move_of_the_group_back_and_no_note_with_it() {
    let place = Place::new();
    let (ana, ben) = (place.window("Ana"), place.window("Ben"));
    let session = begun(&ana, &Storyboard::made_by(&ana), "September");
    advances(&ana, &session, REFLECT);
    takes_part(&ana, &session, "hers");
    takes_part(&ben, &session, "his");
    advances(&ana, &session, GROUP);
    // The machine of who leads publishes by itself: that is no move of theirs.
    assert!(publishes(&ana, &session));
    ana.undoes().unwrap();
    let back = view(&ben, &session);
    assert_eq!(back["phasesNow"], json!(["reflect"]));
    assert_eq!(back["retrospective"]["notesRevealedAt"], Value::Null);
    assert_eq!(
        notes(&ben, &session),
        ["hers"],
        "what was shown stays shown"
    );
    assert!(!publishes(&ben, &session), "what was not waits again");
    advances(&ana, &session, GROUP);
    assert!(publishes(&ben, &session));
    assert!(!publishes(&ana, &session), "none twice");
    assert_eq!(notes(&ana, &session), ["hers", "his"]);
    assert_eq!(ben.undoes(), Err("nothing_to_undo"), "nobody leaves by it");
    ana.finds_the_file_sound();
}

#[test]
fn being_ready_is_no_step_of_undo() {
    let place = Place::new();
    let ana = place.window("Ana");
    let session = begun(&ana, &Storyboard::made_by(&ana), "September");
    advances(&ana, &session, REFLECT);
    takes_part(&ana, &session, "hers");
    let seat = view(&ana, &session)["participants"][0]["participant"]["id"].clone();
    let says = |ready: bool| {
        let ready = json!({ "id": seat, "ready": ready });
        ana.does("participant_ready", ready);
    };
    let is_ready = || view(&ana, &session)["participants"][0]["ready"].clone();
    let phases = || view(&ana, &session)["phasesNow"].clone();
    advances(&ana, &session, GROUP);
    topic(&ana, &session, "Labels", &[]);
    says(true);
    ana.undoes().unwrap();
    assert_eq!(view(&ana, &session)["topics"], json!([]), "the topic goes");
    assert_eq!(is_ready(), json!(true), "who is ready stays ready");
    says(false);
    ana.redoes().unwrap();
    assert_eq!(is_ready(), json!(false));
    assert_eq!(view(&ana, &session)["topics"].as_array().unwrap().len(), 1);
    for _ in 0..2 {
        ana.undoes().unwrap();
    }
    assert_eq!(phases(), json!(["reflect"]));
    let log = ana.reads("log_get", json!({}))["operations"].clone();
    let log = log.as_array().unwrap().iter();
    let said = log.filter(|op| op["kind"] == "participant_ready");
    assert_eq!(said.count(), 2, "the log has it");
    ana.finds_the_file_sound();
}

#[test]
fn a_topic_is_split_and_a_note_taken_out_each_with_one_step_back() {
    let (_place, ana) = Place::with_ana();
    let session = begun(&ana, &Storyboard::made_by(&ana), "September");
    advances(&ana, &session, GROUP);
    let ids = ["one", "two", "three"].map(|text| {
        let fields = json!({ "text": text });
        let note = json!({ "retrospectiveId": session, "prompt": "helped", "fields": fields });
        ana.does("retro_note_create", note).id
    });
    let [one, two, three] = ids.each_ref().map(String::as_str);
    topic(&ana, &session, "all", &[one, two, three]);
    let grouped = || -> Value {
        let view = view(&ana, &session);
        let lines = view["topics"].as_array().unwrap().iter();
        lines.map(|line| line["noteIds"].clone()).collect()
    };
    topic(&ana, &session, "", &[two]);
    assert_eq!(grouped(), json!([[one, three], [two]]));
    ana.undoes().unwrap();
    assert_eq!(grouped(), json!([[one, two, three]]));
    ana.does("retro_notes_group", json!({ "noteIds": [one, three] }));
    assert_eq!(grouped(), json!([[two]]));
    ana.undoes().unwrap();
    assert_eq!(grouped(), json!([[one, two, three]]));
    ana.finds_the_file_sound();
}

#[test]
fn of_several_notes_those_are_grouped_that_nobody_took_back_meanwhile() {
    let (_place, ana) = Place::with_ana();
    let session = begun(&ana, &Storyboard::made_by(&ana), "September");
    advances(&ana, &session, GROUP);
    let [one, two, taken] = ["one", "two", "taken back"].map(|text| {
        let note =
            json!({ "retrospectiveId": session, "prompt": "helped", "fields": { "text": text } });
        ana.does("retro_note_create", note).id
    });
    ana.does("retro_note_remove", json!({ "id": taken }));
    let made = topic(&ana, &session, "", &[&taken, &one]);
    let alone = json!({ "noteIds": [taken], "topicId": made });
    assert_eq!(ana.is_refused("retro_notes_group", alone), "removed");
    let both = json!({ "noteIds": [taken, two], "topicId": made });
    ana.does("retro_notes_group", both);
    let there = &view(&ana, &session)["topics"][0];
    assert_eq!(
        there["topic"]["title"], "one",
        "called after a note that is there"
    );
    assert_eq!(there["noteIds"], json!([one, two]));
}

/// The number is chosen while the word is still on its way: neither takes the other one away.
#[test]
fn a_word_and_a_number_of_the_check_in_are_said_one_after_the_other() {
    let (_place, ana) = Place::with_ana();
    let session = reflecting(&ana, "named");
    let seat = joined(&ana, &session);
    let said = |half: Value| {
        let mut answer = json!({ "participantId": seat, "kind": "check_in" });
        answer
            .as_object_mut()
            .unwrap()
            .extend(half.as_object().unwrap().clone());
        ana.reads("answer_write", answer);
        let view = ana.reads("retrospective_get", json!({ "id": session }));
        let line = view["answers"]["checkIn"][0]["answer"].clone();
        (line["text"].clone(), line["score"].clone())
    };
    assert_eq!(
        said(json!({ "text": "tired" })),
        (json!("tired"), Value::Null)
    );
    assert_eq!(said(json!({ "score": 2 })), (json!("tired"), json!(2)));
    assert_eq!(said(json!({ "text": "awake" })), (json!("awake"), json!(2)));
}
