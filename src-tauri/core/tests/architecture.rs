//! Who may name what: the layers of the house, read from the sources.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Sources under a folder of `src-tauri`, without their tests: path from there, and text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} has sources");
    found
}

fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    path.extension().is_some_and(|extension| extension == "rs") && name != "tests.rs"
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if is_source(&path) {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text
                .split("#[cfg(test)]\nmod tests")
                .next()
                .unwrap_or_default();
            let code: String = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(|l| format!("{l}\n"))
                .collect();
            let place = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            found.push((place, code));
        }
    }
}

/// Whether code names a crate: as a path, or in a `use`.
fn names(code: &str, name: &str) -> bool {
    code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"))
}

fn nobody_names(name: &str, folder: &str, except: &[&str]) {
    let found: Vec<_> = sources(folder)
        .into_iter()
        .filter(|(place, code)| {
            names(code, name) && !except.iter().any(|allowed| place.starts_with(allowed))
        })
        .map(|(place, _)| place)
        .collect();
    assert!(found.is_empty(), "{name} is named in {found:?}");
}

#[test]
fn only_the_store_and_the_outbox_name_rusqlite() {
    nobody_names(
        "rusqlite",
        "core/src",
        &["core/src/store/", "core/src/outbox/"],
    );
    for folder in ["domain/src", "cli/src", "src"] {
        nobody_names("rusqlite", folder, &[]);
    }
}

/// Reading goes through `store::sql`, writing through the one door.
#[test]
fn nobody_but_the_store_runs_statements() {
    for folder in ["core/src", "cli/src", "src"] {
        for (place, code) in sources(folder) {
            let allowed = ["core/src/store/", "core/src/outbox/"];
            let allowed = allowed.iter().any(|part| place.starts_with(part));
            for name in [
                ".execute(",
                ".execute_batch(",
                ".prepare",
                ".query_row(",
                ".query_map(",
            ] {
                assert!(allowed || !code.contains(name), "{place} has {name}");
            }
        }
    }
}

#[test]
fn only_the_shell_names_tauri() {
    for folder in ["domain/src", "core/src", "cli/src", "launcher"] {
        nobody_names("tauri", folder, &[]);
    }
}

#[test]
fn layers_depend_downwards_only() {
    for name in ["kata_core", "kata_cli", "tauri", "rusqlite"] {
        nobody_names(name, "domain/src", &[]);
    }
    for name in ["kata_cli", "kata_board", "tauri"] {
        nobody_names(name, "core/src", &[]);
    }
    let manifest =
        |package: &str| std::fs::read_to_string(root().join(package).join("Cargo.toml")).unwrap();
    for name in ["kata-core", "rusqlite", "tauri", "tokio"] {
        assert!(
            !manifest("domain").contains(name),
            "kata-domain depends on {name}"
        );
    }
    for name in ["tauri", "kata-cli"] {
        assert!(
            !manifest("core").contains(name),
            "kata-core depends on {name}"
        );
    }
}

/// Rules get time and ids from their context; nothing below reads a clock by itself.
#[test]
fn the_domain_reads_no_clock_and_no_file_and_makes_no_random_number() {
    for name in [
        "SystemTime::now",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "now_v7",
        "new_v4",
        "std::fs",
        "rand::",
    ] {
        for (place, code) in sources("domain/src") {
            assert!(!code.contains(name), "{place} names {name}");
        }
    }
}

/// One `File::open` of a board in this process drops SQLite's locks, and with them a colleague's save.
#[test]
fn nothing_in_the_store_opens_files_but_copies_and_the_lock_test() {
    for (place, code) in sources("core/src/store") {
        let allowed = ["backup", "location"]
            .iter()
            .any(|part| place.starts_with(&format!("core/src/store/{part}")));
        for name in [
            "File::",
            "OpenOptions",
            "fs::read",
            "fs::copy(",
            "fs::write(",
        ] {
            assert!(allowed || !code.contains(name), "{place} names {name}");
        }
    }
}

/// The feed's cursor and every list run by `seq`; code that is in a file runs under every defence.
#[test]
fn migrations_make_no_trigger_no_view_and_only_rowid_tables_with_types() {
    let folder = root().join("core/src/store/migrations");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let sql = std::fs::read_to_string(&path).unwrap().to_uppercase();
        for name in ["TRIGGER", "CREATE VIEW", "WITHOUT ROWID", "AUTOINCREMENT"] {
            assert!(!sql.contains(name), "{} has {name}", path.display());
        }
        assert_eq!(
            sql.matches("CREATE TABLE").count(),
            sql.matches(") STRICT").count(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_suite_is_part_of_the_test_program() {
    let folder = root().join("core/tests");
    let program = std::fs::read_to_string(folder.join("board.rs")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            name == "board" || program.contains(&format!("mod {name};")),
            "{name} is not run"
        );
    }
}
