//! Target conditions: every move from every status, and what closing does beside it.

use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

const VERBS: [&str; 4] = ["edit the date", "activate", "close", "remove"];

fn request(verb: &str, id: &str) -> (&'static str, Value) {
    match verb {
        "edit the date" => {
            let fields = json!({ "achieveByOn": "2026-06-01" });
            (
                "target_condition_edit",
                json!({ "id": id, "fields": fields }),
            )
        }
        "activate" => ("target_condition_activate", json!({ "id": id })),
        "close" => (
            "target_condition_close",
            json!({ "id": id, "closing": "met", "reflection": "We learned to look" }),
        ),
        _ => ("target_condition_remove", json!({ "id": id })),
    }
}

fn brought_to(status: &str, ana: &Person, target: &str) {
    if status == "draft" {
        return;
    }
    ana.does("target_condition_activate", json!({ "id": target }));
    if status != "active" {
        let close = json!({ "id": target, "closing": status, "reflection": "Enough" });
        ana.does("target_condition_close", close);
    }
    assert_eq!(ana.cell(target, "status"), status);
}

#[test]
fn every_move_from_every_status_is_allowed_or_refused_with_its_reason() {
    let allowed = None;
    let (fixed, status) = (Some("achieve_by_fixed"), Some("target_condition_status"));
    let closed = [fixed, status, status, allowed];
    let table = [
        ("draft", [allowed, allowed, status, allowed]),
        ("active", [fixed, status, allowed, status]),
        ("met", closed),
        ("not_met", closed),
        ("superseded", closed),
    ];
    for (from, expected) in table {
        for (verb, expected) in VERBS.into_iter().zip(expected) {
            let (_place, ana) = Place::with_ana();
            let target = Storyboard::made_by(&ana).target;
            brought_to(from, &ana, &target);
            let (command, request) = request(verb, &target);
            let refused = ana.tries(command, request).err().map(|error| error.code);
            assert_eq!(refused, expected, "{verb} from {from}");
        }
    }
}

#[test]
fn a_target_condition_ends_with_a_reflection_however_it_ends() {
    let (_place, ana) = Place::with_ana();
    let target = Storyboard::made_by(&ana).target;
    brought_to("active", &ana, &target);
    for closing in ["met", "not_met", "superseded"] {
        let close = json!({ "id": target, "closing": closing, "reflection": " \n" });
        let refused = ana.is_refused("target_condition_close", close);
        assert_eq!(refused, "reflection_missing", "{closing}");
    }
    assert_eq!(ana.cell(&target, "status"), "active");
}

#[test]
fn a_second_one_waits_until_the_first_is_closed() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let fields = json!({ "achieveByOn": "2026-05-04" });
    let create = json!({ "focusProcessId": storyboard.process, "fields": fields });
    let second = ana.does("target_condition_create", create).id;
    // Written from how the process runs now.
    assert_eq!(ana.cell(&second, "operatingPattern"), "by hand");
    brought_to("active", &ana, &storyboard.target);
    let activate = json!({ "id": second });
    let refused = ana.is_refused("target_condition_activate", activate.clone());
    assert_eq!(refused, "another_active");
    let close =
        json!({ "id": storyboard.target, "closing": "superseded", "reflection": "Another way" });
    ana.does("target_condition_close", close);
    ana.does("target_condition_activate", activate);
    assert_eq!(ana.cell(&second, "status"), "active");
}

#[test]
fn asking_whether_the_challenge_is_valid_is_noted_on_it_in_the_same_operation() {
    for valid in [true, false] {
        let (_place, ana) = Place::with_ana();
        let storyboard = Storyboard::made_by(&ana);
        brought_to("active", &ana, &storyboard.target);
        let before = ana.operations().len();
        let close = json!({
            "id": storyboard.target, "closing": "met", "reflection": "We look first",
            "challengeValid": valid,
        });
        ana.does("target_condition_close", close);
        assert_eq!(ana.operations().len(), before + 1);
        assert_eq!(ana.cell(&storyboard.challenge, "checkedOn"), "2026-03-09");
        assert_eq!(ana.undoes(), Ok(()));
        assert_eq!(ana.cell(&storyboard.challenge, "checkedOn"), "");
        assert_eq!(ana.cell(&storyboard.target, "status"), "active");
        ana.finds_the_file_sound();
    }
}

#[test]
fn a_question_that_was_not_asked_notes_nothing() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    brought_to("met", &ana, &storyboard.target);
    assert_eq!(ana.cell(&storyboard.challenge, "checkedOn"), "");
}
