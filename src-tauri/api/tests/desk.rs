//! What belongs to one person's desk: kept text, who else is here, who one is.

use std::sync::mpsc::{Receiver, channel};

use kata_api::{Session, SessionKind};
use kata_wire::{Presence, Push};
use serde_json::{Value, json};

use crate::support::{PATIENCE, Person, Place, Storyboard};

fn drafts(person: &Person) -> Vec<(String, String)> {
    let kept = person.reads("draft_list", Value::Null);
    let kept = kept["drafts"].as_array().unwrap().iter();
    kept.map(|draft| {
        (
            draft["field"].as_str().unwrap().to_owned(),
            draft["text"].as_str().unwrap().to_owned(),
        )
    })
    .collect()
}

#[test]
fn typed_text_is_there_again_for_the_next_start_and_for_nobody_else() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let seen = ana.sees(&storyboard.obstacle, "text");
    let put = |text: &str| json!({ "entityId": storyboard.obstacle, "field": "text", "text": text, "basedOn": seen.0, "context": { "card": 3 } });
    ana.reads("draft_put", put("half a sen"));
    ana.reads("draft_put", put("half a sentence"));
    drop(ana);
    let again = place.person("Ana");
    assert_eq!(
        drafts(&again),
        [("text".to_owned(), "half a sentence".to_owned())]
    );
    let kept = &again.reads("draft_list", Value::Null)["drafts"][0];
    assert_eq!(kept["context"], json!({ "card": 3 }));
    assert_eq!(kept["basedOn"], json!(seen.0));
    assert_eq!(drafts(&place.person("Ben")), []);
    assert_eq!(
        again.operations(),
        again.operations(),
        "nothing of it stands in the shared file"
    );
    assert!(
        again
            .reads("log_get", Value::Null)
            .to_string()
            .find("half a")
            .is_none()
    );
}

#[test]
fn text_that_was_saved_is_let_go_but_not_what_was_typed_meanwhile() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let row = &storyboard.obstacle;
    let put = |text: &str| {
        ana.reads(
            "draft_put",
            json!({ "entityId": row, "field": "text", "text": text }),
        )
    };
    let drop_if = |text: &str| {
        ana.reads(
            "draft_drop",
            json!({ "entityId": row, "field": "text", "text": text }),
        )
    };
    put("first");
    put("first and more");
    drop_if("first");
    assert_eq!(
        drafts(&ana),
        [("text".to_owned(), "first and more".to_owned())]
    );
    drop_if("first and more");
    assert_eq!(drafts(&ana), []);
    put("again");
    ana.reads("draft_drop", json!({ "entityId": row, "field": "text" }));
    assert_eq!(drafts(&ana), []);
}

#[test]
fn text_kept_before_the_person_said_who_they_are_is_theirs_afterwards() {
    let (place, _) = Place::with_ana();
    let zoe = place.newcomer("Zoe", SessionKind::Cli);
    zoe.reads("board_open", json!({ "path": place.board() }));
    zoe.reads(
        "draft_put",
        json!({ "entityId": "new", "field": "text", "text": "I am new here" }),
    );
    zoe.does("team_create", json!({ "fields": { "name": "Zoe's team" } }));
    assert_eq!(drafts(&zoe).len(), 1);
    zoe.reads("draft_drop", json!({ "entityId": "new", "field": "text" }));
    assert_eq!(drafts(&zoe), []);
}

#[test]
fn opening_a_board_makes_no_person_and_the_first_write_makes_one() {
    let (place, ana) = Place::with_ana();
    let zoe = place.window("Zoe");
    let board = zoe.reads("board_get", Value::Null);
    assert_eq!(
        (&board["me"], &board["myName"]),
        (&Value::Null, &json!("Zoe"))
    );
    assert_eq!(ana.operations().len(), 0);
    zoe.does("team_create", json!({ "fields": { "name": "Zoe's team" } }));
    zoe.does("team_create", json!({ "fields": { "name": "Second" } }));
    let board = zoe.reads("board_get", Value::Null);
    assert_eq!(board["people"].as_array().unwrap().len(), 1);
    assert_eq!(board["people"][0]["id"], board["me"]);
    // The next start, and the terminal by name, find the same person.
    assert_eq!(
        place.person("Zoe").reads("board_get", Value::Null)["me"],
        board["me"]
    );
}

/// Who is here, each time it changes.
pub fn sees_presence(person: &Person) -> Receiver<Presence> {
    let (tell, heard) = channel();
    let tell = std::sync::Mutex::new(tell);
    person.session.subscribe(Box::new(move |push| {
        if let Push::Presence { presence } = push {
            let _ = tell.lock().unwrap().send(presence.clone());
        }
    }));
    heard
}

pub fn until(heard: &Receiver<Presence>, is_so: impl Fn(&Presence) -> bool) -> Presence {
    loop {
        let presence = heard
            .recv_timeout(PATIENCE)
            .expect("presence changes in time");
        if is_so(&presence) {
            return presence;
        }
    }
}

