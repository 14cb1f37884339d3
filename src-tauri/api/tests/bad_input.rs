//! What is opened may be anything. It is refused with a reason and stays as it was, or it opens and
//! whatever is asked of it is answered; the app never falls over.

use std::path::Path;

use kata_api::SessionKind;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

use crate::support::{Person, Place, Remote, Storyboard};

/// A board with something in it, as bytes. Nobody has it open.
fn board(place: &Place) -> Vec<u8> {
    let ana = place.person("Ana");
    let storyboard = Storyboard::made_by(&ana);
    let observations: Vec<Value> = (0..50).map(|n| json!({ "value": n })).collect();
    ana.does(
        "observation_add",
        json!({ "metricId": storyboard.metric, "observations": observations }),
    );
    drop(ana);
    std::fs::read(place.board()).unwrap()
}

/// Why opening a file of these bytes is refused; the bytes must still be the same then.
fn refusal(place: &Place, bytes: &[u8]) -> Option<&'static str> {
    let path = place.share().join("found.kata");
    std::fs::write(&path, bytes).unwrap();
    let zoe = place.newcomer("Zoe", SessionKind::Cli);
    let refused = zoe.tries("board_open", json!({ "path": path })).err();
    if refused.is_some() {
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "a refused file was written"
        );
    }
    refused.map(|error| error.code)
}

#[test]
fn what_is_no_board_is_refused_and_stays_as_it_was() {
    let place = Place::new();
    let mut random = StdRng::seed_from_u64(5);
    let noise: Vec<u8> = (0..20_000).map(|_| random.random()).collect();
    assert_eq!(refusal(&place, b""), Some("not_a_board"));
    assert_eq!(refusal(&place, b"S"), Some("not_a_board"));
    assert_eq!(refusal(&place, &noise), Some("not_a_board"));
    assert_eq!(
        refusal(&place, "Dear Ana,\n".repeat(3_000).as_bytes()),
        Some("not_a_board")
    );
    let other = place.share().join("other.sqlite");
    kata_store::testing::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES (1)")
        .unwrap();
    assert_eq!(
        refusal(&place, &std::fs::read(other).unwrap()),
        Some("not_a_board")
    );
}

#[test]
fn a_file_with_our_mark_and_nothing_else_is_a_foreign_schema() {
    let place = Place::new();
    let path = place.share().join("marked.sqlite");
    let tool = kata_store::testing::Connection::open(&path).unwrap();
    let mark = kata_store::migrate::APPLICATION_ID;
    tool.execute_batch(&format!(
        "PRAGMA application_id = {mark}; CREATE TABLE t(x)"
    ))
    .unwrap();
    drop(tool);
    assert_eq!(
        refusal(&place, &std::fs::read(path).unwrap()),
        Some("foreign_schema")
    );
}

#[test]
fn a_board_that_was_cut_off_is_damaged() {
    let place = Place::new();
    let whole = board(&place);
    for part in [
        512,
        4_096,
        8_192,
        20_000,
        whole.len() / 2,
        whole.len() - 4_096,
    ] {
        let refused = refusal(&place, &whole[..part]);
        assert!(
            matches!(refused, Some("damaged" | "not_a_board")),
            "{part}: {refused:?}"
        );
    }
    assert_eq!(refusal(&place, &whole), None);
}

