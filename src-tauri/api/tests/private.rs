//! What participants of a retrospective write in private: kept, published once, and by nobody where
//! the session is anonymous; votes within their budget, whoever races.

use std::collections::BTreeSet;

use kata_api::Home;
use kata_store::outbox::Outbox;
use kata_store::tables::operation;
use serde_json::{Value, json};

use crate::anonymity::{count, newest, traces_of};
use crate::support::{Person, Place, Storyboard};

/// Positions of the phases of an improvement retrospective.
pub const LOOK_BACK: i64 = 1;
pub const REFLECT: i64 = 2;
pub const GROUP: i64 = 3;
pub const VOTE: i64 = 4;
pub const DISCUSS: i64 = 5;
pub const NEXT_STEP: i64 = 6;
pub const CLOSE: i64 = 7;

/// A session that the group reflects in.
pub fn reflecting(ana: &Person, attribution: &str) -> String {
    let storyboard = Storyboard::made_by(ana);
    let fields = json!({ "title": "September", "attribution": attribution });
    let create = json!({ "teamId": storyboard.team, "fields": fields });
    let session = ana.does("retrospective_create", create).id;
    ana.does("retrospective_begin", json!({ "id": session }));
    advanced(ana, &session, REFLECT);
    session
}

pub fn advanced(ana: &Person, session: &str, to: i64) {
    ana.does("retrospective_advance", json!({ "id": session, "to": to }));
}

pub fn joined(person: &Person, session: &str) -> String {
    let join = json!({ "retrospectiveId": session });
    person.does("participant_join", join).id
}

pub fn writes(person: &Person, participant: &str, text: &str) -> String {
    let note = json!({ "participantId": participant, "prompt": "helped", "text": text });
    let note = person.reads("note_write", note);
    note["id"].as_str().unwrap().to_owned()
}

pub fn publishes_all(person: &Person, session: &str) {
    let id = json!({ "id": session });
    while person.reads("retrospective_publish", id.clone())["published"] == true {}
}

fn view(person: &Person, session: &str) -> Value {
    person.reads("retrospective_get", json!({ "id": session }))
}

fn texts(view: &Value) -> BTreeSet<String> {
    let notes = view["notes"].as_array().unwrap().iter();
    let text = |line: &Value| line["note"]["text"].as_str().unwrap().to_owned();
    notes.map(text).collect()
}

fn topic(ana: &Person, session: &str, title: &str) -> String {
    let topic = json!({ "retrospectiveId": session, "title": title, "noteIds": [] });
    ana.does("topic_create", topic).id
}

pub fn vote(participant: &str, topic: &str, count: i64) -> Value {
    json!({ "participantId": participant, "topicId": topic, "count": count })
}

#[test]
fn a_note_stays_on_its_machine_until_the_reveal_and_is_published_once() {
    let (place, ana) = Place::with_ana();
    let session = reflecting(&ana, "named");
    let seat = joined(&ana, &session);
    let note = writes(&ana, &seat, "once");
    let again = json!({ "participantId": seat, "id": note, "prompt": "helped", "text": "twice" });
    ana.reads("note_write", again);
    publishes_all(&ana, &session);
    let waits = |ana: &Person| ana.reads("waiting_get", json!({}))["retrospectives"].clone();
    assert_eq!(waits(&ana), json!([]), "nobody asked for it yet");
    drop(ana);
    let ana = place.person("Ana");
    assert_eq!(joined(&ana, &session), seat, "who comes back is the same");
    let held = ana.reads("held_get", json!({ "participantId": seat }));
    assert_eq!(held["notes"][0]["text"], "twice");
    advanced(&ana, &session, GROUP);
    let asked = json!([{ "id": session, "anonymous": false, "count": 1 }]);
    assert_eq!(waits(&ana), asked);
    publishes_all(&ana, &session);
    publishes_all(&ana, &session);
    assert_eq!(waits(&ana), json!([]));
    let shown = view(&ana, &session);
    assert_eq!(texts(&shown), BTreeSet::from(["twice".to_owned()]));
    assert_eq!(shown["notes"][0]["author"], "Ana");
    let better = json!({ "participantId": seat, "id": note, "text": "thrice" });
    ana.reads("note_write", better);
    let shown = view(&ana, &session);
    assert_eq!(texts(&shown), BTreeSet::from(["thrice".to_owned()]));
    assert_eq!(shown["notes"][0]["author"], "Ana");
    ana.reads(
        "note_take_back",
        json!({ "participantId": seat, "id": note }),
    );
    assert_eq!(texts(&view(&ana, &session)), BTreeSet::new());
    ana.finds_the_file_sound();
}

