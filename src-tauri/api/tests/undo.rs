//! Undo and redo as laws: back to exactly what was, and never over another person's words.

use std::collections::BTreeSet;

use kata_store::testing::Told;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::dump::Dump;
use crate::support::steps::{Step, Work, cases, steps};
use crate::support::{Person, Place, Storyboard};

/// What ends the way back: ink is ink.
const FINAL: [&str; 2] = ["experiment_seal", "target_condition_activate"];

fn until_the_end(step: impl Fn() -> Result<(), &'static str>) -> Result<usize, TestCaseError> {
    let mut done = 0;
    loop {
        match step() {
            Ok(()) => done += 1,
            Err("nothing_to_undo") => return Ok(done),
            Err(other) => return Err(TestCaseError::fail(format!("after {done}: {other}"))),
        }
    }
}

fn same(before: &Dump, after: &Dump) -> Result<(), TestCaseError> {
    for (row, cells) in before {
        prop_assert_eq!(Some(cells), after.get(row), "{}", row);
    }
    for row in after.keys() {
        prop_assert!(before.contains_key(row), "{} is there again", row);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(60, 11))]

    #[test]
    fn undoing_everything_gives_the_state_before_and_redoing_it_the_state_after(steps in steps(30)) {
        let place = Place::new();
        let storyboard = Storyboard::made_by(&place.person("Setup"));
        let ana = place.person("Ana");
        // The first write makes the person, which is no step of undo.
        ana.does("team_create", json!({ "fields": { "name": "Ana's team" } }));
        prop_assert_eq!(ana.undoes(), Ok(()));

        let mut work = Work::on(&storyboard);
        let (mut before, mut expected) = (ana.dump(), 0);
        for step in steps {
            match work.does(&ana, step) {
                Some((verb, _)) if FINAL.contains(&verb) => (before, expected) = (ana.dump(), 0),
                Some(_) => expected += 1,
                None => {}
            }
        }
        let after = ana.dump();
        // The very first undo may be followed by nothing new: then its own way back is still open.
        prop_assert!(until_the_end(|| ana.undoes())? == expected);
        same(&before, &ana.dump())?;
        if expected > 0 {
            prop_assert_eq!(until_the_end(|| ana.redoes())?, expected);
            same(&after, &ana.dump())?;
            prop_assert_eq!(until_the_end(|| ana.undoes())?, expected);
            same(&before, &ana.dump())?;
        }
        ana.finds_the_file_sound();
    }
}

/// Kinds of rows with a text to write into, and what their creation needs.
const TEXTS: [(&str, &str, &str); 6] = [
    ("team", "name", ""),
    ("focus_process", "name", "teamId"),
    ("metric", "name", "teamId"),
    ("obstacle", "text", "focusProcessId"),
    ("challenge", "statement", "focusProcessId"),
    ("experiment", "step", "focusProcessId"),
];

/// Two people who only ever add words, each with a mark of their own.
struct Desks {
    people: [Person; 2],
    rows: Vec<(usize, String)>,
    words: usize,
}

impl Desks {
    fn word(&mut self, who: usize) -> String {
        self.words += 1;
        format!("{}{}", ["ana", "ben"][who], self.words)
    }

    fn creates(&mut self, step: Step, who: usize) {
        let (kind, field, parent) = TEXTS[step.verb % TEXTS.len()];
        let word = self.word(who);
        let mut request = json!({ "fields": { field: word } });
        if !parent.is_empty() {
            let of = if parent == "teamId" {
                "team"
            } else {
                "focus_process"
            };
            let parents: Vec<_> = self
                .rows
                .iter()
                .filter(|(kind, _)| TEXTS[*kind].0 == of)
                .collect();
            let Some((_, id)) = parents.get(step.which % parents.len().max(1)) else {
                return;
            };
            request[parent] = json!(id);
        }
        if let Ok(done) = self.people[who].tries(&format!("{kind}_create"), request) {
            self.rows.push((
                step.verb % TEXTS.len(),
                done["id"].as_str().unwrap().to_owned(),
            ));
        }
    }

