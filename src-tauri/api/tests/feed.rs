//! Everybody hears of every change once, in order, from the log; one's own changes too.

use std::sync::mpsc::{Receiver, channel};

use kata_api::SessionKind;
use kata_domain::ids::SessionId;
use kata_store::feed::Feed;
use kata_wire::{ChangeBatch, CoreError, OperationLine, Push};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{PATIENCE, Person, Place, Storyboard};

/// Everything that a feed has to tell now.
fn told(feed: &mut Feed) -> Vec<OperationLine> {
    let batches: Vec<ChangeBatch> = std::iter::from_fn(|| feed.poll().unwrap()).collect();
    batches
        .into_iter()
        .flat_map(|batch| batch.operations)
        .collect()
}

fn ops(lines: &[OperationLine]) -> Vec<String> {
    lines.iter().map(|line| line.op.to_string()).collect()
}

fn stranger(place: &Place) -> Feed {
    feed_of(&place.person("Stranger")).unwrap()
}

fn feed_of(person: &Person) -> Result<Feed, CoreError> {
    let workspace = person.session.workspace().unwrap();
    Feed::open(workspace.store(), SessionId(Uuid::now_v7()))
}

#[test]
fn every_operation_is_told_once_and_in_order() {
    let (place, ana) = Place::with_ana();
    let mut feed = stranger(&place);
    let storyboard = Storyboard::made_by(&ana);
    let ben = place.person("Ben");
    ben.edits(
        &storyboard.team,
        "name",
        "Testing",
        &ben.sees(&storyboard.team, "name"),
    );
    assert_eq!(ana.undoes(), Ok(()));
    let lines = told(&mut feed);
    assert_eq!(ops(&lines), ana.operations());
    assert!(lines.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    assert!(lines.iter().all(|line| !line.mine));
    assert_eq!(told(&mut feed), []);
    let edit = lines.iter().find(|line| line.kind == "team_edit").unwrap();
    assert_eq!(edit.by_name.as_deref(), Some("Ben"));
    assert_eq!(
        (edit.touched[0].id.as_str(), &*edit.touched[0].fields),
        (&*storyboard.team, &["name".to_owned()][..])
    );
}

#[test]
fn a_cursor_outlives_more_than_a_page_and_a_new_start() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let mut feed = stranger(&place);
    let before = ana.operations().len();
    for number in 0..450 {
        let edit = json!({ "id": storyboard.team, "fields": { "name": format!("Team {number}") } });
        ana.does("team_edit", edit);
    }
    let first = feed.poll().unwrap().unwrap();
    assert_eq!(first.operations.len(), 200);
    let mut later = stranger(&place);
    later.resume_at(first.to);
    let expected = &ana.operations()[before..];
    assert_eq!(ops(&told(&mut later)), expected[200..]);
    assert_eq!(ops(&told(&mut feed)), expected[200..]);
}

#[test]
fn what_was_refused_or_changed_nothing_is_told_to_nobody() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let mut feed = stranger(&place);
    let (team, before) = (&storyboard.team, ana.operations());
    let same = json!({ "id": team, "fields": { "name": "Assembly" } });
    assert_eq!(ana.does("team_edit", same).op, None);
    let empty = json!({ "id": team, "fields": { "name": "  " } });
    assert_eq!(ana.is_refused("team_edit", empty), "field_empty");
    // The first of these could be written, the second breaks a rule: neither stands in the file.
    let batch = json!([{ "value": 1 }, { "value": 2, "observedOn": "1066-10-14" }]);
    let batch = json!({ "metricId": storyboard.metric, "observations": batch });
    assert_eq!(
        ana.is_refused("observation_add", batch),
        "date_out_of_range"
    );
    assert_eq!(told(&mut feed), []);
    assert_eq!(ana.operations(), before);
    ana.finds_the_file_sound();
}

/// What a window hears, one operation after the other.
fn hears(window: &Person) -> Receiver<OperationLine> {
    let (tell, heard) = channel();
    let tell = std::sync::Mutex::new(tell);
    window.session.subscribe(Box::new(move |push| {
        if let Push::Changes { batch } = push {
            for line in &batch.operations {
                let _ = tell.lock().unwrap().send(line.clone());
            }
        }
    }));
    heard
}

