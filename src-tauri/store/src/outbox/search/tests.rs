use std::process::{Command, Stdio};

use super::*;
use crate::searchable::{Batch, Holder, Place, Texts, Touched};

const BOARD: Uuid = Uuid::from_u128(7);

fn place(seq: i64) -> Place {
    Place {
        file: "board/incarnation".to_owned(),
        seq,
        hash: Some([1; 32]),
        scan: None,
    }
}

/// The next operation wrote this text into obstacle `row`.
fn wrote(from: Place, row: u128, text: &str) -> Batch {
    let process = Holder {
        id: Uuid::from_u128(1),
        team: Uuid::from_u128(2),
        live: true,
    };
    let mut texts = Texts::default();
    texts[0] = text.to_owned();
    Batch {
        to: place(from.seq + 1),
        from,
        more: false,
        holders: Vec::new(),
        rows: vec![Touched {
            id: Uuid::from_u128(row),
            kind: 3,
            content: Some((process, texts)),
        }],
    }
}

fn found(index: &SearchIndex, typed: &str) -> usize {
    let words = Words::every(typed).unwrap();
    index.ask(&words, None, None, 50).unwrap().len()
}

fn filled(data: &Path) -> SearchIndex {
    let index = SearchIndex::open(data, BOARD).unwrap();
    index
        .take(&wrote(Place::default(), 1, "calls wait"))
        .unwrap();
    index.take(&wrote(place(1), 2, "calls drop")).unwrap();
    index
}

fn file(data: &Path) -> PathBuf {
    data.join("search")
        .join(format!("{}.sqlite", BOARD.simple()))
}

#[test]
fn remembers_how_far_it_came_and_what_it_took_over() {
    let root = tempfile::tempdir().unwrap();
    drop(filled(root.path()));
    let index = SearchIndex::open(root.path(), BOARD).unwrap();
    assert_eq!(index.place().unwrap(), place(2));
    assert_eq!((found(&index, "calls"), found(&index, "wa")), (2, 1));
    index.forget().unwrap();
    assert_eq!(index.place().unwrap(), Place::default());
    assert_eq!(found(&index, "calls"), 0);
}

#[test]
fn a_batch_that_somebody_else_has_taken_over_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let index = filled(root.path());
    assert!(!index.take(&wrote(place(1), 3, "calls again")).unwrap());
    assert_eq!(found(&index, "calls"), 2);
}

#[test]
fn a_file_that_is_no_index_of_ours_is_made_anew() {
    let root = tempfile::tempdir().unwrap();
    let spoil: [fn(&Path); 4] = [
        |path| std::fs::write(path, [b'x'; 5000]).unwrap(),
        |path| std::fs::write(path, b"SQLite format 3\0and then nothing").unwrap(),
        |path| {
            let other = Connection::open(path).unwrap();
            other.execute_batch("DROP TABLE doc").unwrap();
        },
        |path| {
            let newer = Connection::open(path).unwrap();
            newer.pragma_update(None, "user_version", 99).unwrap();
        },
    ];
    for spoil in spoil {
        drop(filled(root.path()));
        spoil(&file(root.path()));
        let index = SearchIndex::open(root.path(), BOARD).unwrap();
        assert_eq!(found(&index, "calls"), 0);
        assert_eq!(index.place().unwrap(), Place::default());
        index.take(&wrote(Place::default(), 1, "calls")).unwrap();
        assert_eq!(found(&index, "calls"), 1);
        index.forget().unwrap();
    }
}

#[test]
fn damage_that_shows_while_it_is_open_empties_it_for_everybody() {
    let root = tempfile::tempdir().unwrap();
    let index = filled(root.path());
    let other = Connection::open(file(root.path())).unwrap();
    other
        .execute_batch("DELETE FROM words_data WHERE id > 10")
        .unwrap();
    assert_eq!(found(&index, "calls"), 0);
    assert_eq!(index.place().unwrap(), Place::default());
    index.take(&wrote(Place::default(), 1, "calls")).unwrap();
    drop(other);
    let second = SearchIndex::open(root.path(), BOARD).unwrap();
    assert_eq!((found(&index, "calls"), found(&second, "calls")), (1, 1));
}

const ROOT: &str = "KATA_TEST_SEARCH_ROOT";
const OPERATIONS: i64 = 60;

/// Takes over what the log has, as every process does.
fn follow(data: &Path) {
    let index = SearchIndex::open(data, BOARD).unwrap();
    loop {
        let from = index.place().unwrap();
        if from.seq == OPERATIONS {
            return;
        }
        let row = from.seq as u128;
        index.take(&wrote(from, row, "calls")).unwrap();
    }
}

/// One of the other processes of the next test.
#[test]
fn helper_follows_the_log() {
    if let Some(root) = std::env::var_os(ROOT) {
        follow(Path::new(&root));
    }
}

#[test]
fn processes_that_fill_it_at_once_take_every_operation_over_once() {
    let root = tempfile::tempdir().unwrap();
    let helper = format!(
        "{}::helper_follows_the_log",
        module_path!().split_once("::").unwrap().1
    );
    let others: Vec<_> = (0..3)
        .map(|_| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", &helper])
                .env(ROOT, root.path())
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    follow(root.path());
    for mut other in others {
        assert!(other.wait().unwrap().success());
    }
    let index = SearchIndex::open(root.path(), BOARD).unwrap();
    assert_eq!(found(&index, "calls"), 50);
    let words = Words::every("calls").unwrap();
    let all = index.ask(&words, None, None, 1000).unwrap();
    assert_eq!(all.len() as i64, OPERATIONS);
}