    /// Adds a word to what the person sees, on the base of that or of something older.
    fn adds_a_word(&mut self, step: Step, who: usize) {
        let Some((kind, id)) = self.rows.get(step.which % self.rows.len().max(1)).cloned() else {
            return;
        };
        let word = self.word(who);
        let person = &self.people[who];
        let field = TEXTS[kind].1;
        let mut text: Vec<String> = person
            .cell(&id, field)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let seen = person.sees(&id, field);
        // The other person saves first, at another place of the same text.
        if !step.fresh {
            let other = self.words + 1;
            self.words = other;
            let theirs = format!("{}{other} {}", ["ben", "ana"][who], text.join(" "));
            self.people[1 - who].edits(&id, field, theirs, &seen);
        }
        text.insert(step.word % (text.len() + 1), word);
        self.people[who].edits(&id, field, text.join(" "), &seen);
    }

    /// Ben's words that somebody can see: in rows that are there with all they hang on.
    fn bens_words(&self) -> BTreeSet<String> {
        let ben = &self.people[1];
        let dump = ben.dump();
        let there = |id: &str| dump.values().any(|cells| cells["id"] == id);
        let mut words = BTreeSet::new();
        for (row, cells) in &dump {
            let hidden = ["team_id", "focus_process_id"]
                .iter()
                .filter_map(|c| cells.get(*c))
                .any(|id| !there(id));
            if hidden
                || cells
                    .get("focus_process_id")
                    .is_some_and(|id| !self.team_is_there(&dump, id))
            {
                continue;
            }
            let text = format!("{cells:?}");
            words.extend(marked(&text));
            let id = self.rows.iter().find(|(kind, id)| {
                row.starts_with(&format!("{} ", TEXTS[*kind].0)) && cells["id"].contains(&hex(id))
            });
            for field in cells["open"].split_whitespace() {
                let (_, id) = id.expect("only known rows are written");
                words.extend(marked(&Value::from(ben.versions(id, field)).to_string()));
            }
        }
        words
    }

    fn team_is_there(&self, dump: &Dump, process: &str) -> bool {
        let process = dump
            .iter()
            .find(|(row, cells)| row.starts_with("focus_process") && cells["id"] == process);
        process.is_some_and(|(_, cells)| {
            dump.iter()
                .any(|(row, team)| row.starts_with("team ") && team["id"] == cells["team_id"])
        })
    }
}

/// The bytes of an id as a dump shows them.
fn hex(id: &str) -> String {
    let (_, uuid) = kata_store::ids::any_id(id).unwrap();
    let bytes: Vec<String> = uuid.as_bytes().iter().map(u8::to_string).collect();
    bytes.join(", ")
}

fn marked(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with("ben"))
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(cases(60, 12))]

    #[test]
    fn undo_never_takes_away_another_persons_words(steps in steps(30)) {
        let place = Place::new();
        let people = [place.person("A. Person"), place.person("Other")];
        let mut desks = Desks { people, rows: Vec::new(), words: 0 };
        for step in steps {
            let who = step.who % 2;
            match step.which + step.who {
                0..=3 => desks.creates(step, who),
                4..=6 => desks.adds_a_word(step, who),
                _ => {
                    let before = desks.bens_words();
                    let done = if step.fresh { desks.people[0].undoes() } else { desks.people[0].redoes() };
                    if let Err(code) = done {
                        prop_assert!(["nothing_to_undo", "undo_overtaken"].contains(&code), "{}", code);
                    }
                    let after = desks.bens_words();
                    prop_assert!(before.is_subset(&after), "{:?} became {:?}", before, after);
                }
            }
        }
        desks.people[0].finds_the_file_sound();
    }
}

fn ana_and_ben() -> (Place, Person, Person, Storyboard) {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let (ana, ben) = (place.person("Ana"), place.person("Ben"));
    (place, ana, ben, storyboard)
}

#[test]
fn undo_takes_the_own_part_out_of_a_text_that_was_joined() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let text = |first: &str, last: &str| {
        format!("{first} waits each morning until somebody finds the {last}")
    };
    let seen = ana.sees(obstacle, "text");
    ana.edits(obstacle, "text", text("the line", "right colour"), &seen);
    ben.edits(obstacle, "text", text("Line 4", "right code"), &seen);
    assert_eq!(ben.cell(obstacle, "text"), text("Line 4", "right colour"));
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ben.cell(obstacle, "text"), text("Line 4", "right code"));
    assert_eq!(ana.redoes(), Ok(()));
    assert_eq!(ben.cell(obstacle, "text"), text("Line 4", "right colour"));
}