#[test]
fn nothing_at_the_path_a_folder_and_a_link_to_nowhere_are_named() {
    let place = Place::new();
    let zoe = place.newcomer("Zoe", SessionKind::Cli);
    let open = |path: &Path| zoe.is_refused("board_open", json!({ "path": path }));
    assert_eq!(open(&place.share().join("missing.kata")), "file_missing");
    assert_eq!(
        open(&place.share().join("no such folder/missing.kata")),
        "file_missing"
    );
    assert_eq!(open(&place.share()), "not_a_board");
    let create = |path: &Path| zoe.is_refused("board_create", json!({ "path": path }));
    assert_eq!(
        create(&place.share().join("no such folder/new.kata")),
        "folder_unusable"
    );
    std::fs::write(place.share().join("there"), "x").unwrap();
    assert_eq!(create(&place.share().join("there")), "file_exists");
    assert_eq!(std::fs::read(place.share().join("there")).unwrap(), b"x");
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_is_refused_and_a_link_to_a_board_is_followed() {
    let place = Place::new();
    board(&place);
    let zoe = place.newcomer("Zoe", SessionKind::Cli);
    let link = place.share().join("link.kata");
    std::os::unix::fs::symlink(place.board(), &link).unwrap();
    zoe.reads("board_open", json!({ "path": link }));
    assert_eq!(
        zoe.session.board_path(),
        Some(place.board().canonicalize().unwrap())
    );
    zoe.reads("board_close", Value::Null);
    std::fs::hard_link(place.board(), place.share().join("second.kata")).unwrap();
    assert_eq!(
        zoe.is_refused("board_open", json!({ "path": place.board() })),
        "linked_file"
    );
}

/// One of the ways in which a disk, a copy or a hand spoils a file.
fn spoil(bytes: &mut Vec<u8>, random: &mut StdRng) {
    let at = random.random_range(0..bytes.len());
    match random.random_range(0..6) {
        0 => bytes[at] ^= 1 << random.random_range(0..8),
        // The header and the schema have the most to break.
        1 => bytes[at % 100] = random.random(),
        2 => bytes[100 + at % 4_000] = random.random(),
        3 => {
            let page = at / 4_096 * 4_096;
            let end = bytes.len().min(page + 4_096);
            bytes[page..end].fill(0);
        }
        4 => bytes.truncate(at),
        _ => {
            let (from, length) = (
                random.random_range(0..bytes.len()),
                700.min(bytes.len() - at),
            );
            for offset in 0..length {
                bytes[at + offset] = bytes[(from + offset) % bytes.len()];
            }
        }
    }
}

/// Everything that a person could ask of a board.
const QUESTIONS: [&str; 5] = [
    "board_get",
    "teams_get",
    "board_check",
    "log_get",
    "removed_get",
];

/// Codes that a spoiled file may be refused with.
const REFUSALS: [&str; 5] = [
    "damaged",
    "not_a_board",
    "foreign_schema",
    "newer_file",
    "linked_file",
];

#[test]
fn sixty_spoiled_boards_are_refused_or_answer() {
    let place = Place::new();
    let whole = board(&place);
    // A process of its own: a crash or a hang of it fails the test with the seed.
    let mut reader = place.process("Zoe", false);
    for seed in 0..60 {
        let mut random = StdRng::seed_from_u64(seed);
        let mut bytes = whole.clone();
        for _ in 0..random.random_range(1..4) {
            if !bytes.is_empty() {
                spoil(&mut bytes, &mut random);
            }
        }
        let path = place.share().join(format!("spoiled{seed}.kata"));
        std::fs::write(&path, &bytes).unwrap();
        match reader.tries("board_open", json!({ "path": path })) {
            Ok(_) => look_around(&mut reader, seed),
            Err(code) => {
                assert!(REFUSALS.contains(&code.as_str()), "seed {seed}: {code}");
                assert!(
                    std::fs::read(&path).unwrap() == bytes,
                    "seed {seed}: a refused file was written"
                );
            }
        }
    }
}

/// Where the damage was not seen at the opening, every question and a write still get an answer.
fn look_around(reader: &mut Remote, seed: u64) {
    let write = json!({ "fields": { "name": "Assembly" } });
    let questions = QUESTIONS.map(|question| (question, Value::Null));
    for (command, params) in questions.into_iter().chain([("team_create", write)]) {
        if let Err(code) = reader.tries(command, params) {
            assert!(
                ["damaged", "read_only"].contains(&code.as_str()),
                "seed {seed}, {command}: {code}"
            );
        }
    }
    let answer = reader.tries("storyboard_get", json!({}));
    if let Err(code) = answer {
        assert!(
            ["damaged", "not_found", "request_invalid"].contains(&code.as_str()),
            "seed {seed}: {code}"
        );
    }
}

/// Who tries to write as an ordinary user, also where the tests run as root.
#[cfg(unix)]
fn ordinary_user(place: &Place) -> Remote {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let home = place.home("Zoe");
    std::fs::create_dir_all(&home).unwrap();
    let root = std::fs::metadata(place.share()).unwrap().uid() == 0;
    if root {
        chown(&home, Some(NOBODY), Some(NOBODY)).unwrap();
        let folder = place.share();
        let above = folder.parent().unwrap();
        for folder in [above, home.parent().unwrap()] {
            std::fs::set_permissions(folder, PermissionsExt::from_mode(0o755)).unwrap();
        }
    }
    Remote::start_with(&home, "Zoe", false, |command| {
        if root {
            command.uid(NOBODY).gid(NOBODY);
        }
    })
}

#[cfg(unix)]
#[test]
fn a_board_that_may_not_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap()
    };
    // Who may write neither; the file but not make a journal beside it; the folder but not the
    // file.
    for (folder, file) in [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)] {
        let place = Place::new();
        board(&place);
        mode(&place.board(), file);
        mode(&place.share(), folder);
        let mut zoe = ordinary_user(&place);
        zoe.does("board_open", json!({ "path": place.board() }));
        let board = zoe.does("board_get", Value::Null);
        assert_eq!(board["access"], "folderReadOnly");
        assert_eq!(board["teams"][0]["name"], "Assembly");
        let create = json!({ "fields": { "name": "Later" } });
        assert_eq!(
            zoe.tries("team_create", create),
            Err("read_only".to_owned())
        );
        if folder == 0o555 {
            let new = place.share().join("new.kata");
            assert_eq!(
                zoe.tries("board_create", json!({ "path": new })),
                Err("folder_unusable".to_owned())
            );
        }
        drop(zoe);
        mode(&place.share(), 0o755);
    }
}

