//! Who may know whom: the floors of the house, and no circle on any of them. The modules are
//! learned from the sources, as the compiler reads them.

mod modules;
mod sql;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use self::modules::Crate;

/// The crates, the lowest floor first. A crate knows only crates that stand before it.
const FLOORS: [&str; 10] = [
    "domain", "wire", "store", "presence", "core", "sample", "paper", "api", "cli", "",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The packages that a manifest names, by their folder.
fn named_in(manifest: &str) -> Vec<String> {
    let lines = manifest.lines();
    let names = lines.filter_map(|line| line.strip_prefix("kata-")?.split(['.', ' ']).next());
    names.map(str::to_owned).collect()
}

/// The packages that stand on the same floor as the one that names them, or above it.
fn climbs(manifests: &[(&str, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (floor, (folder, manifest)) in manifests.iter().enumerate() {
        let below: Vec<&str> = manifests[..floor]
            .iter()
            .map(|(folder, _)| *folder)
            .collect();
        for name in named_in(manifest) {
            // Of itself a package names only what its own tests switch on.
            if !below.contains(&name.as_str()) {
                found.push(format!("{folder} knows {name}"));
            }
        }
    }
    found
}

#[test]
fn a_crate_knows_only_crates_below_it() {
    let manifests: Vec<_> = FLOORS
        .iter()
        .map(|folder| {
            let path = root().join(folder).join("Cargo.toml");
            (*folder, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    assert_eq!(climbs(&manifests), Vec::<String>::new());
    let above = "kata-paper.workspace = true\n".to_owned();
    let planted = climbs(&[("core", above), ("paper", String::new())]);
    assert_eq!(planted, ["core knows paper"]);
}

#[test]
fn no_module_goes_round_in_a_circle() {
    let mut found = Vec::new();
    for folder in FLOORS {
        let circles = Crate::read(&root().join(folder).join("src")).circles();
        found.extend(
            circles
                .into_iter()
                .map(|circle| format!("{folder}: {circle}")),
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_planted_circle_is_found_whatever_way_it_is_written() {
    let found = |top: &str, low: &str| {
        let modules = [
            ("top", top),
            ("low", low),
            ("", "mod top; mod low; pub use top::Thing;"),
        ];
        Crate::of(&modules.map(|(name, code)| (name.to_owned(), code.to_owned()))).circles()
    };
    let top = "use crate::low::Base; pub struct Thing;";
    for low in [
        "use crate::top::Thing;",
        "use super::{top::Thing, other};",
        "use crate::Thing;",
        "fn f() -> crate::top::Thing { todo!() }",
        "fn f() { println!(\"{}\", super::top::Thing::name()); }",
    ] {
        assert_eq!(found(top, low), ["low → top → low"], "{low}");
    }
    for low in [
        "pub struct Base;",
        "#[cfg(test)] mod tests { use crate::top::Thing; }",
        "/// Made by [`crate::top::Thing`].\npub struct Base;",
    ] {
        assert!(found(top, low).is_empty(), "{low}");
    }
}

/// What of a crate may be named outside it, by the crate that has it.
#[test]
fn a_crate_that_reaches_outside_is_named_where_it_belongs() {
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("rusqlite", &["store"][..]),
        ("tauri", &[""]),
        ("krilla", &["paper"]),
        ("usvg", &["paper"]),
        ("resvg", &["paper"]),
        ("fluent_bundle", &["paper", "cli"]),
        ("clap", &["cli"]),
    ]);
    for folder in FLOORS {
        let modules = Crate::read(&root().join(folder).join("src"));
        let named = modules.outside();
        for (name, homes) in &may {
            assert!(
                !named.contains(*name) || homes.contains(&folder),
                "{folder} names {name}"
            );
        }
    }
}

/// What only tests may ask of a file stays theirs.
#[test]
fn no_program_has_the_hands_that_tests_have_on_a_file() {
    for folder in FLOORS {
        let code = Crate::read(&root().join(folder).join("src"));
        assert!(!code.names(&["kata_store", "testing"]), "{folder}");
    }
}

#[test]
fn every_suite_is_part_of_the_test_program() {
    let folder = root().join("api/tests");
    let program = std::fs::read_to_string(folder.join("board.rs")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let part = path.is_dir() || name == "board" || program.contains(&format!("mod {name};"));
        assert!(part, "{name} is not run");
    }
}

/// The feed's cursor and every list run by `seq`; code that is in a file runs under every defence.
#[test]
fn migrations_make_no_trigger_no_view_and_only_rowid_tables_with_types() {
    for entry in std::fs::read_dir(root().join("store/src/migrations")).unwrap() {
        let path = entry.unwrap().path();
        let sql = std::fs::read_to_string(&path).unwrap().to_uppercase();
        for name in ["TRIGGER", "CREATE VIEW", "WITHOUT ROWID", "AUTOINCREMENT"] {
            assert!(!sql.contains(name), "{} has {name}", path.display());
        }
        let tables = sql.matches("CREATE TABLE").count();
        assert_eq!(
            tables,
            sql.matches(") STRICT").count(),
            "{}",
            path.display()
        );
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