#[test]
fn undoing_a_creation_stops_where_others_have_built_on_it() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let process = ana
        .does(
            "focus_process_create",
            json!({ "teamId": storyboard.team, "fields": { "name": "Testing" } }),
        )
        .id;
    let obstacle = json!({ "focusProcessId": process, "fields": { "text": "Ben sees it" } });
    let obstacle = ben.does("obstacle_create", obstacle).id;
    assert_eq!(ana.undoes(), Err("undo_overtaken"));
    assert!(ben.has(&process) && ben.has(&obstacle));
    ben.does("obstacle_remove", json!({ "id": obstacle }));
    assert_eq!(ana.undoes(), Ok(()));
    assert!(!ben.has(&process));
}

#[test]
fn undoing_a_creation_leaves_no_pointer_to_what_is_gone() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let request =
        json!({ "focusProcessId": storyboard.process, "fields": { "text": "Ana sees it" } });
    let obstacle = ana.does("obstacle_create", request).id;
    ben.does("obstacle_address", json!({ "id": obstacle }));
    assert_eq!(ana.undoes(), Err("undo_overtaken"));
    assert!(ana.has(&obstacle));
}

#[test]
fn bringing_a_removal_again_stops_where_others_have_written_since() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    ana.does("obstacle_remove", json!({ "id": obstacle }));
    assert_eq!(ana.undoes(), Ok(()));
    ben.edits(obstacle, "text", "Ben sees it", &ben.sees(obstacle, "text"));
    assert_eq!(ana.redoes(), Err("undo_overtaken"));
    assert!(ben.has(obstacle));
}

#[test]
fn undoing_a_return_stops_where_others_have_written_since() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let target = &storyboard.target;
    ana.does("target_condition_remove", json!({ "id": target }));
    ana.does("target_condition_restore", json!({ "id": target }));
    ben.does("target_condition_activate", json!({ "id": target }));
    assert_eq!(ana.undoes(), Err("undo_overtaken"));
    assert!(ben.has(target));
}

#[test]
fn an_edit_that_brought_a_removed_row_back_is_undone_with_the_row() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ben.does("obstacle_remove", json!({ "id": obstacle }));
    ana.edits(obstacle, "text", "it is still there", &seen);
    assert!(ben.has(obstacle));
    assert_eq!(ana.undoes(), Ok(()));
    assert!(!ben.has(obstacle), "it is removed again, as Ben left it");
    assert_eq!(ana.redoes(), Ok(()));
    assert!(ben.has(obstacle));
    assert_eq!(ben.cell(obstacle, "text"), "it is still there");
    ana.finds_the_file_sound();
}

#[test]
fn words_that_were_joined_with_the_own_ones_keep_the_row_from_going_again() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let seen = ana.sees(obstacle, "text");
    ana.does("obstacle_remove", json!({ "id": obstacle }));
    ana.edits(obstacle, "text", "the line waits for a code", &seen);
    let seen = ben.sees(obstacle, "text");
    ben.edits(obstacle, "text", "Line 4: the line waits for a code", &seen);
    ana.edits(obstacle, "text", "the line waits for a code daily", &seen);
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.undoes(), Ok(()));
    assert!(ben.has(obstacle));
    assert!(ben.cell(obstacle, "text").starts_with("Line 4"));
    // The removal itself is taken back now, which leaves the row where it is.
    assert_eq!(ana.undoes(), Ok(()));
    assert!(ben.has(obstacle));
}

