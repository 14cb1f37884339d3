//! What explains the command itself: help, completions, manual pages, the table.

use std::process::Stdio;

use serde_json::Value;

use crate::desk::Desk;

const SUBCOMMANDS: [&str; 11] = [
    "new",
    "call",
    "commands",
    "log",
    "observe",
    "watch",
    "check",
    "undo",
    "redo",
    "completions",
    "man",
];

#[test]
fn help_names_everything_and_gives_examples() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).text();
    for word in SUBCOMMANDS
        .iter()
        .chain(&["Examples:", "KATA_AS", "KATA_HOME", "Exit status"])
    {
        assert!(help.contains(word), "{word} is missing in {help}");
    }
    for subcommand in SUBCOMMANDS {
        let help = desk.run(&[subcommand, "--help"]).text();
        assert!(help.contains("Examples:"), "{help}");
    }
    assert!(desk.run(&["--version"]).text().starts_with("kata "));
}

#[test]
fn explaining_touches_no_private_folder() {
    let desk = Desk::new();
    for words in [
        &["--help"][..],
        &["commands"],
        &["man"],
        &["completions", "bash"],
    ] {
        desk.run(words).text();
    }
    assert!(!desk.path("home").exists());
}

#[test]
fn there_are_completions_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            desk.run(&["completions", shell]).text().contains("watch"),
            "{shell}"
        );
    }
    desk.run(&["completions", "abacus"]).misused();
}

#[test]
fn there_is_a_manual() {
    let desk = Desk::new();
    assert!(desk.run(&["man"]).text().contains(".SH NAME"));
    for subcommand in SUBCOMMANDS {
        assert!(
            desk.run(&["man", subcommand])
                .text()
                .contains(".SH SYNOPSIS")
        );
    }
    desk.run(&["man", "nonsense"]).misused();
}

#[test]
fn the_table_has_a_schema_for_everything() {
    let desk = Desk::new();
    let table = desk.run(&["commands", "--json"]).answer();
    let commands = table.as_array().unwrap();
    assert!(commands.len() > 70);
    let readable = desk.run(&["commands"]).text();
    for command in commands {
        for schema in ["request", "answer"] {
            assert!(command[schema]["$defs"].is_object(), "{command}");
        }
        assert!(readable.contains(command["name"].as_str().unwrap()));
    }
    let scopes: Vec<_> = commands
        .iter()
        .map(|command: &Value| &command["scope"])
        .collect();
    for scope in ["app", "read", "board", "write"] {
        assert!(scopes.iter().any(|s| **s == scope), "{scope}");
    }
}

#[test]
fn wrong_usage_is_told_apart() {
    let desk = Desk::with_board();
    for words in [
        &[][..],
        &["nonsense"],
        &["call"],
        &["call", "teams_get"],
        &["call", "team_create", "{}"],
        &["log"],
        &["log", "board.kata", "--after", "soon"],
        &["new", ""],
        &["check", "board.kata", "extra"],
    ] {
        desk.run(words).misused();
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_error() {
    let desk = Desk::new();
    for words in [
        &["commands", "--json"][..],
        &["commands"],
        &["man"],
        &["completions", "zsh"],
        &["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ran = desk
            .kata(words)
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(
            (ran.status.code(), said.as_str()),
            (Some(0), ""),
            "{words:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_an_error() {
    let desk = Desk::new();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let ran = desk.kata(&["commands"]).stdout(full).output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("disk_full"));
}
