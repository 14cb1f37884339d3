//! Searching: what is found is what stands in the rows, whatever was written, undone and removed;
//! and nothing that is typed breaks it.

use kata_store::outbox::search::{SearchIndex, Words};
use kata_store::searchable;
use kata_store::testing::Told;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::steps::{Work, cases, steps};
use crate::support::{Person, Place, Storyboard};

/// Ids of what is found, the best first.
fn found(person: &Person, query: &str) -> Vec<String> {
    let answer = person.reads("search", json!({ "query": query, "limit": 50 }));
    assert_eq!(answer["indexing"], false);
    ids(&answer["hits"])
}

fn ids(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap().to_owned())
        .collect()
}

/// What stands marked in pieces.
fn marked(pieces: &Value) -> Vec<&str> {
    let pieces = pieces.as_array().unwrap().iter();
    pieces
        .filter(|piece| piece["marked"] == true)
        .map(|piece| piece["text"].as_str().unwrap())
        .collect()
}

#[test]
fn finds_a_word_of_every_kind_of_row_by_its_beginning() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    assert_eq!(found(&ana, "a rele"), [board.challenge.as_str()]);
    assert_eq!(found(&ana, "HAND"), [board.condition.as_str()]);
    assert_eq!(
        found(&ana, "each morning  until"),
        [board.obstacle.as_str()]
    );
    assert_eq!(found(&ana, "nobody print"), [board.step.as_str()]);
    let mut each = found(&ana, "morning");
    each.sort();
    let mut expected = [board.obstacle.as_str(), board.target.as_str()];
    expected.sort();
    assert_eq!(each, expected);
    assert_eq!(found(&ana, "nobody prints"), [""; 0]);
    assert_eq!(found(&ana, ""), [""; 0]);
}

#[test]
fn says_where_the_words_stand_and_whose_they_are() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let answer = ana.reads("search", json!({ "query": "card any" }));
    let hit = &answer["hits"][0];
    assert_eq!(
        (&hit["id"], &hit["kind"]),
        (&json!(board.step), &json!("experiment"))
    );
    assert_eq!(hit["teamName"], "Assembly");
    assert_eq!(hit["focusProcessId"], json!(board.process));
    assert_eq!(
        (&hit["number"], &hit["state"]),
        (&json!(1), &json!("planned"))
    );
    assert_eq!(marked(&hit["title"]), ["card"]);
    assert_eq!(hit["snippet"]["field"], "prediction");
    assert_eq!(marked(&hit["snippet"]["pieces"]), ["any"]);
}

#[test]
fn marks_do_not_count_for_diacritics() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let seen = ana.sees(&board.obstacle, "text");
    ana.edits(&board.obstacle, "text", "Prüfung hält 🙂 Łódź auf", &seen);
    for query in [
        "prufung",
        "PRÜFUNG",
        "pru\u{308}f",
        "halt",
        "prüfung hal",
        "lódz",
    ] {
        let expected: &[String] = match query {
            // A letter of its own, not one with a mark.
            "lódz" => &[],
            _ => std::slice::from_ref(&board.obstacle),
        };
        assert_eq!(found(&ana, query), expected, "{query}");
    }
    let answer = ana.reads("search", json!({ "query": "halt" }));
    assert_eq!(marked(&answer["hits"][0]["title"]), ["hält"]);
}

#[test]
fn what_is_removed_is_not_found_and_what_comes_back_is() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    for (noun, id) in [
        ("experiment", &board.step),
        ("focus_process", &board.process),
        ("team", &board.team),
    ] {
        let row = json!({ "id": id });
        ana.does(&format!("{noun}_remove"), row.clone());
        assert_eq!(found(&ana, "print the code"), [""; 0], "{noun}");
        ana.does(&format!("{noun}_restore"), row.clone());
        assert_eq!(
            found(&ana, "print the code"),
            [board.step.as_str()],
            "{noun}"
        );
        ana.does(&format!("{noun}_remove"), row);
        assert_eq!(ana.undoes(), Ok(()));
        assert_eq!(
            found(&ana, "print the code"),
            [board.step.as_str()],
            "{noun}"
        );
    }
}