#[test]
fn two_windows_see_each_other_and_where_one_writes_until_one_is_killed() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let ana = place.newcomer("Ana", SessionKind::Window);
    let heard = sees_presence(&ana);
    ana.reads("board_open", json!({ "path": place.board() }));
    ana.does(
        "team_edit",
        json!({ "id": storyboard.team, "fields": { "name": "Testing" } }),
    );

    let mut ben = place.process("Ben", true);
    ben.does("board_open", json!({ "path": place.board() }));
    until(&heard, |presence| {
        presence.peers.iter().any(|peer| peer.name == "Ben")
    });
    let others = ben.does("presence_get", Value::Null);
    assert_eq!(others["peers"][0]["name"], "Ana");
    assert_eq!(others["peers"][0]["readOnly"], false);

    // A call from a terminal sees both and is seen by nobody.
    let carl = place.person("Carl");
    let seen = carl.reads("presence_get", Value::Null)["peers"].to_string();
    assert!(seen.contains("Ana") && seen.contains("Ben"), "{seen}");
    let others = ben.does("presence_get", Value::Null);
    assert_eq!(others["peers"].as_array().unwrap().len(), 1, "{others}");

    ben.does(
        "presence_writing",
        json!({ "id": storyboard.obstacle, "field": "text" }),
    );
    let presence = until(&heard, |presence| {
        presence.peers.iter().any(|peer| peer.writing_id.is_some())
    });
    let peer = &presence.peers[0];
    assert_eq!(
        (peer.writing_id.as_deref(), peer.writing_field.as_deref()),
        (Some(&*storyboard.obstacle), Some("text"))
    );
    ben.does("presence_writing", json!({}));
    until(&heard, |presence| {
        presence.peers.iter().all(|peer| peer.writing_id.is_none())
    });

    ben.killed();
    until(&heard, |presence| presence.peers.is_empty());
    assert_eq!(ana.reads("presence_get", Value::Null)["peers"], json!([]));
}

/// Somebody who stands in front of the board in a window.
fn in_a_window(place: &Place, name: &str) -> Person {
    let person = place.newcomer(name, SessionKind::Window);
    person.reads("board_open", json!({ "path": place.board() }));
    person
}

fn place_of(presence: &Presence) -> Option<u8> {
    presence.card.as_ref().map(|card| card.place)
}

#[test]
fn windows_that_follow_one_coaching_cycle_turn_together_and_the_file_knows_nothing() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let ana = in_a_window(&place, "Ana");
    let ben = in_a_window(&place, "Ben");
    let (heard_by_ana, heard_by_ben) = (sees_presence(&ana), sees_presence(&ben));
    let operations = ana.operations();
    let follow = |person: &Person, place: Option<u8>| {
        let request = json!({ "cycleId": storyboard.cycle, "place": place });
        person.reads("presence_follow", request)["card"].clone()
    };
    assert_eq!(follow(&ana, None)["place"], 1);
    assert_eq!(follow(&ana, Some(4))["turn"], 1);
    assert_eq!(follow(&ben, None)["place"], 4, "who joins stands there too");
    until(&heard_by_ana, |presence| {
        let follows = |peer: &kata_wire::PeerLine| {
            peer.following.map(|cycle| cycle.to_string()) == Some(storyboard.cycle.clone())
        };
        presence.peers.iter().any(follows)
    });
    // On and back, from either side.
    follow(&ana, Some(6));
    until(&heard_by_ben, |presence| place_of(presence) == Some(6));
    follow(&ben, Some(5));
    until(&heard_by_ana, |presence| place_of(presence) == Some(5));
    // Where the one who turned has left, the place stays.
    ben.reads("presence_follow", json!({}));
    until(&heard_by_ana, |presence| {
        presence.peers.iter().all(|peer| peer.following.is_none())
    });
    assert_eq!(follow(&ben, None)["place"], 5);
    assert_eq!(ana.operations(), operations);
}

#[test]
fn a_private_note_stays_on_this_computer_and_with_its_author() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let operations = ana.operations();
    let row = json!({ "entityId": storyboard.cycle });
    ana.reads(
        "note_put",
        json!({ "entityId": storyboard.cycle, "text": "Asked for a solution." }),
    );
    drop(ana);
    let again = place.person("Ana");
    let note = |person: &Person| person.reads("note_get", row.clone())["text"].clone();
    assert_eq!(note(&again), "Asked for a solution.");
    assert_eq!(note(&place.person("Ben")), "");
    assert_eq!(again.operations(), operations);
    let log = again.reads("log_get", Value::Null).to_string();
    assert!(!log.contains("Asked for a solution"));
}

#[test]
fn a_board_that_is_opened_again_shows_nobody_twice() {
    let place = Place::new();
    let ana = place.window("Ana");
    // As a call holds it that is still on its way.
    let before = ana.session.workspace().unwrap();
    ana.reads("board_open", json!({ "path": place.board() }));
    before.presence().unwrap().beat();
    assert_eq!(ana.reads("presence_get", Value::Null)["peers"], json!([]));
}

#[test]
fn who_has_said_a_name_and_written_nothing_is_not_asked_again() {
    let place = Place::new();
    drop(place.person("Ana"));
    let at_the_window = || {
        let machine = place.machine("Zoe");
        let zoe = Person::new(Session::new(machine, SessionKind::Window, None));
        zoe.reads("board_open", json!({ "path": place.board() }));
        zoe
    };
    let name = |person: &Person| person.reads("board_get", Value::Null)["myName"].take();
    let zoe = at_the_window();
    assert_eq!(name(&zoe), Value::Null);
    zoe.reads("me_choose", json!({ "name": "Zoe" }));
    drop(zoe);
    let zoe = at_the_window();
    assert_eq!(name(&zoe), "Zoe");
    // Another name on this board is no other name for new boards.
    zoe.reads("me_choose", json!({ "name": "Zoe Hahn" }));
    assert_eq!(name(&zoe), "Zoe Hahn");
    assert_eq!(zoe.reads("app_get", Value::Null)["name"], "Zoe");
}

#[test]
fn a_look_at_who_is_here_makes_no_sidecar() {
    let (place, ana) = Place::with_ana();
    assert_eq!(ana.reads("presence_get", Value::Null)["peers"], json!([]));
    assert!(!place.share().join(".team.kata.peers").exists());
}