/// Whether a window reaches the file, each time that changes.
fn reaches(window: &Person) -> Receiver<bool> {
    let (tell, told) = channel();
    window.session.subscribe(Box::new(move |push| {
        if let Push::Reach { reachable, .. } = push {
            let _ = tell.send(*reachable);
        }
    }));
    told
}

#[test]
fn two_windows_hear_the_same_and_know_their_own() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.window("Ana"), place.window("Ben"));
    let heard = [hears(&ana), hears(&ben)];
    let before = ana.operations().len();
    for number in 0..10 {
        let edit = json!({ "id": storyboard.team, "fields": { "name": format!("Team {number}") } });
        if number % 2 == 0 { &ana } else { &ben }.does("team_edit", edit);
    }
    let expected = &ana.operations()[before..];
    for (window, heard) in heard.iter().enumerate() {
        let lines: Vec<_> = expected
            .iter()
            .map(|_| heard.recv_timeout(PATIENCE).unwrap())
            .collect();
        assert_eq!(ops(&lines), expected);
        let name = ["Ana", "Ben"][window];
        for line in lines.iter().filter(|line| line.kind == "team_edit") {
            assert_eq!(line.mine, line.by_name.as_deref() == Some(name));
        }
    }
}

#[test]
fn a_view_that_answers_after_a_write_has_seen_it() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let seq = ana
        .does(
            "team_edit",
            json!({ "id": storyboard.team, "fields": { "name": "Testing" } }),
        )
        .seq;
    for (view, request) in [
        ("teams_get", Value::Null),
        ("board_get", Value::Null),
        ("storyboard_get", json!({ "teamId": storyboard.team })),
        (
            "experiments_get",
            json!({ "focusProcessId": storyboard.process }),
        ),
        ("experiment_get", json!({ "id": storyboard.step })),
        ("history_get", json!({ "id": storyboard.team })),
        ("removed_get", Value::Null),
        ("log_get", Value::Null),
    ] {
        assert_eq!(ana.reads(view, request)["asOfSeq"], seq, "{view}");
    }
}

#[test]
fn a_file_that_takes_the_boards_place_is_noticed_and_read_from_then_on() {
    let (place, ana) = Place::with_ana();
    let team = |name: &str| json!({ "fields": { "name": name } });
    let copy = place.share().join("copy.kata");
    ana.does("team_create", team("Before"));
    std::fs::copy(place.board(), &copy).unwrap();
    ana.does("team_create", team("Only in the file that goes"));
    let (ben, mut feed) = (place.window("Ben"), feed_of(&ana).unwrap());
    let (heard, reached) = (hears(&ben), reaches(&ben));
    std::fs::rename(&copy, place.board()).unwrap();
    assert_eq!(feed.poll().unwrap_err().code(), "unreachable");
    // Between these two, a window reads all its screens anew.
    assert!(!reached.recv_timeout(PATIENCE).unwrap());
    assert!(reached.recv_timeout(PATIENCE).unwrap());
    let mut feed = feed_of(&ana).unwrap();
    let op = ana.does("team_create", team("After")).op.unwrap();
    assert_eq!(ops(&told(&mut feed)), [op.as_str()]);
    assert_eq!(heard.recv_timeout(PATIENCE).unwrap().op.to_string(), op);
}

#[test]
fn another_board_in_the_boards_place_is_not_told_of() {
    let (place, ana) = Place::with_ana();
    ana.does("team_create", json!({ "fields": { "name": "Before" } }));
    let mut feed = feed_of(&ana).unwrap();
    let other = place.share().join("other.kata");
    let ben = place.newcomer("Ben", SessionKind::Cli);
    ben.reads("board_create", json!({ "path": other }));
    ben.reads("board_close", Value::Null);
    std::fs::rename(&other, place.board()).unwrap();
    for _ in 0..2 {
        assert_eq!(feed.poll().unwrap_err().code(), "unreachable");
    }
    let refused = feed_of(&ana).map(drop).unwrap_err();
    assert_eq!(refused.code(), "unreachable");
}
