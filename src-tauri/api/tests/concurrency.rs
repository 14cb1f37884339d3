//! Eight real processes at one file. The numbers are small; the overlap is real, because every
//! process has its orders before any has an answer.

use std::collections::BTreeSet;

use kata_store::testing::Told;
use serde_json::{Value, json};

use crate::support::person::{Seen, edit};
use crate::support::{Person, Place, Remote, Storyboard};

const PROCESSES: usize = 8;
const ROUNDS: usize = 4;

fn processes(place: &Place) -> Vec<Remote> {
    let names = (0..PROCESSES).map(|number| format!("Person {number}"));
    names
        .map(|name| place.process_at_the_board(&name))
        .collect()
}

/// The operation of a write that was acknowledged.
fn op(answer: Value) -> String {
    answer["op"]
        .as_str()
        .expect("every order changes something")
        .to_owned()
}

fn seen(op: &str) -> Seen {
    Seen(vec![op.parse().unwrap()])
}

fn everything_acknowledged_is_in_the_log(ana: &Person, acknowledged: &[String]) {
    let logged: BTreeSet<String> = ana.operations().into_iter().collect();
    let lost: Vec<_> = acknowledged
        .iter()
        .filter(|op| !logged.contains(*op))
        .collect();
    assert_eq!(lost, Vec::<&String>::new());
    ana.finds_the_file_sound();
}

#[test]
fn eight_processes_lose_no_save_and_leave_no_gap() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let add = |text: String| {
        let request = json!({ "focusProcessId": storyboard.process, "fields": { "text": text } });
        ana.does("obstacle_create", request).id
    };
    let rows: Vec<String> = (0..PROCESSES)
        .map(|number| add(format!("row {number}")))
        .collect();
    let before = ana.operations().len();
    let mut remotes = processes(&place);
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        for (remote, row) in remotes.iter_mut().zip(&rows) {
            let text = json!({ "text": format!("{row} round {round}") });
            remote.order("obstacle_edit", json!({ "id": row, "fields": text }));
            let observations = json!([{ "value": round }, { "value": 0.5 }]);
            let batch = json!({ "metricId": storyboard.metric, "observations": observations });
            remote.order("observation_add", batch);
            let step = json!({ "step": format!("{row} {round}") });
            remote.order(
                "experiment_create",
                json!({ "focusProcessId": storyboard.process, "fields": step }),
            );
        }
        for remote in &mut remotes {
            for _ in 0..3 {
                acknowledged.push(op(remote.answer().expect("nothing is busy or refused")));
            }
        }
    }
    everything_acknowledged_is_in_the_log(&ana, &acknowledged);
    // Besides what was acknowledged there is one joining for each process, and nothing else.
    assert_eq!(
        ana.operations().len(),
        before + acknowledged.len() + PROCESSES
    );
    for row in &rows {
        assert_eq!(ana.cell(row, "text"), format!("{row} round {}", ROUNDS - 1));
    }
    let numbers: BTreeSet<i64> = ana.store(|reader| {
        let mut numbers = reader
            .connection()
            .prepare("SELECT number FROM experiment")
            .told()?;
        let numbers = numbers.query_map([], |row| row.get(0)).told()?;
        numbers.collect::<Result<_, _>>().told()
    });
    assert_eq!(
        numbers.len(),
        1 + PROCESSES * ROUNDS,
        "every step has a number of its own"
    );
}

#[test]
fn the_words_of_eight_processes_in_one_text_are_all_visible() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let obstacle = &storyboard.obstacle;
    // Each process has words of its own to replace, with an untouched one between them.
    let base: Vec<String> = (0..PROCESSES * ROUNDS * 2)
        .map(|number| format!("word{number}"))
        .collect();
    ana.edits(
        obstacle,
        "evidence",
        base.join(" "),
        &ana.sees(obstacle, "evidence"),
    );
    let first = ana.sees(obstacle, "evidence");
    let mut texts = vec![base; PROCESSES];
    let mut bases = vec![first; PROCESSES];
    let mut acknowledged = Vec::new();
    let mut remotes = processes(&place);
    for round in 0..ROUNDS {
        for (number, remote) in remotes.iter_mut().enumerate() {
            texts[number][(number * ROUNDS + round) * 2] = format!("person{number}round{round}");
            let (command, request) = edit(
                obstacle,
                "evidence",
                texts[number].join(" "),
                &bases[number],
            );
            remote.order(&command, request);
        }
        for (number, remote) in remotes.iter_mut().enumerate() {
            let answer = remote.answer().expect("nothing is busy or refused");
            assert_eq!(answer["open"], json!([]));
            let op = op(answer);
            // Everybody goes on from the own version, as if nobody had looked at the screen.
            bases[number] = seen(&op);
            acknowledged.push(op);
        }
    }
    everything_acknowledged_is_in_the_log(&ana, &acknowledged);
    let shown = ana.cell(obstacle, "evidence");
    for number in 0..PROCESSES {
        for round in 0..ROUNDS {
            let word = format!("person{number}round{round}");
            assert!(shown.contains(&word), "{word} is missing in: {shown}");
        }
    }
}