#[test]
fn what_was_said_in_a_retrospective_is_found_as_long_as_it_is_there() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let fields = json!({ "title": "Xylophone review", "subject": "The xenon lamp" });
    let create = json!({ "teamId": board.team, "fields": fields });
    let session = ana.does("retrospective_create", create).id;
    let begin = json!({ "id": session });
    ana.does("retrospective_begin", begin.clone());
    ana.does("retrospective_advance", json!({ "id": session, "to": 3 }));
    let put = |command: &str, fields: Value| {
        let mut request = json!({ "retrospectiveId": session });
        let more = fields.as_object().unwrap().clone();
        request.as_object_mut().unwrap().extend(more);
        ana.does(command, request).id
    };
    let event = put(
        "timeline_event_create",
        json!({ "fields": { "what": "Pager xray", "known": "Nothing" } }),
    );
    let note = put(
        "retro_note_create",
        json!({ "prompt": "helped", "fields": { "text": "Xenial colleagues" } }),
    );
    let topic = put("topic_create", json!({ "title": "Xerox", "noteIds": [] }));
    for (query, row) in [
        ("xylo", &session),
        ("xenon", &session),
        ("xray nothing", &event),
        ("xenial", &note),
        ("xerox", &topic),
    ] {
        assert_eq!(found(&ana, query), [row.as_str()], "{query}");
    }
    let hit = &ana.reads("search", json!({ "query": "xenial" }))["hits"][0];
    assert_eq!(hit["kind"], "retro_note");
    assert_eq!(
        hit["retrospective"],
        json!({ "id": session, "title": "Xylophone review" })
    );
    assert_eq!(hit["focusProcessId"], Value::Null);

    ana.does("retrospective_remove", begin.clone());
    for query in ["xylo", "xray", "xenial", "xerox"] {
        assert_eq!(found(&ana, query), [""; 0], "{query}");
    }
    ana.does("retrospective_restore", begin);
    assert_eq!(found(&ana, "xenial"), [note]);
    ana.does("team_remove", json!({ "id": board.team }));
    assert_eq!(found(&ana, "xenial"), [""; 0]);
}

