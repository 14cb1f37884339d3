//! Processes that are killed in the middle of saving. What was acknowledged is in the file, what
//! was not is there whole or not at all, and who still has the file open goes on.

use std::collections::BTreeSet;
use std::time::Duration;

use kata_store::testing::Told;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

use crate::support::{Person, Place, Remote, Storyboard};

const ROUNDS: u64 = 20;
const WRITERS: usize = 3;
/// What each of them is told to save; more than it can before it is killed.
const ORDERS: usize = 12;
const BATCH: i64 = 200;

/// Orders small saves and big batches.
fn order_work(remote: &mut Remote, writer: usize, storyboard: &Storyboard, random: &mut StdRng) {
    for number in 0..ORDERS {
        if random.random_bool(0.5) {
            let observations: Vec<Value> = (0..BATCH)
                .map(|n| json!({ "value": n, "note": "x".repeat(200) }))
                .collect();
            let request = json!({ "metricId": storyboard.metric, "observations": observations });
            remote.order("observation_add", request);
        } else {
            let fields = json!({ "text": format!("writer {writer} try {number}"), "evidence": "e".repeat(5_000) });
            remote.order(
                "obstacle_edit",
                json!({ "id": storyboard.obstacle, "fields": fields }),
            );
        }
    }
}

/// Whole batches and nothing but whole batches.
fn no_batch_is_torn(person: &Person) {
    let sizes: Vec<(Option<Vec<u8>>, i64)> = person.store(|reader| {
        let mut sizes =
            reader.connection().prepare(
            "SELECT batch_id, count(*) FROM observation WHERE batch_id IS NOT NULL GROUP BY batch_id",
        ).told()?;
        let sizes = sizes.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).told()?;
        sizes.collect::<Result<_, _>>().told()
    });
    // The storyboard itself has a batch of two.
    assert!(
        sizes
            .iter()
            .all(|(id, size)| id.is_some() && [2, BATCH].contains(size)),
        "{sizes:?}"
    );
}

/// One round: three writers are killed, one after the other within some milliseconds. Answers how
/// many saves were acknowledged.
fn round(seed: u64) -> usize {
    let mut random = StdRng::seed_from_u64(seed);
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let mut writers: Vec<_> = (0..WRITERS)
        .map(|number| place.process_at_the_board(&format!("Writer {number}")))
        .collect();
    for (number, writer) in writers.iter_mut().enumerate() {
        order_work(writer, number, &storyboard, &mut random);
    }
    let mut acknowledged: Vec<Value> = Vec::new();
    for _ in 0..random.random_range(0..3) {
        acknowledged.push(writers[0].answer().unwrap());
    }
    for writer in writers {
        // The moment of the kill is the point of this test; nothing is waited for.
        std::thread::sleep(Duration::from_micros(random.random_range(0..15_000)));
        acknowledged.extend(writer.killed().into_iter().map(Result::unwrap));
    }

    // Who has the file open all the time goes on at once.
    ana.does(
        "team_create",
        json!({ "fields": { "name": "After the crash" } }),
    );
    let newcomer = place.person("Zoe");
    let logged: BTreeSet<String> = newcomer.operations().into_iter().collect();
    for answer in &acknowledged {
        let op = answer["op"].as_str().unwrap();
        assert!(
            logged.contains(op),
            "seed {seed}: an acknowledged save is lost"
        );
    }
    no_batch_is_torn(&newcomer);
    newcomer.finds_the_file_sound();
    acknowledged.len()
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_torn_when_writers_are_killed() {
    let acknowledged: usize = (0..ROUNDS).map(round).sum();
    // Otherwise nobody was killed at work.
    assert!((1..ROUNDS as usize * WRITERS * ORDERS).contains(&acknowledged));
}

#[test]
fn a_maker_that_is_killed_leaves_nothing_or_an_empty_file_or_a_whole_board() {
    let mut random = StdRng::seed_from_u64(77);
    for _ in 0..10 {
        let place = Place::new();
        let mut maker = place.process("Ana", false);
        maker.order("board_create", json!({ "path": place.board() }));
        std::thread::sleep(Duration::from_micros(random.random_range(0..12_000)));
        maker.killed();
        let zoe = place.newcomer("Zoe", kata_api::SessionKind::Cli);
        let size = std::fs::metadata(place.board()).map(|found| found.len());
        match zoe.tries("board_open", json!({ "path": place.board() })) {
            Ok(_) => zoe.finds_the_file_sound(),
            Err(error) if error.code == "file_missing" => assert!(size.is_err()),
            Err(error) => {
                // SQLite may find a journal to roll back, after which the file is as empty as
                // before.
                let empty = std::fs::metadata(place.board()).unwrap().len() == 0;
                assert!(error.code == "not_a_board" && empty, "{error:?}, {size:?}");
            }
        }
    }
}
