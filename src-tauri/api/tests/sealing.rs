//! Ink is ink: what was sealed stays, and what is changed afterwards is an amendment with both
//! values. The achieve-by date of an active target condition does not move.

use std::collections::BTreeMap;

use kata_domain::SEALED_FIELDS;
use kata_domain::wire_name::{camel, snake};
use kata_store::rebuild;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::steps::{Memory, Work, cases, steps};
use crate::support::{Person, Place, Storyboard};

/// What must stay as it was, of everything that is in ink.
#[derive(Default)]
struct Ink {
    steps: BTreeMap<String, (String, String)>,
    dates: BTreeMap<String, String>,
}

impl Ink {
    /// Looks at every step and target condition the work knows of.
    fn holds(&mut self, person: &Person, work: &Work) -> Result<(), TestCaseError> {
        for id in &work.rows["experiment"] {
            let sealed = person.cell(id, "sealed");
            let known = self.steps.get(id);
            if sealed.is_empty() {
                prop_assert!(known.is_none(), "a seal is gone");
                continue;
            }
            let now = (sealed, person.cell(id, "sealedAt"));
            prop_assert!(
                known.is_none_or(|known| *known == now),
                "a seal has changed"
            );
            prop_assert!(person.has(id), "a sealed step is removed");
            prop_assert!(person.cell(id, "state") != "planned");
            changes_are_amendments(person, id, &now.0, now.1.parse().ok())?;
            self.steps.insert(id.clone(), now);
        }
        for id in &work.rows["target_condition"] {
            let (status, date) = (person.cell(id, "status"), person.cell(id, "achieveByOn"));
            match self.dates.get(id) {
                Some(known) => {
                    prop_assert!(status != "draft", "what was active is a draft again");
                    prop_assert_eq!(known, &date);
                }
                None if status != "draft" => drop(self.dates.insert(id.clone(), date)),
                None => {}
            }
        }
        Ok(())
    }
}

fn changes_are_amendments(
    person: &Person,
    id: &str,
    sealed: &str,
    sealed_at: Option<i64>,
) -> Result<(), TestCaseError> {
    let sealed: Value = serde_json::from_str(sealed).unwrap();
    let view = person.reads("experiment_get", json!({ "id": id }));
    let amendments = view["amendments"].as_array().unwrap();
    for field in SEALED_FIELDS.map(camel) {
        if view["step"]["experiment"][&field] == sealed[&field] {
            continue;
        }
        prop_assert_eq!(&view["step"]["amended"], &json!(true), "{}", snake(&field));
        let of_field = |amendment: &&Value| amendment["field"] == field.as_str();
        let of_field: Vec<&Value> = amendments.iter().filter(of_field).collect();
        prop_assert!(
            !of_field.is_empty(),
            "{} has changed without an amendment",
            field
        );
        let shown = &view["step"]["experiment"][&field];
        prop_assert!(
            is_made_of(shown, &sealed[&field], &of_field),
            "{} shows {}, which nobody wrote: {:?}",
            field,
            shown,
            of_field
        );
    }
    for amendment in amendments {
        let field = amendment["field"].as_str().unwrap();
        prop_assert_eq!(&amendment["sealed"], &sealed[field]);
        prop_assert!(!amendment["byName"].is_null(), "who: {}", amendment);
        prop_assert!(amendment["at"].as_i64() >= sealed_at, "when: {}", amendment);
    }
    Ok(())
}

/// Whether a value is one that was written after the seal, or words of several people joined.
fn is_made_of(shown: &Value, sealed: &Value, amendments: &[&Value]) -> bool {
    let written = amendments.iter().map(|amendment| &amendment["value"]);
    let Some(text) = shown.as_str() else {
        return written.into_iter().any(|value| value == shown);
    };
    let known: Vec<&str> = written
        .chain([sealed])
        .filter_map(Value::as_str)
        .flat_map(str::split_whitespace)
        .collect();
    text.split_whitespace().all(|word| known.contains(&word))
}

proptest! {
    #![proptest_config(cases(60, 4))]

    #[test]
    fn no_path_of_commands_changes_what_is_in_ink(steps in steps(50)) {
        let place = Place::new();
        let storyboard = Storyboard::made_by(&place.person("Setup"));
        let people = [place.person("Ana"), place.person("Ben")];
        let mut work = Work::on(&storyboard).only(|verb| {
            verb.starts_with("experiment") || verb.starts_with("target_condition") || verb == "obstacle_address"
        });
        let (mut memory, mut ink) = (Memory::default(), Ink::default());
        people[0].does("experiment_seal", json!({ "id": storyboard.step }));
        people[0].does("target_condition_activate", json!({ "id": storyboard.target }));
        for step in steps {
            let person = &people[step.which % 2];
            match (step.who, step.fresh) {
                (0..3, _) => work.does_from(&mut memory, &people[step.who % 2], step),
                (_, true) => drop(person.undoes()),
                (_, false) => drop(person.redoes()),
            }
            ink.holds(person, &work)?;
        }
        // Tables made again from the log alone are the same, so no path past the log has changed
        // them.
        let differences = people[0].store(|reader| rebuild::differences(reader, 100));
        prop_assert_eq!(differences, Vec::<String>::new());
        people[0].finds_the_file_sound();
    }
}

fn sealed_step() -> (Place, Person, Person, String) {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    ana.does("experiment_seal", json!({ "id": storyboard.step }));
    (place, ana, ben, storyboard.step)
}

