//! Files of other versions and of other tools: what is migrated, what is only read, what is
//! refused.

use std::io::Write;
use std::process::{Command, Stdio};

use kata_domain::field::Column;
use kata_domain::noun::{Entity, Noun};
use kata_domain::of_entity;
use kata_store::migrate::{self, CURRENT, MIGRATIONS, Migration};
use kata_store::testing::{Connection, look_through, migrate};
use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

/// A step that no version has yet.
const NEXT: Migration = Migration {
    version: CURRENT + 1,
    sql: "CREATE TABLE note(id BLOB PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT;
          INSERT INTO note VALUES (x'01', 'made once');",
    min_writer: CURRENT,
    min_reader: CURRENT,
};
/// A step that fails in its middle.
const BROKEN: Migration = Migration {
    version: CURRENT + 2,
    sql: "CREATE TABLE half(id); INSERT INTO nowhere VALUES (1);",
    min_writer: CURRENT + 2,
    min_reader: CURRENT + 2,
};

fn steps(more: &[Migration]) -> Vec<Migration> {
    MIGRATIONS.iter().chain(more).copied().collect()
}

fn version_of(file: &Connection) -> i32 {
    migrate::level(look_through(file)).unwrap().version
}

#[test]
fn a_step_is_done_once_and_a_failing_one_leaves_the_file_as_it_was() {
    let file = Connection::open_in_memory().unwrap();
    migrate(&file, MIGRATIONS).unwrap();
    let fingerprint = || migrate::fingerprint(look_through(&file)).unwrap();
    let before = fingerprint();
    assert!(migrate(&file, &steps(&[NEXT, BROKEN])).is_err());
    assert_eq!(fingerprint(), before, "all steps or none");
    assert_eq!(version_of(&file), CURRENT);
    for _ in 0..2 {
        migrate(&file, &steps(&[NEXT])).unwrap();
        assert_eq!(version_of(&file), CURRENT + 1);
    }
    let notes: i64 = file
        .query_row("SELECT count(*) FROM note", [], |row| row.get(0))
        .unwrap();
    assert_eq!(notes, 1);
}

const FILE: &str = "KATA_TEST_MIGRATE";

/// One of the processes of the next test. Does nothing when it is run as a test.
#[test]
fn helper_migrates_a_file() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let file = Connection::open(path).unwrap();
    file.busy_timeout(crate::support::PATIENCE).unwrap();
    std::io::stdin().read_line(&mut String::new()).unwrap();
    migrate(&file, &steps(&[NEXT])).unwrap();
    assert_eq!(version_of(&file), CURRENT + 1);
}

#[test]
fn eight_processes_migrate_a_file_once() {
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    let helper = concat!(module_path!(), "::helper_migrates_a_file")
        .split_once("::")
        .unwrap()
        .1;
    let start = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", helper])
            .env(FILE, place.board())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut apps: Vec<_> = (0..8).map(|_| start()).collect();
    for app in &mut apps {
        app.stdin.take().unwrap().write_all(b"go\n").unwrap();
    }
    for app in &mut apps {
        assert!(app.wait().unwrap().success());
    }
    let file = place.foreign_tool();
    let notes: i64 = file
        .query_row("SELECT count(*) FROM note", [], |row| row.get(0))
        .unwrap();
    assert_eq!(notes, 1);
    // The file is newer now, additively: who has it open goes on writing.
    ana.does("team_create", json!({ "fields": { "name": "Later" } }));
    ana.finds_the_file_sound();
}

#[test]
fn a_verified_copy_is_made_before_a_file_is_touched() {
    use kata_store::clock::SystemClock;
    use kata_store::{backup, open};
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    let copies = place.home("copies").join("before.kata");
    // No version before the first exists yet; the copy itself is what a migration begins with.
    backup::copy(look_through(&place.foreign_tool()), &copies).unwrap();
    let (store, _) = open::open(&copies, true, std::sync::Arc::new(SystemClock), |_| {
        panic!("a file of this version is not migrated")
    })
    .unwrap();
    let operations: Result<i64, _> =
        store.ask("SELECT count(*) FROM operation", [], |row| row.get(0));
    assert_eq!(operations.unwrap() as usize, ana.operations().len());
    let left: Vec<_> = std::fs::read_dir(copies.parent().unwrap())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| !name.to_string_lossy().contains("part")),
        "{left:?}"
    );
}

#[test]
fn the_first_window_of_a_day_makes_one_copy_and_only_the_newest_are_kept() {
    use kata_store::backup;
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    let folder = place.home("copies");
    for day in 0..20 {
        let now = (20_000 + day) * crate::support::place::DAY;
        for made in [true, false] {
            let copy = backup::daily(look_through(&place.foreign_tool()), &folder, now).unwrap();
            assert_eq!(copy.is_some(), made);
        }
    }
    let mut kept: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    kept.sort();
    assert_eq!(kept.len(), 14);
    assert_eq!(kept[13], "2024-10-23.kata");
}

/// Lets a newer app, or another tool, at the file; then somebody opens it.
fn opened_after(sql: &str) -> (Place, Person, Result<Value, &'static str>) {
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    ana.reads("board_close", Value::Null);
    place.foreign_tool().execute_batch(sql).unwrap();
    let zoe = place.newcomer("Zoe", kata_api::SessionKind::Cli);
    let opened = zoe
        .tries("board_open", json!({ "path": place.board() }))
        .map_err(|error| error.code);
    (place, zoe, opened)
}