#[test]
fn where_eight_processes_contradict_each_other_every_version_stands_open() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let obstacle = &storyboard.obstacle;
    let base = ana.sees(obstacle, "text");
    let mut remotes = processes(&place);
    let text = |number: usize| format!("only person {number} is right");
    for (number, remote) in remotes.iter_mut().enumerate() {
        let (command, request) = edit(obstacle, "text", text(number), &base);
        remote.order(&command, request);
    }
    let acknowledged: Vec<_> = remotes
        .iter_mut()
        .map(|remote| op(remote.answer().unwrap()))
        .collect();
    everything_acknowledged_is_in_the_log(&ana, &acknowledged);
    let versions: BTreeSet<String> = ana
        .versions(obstacle, "text")
        .iter()
        .map(|version| version.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(versions, (0..PROCESSES).map(text).collect());
}

#[test]
fn eight_processes_that_make_the_same_file_at_once_make_one_board() {
    for _ in 0..4 {
        let place = Place::new();
        let names = (0..PROCESSES).map(|number| format!("Person {number}"));
        let mut remotes: Vec<_> = names.map(|name| place.process(&name, false)).collect();
        let path = json!({ "path": place.board() });
        for remote in &mut remotes {
            remote.order("board_create", path.clone());
        }
        let mut makers = 0;
        for remote in &mut remotes {
            match remote.answer() {
                Ok(_) => makers += 1,
                Err(code) => assert_eq!(code, "file_exists"),
            }
        }
        assert!(makers > 0, "somebody made it");
        for remote in &mut remotes {
            remote.order("board_open", path.clone());
            remote.order("team_create", json!({ "fields": { "name": "Assembly" } }));
            remote.order("board_get", Value::Null);
        }
        let mut boards = BTreeSet::new();
        for remote in &mut remotes {
            remote.answer().expect("the board opens");
            remote.answer().expect("the board can be written");
            let board = remote.answer().expect("the board can be read");
            boards.insert(board["boardId"].to_string());
        }
        assert_eq!(boards.len(), 1);
        let ana = place.person("Ana");
        ana.finds_the_file_sound();
        assert_eq!(ana.operations().len(), 2 * PROCESSES);
    }
}

#[test]
fn who_opens_a_board_while_it_is_made_finds_no_board_or_a_whole_one() {
    for _ in 0..8 {
        let place = Place::new();
        let path = json!({ "path": place.board() });
        let mut maker = place.process("Ana", false);
        let mut openers: Vec<_> = (0..3)
            .map(|number| place.process(&format!("{number}"), false))
            .collect();
        for opener in &mut openers {
            for _ in 0..20 {
                opener.order("board_open", path.clone());
            }
        }
        maker.does("board_create", path.clone());
        for opener in &mut openers {
            for _ in 0..20 {
                if let Err(code) = opener.answer() {
                    // An empty file is what SQLite makes first.
                    assert!(
                        ["file_missing", "not_a_board"].contains(&code.as_str()),
                        "{code}"
                    );
                }
            }
            opener.does("board_open", path.clone());
        }
    }
}

#[test]
fn an_edit_that_races_a_sealing_is_sealed_with_it_or_an_amendment() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let plan = || {
        let fields = json!({
            "step": "Print it", "prediction": "It helps", "checkOn": "2026-03-13",
            "metricId": storyboard.metric, "baseline": 10.0, "predicted": 5.0,
        });
        let plan = json!({ "focusProcessId": storyboard.process, "fields": fields });
        ana.does("experiment_create", plan).id
    };
    let mut remotes = processes(&place);
    let (editors, sealers) = remotes.split_at_mut(PROCESSES / 2);
    for round in 0..ROUNDS {
        let plans: Vec<String> = editors.iter().map(|_| plan()).collect();
        for (place, id) in plans.iter().enumerate() {
            let base = ana.sees(id, "predicted");
            let other = json!({ "id": id, "fields": { "predicted": 4.0 }, "basedOn": { "predicted": base.0 } });
            // Either has its order first, in turn.
            match (round + place) % 2 {
                0 => {
                    editors[place].order("experiment_edit", other);
                    sealers[place].order("experiment_seal", json!({ "id": id }));
                }
                _ => {
                    sealers[place].order("experiment_seal", json!({ "id": id }));
                    editors[place].order("experiment_edit", other);
                }
            }
        }
        for remote in editors.iter_mut().chain(sealers.iter_mut()) {
            remote.answer().expect("neither refuses the other");
        }
        for id in &plans {
            let view = ana.reads("experiment_get", json!({ "id": id }));
            let experiment = &view["step"]["experiment"];
            assert_eq!(experiment["predicted"], 4.0);
            let amended = view["amendments"].as_array().unwrap().iter();
            let amended: Vec<_> = amended
                .map(|one| (&one["field"], &one["sealed"], &one["value"]))
                .collect();
            match &experiment["sealed"]["predicted"] {
                sealed if *sealed == 4.0 => assert_eq!(amended, []),
                sealed => assert_eq!(
                    amended,
                    [(&json!("predicted"), &json!(5.0), &json!(4.0))],
                    "{sealed}"
                ),
            }
        }
    }
    ana.finds_the_file_sound();
}
