//! What is wrong with a file is told to whoever opens it, and damage stops everybody's writing.

use serde_json::{Value, json};

use crate::support::{Person, Place};

fn adds(person: &Person, names: &[&str]) {
    for name in names {
        person.does("team_create", json!({ "fields": { "name": name } }));
    }
}

/// The words of everything that a check finds.
fn findings(person: &Person) -> Vec<String> {
    let report = person.reads("board_check", Value::Null);
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["check"].as_str().unwrap().to_owned())
        .collect()
}

/// A board that Ben has seen with two teams, in the place of which an older copy was put; Ana went on
/// from there and saved these.
fn rewritten(since: &[&str]) -> Place {
    let (place, ana) = Place::with_ana();
    adds(&ana, &["First"]);
    drop(ana);
    let older = std::fs::read(place.board()).unwrap();
    adds(&place.person("Ana"), &["Second"]);
    drop(place.person("Ben"));
    std::fs::write(place.board(), older).unwrap();
    adds(&place.person("Ana"), since);
    place
}

#[test]
fn a_history_that_was_replaced_by_a_longer_one_is_noticed_each_time() {
    let place = rewritten(&["Third", "Fourth"]);
    for _ in 0..2 {
        let ben = place.person("Ben");
        assert_eq!(findings(&ben), ["history"]);
        assert_eq!(findings(&ben), ["history"]);
    }
}