#[test]
fn a_newer_file_that_older_apps_may_only_read_is_read() {
    let newer = "PRAGMA user_version = 9; UPDATE meta SET value = 9 WHERE key = 'min_writer';";
    let (_place, zoe, opened) = opened_after(newer);
    opened.unwrap();
    let board = zoe.reads("board_get", Value::Null);
    assert_eq!(board["access"], "newerFile");
    assert_eq!(board["teams"][0]["name"], "Assembly");
    let create = json!({ "fields": { "name": "Later" } });
    assert_eq!(zoe.is_refused("team_create", create), "read_only");
}

#[test]
fn a_newer_file_that_older_apps_may_not_read_is_refused() {
    let newer = "PRAGMA user_version = 9; UPDATE meta SET value = 9 WHERE key = 'min_reader';";
    assert_eq!(opened_after(newer).2.unwrap_err(), "newer_file");
}

#[test]
fn who_has_the_file_open_while_a_newer_app_closes_it_to_older_ones_stops_writing() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    place
        .foreign_tool()
        .execute_batch("UPDATE meta SET value = 9 WHERE key = 'min_writer'")
        .unwrap();
    let edit = json!({ "id": storyboard.team, "fields": { "name": "Testing" } });
    assert_eq!(ana.is_refused("team_edit", edit), "read_only");
    assert_eq!(ana.cell(&storyboard.team, "name"), "Assembly");
}

#[test]
fn columns_and_tables_of_a_newer_app_are_left_alone_by_an_older_one() {
    let newer = "PRAGMA user_version = 9; ALTER TABLE team ADD COLUMN motto TEXT;
                 UPDATE team SET motto = 'slow is smooth'; CREATE TABLE note(id BLOB PRIMARY KEY) STRICT;";
    let (place, zoe, opened) = opened_after(newer);
    opened.unwrap();
    let board = zoe.reads("board_get", Value::Null);
    let team = board["teams"][0]["id"].as_str().unwrap();
    zoe.edits(team, "name", "Testing", &zoe.sees(team, "name"));
    let found: (String, String) = place
        .foreign_tool()
        .query_row("SELECT name, motto FROM team", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(found, ("Testing".to_owned(), "slow is smooth".to_owned()));
    zoe.finds_the_file_sound();
}

#[test]
fn whatever_no_version_of_the_app_makes_is_a_foreign_schema() {
    for sql in [
        "CREATE TRIGGER evil AFTER UPDATE ON team BEGIN DELETE FROM change; END",
        "CREATE VIEW everything AS SELECT * FROM team",
        "CREATE TABLE mine(x)",
        "CREATE INDEX mine ON team(name)",
        "ALTER TABLE team ADD COLUMN mine TEXT",
        "DROP TABLE waiver",
        "DROP INDEX change_field",
        // A newer version may have more tables and nullable columns, and still no code.
        "PRAGMA user_version = 9; CREATE TRIGGER evil AFTER UPDATE ON team BEGIN DELETE FROM change; END",
        "PRAGMA user_version = 9; CREATE VIEW everything AS SELECT * FROM team",
        "PRAGMA user_version = 9; ALTER TABLE team ADD COLUMN mine TEXT NOT NULL DEFAULT ''",
        "PRAGMA user_version = 9; ALTER TABLE team DROP COLUMN returned",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -3",
    ] {
        assert_eq!(opened_after(sql).2.unwrap_err(), "foreign_schema", "{sql}");
    }
}

#[test]
fn a_file_that_a_tool_left_in_wal_mode_is_brought_back() {
    let (place, zoe, opened) = opened_after("PRAGMA journal_mode = WAL");
    opened.unwrap();
    assert_eq!(zoe.reads("board_get", Value::Null)["access"], "readWrite");
    zoe.does("team_create", json!({ "fields": { "name": "Later" } }));
    let mode: String = place
        .foreign_tool()
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_ne!(mode, "wal");
}

#[test]
fn a_file_that_a_tool_holds_in_wal_mode_is_only_read() {
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    ana.reads("board_close", Value::Null);
    let tool = place.foreign_tool();
    tool.execute_batch("PRAGMA journal_mode = WAL; BEGIN; SELECT * FROM team")
        .unwrap();
    let zoe = place.person("Zoe");
    let board = zoe.reads("board_get", Value::Null);
    assert_eq!(board["access"], "foreignMode");
    assert_eq!(
        zoe.is_refused("team_create", json!({ "fields": { "name": "x" } })),
        "read_only"
    );
}

/// A noun's fields are the columns of its table, in name, type and whether they take NULL.
fn columns_match<N: Noun>(file: &Connection) {
    let mut found = file
        .prepare("SELECT name, type, \"notnull\" FROM pragma_table_info(?1)")
        .unwrap();
    let found: Vec<(String, String, bool)> = found
        .query_map([N::ENTITY.name()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let kind = |column| match column {
        Column::Text => "TEXT",
        Column::Integer => "INTEGER",
        Column::Real => "REAL",
        Column::Blob => "BLOB",
    };
    for field in N::FIELDS {
        let column = found.iter().find(|column| column.0 == field.name);
        let expected = (
            field.name.to_owned(),
            kind(field.column).to_owned(),
            !field.nullable,
        );
        assert_eq!(column, Some(&expected), "{}", N::ENTITY.name());
    }
    let meta = kata_store::rows::META_COLUMNS.split(", ").count();
    assert_eq!(
        found.len(),
        1 + N::FIELDS.len() + meta,
        "{}",
        N::ENTITY.name()
    );
}

#[test]
fn tables_and_nouns_have_the_same_columns() {
    let file = Connection::open_in_memory().unwrap();
    migrate(&file, MIGRATIONS).unwrap();
    assert!(migrate::schema_known(look_through(&file), CURRENT).unwrap());
    for entity in Entity::ALL {
        of_entity!(entity, N => columns_match::<N>(&file));
    }
}