#[test]
fn an_anonymous_note_has_no_writer_in_the_file_and_can_still_be_changed_by_them() {
    let (place, ana) = Place::with_ana();
    let session = reflecting(&ana, "anonymous");
    let ben = place.person("Ben");
    let (hers, his) = (joined(&ana, &session), joined(&ben, &session));
    let note = writes(&ana, &hers, "we are afraid of Fridays");
    writes(&ben, &his, "nobody reads the runbook");
    let safety = json!({ "participantId": his, "kind": "safety", "scores": [1, 5, 1, 5, 1, 5, 5] });
    ben.reads("answer_write", safety);
    let in_file = |words: &str| count(&place.board(), words.as_bytes());
    assert_eq!(in_file("afraid of Fridays"), 0, "nothing before the reveal");
    advanced(&ana, &session, GROUP);
    let signed = ana.operations().len();
    publishes_all(&ana, &session);
    publishes_all(&ben, &session);
    let operations = ana.store(|reader| operation::after(reader, signed as i64, i64::MAX));
    assert_eq!(operations.len(), 3);
    let mut devices = BTreeSet::new();
    let reveal = view(&ana, &session)["retrospective"]["notesRevealedAt"].as_i64();
    for kata_store::log::Logged {
        operation, changes, ..
    } in &operations
    {
        assert_eq!((operation.actor, operation.session), (None, None));
        assert_eq!(Some(operation.at_ms), reveal);
        devices.insert(operation.device);
        let value = changes[0].value.as_deref().unwrap();
        assert!(!value.contains(&hers) && !value.contains(&his));
        assert_eq!(changes[0].entity_id.get_version_num(), 4);
    }
    assert_eq!(devices.len(), 3);
    assert!(in_file("afraid of Fridays") > 0);
    let outbox = Outbox::open(&Home::at(&place.home("Ana"))).unwrap();
    let board = ana.session.workspace().unwrap().store().board_id();
    let held = outbox.held(&board.simple().to_string(), &note).unwrap();
    assert_eq!(in_file(&held.unwrap().secret), 0, "only its hash");
    let mine = json!({ "participantId": hers, "id": note, "text": "we are afraid of releases" });
    ana.reads("note_write", mine.clone());
    assert!(texts(&view(&ben, &session)).contains("we are afraid of releases"));
    assert_eq!(ben.is_refused("note_write", mine), "not_yours");
    ana.reads(
        "note_take_back",
        json!({ "participantId": hers, "id": note }),
    );
    assert_eq!(texts(&view(&ben, &session)).len(), 1);
    ana.finds_the_file_sound();
}

