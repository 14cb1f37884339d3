//! Windows in front of one retrospective: how many notes are being written on all machines
//! together, and whose apps are there.

use std::sync::mpsc::Receiver;

use kata_wire::{GatheringLine, Presence};
use serde_json::{Value, json};

use crate::desk::{sees_presence, until};
use crate::private::{GROUP, advanced, joined, publishes_all, reflecting, writes};
use crate::support::{Person, Place, Remote};

/// Somebody in a process of their own who takes part, and the id of their seat.
fn takes_part(place: &Place, name: &str, session: &str) -> (Remote, Value) {
    let mut remote = place.process(name, true);
    remote.does("board_open", json!({ "path": place.board() }));
    let seat = remote.does("participant_join", json!({ "retrospectiveId": session }))["id"].clone();
    remote.does("retrospective_follow", json!({ "id": session }));
    (remote, seat)
}

fn write(remote: &mut Remote, seat: &Value) -> Value {
    let note = json!({ "participantId": seat, "prompt": "helped", "text": "text" });
    remote.does("note_write", note)["id"].clone()
}

fn gathered(heard: &Receiver<Presence>, is_so: impl Fn(&GatheringLine) -> bool) -> GatheringLine {
    let there = |presence: &Presence| presence.retrospective.clone().filter(&is_so);
    there(&until(heard, |presence| there(presence).is_some())).unwrap()
}

fn person(ana: &Person) -> String {
    let me = &ana.reads("board_get", Value::Null)["me"];
    me.as_str().unwrap().to_owned()
}

#[test]
fn windows_in_front_of_one_retrospective_know_the_sum_of_notes_and_who_is_there() {
    let place = Place::new();
    let session = reflecting(&place.person("Setup"), "anonymous");
    let ana = place.window("Ana");
    let seat = joined(&ana, &session);
    let heard = sees_presence(&ana);
    ana.reads("retrospective_follow", json!({ "id": session }));
    let (mut ben, his) = takes_part(&place, "Ben", &session);
    let (mut carl, theirs) = takes_part(&place, "Carl", &session);
    gathered(&heard, |there| {
        there.person_ids.len() == 3 && there.notes == 0
    });

    let operations = ana.operations();
    writes(&ana, &seat, "hers");
    let note = write(&mut ben, &his);
    write(&mut ben, &his);
    write(&mut carl, &theirs);
    let survey =
        json!({ "participantId": theirs, "kind": "safety", "scores": [1, 5, 1, 5, 1, 5, 5] });
    carl.does("answer_write", survey);
    gathered(&heard, |there| there.notes == 4);
    let told = ben.does("presence_get", Value::Null);
    assert_eq!(told["retrospective"]["notes"], 4);
    assert!(!told["peers"].to_string().contains("notes"), "{told}");

    ben.does(
        "note_take_back",
        json!({ "participantId": his, "id": note }),
    );
    gathered(&heard, |there| there.notes == 3);
    assert_eq!(ana.operations(), operations, "the file knows nothing of it");
    carl.killed();
    let left = gathered(&heard, |there| there.person_ids.len() == 2);
    assert_eq!(left.notes, 2);
    let ids: Vec<String> = left.person_ids.iter().map(ToString::to_string).collect();
    assert!(ids.contains(&person(&ana)), "one's own app is there too");

    advanced(&ana, &session, GROUP);
    publishes_all(&ana, &session);
    gathered(&heard, |there| there.notes == 1);
    let gone = ana.reads("retrospective_follow", json!({}));
    assert_eq!(gone["retrospective"], Value::Null);
}

#[test]
fn who_comes_in_from_a_second_computer_votes_and_answers_at_the_first() {
    let place = Place::new();
    let session = reflecting(&place.person("Setup"), "anonymous");
    let ana = place.window("Ana");
    let seat = joined(&ana, &session);
    let projector = place.window("Ana at the projector");
    projector.reads("me_choose", json!({ "personId": person(&ana) }));
    assert_eq!(joined(&projector, &session), seat, "one participant");
    writes(&projector, &seat, "from there");
    advanced(&ana, &session, GROUP);
    publishes_all(&projector, &session);
    let topic = json!({ "retrospectiveId": session, "title": "Handover", "noteIds": [] });
    let topic = ana.does("topic_create", topic).id;
    advanced(&ana, &session, GROUP + 1);

    let vote = json!({ "participantId": seat, "topicId": topic, "count": 1 });
    assert_eq!(
        projector.is_refused("vote_set", vote.clone()),
        "given_elsewhere"
    );
    let rating = json!({ "participantId": seat, "kind": "rating", "score": 5 });
    assert_eq!(
        projector.is_refused("answer_write", rating.clone()),
        "given_elsewhere"
    );
    ana.reads("vote_set", vote);
    ana.reads("answer_write", rating);
    let held = |person: &Person| person.reads("held_get", json!({ "participantId": seat }));
    assert_eq!(held(&projector)["countsHere"], false);
    assert_eq!(held(&ana)["countsHere"], true);
    let away = json!({ "participantId": seat, "kind": "takeaway", "text": "Write it down" });
    projector.reads("answer_write", away);
}

#[test]
fn somebody_known_sits_at_anothers_computer_and_stays_one_participant() {
    let place = Place::new();
    let session = reflecting(&place.person("Setup"), "named");
    let (ana, ben) = (place.window("Ana"), place.window("Ben"));
    joined(&ana, &session);
    let team = ana.reads("retrospective_get", json!({ "id": session }))["team"]["id"].clone();
    ana.does(
        "membership_create",
        json!({ "teamId": team, "name": "Ben" }),
    );
    let view = ana.reads("retrospective_get", json!({ "id": session }));
    let his = view["members"][0]["membership"]["personId"].clone();
    let at_anas = json!({ "retrospectiveId": session, "personId": his });
    let seat = ana.does("participant_join", at_anas.clone()).id;

    writes(&ana, &seat, "from Ana's computer");
    ben.reads("me_choose", json!({ "personId": his }));
    assert_eq!(joined(&ben, &session), seat, "one participant");
    let view = ana.reads("retrospective_get", json!({ "id": session }));
    let line = &view["participants"][1]["participant"];
    assert_eq!(line["name"], "Ben");
    assert_eq!(line["hostId"], person(&ana));

    let mut both = at_anas;
    both["name"] = json!("Ben");
    assert_eq!(ana.is_refused("participant_join", both), "request_invalid");
}