#[test]
fn text_typed_before_the_sealing_that_lands_after_it_is_an_amendment() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    let step = &storyboard.step;
    let seen = ben.sees(step, "prediction");
    ana.does("experiment_seal", json!({ "id": step }));
    ben.edits(step, "prediction", "Nobody waits, we hope", &seen);
    let view = ana.reads("experiment_get", json!({ "id": step }));
    assert_eq!(view["step"]["amended"], true);
    assert_eq!(
        view["step"]["experiment"]["sealed"]["prediction"],
        "Nobody waits any more"
    );
    let amendment = &view["amendments"][0];
    assert_eq!(amendment["field"], "prediction");
    assert_eq!(amendment["sealed"], "Nobody waits any more");
    assert_eq!(amendment["value"], "Nobody waits, we hope");
    assert_eq!(amendment["byName"], "Ben");
}

#[test]
fn an_amendment_that_was_taken_back_stays_on_the_record() {
    let (_place, ana, _ben, step) = sealed_step();
    ana.edits(&step, "predicted", 20.0, &ana.sees(&step, "predicted"));
    assert_eq!(ana.undoes(), Ok(()));
    let view = ana.reads("experiment_get", json!({ "id": step }));
    assert_eq!(view["step"]["experiment"]["predicted"], 30.0);
    assert_eq!(view["step"]["amended"], true);
    let values: Vec<&Value> = view["amendments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| &a["value"])
        .collect();
    assert_eq!(values, [&json!(20.0), &json!(30.0)]);
}

#[test]
fn an_own_amendment_can_be_taken_back_although_another_person_amended_too() {
    let (place, ana, ben, step) = sealed_step();
    ana.edits(&step, "predicted", 20.0, &ana.sees(&step, "predicted"));
    place.days_pass(1);
    ben.edits(&step, "sample", "both shifts", &ben.sees(&step, "sample"));
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.cell(&step, "predicted"), "30.0");
    assert_eq!(ana.cell(&step, "sample"), "both shifts");
    ana.finds_the_file_sound();
}

#[test]
fn a_sealing_cannot_be_undone_nor_anything_before_it() {
    let (_place, ana, _ben, step) = sealed_step();
    assert_eq!(ana.undoes(), Err("nothing_to_undo"));
    assert_eq!(
        ana.is_refused("experiment_remove", json!({ "id": step })),
        "sealed_stays"
    );
    assert_eq!(
        ana.is_refused("experiment_seal", json!({ "id": step })),
        "experiment_state"
    );
}

#[test]
fn a_step_that_somebody_else_sealed_is_not_taken_away_by_undoing_its_plan() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    let fields = json!({ "step": "Print it", "prediction": "It helps", "checkOn": "2026-03-13" });
    let step = ana
        .does(
            "experiment_create",
            json!({ "focusProcessId": storyboard.process, "fields": fields }),
        )
        .id;
    ben.does("experiment_seal", json!({ "id": step }));
    assert_eq!(ana.undoes(), Err("undo_overtaken"));
    assert!(ana.has(&step));
}

#[test]
fn the_achieve_by_date_moves_in_a_draft_and_not_once_it_is_active() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    let target = &storyboard.target;
    let before = ana.sees(target, "achieveByOn");
    ana.edits(target, "achieveByOn", "2026-05-01", &before);
    ben.does("target_condition_activate", json!({ "id": target }));
    for seen in [before, ana.sees(target, "achieveByOn")] {
        let edit = json!({ "id": target, "fields": { "achieveByOn": "2026-06-01" }, "basedOn": { "achieveByOn": seen.0 } });
        assert_eq!(
            ana.is_refused("target_condition_edit", edit),
            "achieve_by_fixed"
        );
    }
    // Ana's own edit of the draft would move it back.
    assert_eq!(ana.undoes(), Err("achieve_by_fixed"));
    assert_eq!(ana.cell(target, "achieveByOn"), "2026-05-01");
}

#[test]
fn a_result_is_written_only_when_it_is_open() {
    let (place, ana, _ben, step) = sealed_step();
    let result = json!({ "id": step, "fields": { "actual": 31.0, "learned": "The card helps" } });
    assert_eq!(
        ana.is_refused("experiment_edit", result.clone()),
        "result_closed"
    );
    place.days_pass(4);
    ana.does("experiment_edit", result);
    ana.does(
        "experiment_evaluate",
        json!({ "id": step, "outcome": "confirmed", "decision": "adopt" }),
    );
    assert_eq!(ana.cell(&step, "state"), "evaluated");
    assert_eq!(ana.cell(&step, "closedOn"), "2026-03-13");
}

#[test]
fn a_session_ends_on_a_step_that_could_be_sealed_also_with_a_range() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let session = json!({ "teamId": board.team, "fields": {} });
    let session = ana.does("retrospective_create", session).id;
    ana.does("retrospective_begin", json!({ "id": session }));
    let plan = json!({ "focusProcessId": board.process, "retrospectiveId": session });
    let step = ana.does("experiment_create", plan).id;
    let missing = || ana.reads("experiment_get", json!({ "id": step }))["missingForSeal"].clone();
    let close = || ana.tries("retrospective_close", json!({ "id": session }));
    assert_eq!(missing(), json!(["step", "prediction", "checkOn"]));
    let refused = close().unwrap_err();
    assert_eq!(
        (refused.code, &refused.params["missing"]),
        ("seal_incomplete", &missing())
    );
    let fields = json!({
        "step": "Print it", "checkOn": "2026-03-13", "predictedLow": 2, "predictedHigh": 4,
    });
    ana.does("experiment_edit", json!({ "id": step, "fields": fields }));
    assert_eq!(missing(), json!([]));
    assert!(close().is_ok());
}