#[test]
fn a_state_and_its_day_go_back_together() {
    let (_place, ana, _ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    ana.does(
        "obstacle_move_to",
        json!({ "id": obstacle, "state": "cleared" }),
    );
    ana.does("obstacle_address", json!({ "id": obstacle }));
    for (state, day) in [("cleared", "2026-03-09"), ("parked", "")] {
        assert_eq!(ana.undoes(), Ok(()));
        assert_eq!(ana.cell(obstacle, "state"), state);
        assert_eq!(ana.cell(obstacle, "closedOn"), day);
    }
}

#[test]
fn undo_in_a_window_is_of_that_window_and_in_a_terminal_of_person_and_device() {
    let place = Place::new();
    let storyboard = Storyboard::made_by(&place.person("Setup"));
    let team = &storyboard.team;
    let first = place.window("Ana");
    first.edits(team, "name", "Testing", &first.sees(team, "name"));
    let second = place.window("Ana");
    assert_eq!(second.undoes(), Err("nothing_to_undo"));
    // Another call from a terminal on the same device, by the same person.
    assert_eq!(place.person("Ana").undoes(), Ok(()));
    assert_eq!(first.cell(team, "name"), "Assembly");
    assert_eq!(place.person("Ben").undoes(), Err("nothing_to_undo"));
}

#[test]
fn a_person_who_joins_is_no_step_of_undo() {
    let (_place, ana, _ben, storyboard) = ana_and_ben();
    ana.edits(
        &storyboard.team,
        "name",
        "Testing",
        &ana.sees(&storyboard.team, "name"),
    );
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.undoes(), Err("nothing_to_undo"));
    let people = ana.reads("board_get", Value::Null)["people"].to_string();
    assert!(people.contains("Ana"), "{people}");
}

#[test]
fn a_batch_is_undone_whole_except_for_what_others_corrected() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let batch = json!([{ "value": 1 }, { "value": 2 }, { "value": 3 }]);
    let first = ana
        .does(
            "observation_add",
            json!({ "metricId": storyboard.metric, "observations": batch }),
        )
        .id;
    ben.edits(&first, "value", 9.0, &ben.sees(&first, "value"));
    let count = || {
        ana.store(|reader| {
            reader.connection().query_row(
                "SELECT count(*) FROM observation WHERE batch_id IS NOT NULL AND deleted_at IS NULL",
                [],
                |row| row.get::<_, i64>(0),
            ).told()
        })
    };
    assert_eq!(count(), 5);
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(count(), 3);
    assert!(ben.has(&first));
    assert_eq!(ana.redoes(), Ok(()));
    assert_eq!(count(), 5);
    ana.finds_the_file_sound();
}

#[test]
fn undo_goes_past_what_others_have_overtaken_and_says_so() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let (team, step) = (&storyboard.team, &storyboard.step);
    ana.edits(team, "name", "Testing", &ana.sees(team, "name"));
    let fields = json!({ "step": "Print it twice", "baseline": 44.0 });
    ana.does("experiment_edit", json!({ "id": step, "fields": fields }));
    ben.edits(step, "baseline", 45.0, &ben.sees(step, "baseline"));
    let undone = ana.reads("undo", Value::Null);
    let skipped = json!([{ "kind": "experiment_edit", "code": "undo_overtaken" }]);
    assert_eq!(
        (&undone["kind"], &undone["skipped"]),
        (&json!("team_edit"), &skipped)
    );
    assert_eq!(ana.cell(team, "name"), "Assembly");
    // Nothing of it is half undone.
    assert_eq!(ana.cell(step, "step"), "Print it twice");
    assert_eq!(ana.cell(step, "baseline"), "45.0");
    assert_eq!(ana.redoes(), Ok(()));
    assert_eq!(ana.cell(team, "name"), "Testing");
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.cell(team, "name"), "Assembly");
    assert_eq!(ana.undoes(), Err("undo_overtaken"), "only that one is left");
    ana.finds_the_file_sound();
}

#[test]
fn somebody_new_in_a_team_goes_and_comes_as_one() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    // Her own first write puts her on the board.
    let seen = ana.sees(&storyboard.obstacle, "text");
    ana.edits(&storyboard.obstacle, "text", "the line waits", &seen);
    let before = ben.dump();
    let membership = ana
        .does(
            "membership_create",
            json!({ "teamId": storyboard.team, "name": "Dora", "roles": ["coach"] }),
        )
        .id;
    assert!(ben.has(&membership));
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ben.dump(), before);
    assert_eq!(ana.redoes(), Ok(()));
    assert!(ben.has(&membership));
    let people = ben.reads("board_get", json!({}))["people"].to_string();
    assert!(people.contains("Dora"));
}