#[test]
fn what_is_said_in_coaching_is_not_found() {
    let (_place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let fields = json!({ "remarks": "flummoxed" });
    ana.does(
        "coaching_cycle_edit",
        json!({ "id": board.cycle, "fields": fields }),
    );
    assert_eq!(found(&ana, "flummoxed"), [""; 0]);
}

#[test]
fn the_own_team_comes_first_only_among_equals() {
    let (_place, ana) = Place::with_ana();
    let boards = [Storyboard::made_by(&ana), Storyboard::made_by(&ana)];
    for own in &boards {
        let asked = json!({ "query": "print", "teamId": own.team });
        assert_eq!(ids(&ana.reads("search", asked)["hits"])[0], own.step);
    }
    let [better, own] = &boards;
    let seen = ana.sees(&better.step, "step");
    ana.edits(&better.step, "step", "Print, print, print", &seen);
    let asked = json!({ "query": "print", "teamId": own.team });
    assert_eq!(ids(&ana.reads("search", asked)["hits"])[0], better.step);
}

/// A closed step; answers its id.
fn closed(ana: &Person, process: &str, metric: &str, step: &str, learned: &str) -> String {
    let fields = json!({
        "step": step, "prediction": "fewer", "metricId": metric, "baseline": 10.0, "predicted": 4.0,
        "confidence": 80, "checkOn": "2026-03-02",
    });
    let create = json!({ "focusProcessId": process, "fields": fields });
    let id = ana.does("experiment_create", create).id;
    let seal = json!({ "id": id });
    ana.does("experiment_seal", seal.clone());
    ana.does("experiment_finish", seal);
    let fields = json!({ "actual": 7.0, "whatHappened": "it went", "learned": learned });
    ana.does("experiment_edit", json!({ "id": id, "fields": fields }));
    let close = json!({ "id": id, "outcome": "refuted", "decision": "adapt" });
    ana.does("experiment_evaluate", close);
    id
}

#[test]
fn earlier_steps_are_found_by_what_they_are_about() {
    let (_place, ana) = Place::with_ana();
    let [board, other] = [Storyboard::made_by(&ana), Storyboard::made_by(&ana)];
    let near = closed(
        &ana,
        &board.process,
        &board.metric,
        "Tag calls by error code",
        "Codes repeat",
    );
    closed(
        &ana,
        &board.process,
        &board.metric,
        "Paint the floor",
        "Nice",
    );
    let text = "Sort all the calls by their code before the shift";
    let asked = json!({ "text": text, "exceptId": other.step });
    let answer = ana.reads("similar_steps", asked);
    assert_eq!(ids(&answer["steps"]), [near.as_str()]);
    let step = &answer["steps"][0];
    assert_eq!(
        (&step["predicted"], &step["actual"]),
        (&json!(4.0), &json!(7.0))
    );
    assert_eq!(step["learned"], "Codes repeat");
    assert_eq!(marked(&step["step"]), ["calls", "code"]);
    let itself = json!({ "text": text, "exceptId": near });
    assert_eq!(ana.reads("similar_steps", itself)["steps"], json!([]));
    let only_filler = json!({ "text": "and the or by" });
    assert_eq!(ana.reads("similar_steps", only_filler)["steps"], json!([]));
}

#[test]
fn an_index_of_another_history_is_made_anew() {
    let (place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    assert_eq!(found(&ana, "print"), [board.step.as_str()]);
    let id = ana.session.workspace().unwrap().store().board_id();
    let copy = place.board().with_file_name("copy.kata");
    std::fs::copy(place.board(), &copy).unwrap();
    ana.does("experiment_remove", json!({ "id": board.step }));
    assert_eq!(found(&ana, "print"), [""; 0]);
    // The same board, with the same incarnation, went another way.
    ana.reads("board_open", json!({ "path": copy }));
    assert_eq!(ana.session.workspace().unwrap().store().board_id(), id);
    assert_eq!(found(&ana, "print"), [board.step]);
}

#[test]
fn a_first_filling_misses_nothing_that_is_written_meanwhile() {
    let (place, ana) = Place::with_ana();
    let board = Storyboard::made_by(&ana);
    let other = Storyboard::made_by(&ana);
    let id = ana.session.workspace().unwrap().store().board_id();
    let index = SearchIndex::open(&place.board().with_file_name("index"), id).unwrap();
    let finds = |word: &str| {
        let words = Words::every(word).unwrap();
        index.ask(&words, None, None, 50).unwrap().len()
    };
    let mut batches = 0;
    loop {
        let from = index.place().unwrap();
        let batch = ana.store(|reader| searchable::after(reader, &from, 1));
        let batch = batch.unwrap();
        assert!(index.take(&batch).unwrap());
        batches += 1;
        match batches {
            // The first kind of row has been read, and the last one has not.
            2 => {
                let seen = ana.sees(&board.challenge, "statement");
                ana.edits(&board.challenge, "statement", "Flummoxed", &seen);
                ana.does("experiment_remove", json!({ "id": other.step }));
            }
            // All kinds have been read.
            11 => {
                ana.does("obstacle_remove", json!({ "id": other.obstacle }));
                let fields = json!({ "text": "Bamboozled" });
                let add = json!({ "focusProcessId": board.process, "fields": fields });
                ana.does("obstacle_create", add);
            }
            _ => {}
        }
        if !batch.more {
            break;
        }
    }
    assert!(batches > 11, "{batches} batches");
    assert_eq!((finds("flummoxed"), finds("bamboozled")), (1, 1));
    assert_eq!((finds("a rele"), finds("print the code")), (1, 1));
}

/// The texts of a row as the person sees them.
fn rows(person: &Person) -> Vec<(String, String)> {
    let kinds = [
        (
            "challenge",
            "statement || ' ' || why || ' ' || operational_outcomes || ' ' || business_outcomes",
        ),
        (
            "current_condition",
            "operating_pattern || ' ' || gets_in_the_way",
        ),
        ("target_condition", "operating_pattern || ' ' || reflection"),
        ("obstacle", "text || ' ' || evidence"),
        (
            "experiment",
            "step || ' ' || prediction || ' ' || what_happened || ' ' || learned || ' ' || belief",
        ),
    ];
    let said = [
        (
            "retrospective",
            "title || ' ' || x.subject || ' ' || x.summary || ' ' || x.no_step_reason",
        ),
        ("topic", "title || ' ' || x.notes"),
        ("retro_note", "text"),
        ("answer", "text"),
        ("timeline_event", "what || ' ' || x.known || ' ' || x.who"),
    ];
    let of_process = kinds.map(|row| (row, "focus_process", "focus_process_id"));
    let of_session = said.map(|row| match row.0 {
        "retrospective" => (row, "retrospective", "id"),
        _ => (row, "retrospective", "retrospective_id"),
    });
    let mut rows = Vec::new();
    for ((kind, texts), holder, key) in of_process.into_iter().chain(of_session) {
        let sql = format!(
            "SELECT x.id, x.{texts} FROM {kind} x JOIN {holder} h ON h.id = x.{key}
             JOIN team t ON t.id = h.team_id
             WHERE coalesce(x.deleted_at, h.deleted_at, t.deleted_at) IS NULL"
        );
        let found: Vec<([u8; 16], String)> = person.store(|reader| {
            let mut statement = reader.connection().prepare(&sql).told()?;
            let rows = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .told()?;
            rows.collect::<kata_store::testing::Result<_>>().told()
        });
        let id = |id| kata_store::ids::wire_id(kind, uuid::Uuid::from_bytes(id));
        rows.extend(found.into_iter().map(|(row, text)| (id(row), text)));
    }
    rows
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What a reader of all rows finds: all words there, the last one as a beginning.
fn scanned(rows: &[(String, String)], query: &[String]) -> Vec<String> {
    let (last, whole) = query.split_last().unwrap();
    let has = |text: &[String]| {
        whole.iter().all(|word| text.contains(word))
            && text.iter().any(|w| w.starts_with(last.as_str()))
    };
    let mut found: Vec<String> = rows
        .iter()
        .filter(|(_, text)| has(&words(text)))
        .map(|(id, _)| id.clone())
        .collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(cases(40, 21))]

    #[test]
    fn the_index_answers_what_a_scan_of_the_rows_would(steps in steps(40), ask_every in 1_usize..6) {
        let place = Place::new();
        let setup = place.person("Setup");
        let storyboard = Storyboard::made_by(&setup);
        let people = [place.person("Ana"), place.person("Ben")];
        let mut work = Work::on(&storyboard);
        for (count, step) in steps.into_iter().enumerate() {
            let person = &people[step.who % people.len()];
            match step.verb % 7 {
                0 => drop(person.undoes()),
                1 => drop(person.redoes()),
                _ => drop(work.does(person, step)),
            }
            if count % ask_every == 0 {
                let rows = rows(person);
                let all: Vec<String> = rows.iter().flat_map(|(_, text)| words(text)).collect();
                for at in [count, count * 7, count * 31] {
                    let Some(word) = all.get(at % all.len().max(1)) else { continue };
                    let beginning: String = word.chars().take(1 + at % 4).collect();
                    let second = all[(at * 3) % all.len()].clone();
                    for query in [vec![word.clone()], vec![beginning.clone()], vec![second, beginning]] {
                        let mut found = found(person, &query.join(" "));
                        found.sort();
                        prop_assert_eq!(found, scanned(&rows, &query), "{:?}", query);
                    }
                }
            }
        }
    }

    #[test]
    fn whatever_is_typed_is_a_question(query in "\\PC{0,40}", operators in "[\"*^:(){}+ANDORNOTEAR\u{0}\u{1} -]{0,40}") {
        let place = Place::new();
        let ana = place.person("Ana");
        Storyboard::made_by(&ana);
        for typed in [&query, &operators, &format!("{query}{operators}"), &format!("{operators} code")] {
            found(&ana, typed);
            ana.reads("similar_steps", json!({ "text": typed }));
        }
    }
}