#[test]
fn votes_keep_budget_and_limit_over_merged_topics_too() {
    let (_place, ana) = Place::with_ana();
    let session = reflecting(&ana, "named");
    let seat = joined(&ana, &session);
    let limits = json!({ "id": session, "fields": { "voteBudget": 3, "voteLimit": 2 } });
    ana.does("retrospective_edit", limits);
    advanced(&ana, &session, GROUP);
    let [one, two, three] = ["one", "two", "three"].map(|title| topic(&ana, &session, title));
    let early = vote(&seat, &one, 1);
    assert_eq!(ana.is_refused("vote_set", early), "other_phase");
    advanced(&ana, &session, VOTE);
    assert_eq!(
        ana.is_refused("vote_set", vote(&seat, &one, 3)),
        "votes_spent"
    );
    ana.reads("vote_set", vote(&seat, &one, 2));
    ana.reads("vote_set", vote(&seat, &two, 1));
    assert_eq!(
        ana.is_refused("vote_set", vote(&seat, &three, 1)),
        "votes_spent"
    );
    ana.does("topic_merge", json!({ "id": two, "into": one }));
    let held = ana.reads("held_get", json!({ "participantId": seat }));
    assert_eq!(held["votes"], json!([{ "topicId": one, "count": 3 }]));
    assert_eq!(
        ana.is_refused("vote_set", vote(&seat, &three, 1)),
        "votes_spent"
    );
    ana.reads("vote_set", vote(&seat, &one, 2));
    ana.reads("vote_set", vote(&seat, &three, 1));
    assert_eq!(view(&ana, &session)["topics"][0]["votes"], Value::Null);
    let last = || ana.reads("log_get", json!({ "newestFirst": true, "limit": 2 }));
    let change = |log: &Value, at: usize| log["operations"][at]["changes"][0].clone();
    let hidden = change(&last(), 0);
    assert_eq!(
        (&hidden["entity"], &hidden["value"]),
        (&json!("vote"), &Value::Null)
    );
    let history = json!({ "id": hidden["id"] });
    let versions = |history: Value| ana.reads("history_get", history)["versions"].clone();
    assert_eq!(versions(history.clone())[0]["value"], Value::Null);
    advanced(&ana, &session, DISCUSS);
    assert_eq!(change(&last(), 1)["value"]["count"], 1);
    assert_eq!(versions(history)[0]["value"]["count"], 1);
    let shown = view(&ana, &session);
    assert_eq!(shown["votes"]["placed"], 3);
    ana.finds_the_file_sound();
}

#[test]
fn a_machine_does_nothing_for_who_does_not_sit_at_it() {
    let (place, ana) = Place::with_ana();
    let session = reflecting(&ana, "anonymous");
    let ben = place.person("Ben");
    let hers = joined(&ana, &session);
    for (command, request) in [
        ("held_get", json!({ "participantId": hers })),
        (
            "note_write",
            json!({ "participantId": hers, "text": "not hers" }),
        ),
        (
            "answer_write",
            json!({ "participantId": hers, "kind": "rating", "score": 1 }),
        ),
    ] {
        assert_eq!(ben.is_refused(command, request), "not_yours");
    }
}

/// What can never be published would stand in the way of everything that waits beside it.
#[test]
fn nothing_is_kept_that_could_not_be_published() {
    let (_place, ana) = Place::with_ana();
    let session = reflecting(&ana, "anonymous");
    let seat = joined(&ana, &session);
    for (command, fields, code) in [
        (
            "note_write",
            json!({ "prompt": "helped", "text": " " }),
            "field_empty",
        ),
        (
            "note_write",
            json!({ "prompt": "helped", "text": "x".repeat(30_000) }),
            "text_too_long",
        ),
        (
            "answer_write",
            json!({ "kind": "rating", "score": 6 }),
            "number_invalid",
        ),
        (
            "answer_write",
            json!({ "kind": "rating", "score": 5, "scores": [1] }),
            "number_invalid",
        ),
        (
            "answer_write",
            json!({ "kind": "safety", "scores": [1, 2] }),
            "number_invalid",
        ),
    ] {
        let mut request = fields;
        request["participantId"] = json!(seat);
        assert_eq!(ana.is_refused(command, request), code);
    }
    writes(&ana, &seat, "kept");
    advanced(&ana, &session, GROUP);
    publishes_all(&ana, &session);
    assert_eq!(
        texts(&view(&ana, &session)),
        BTreeSet::from(["kept".to_owned()])
    );
}

/// Somebody removes a topic while its note still points to it; another topic becomes an obstacle
/// all the same.
#[test]
fn a_note_of_a_removed_topic_stands_in_no_way() {
    let place = Place::new();
    let ana = place.person("Ana Petrov");
    let session = reflecting(&ana, "named");
    let seat = joined(&ana, &session);
    let gone = writes(&ana, &seat, "Nobody needs this");
    let kept = writes(&ana, &seat, "Approval waits four days");
    advanced(&ana, &session, GROUP);
    publishes_all(&ana, &session);
    let of = |note: &str, title: &str| {
        let topic = json!({ "retrospectiveId": session, "title": title, "noteIds": [note] });
        ana.does("topic_create", topic).id
    };
    let (removed, topic) = (of(&gone, "Gone"), of(&kept, "Approval"));
    ana.does("topic_remove", json!({ "id": removed }));
    let process = ana.reads("board_get", json!({}))["teams"][0]["focusProcessId"].clone();
    let wanted = json!({ "id": topic, "focusProcessId": process });
    let obstacle = ana.does("topic_obstacle", wanted).id;
    let view = ana.reads("obstacle_get", json!({ "id": obstacle }));
    assert_eq!(view["obstacle"]["evidence"], "- Approval waits four days");
}