/// What Ben and Ana wrote into one text at the same time, which stands open.
fn two_versions_of(ana: &Person, ben: &Person, obstacle: &str) -> [Value; 2] {
    let seen = ana.sees(obstacle, "text");
    ben.edits(obstacle, "text", "Ben sees it", &seen);
    ana.edits(obstacle, "text", "Ana sees it", &seen);
    [json!("Ana sees it"), json!("Ben sees it")]
}

#[test]
fn undoing_a_choice_opens_the_versions_again_and_redoing_it_closes_them() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let both = two_versions_of(&ana, &ben, obstacle);
    for chosen in ["Ana sees it", "Ben sees it", "Both see it"] {
        let open = (ana.dump(), ana.sees_all(obstacle, "text"));
        ana.edits(obstacle, "text", chosen, &open.1);
        let closed = ana.dump();
        for _ in 0..2 {
            let undone = ana.reads("undo", Value::Null);
            assert_eq!(undone["kind"], "obstacle_edit");
            assert_eq!(ben.versions(obstacle, "text"), both, "{chosen}");
            assert_eq!((ben.dump(), ben.sees_all(obstacle, "text")), open);
            ana.finds_the_file_sound();
            assert_eq!(ana.redoes(), Ok(()));
            assert_eq!(ben.versions(obstacle, "text"), [chosen]);
            assert_eq!(ben.dump(), closed);
            ana.finds_the_file_sound();
        }
        assert_eq!(ana.undoes(), Ok(()));
    }
    // What stands open again is settled like any other.
    ben.edits(obstacle, "text", "Settled", &ben.sees_all(obstacle, "text"));
    assert_eq!(ana.versions(obstacle, "text"), ["Settled"]);
    assert_eq!(ana.redoes(), Err("undo_overtaken"));
    ana.finds_the_file_sound();
}

#[test]
fn undoing_the_choice_of_a_number_opens_both_numbers_again() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let step = &storyboard.step;
    let seen = ana.sees(step, "predicted");
    ben.edits(step, "predicted", 25.0, &seen);
    ana.edits(step, "predicted", 20.0, &seen);
    ana.edits(step, "predicted", 25.0, &ana.sees_all(step, "predicted"));
    ana.does("experiment_seal", json!({ "id": step }));
    assert_eq!(ana.undoes(), Err("nothing_to_undo"), "ink is ink");
    let target = &storyboard.target;
    let seen = ana.sees(target, "achieveByOn");
    ben.edits(target, "achieveByOn", "2026-05-01", &seen);
    ana.edits(target, "achieveByOn", "2026-05-02", &seen);
    let all = ana.sees_all(target, "achieveByOn");
    ana.edits(target, "achieveByOn", "2026-05-01", &all);
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(
        ana.versions(target, "achieveByOn"),
        ["2026-05-02", "2026-05-01"]
    );
    // A day that somebody else has set since is no part of the choice: it stays.
    assert_eq!(ana.redoes(), Ok(()));
    ben.edits(
        target,
        "achieveByOn",
        "2026-05-03",
        &ben.sees(target, "achieveByOn"),
    );
    let done = ana.tries("undo", Value::Null);
    assert!(done.is_err(), "{done:?}");
    assert_eq!(ana.versions(target, "achieveByOn"), ["2026-05-03"]);
    ana.finds_the_file_sound();
}

#[test]
fn a_choice_is_undone_also_after_the_own_words_that_followed_it() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let both = two_versions_of(&ana, &ben, obstacle);
    ana.edits(
        obstacle,
        "text",
        "Ben sees it",
        &ana.sees_all(obstacle, "text"),
    );
    let seen = ana.sees(obstacle, "text");
    ana.edits(obstacle, "text", "Ben sees it daily", &seen);
    for _ in 0..2 {
        assert_eq!(ana.undoes(), Ok(()));
        assert_eq!(ana.versions(obstacle, "text"), ["Ben sees it"]);
        assert_eq!(ana.undoes(), Ok(()));
        assert_eq!(ana.versions(obstacle, "text"), both);
        ana.finds_the_file_sound();
        assert_eq!(ana.redoes(), Ok(()));
        assert_eq!(ana.versions(obstacle, "text"), ["Ben sees it"]);
        assert_eq!(ana.redoes(), Ok(()));
        assert_eq!(ana.versions(obstacle, "text"), ["Ben sees it daily"]);
        ana.finds_the_file_sound();
    }
}

