//! One clock for all who sit in front of a session or a coaching card, on computers whose own
//! clocks are wrong by hours. Wall clocks stand still here, so that every second that is shown was
//! measured.

use kata_wire::ClockStart;
use serde_json::{Value, json};

use crate::desk::{sees_presence, until};
use crate::support::{Person, Place, Storyboard};

const HOUR: i64 = 3_600_000;
/// Longer than any of this takes, and shorter than any clock here is wrong.
const SOON: i64 = HOUR / 2;

fn prepared(ana: &Person) -> String {
    let team = Storyboard::made_by(ana).team;
    ana.does(
        "retrospective_create",
        json!({ "teamId": team, "fields": { "title": "May" } }),
    )
    .id
}

fn session(person: &Person, id: &str) -> Value {
    person.reads("retrospective_get", json!({ "id": id }))["retrospective"].clone()
}

/// The start that a person's window is told, once it is one.
fn follows(person: &Person, command: &str, params: Value) -> ClockStart {
    let heard = sees_presence(person);
    let told = person.reads(command, params);
    match told["clock"]["since"]
        .as_i64()
        .zip(told["clock"]["here"].as_i64())
    {
        Some((since, here)) => ClockStart { since, here },
        None => until(&heard, |presence| presence.clock.is_some())
            .clock
            .unwrap(),
    }
}

#[test]
fn a_session_has_one_clock_for_computers_that_are_hours_apart() {
    let place = Place::new();
    let ana = place.window("Ana");
    let id = prepared(&ana);
    let ahead = place.window_ahead("Ben", 2 * HOUR);
    let behind = place.window_ahead("Carl", -3 * HOUR);
    let told = [&ana, &ahead, &behind].map(|person| {
        let heard = sees_presence(person);
        person.reads("retrospective_follow", json!({ "id": id }));
        heard
    });
    ana.does("retrospective_begin", json!({ "id": id }));
    let since = session(&ana, &id)["clockSince"].as_i64().unwrap();
    for (heard, wrong_by) in told.iter().zip([0, 2, -3]) {
        let start = until(heard, |presence| presence.clock.is_some())
            .clock
            .unwrap();
        assert_eq!(start.since, since);
        let shown_late = since + wrong_by * HOUR - start.here;
        assert!(shown_late.abs() < SOON, "{wrong_by} hours: {shown_late} ms");
    }

    let late = place.window_ahead("Dana", 9 * HOUR);
    let start = follows(&late, "retrospective_follow", json!({ "id": id }));
    assert!(
        (since + 9 * HOUR - start.here).abs() < SOON,
        "learns it from the others"
    );
    late.does("retrospective_clock", json!({ "id": id, "clock": "pause" }));
    let ran = session(&ana, &id)["clockMs"].as_i64().unwrap();
    assert!((0..SOON).contains(&ran), "{ran} ms");
    behind.does("retrospective_clock", json!({ "id": id, "clock": "go_on" }));
    behind.does(
        "retrospective_clock",
        json!({ "id": id, "clock": "add_minute" }),
    );
    let since = session(&ana, &id)["clockSince"].as_i64().unwrap();
    until(&told[1], |presence| {
        let start = presence.clock.as_ref().filter(|start| start.since == since);
        start.is_some_and(|start| (place_of(since, 5) - start.here).abs() < SOON)
    });
}

/// The moment of a start at a computer that is so many hours ahead of the one that started it.
fn place_of(since: i64, hours: i64) -> i64 {
    since + hours * HOUR
}

#[test]
fn a_coaching_cycle_is_as_long_as_it_was_whoever_ends_it() {
    let place = Place::new();
    let ana = place.window("Ana");
    let storyboard = Storyboard::made_by(&ana);
    let cycle = json!({ "cycleId": storyboard.cycle });
    follows(&ana, "presence_follow", cycle.clone());
    let ben = place.window_ahead("Ben", 4 * HOUR);
    follows(&ben, "presence_follow", cycle);
    ben.does("coaching_cycle_finish", json!({ "id": storyboard.cycle }));
    let process = json!({ "focusProcessId": storyboard.process });
    let ran = ana.reads("coaching_get", process)["before"]["lengthMs"].clone();
    assert!((0..SOON).contains(&ran.as_i64().unwrap()), "{ran} ms");
}
