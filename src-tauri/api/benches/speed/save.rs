//! One save: a field of an obstacle through the write door, beside a bare transaction of the same
//! durability that writes the same rows (one UPDATE, two INSERTs of the log).

use kata_core::ops::{self, Desk};
use kata_domain::ObstaclePatch;
use kata_store::testing::Connection;
use kata_wire::{BasedOn, ObstacleEdit};
use uuid::Uuid;

use crate::boards::{self, Small};
use crate::figures::{Times, print_goal};

/// Saves of each kind; they take turns in blocks, so that both see the same disk.
const BLOCKS: usize = 40;
const BLOCK: usize = 25;

pub fn run() {
    println!("save: obstacle_edit of one field, {} times", BLOCKS * BLOCK);
    let folder = boards::passing();
    let ours = boards::small(&folder.path().join("door.kata"));
    let theirs = boards::small(&folder.path().join("bare.kata"));
    let bare = boards::bare(theirs.store.path());
    let (mut door, mut sql) = (Times::default(), Times::default());
    for block in 0..=BLOCKS {
        // The first block warms up.
        let (mut warm_door, mut warm_sql) = (Times::default(), Times::default());
        let (door, sql) = match block {
            0 => (&mut warm_door, &mut warm_sql),
            _ => (&mut door, &mut sql),
        };
        for index in block * BLOCK..(block + 1) * BLOCK {
            door.measure(|| edit(&ours, index));
        }
        for index in block * BLOCK..(block + 1) * BLOCK {
            sql.measure(|| save_bare(&bare, &theirs, index));
        }
    }
    door.print("write door");
    sql.print("bare SQLite");
    let by_median = sql.percentile(50) / door.percentile(50);
    print_goal(
        "rate of the door / bare, medians",
        by_median,
        "≥ 0.8",
        by_median >= 0.8,
    );
    let by_sum = door.rate() / sql.rate();
    print_goal(
        "rate of the door / bare, all",
        by_sum,
        "≥ 0.8",
        by_sum >= 0.8,
    );
}

fn text(index: usize) -> String {
    format!("In launch weeks sellers cannot see which product sold yesterday, count {index}.")
}

fn edit(board: &Small, index: usize) {
    let fields = ObstaclePatch {
        text: Some(text(index)),
        ..ObstaclePatch::default()
    };
    let request = ObstacleEdit {
        id: board.obstacle,
        fields,
        based_on: BasedOn::default(),
    };
    ops::obstacle::edit(&Desk::of(&board.store, board.who), request).unwrap();
}

fn save_bare(connection: &Connection, board: &Small, index: usize) {
    let (op, before) = (Uuid::now_v7(), Uuid::now_v7());
    let run = |sql: &str, params: &[&dyn kata_store::testing::ToSql]| {
        connection
            .prepare_cached(sql)
            .unwrap()
            .execute(params)
            .unwrap();
    };
    let obstacle = board.obstacle.0.into_bytes();
    let at = i64::try_from(index).unwrap();
    run("BEGIN IMMEDIATE", &[]);
    run(
        "UPDATE obstacle SET text = ?1, updated_at = ?2, heads = ?3 WHERE id = ?4",
        &[
            &text(index),
            &at,
            &format!("{{\"text\":[\"{}\"]}}", op.simple()),
            &obstacle,
        ],
    );
    run(
        "INSERT INTO operation(op_id, hlc, at_ms, utc_offset, device, device_seq, session, kind, prev_hash, hash)
         VALUES (?1, ?2, ?2, 0, ?3, ?4, ?5, 'obstacle_edit', ?6, ?6)",
        &[op.as_bytes(), &at, &[2u8; 16], &(at + 1), board.who.session.0.as_bytes(), &[3u8; 32]],
    );
    run(
        "INSERT INTO change(op_id, entity, entity_id, team_id, field, parents, value)
         VALUES (?1, 'obstacle', ?2, ?2, 'text', ?3, ?4)",
        &[
            op.as_bytes(),
            &obstacle,
            before.as_bytes(),
            &format!("\"{}\"", text(index)),
        ],
    );
    run("COMMIT", &[]);
}
