//! What the core promises the window: its TypeScript, and words for every error.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use kata_api::bindings::bindings;
use kata_wire::CODES;

fn ui(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../ui/src")
        .join(path)
}

#[test]
fn the_typescript_is_the_one_that_the_command_table_makes() {
    let committed = std::fs::read_to_string(ui("lib/api/bindings.ts")).unwrap();
    let current = bindings();
    let differs = committed
        .lines()
        .zip(current.lines())
        .find(|(old, new)| old != new);
    assert!(
        committed == current,
        "bindings.ts is not current{}; make it again with\n  \
         cargo run -p kata-api --example bindings > ui/src/lib/api/bindings.ts",
        differs.map_or_else(String::new, |(old, new)| format!(
            ":\n  is     {old}\n  should {new}\n"
        ))
    );
}

/// A language's catalogue lies in several files: `en.ftl`, `en-teams.ftl`.
fn catalogues() -> BTreeMap<String, String> {
    let mut languages = BTreeMap::<String, String>::new();
    for entry in std::fs::read_dir(ui("i18n")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path.file_stem().unwrap().to_string_lossy();
            let language = name.split('-').next().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            languages
                .entry(language)
                .or_default()
                .push_str(&(text + "\n"));
        }
    }
    languages
}

#[test]
fn every_error_has_its_words_in_every_language() {
    let languages = catalogues();
    assert!(languages.contains_key("en"));
    for (language, text) in languages {
        let has = |code: &&&str| {
            !text
                .lines()
                .any(|line| line.starts_with(&format!("error-{code} =")))
        };
        let missing: Vec<_> = CODES.iter().filter(has).collect();
        assert!(
            missing.is_empty(),
            "{language} has no words for {missing:?}"
        );
        let known = |line: &&str| {
            let code = line
                .strip_prefix("error-")
                .and_then(|rest| rest.split_once(" ="));
            code.is_some_and(|(code, _)| {
                code != "unknown-code" && !code.contains('.') && !CODES.contains(&code)
            })
        };
        let surplus: Vec<_> = text.lines().filter(known).collect();
        assert!(
            surplus.is_empty(),
            "{language} has words for errors that do not exist: {surplus:?}"
        );
    }
}

/// The codes that the `code` function of an error type can answer, read from its source.
fn codes_of(source: &str) -> BTreeSet<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(source);
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("pub fn code(").unwrap();
    let (body, _) = rest.split_once("\n    }\n").unwrap();
    let arms = body.split("=> \"").skip(1);
    arms.map(|arm| arm.split('"').next().unwrap().to_owned())
        .collect()
}

/// The codes that the window's own failures have, read from their source.
fn codes_of_the_window() -> BTreeSet<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/failure.rs");
    let text = std::fs::read_to_string(path).unwrap();
    let made = text.split("failure(").skip(1);
    made.filter_map(|call| call.trim_start().strip_prefix('"')?.split_once('"'))
        .map(|(code, _)| code.to_owned())
        .collect()
}

#[test]
fn the_list_of_codes_has_every_error_and_nothing_else() {
    let mut codes = codes_of("../wire/src/error.rs");
    codes.extend(codes_of("../domain/src/error.rs"));
    assert!(codes.len() > 20, "the sources are read: {codes:?}");
    codes.extend(codes_of_the_window());
    let listed: BTreeSet<String> = CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(codes, listed);
}
