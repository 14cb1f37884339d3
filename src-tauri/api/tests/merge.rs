//! Two people write the same thing at once. Nobody's words are refused.

use kata_domain::ids::OperationId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::person::{Seen, edit};
use crate::support::storyboard::OBSTACLE;
use crate::support::{Person, Place, Storyboard};

fn ana_and_ben() -> (Place, Person, Person, Storyboard) {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let ben = place.person("Ben");
    (place, ana, ben, storyboard)
}

#[test]
fn different_words_of_a_text_are_joined() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.edits(
        obstacle,
        "text",
        OBSTACLE.replace("the line", "Line 4"),
        &seen,
    );
    let done = ana.edits(obstacle, "text", OBSTACLE.replace("code", "colour"), &seen);
    assert_eq!(done.merged, ["text"]);
    assert_eq!(done.open, [""; 0]);
    assert_eq!(
        ana.cell(obstacle, "text"),
        "Line 4 waits each morning until somebody finds the right colour"
    );
    ana.finds_the_file_sound();
}

#[test]
fn the_same_words_of_a_text_stand_open_side_by_side() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.edits(obstacle, "text", OBSTACLE.replace("code", "card"), &seen);
    let done = ana.edits(obstacle, "text", OBSTACLE.replace("code", "colour"), &seen);
    assert_eq!((done.merged.len(), done.open), (0, vec!["text".to_owned()]));
    let versions = ana.versions(obstacle, "text");
    assert_eq!(
        versions,
        [
            OBSTACLE.replace("code", "colour"),
            OBSTACLE.replace("code", "card")
        ]
    );
    let conflict = ben.reads("conflict_get", json!({ "id": obstacle, "field": "text" }));
    let proposal = conflict["merge"].as_str().unwrap();
    assert!(
        proposal.contains("card") && proposal.contains("colour"),
        "{proposal}"
    );
    ana.finds_the_file_sound();
}

#[test]
fn an_ordinary_edit_leaves_the_other_version_open_and_a_choice_closes_it() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.edits(obstacle, "text", "Ben sees it", &seen);
    ana.edits(obstacle, "text", "Ana sees it", &seen);

    let done = ana.edits(
        obstacle,
        "text",
        "Ana sees it daily",
        &ana.sees(obstacle, "text"),
    );
    assert_eq!(done.open, ["text"]);
    assert_eq!(
        ana.versions(obstacle, "text"),
        ["Ana sees it daily", "Ben sees it"]
    );

    let done = ben.edits(
        obstacle,
        "text",
        "Both see it",
        &ben.sees_all(obstacle, "text"),
    );
    assert_eq!((done.merged.len(), done.open.len()), (0, 0));
    assert_eq!(ana.versions(obstacle, "text"), ["Both see it"]);
    ana.finds_the_file_sound();
}

#[test]
fn choosing_what_is_shown_already_closes_the_conflict_too() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.edits(obstacle, "text", "Ben sees it", &seen);
    ana.edits(obstacle, "text", "Ana sees it", &seen);
    let done = ben.edits(
        obstacle,
        "text",
        "Ana sees it",
        &ben.sees_all(obstacle, "text"),
    );
    assert!(done.op.is_some());
    assert_eq!(ana.versions(obstacle, "text"), ["Ana sees it"]);
    ana.finds_the_file_sound();
}

#[test]
fn numbers_dates_and_choices_stand_open_and_equal_ones_do_not() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let step = &storyboard.step;
    let edits: [(&str, Value, Value); 4] = [
        ("predicted", json!(25.0), json!(26.0)),
        ("confidence", json!(60), json!(80)),
        ("checkOn", json!("2026-03-20"), json!("2026-03-27")),
        ("changeType", json!("tooling"), json!("process")),
    ];
    for (field, theirs, mine) in edits {
        let seen = ana.sees(step, field);
        ben.edits(step, field, theirs.clone(), &seen);
        let done = ana.edits(step, field, mine.clone(), &seen);
        assert_eq!(done.open, [field]);
        assert_eq!(ana.versions(step, field), [mine, theirs], "{field}");
    }
    let seen = ana.sees(step, "baseline");
    ben.edits(step, "baseline", 44.0, &seen);
    assert_eq!(ana.edits(step, "baseline", 44.0, &seen).open, [""; 0]);
    ana.finds_the_file_sound();
}