fn saves(person: &Person, name: &str) -> Result<Value, &'static str> {
    let create = json!({ "fields": { "name": name } });
    person
        .tries("team_create", create)
        .map_err(|error| error.code)
}

#[test]
fn a_file_that_vanishes_while_it_is_open_takes_saves_again_when_it_is_back() {
    let (place, ana) = Place::with_ana();
    saves(&ana, "Before").unwrap();
    let away = place.share().join("away.kata");
    std::fs::rename(place.board(), &away).unwrap();
    for _ in 0..2 {
        let refused = ana
            .tries("team_create", json!({ "fields": { "name": "Meanwhile" } }))
            .unwrap_err();
        assert_eq!((refused.code, refused.retryable), ("unreachable", true));
    }
    std::fs::rename(&away, place.board()).unwrap();
    saves(&ana, "After").unwrap();
    ana.finds_the_file_sound();
}

#[test]
fn a_file_that_was_replaced_while_it_was_open_is_written_in_its_new_place() {
    let (place, ana) = Place::with_ana();
    saves(&ana, "Before").unwrap();
    // As a restore or an Explorer copy does: the same board, another file of the same name.
    let copy = place.share().join("copy.kata");
    std::fs::copy(place.board(), &copy).unwrap();
    std::fs::rename(&copy, place.board()).unwrap();
    assert!(
        ana.reads("board_get", Value::Null)["teams"]
            .to_string()
            .contains("Before")
    );
    saves(&ana, "Second").unwrap();
    let zoe = place.person("Zoe");
    let teams = zoe.reads("board_get", Value::Null)["teams"].to_string();
    assert!(teams.contains("Second"), "{teams}");
    let seen = ana.reads("board_get", Value::Null)["teams"].to_string();
    assert!(
        seen.contains("Second"),
        "what was saved is what is read: {seen}"
    );
    zoe.finds_the_file_sound();
}