#[test]
fn what_another_person_wrote_on_a_choice_stays_beside_the_versions_that_open_again() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    two_versions_of(&ana, &ben, obstacle);
    ana.edits(
        obstacle,
        "text",
        "Ben sees it",
        &ana.sees_all(obstacle, "text"),
    );
    let seen = ben.sees(obstacle, "text");
    let words = "Ben sees it and writes it down";
    ben.edits(obstacle, "text", words, &seen);
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.cell(obstacle, "text"), words);
    assert!(
        ana.versions(obstacle, "text")
            .contains(&json!("Ana sees it"))
    );
    ana.finds_the_file_sound();
    assert_eq!(ana.redoes(), Err("undo_overtaken"));
}

#[test]
fn words_based_on_a_choice_that_was_undone_meanwhile_are_kept() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    two_versions_of(&ana, &ben, obstacle);
    ana.edits(
        obstacle,
        "text",
        "Ben sees it",
        &ana.sees_all(obstacle, "text"),
    );
    let seen = ben.sees(obstacle, "text");
    assert_eq!(ana.undoes(), Ok(()));
    let done = ben.edits(obstacle, "text", "Ben sees it daily", &seen);
    assert_eq!(done.open, ["text"]);
    assert_eq!(ana.cell(obstacle, "text"), "Ben sees it daily");
    assert!(
        ana.versions(obstacle, "text")
            .contains(&json!("Ana sees it"))
    );
    ana.finds_the_file_sound();
}

#[test]
fn a_choice_based_on_more_than_the_versions_is_undone_and_redone_like_any_other() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    let origin = ana.sees(obstacle, "text");
    let both = two_versions_of(&ana, &ben, obstacle);
    let mut seen = ana.sees_all(obstacle, "text");
    seen.0.extend(origin.0);
    seen.0.push(seen.0[0]);
    ana.edits(obstacle, "text", "Both see it", &seen);
    assert_eq!(ana.undoes(), Ok(()));
    assert_eq!(ana.versions(obstacle, "text"), both);
    assert_eq!(ana.redoes(), Ok(()));
    assert_eq!(ana.versions(obstacle, "text"), ["Both see it"]);
    ana.finds_the_file_sound();
}

#[test]
fn a_base_that_names_a_choice_and_what_it_closed_is_no_undo() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    two_versions_of(&ana, &ben, obstacle);
    let mut seen = ana.sees_all(obstacle, "text");
    ana.edits(obstacle, "text", "Ben sees it", &seen);
    seen.0.extend(ana.sees(obstacle, "text").0);
    ana.edits(obstacle, "text", "Both see it", &seen);
    assert_eq!(ben.versions(obstacle, "text"), ["Both see it"]);
    ana.finds_the_file_sound();
}

#[test]
fn a_row_that_choices_brought_back_is_what_its_log_says_when_all_are_undone() {
    let (_place, ana, ben, storyboard) = ana_and_ben();
    let obstacle = &storyboard.obstacle;
    for field in ["text", "evidence"] {
        let seen = ana.sees(obstacle, field);
        ben.edits(obstacle, field, "Ben sees it", &seen);
        ana.edits(obstacle, field, "Ana sees it", &seen);
    }
    ben.does("obstacle_remove", json!({ "id": obstacle }));
    ana.edits(obstacle, "text", "Both", &ana.sees_all(obstacle, "text"));
    ben.edits(
        obstacle,
        "evidence",
        "Both",
        &ben.sees_all(obstacle, "evidence"),
    );
    assert_eq!(ben.undoes(), Ok(()));
    ana.finds_the_file_sound();
    assert_eq!(ana.undoes(), Ok(()));
    assert!(ana.has(obstacle), "Ben has written since");
    ana.finds_the_file_sound();
}