/// How often some bytes stand in whatever lies in the shared folder: the file, its journal, the
/// sidecars.
fn in_folder(place: &Place, needle: &str) -> usize {
    let files = std::fs::read_dir(place.share()).unwrap();
    let counts = files.map(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let found = bytes.windows(needle.len());
        found.filter(|bytes| *bytes == needle.as_bytes()).count()
    });
    counts.sum()
}

/// What a machine keeps for itself: the secrets of what was written at it, and the token of the
/// seat.
fn kept_secret(place: &Place, person: &Person, seat: &str) -> (Vec<String>, String) {
    let outbox = Outbox::open(&Home::at(&place.home("Ana"))).unwrap();
    let board = person.session.workspace().unwrap().store().board_id();
    let board = board.simple().to_string();
    let held = outbox.held_by(&board, seat).unwrap().into_iter();
    let seat = outbox.seat(&board, seat).unwrap().unwrap();
    (held.map(|held| held.secret).collect(), seat.token)
}

#[test]
fn a_whole_anonymous_session_leaves_nothing_in_the_folder_that_tells_who_wrote() {
    let place = Place::new();
    let (ana, ben) = (place.window("Ana"), place.window("Ben"));
    let session = reflecting(&ana, "anonymous");
    let seat = joined(&ana, &session);
    let mut traces = traces_of(&ana, &newest(&ana).operation);
    joined(&ben, &session);
    let participant = seat.split_once('_').unwrap().1;
    traces.push(participant.as_bytes().to_vec());
    let id: uuid::Uuid = participant.parse().unwrap();
    traces.push(id.as_bytes().to_vec());
    let counts = || -> Vec<usize> {
        let board = place.board();
        traces.iter().map(|trace| count(&board, trace)).collect()
    };
    let silent = |what: &str, run: &dyn Fn()| {
        let before = counts();
        run();
        assert_eq!(counts(), before, "{what} tells of Ana");
    };
    let does = |command: &'static str, request: Value| {
        let ana = &ana;
        move || drop(ana.reads(command, request.clone()))
    };
    let note = json!({ "participantId": seat, "prompt": "helped", "text": "we are afraid" });
    silent("a note that is written", &does("note_write", note));
    let scores = [1, 5, 1, 5, 1, 5, 5];
    let safety = json!({ "participantId": seat, "kind": "safety", "scores": scores });
    silent("a survey that is filled in", &does("answer_write", safety));
    assert_eq!(in_folder(&place, "we are afraid"), 0, "nothing yet");
    advanced(&ana, &session, GROUP);
    let publish = json!({ "id": session });
    silent(
        "a note that is shown",
        &does("retrospective_publish", publish.clone()),
    );
    silent(
        "a survey that is shown",
        &does("retrospective_publish", publish.clone()),
    );
    assert!(in_folder(&place, "we are afraid") > 0);
    let fear = topic(&ben, &session, "Fear");
    advanced(&ana, &session, VOTE);
    silent("a vote", &does("vote_set", vote(&seat, &fear, 1)));
    silent("a changed vote", &does("vote_set", vote(&seat, &fear, 0)));
    advanced(&ana, &session, DISCUSS);
    let rating = json!({ "participantId": seat, "kind": "rating", "score": 2 });
    silent("a rating", &does("answer_write", rating));
    silent(
        "a rating that is shown",
        &does("retrospective_publish", publish),
    );
    let close = json!({ "id": session, "noStepReason": "enough" });
    ana.does("retrospective_close", close);
    let (secrets, token) = kept_secret(&place, &ana, &seat);
    assert_eq!(secrets.len(), 3);
    for secret in secrets {
        assert_eq!(in_folder(&place, &secret), 0, "only its hash");
    }
    assert_eq!(
        in_folder(&place, &token),
        count(&place.board(), token.as_bytes())
    );
    assert!(in_folder(&place, &token) > 0, "votes stand under it");
    ana.finds_the_file_sound();
}