#[test]
fn the_same_field_of_different_rows_and_different_fields_of_one_row_do_not_meet() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let (obstacle, step) = (&storyboard.obstacle, &storyboard.step);
    let (text, evidence) = (ana.sees(obstacle, "text"), ana.sees(obstacle, "evidence"));
    ben.edits(obstacle, "evidence", "seen on Monday", &evidence);
    let done = ana.edits(obstacle, "text", "somebody waits", &text);
    assert_eq!((done.merged.len(), done.open.len()), (0, 0));
    ben.edits(step, "step", "Print it", &ben.sees(step, "step"));
    assert_eq!(ana.cell(obstacle, "evidence"), "seen on Monday");
    ana.finds_the_file_sound();
}

#[test]
fn a_text_written_without_a_base_replaces_what_stands_there() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    ben.edits(obstacle, "text", "Ben sees it", &ben.sees(obstacle, "text"));
    let edit = json!({ "id": obstacle, "fields": { "text": "a script writes" } });
    let done = ana.does("obstacle_edit", edit);
    assert_eq!((done.merged.len(), done.open.len()), (0, 0));
    assert_eq!(ana.versions(obstacle, "text"), ["a script writes"]);
}

#[test]
fn a_row_that_one_removes_while_another_writes_comes_back_marked() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.does("obstacle_remove", json!({ "id": obstacle }));
    assert!(!ana.has(obstacle));
    ana.edits(obstacle, "text", "it is still there", &seen);
    assert!(ben.has(obstacle));
    assert_eq!(ben.cell(obstacle, "returned"), "1");
    ana.finds_the_file_sound();

    // Who saw the row come back can still remove it, and then it stays removed.
    ben.does("obstacle_remove", json!({ "id": obstacle }));
    assert!(!ana.has(obstacle));
    ana.finds_the_file_sound();
}

#[test]
fn open_sealed_fields_have_to_be_settled_before_sealing() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let step = &storyboard.step;
    let seen = ana.sees(step, "predicted");
    ben.edits(step, "predicted", 25.0, &seen);
    ana.edits(step, "predicted", 20.0, &seen);
    let seal = json!({ "id": step });
    let refused = ana.tries("experiment_seal", seal.clone()).unwrap_err();
    assert_eq!(refused.code, "versions_open");
    assert_eq!(refused.params, json!({ "fields": ["predicted"] }));
    ana.edits(step, "predicted", 20.0, &ana.sees_all(step, "predicted"));
    ana.does("experiment_seal", seal);
}

#[test]
fn of_two_processes_that_move_a_state_at_once_one_is_told_the_rule() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    for (command, id, rule) in [
        ("experiment_seal", &storyboard.step, "experiment_state"),
        (
            "target_condition_activate",
            &storyboard.target,
            "target_condition_status",
        ),
    ] {
        let mut remotes = [
            place.process_at_the_board("Ben"),
            place.process_at_the_board("Zoe"),
        ];
        for remote in &mut remotes {
            remote.order(command, json!({ "id": id }));
        }
        let answers = remotes.each_mut().map(|remote| remote.answer().map(drop));
        let refused: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
        assert_eq!(refused, [rule]);
    }
    ana.finds_the_file_sound();
}

#[test]
fn an_edit_is_not_based_on_what_wrote_something_else() {
    let (_place, ana, _ben, storyboard) = ana_and_ben();
    let other = ana.sees(&storyboard.challenge, "statement");
    let (command, request) = edit(&storyboard.obstacle, "text", "Ana sees it", &other);
    assert_eq!(ana.is_refused(&command, request), "request_invalid");
    assert_eq!(ana.cell(&storyboard.obstacle, "text"), OBSTACLE);
}

#[test]
fn words_based_on_what_an_older_copy_does_not_have_stand_beside_what_it_has() {
    let (_place, ana, _ben, storyboard) = ana_and_ben();
    let lost = Seen(vec![OperationId(Uuid::now_v7())]);
    let done = ana.edits(&storyboard.obstacle, "text", "Ana sees it", &lost);
    assert_eq!(done.open, ["text"], "it is said, and nothing is replaced");
    assert_eq!(
        ana.versions(&storyboard.obstacle, "text"),
        ["Ana sees it", OBSTACLE]
    );
    ana.finds_the_file_sound();
}