#[test]
fn another_board_of_the_same_name_is_not_written() {
    let (place, ana) = Place::with_ana();
    saves(&ana, "Before").unwrap();
    let other = place.share().join("other.kata");
    let ben = place.newcomer("Ben", SessionKind::Cli);
    ben.reads("board_create", json!({ "path": other }));
    ben.reads("board_close", Value::Null);
    std::fs::rename(&other, place.board()).unwrap();
    for _ in 0..2 {
        assert_eq!(saves(&ana, "Meant for another"), Err("unreachable"));
    }
    let zoe = place.person("Zoe");
    assert_eq!(zoe.operations(), [""; 0]);
}

#[test]
fn odd_requests_are_refused_by_name() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let cases = [
        ("no_such_command", json!({}), "command_unknown"),
        (
            "team_edit",
            json!({ "id": 7, "fields": {} }),
            "request_invalid",
        ),
        (
            "team_edit",
            json!({ "id": storyboard.obstacle, "fields": {} }),
            "request_invalid",
        ),
        (
            "team_edit",
            json!({ "id": storyboard.team, "fields": { "motto": "x" } }),
            "request_invalid",
        ),
        (
            "team_edit",
            json!({ "id": storyboard.team, "fields": {}, "basedOn": { "motto": [] } }),
            "request_invalid",
        ),
        (
            "team_remove",
            json!({ "id": storyboard.obstacle }),
            "not_found",
        ),
        (
            "team_remove",
            json!({ "id": "tea_00000000000000000000000000000000" }),
            "not_found",
        ),
        ("history_get", json!({ "id": "tea_äöü" }), "not_found"),
        ("history_get", json!({ "id": "🙂" }), "not_found"),
        (
            "history_get",
            json!({ "id": storyboard.team, "field": "motto" }),
            "request_invalid",
        ),
        (
            "history_get",
            json!({ "id": storyboard.team, "field": "" }),
            "request_invalid",
        ),
        ("board_get", json!([]), "request_invalid"),
        ("log_get", json!([0, 1]), "request_invalid"),
        ("log_get", json!("all"), "request_invalid"),
        (
            "conflict_get",
            json!({ "id": storyboard.team, "field": "id" }),
            "request_invalid",
        ),
        (
            "conflict_get",
            json!({ "id": "tea_00000000000000000000000000000000", "field": "name" }),
            "not_found",
        ),
        (
            "team_create",
            json!({ "fields": { "name": "x".repeat(201) } }),
            "text_too_long",
        ),
        (
            "team_create",
            json!({ "fields": { "name": "a\u{0}b" } }),
            "text_control",
        ),
        (
            "observation_add",
            json!({ "metricId": storyboard.metric, "observations": [] }),
            "request_invalid",
        ),
        (
            "observation_add",
            json!({ "metricId": storyboard.metric, "observations": vec![json!({ "value": 1 }); 201] }),
            "too_many",
        ),
        (
            "obstacle_move",
            json!({ "id": storyboard.obstacle, "after": storyboard.team }),
            "not_found",
        ),
        (
            "membership_create",
            json!({ "teamId": storyboard.team, "personId": storyboard.person }),
            "already_member",
        ),
        (
            "membership_create",
            json!({ "teamId": storyboard.team }),
            "request_invalid",
        ),
        (
            "membership_create",
            json!({ "teamId": storyboard.team, "personId": storyboard.person, "name": "Dora" }),
            "request_invalid",
        ),
        (
            "membership_create",
            json!({ "teamId": storyboard.team, "name": " " }),
            "field_empty",
        ),
    ];
    let before = ana.operations();
    for (command, request, code) in cases {
        assert_eq!(
            ana.is_refused(command, request.clone()),
            code,
            "{command} {request}"
        );
    }
    assert_eq!(ana.operations(), before);
}
