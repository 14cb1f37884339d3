//! The log of a file: who changed what, and when, in plain words or as JSON.

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, Datelike, Local};
use fluent_bundle::FluentArgs;
use kata_core::views::history;
use kata_core::workspace::Workspace;
use kata_domain::wire_name::camel;
use kata_wire::{LogChange, LogGet, LogLine};
use serde_json::{Value, json};

use crate::board;
use crate::failure::Failure;
use crate::output::{self, tame};
use crate::words::Words;

/// Operations that are read at once: a long log is printed while it is read.
const PAGE: i64 = 500;
/// Characters of a value that a line shows.
const SHOWN: usize = 60;
/// How a change names the removal of its row, and its return.
const DELETED: &str = "deleted";

/// Prints the log after a sequence number.
///
/// # Errors
/// When the file cannot be opened or read.
pub fn print(file: &Path, as_json: bool, after: i64, out: &mut dyn Write) -> Result<(), Failure> {
    let session = board::session(None)?;
    let workspace = board::open(&session, file)?;
    if as_json {
        return print_json(&workspace, after, out);
    }
    let words = Words::english();
    each_page(&workspace, after, |_, operations| {
        operations
            .iter()
            .try_for_each(|operation| print_operation(&words, operation, out))
    })
}

fn print_json(workspace: &Workspace, after: i64, out: &mut dyn Write) -> Result<(), Failure> {
    let (mut as_of, mut all) = (0, Vec::new());
    each_page(workspace, after, |as_of_seq, operations| {
        as_of = as_of_seq;
        all.extend(operations);
        Ok(())
    })?;
    output::line(out, &json!({ "asOfSeq": as_of, "operations": all }))
}

/// Reads the log page by page, each with the sequence number it was read at.
fn each_page(
    workspace: &Workspace,
    mut after: i64,
    mut page: impl FnMut(i64, Vec<LogLine>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    loop {
        let request = LogGet {
            after,
            limit: Some(PAGE),
            ..LogGet::default()
        };
        let log = workspace.look(|look| history::log(look, request))?;
        let last = log.operations.last().map(|operation| operation.seq);
        page(log.as_of_seq, log.operations)?;
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

fn print_operation(words: &Words, operation: &LogLine, out: &mut dyn Write) -> Result<(), Failure> {
    let by = operation.by_name.as_ref().map(|name| format!("{name}: "));
    writeln!(
        out,
        "{:>5}  {}  {}{}",
        operation.seq,
        local(operation.at),
        tame(&by.unwrap_or_default()),
        words.operation(&operation.kind)
    )?;
    for change in &operation.changes {
        let row = format!("{} {}", spaced(&change.entity), change.id);
        let what = what(words, change) + &amended(words, change);
        writeln!(out, "       {}  {}", tame(&row), tame(&what))?;
    }
    let more = operation.change_count - operation.changes.len() as i64;
    if more > 0 {
        let mut args = FluentArgs::new();
        args.set("count", more);
        writeln!(out, "       {}", words.say("log-more", &args))?;
    }
    Ok(())
}

/// A name of the file or of the wire in words: `check_on` and `checkOn` are "check on".
fn spaced(name: &str) -> String {
    camel(name).chars().fold(String::new(), |mut words, c| {
        if c.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
        words
    })
}

/// Date and time on this computer's clock. Another's clock may have been far off: what is no
/// sensible time is shown as the number it is.
fn local(at_ms: i64) -> String {
    DateTime::from_timestamp_millis(at_ms)
        .filter(|at| (1900..=2200).contains(&at.year()))
        .map_or_else(
            || at_ms.to_string(),
            |at| {
                at.with_timezone(&Local)
                    .format("%Y-%m-%d %H:%M")
                    .to_string()
            },
        )
}

fn what(words: &Words, change: &LogChange) -> String {
    match (&change.value, change.field.as_str()) {
        (Value::Object(fields), "") => fields
            .iter()
            .filter(|(_, value)| !is_empty(value))
            .map(|(name, value)| field(name, value))
            .collect::<Vec<_>>()
            .join("; "),
        (value, "") => excerpt(value),
        (value, DELETED) => {
            let id = if *value == Value::Bool(true) {
                "log-removed"
            } else {
                "log-returned"
            };
            words.say(id, &FluentArgs::new())
        }
        (value, name) => field(name, value),
    }
}

/// What a change after sealing says of the seal; empty for every other change.
fn amended(words: &Words, change: &LogChange) -> String {
    let Some(sealed) = &change.sealed else {
        return String::new();
    };
    let mut args = FluentArgs::new();
    args.set("value", excerpt(sealed));
    format!("  ({})", words.say("log-amended", &args))
}

fn field(name: &str, value: &Value) -> String {
    format!("{}: {}", spaced(name), excerpt(value))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(members) => members.is_empty(),
        _ => false,
    }
}

fn excerpt(value: &Value) -> String {
    let text = match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_far_off_is_no_crash() {
        for at in [
            i64::MIN,
            i64::MAX,
            8_210_266_876_799_999,
            -8_334_601_228_800_000,
        ] {
            assert_eq!(local(at), at.to_string());
        }
        assert_eq!(local(1_774_600_000_000).len(), "2026-03-27 10:42".len());
    }

    #[test]
    fn names_are_words() {
        assert_eq!(spaced("focus_process_id"), "focus process id");
        assert_eq!(spaced("checkOn"), "check on");
    }

    #[test]
    fn long_values_are_cut_between_characters() {
        let cut = excerpt(&Value::from("ü".repeat(100)));
        assert_eq!(cut, format!("{}…", "ü".repeat(SHOWN)));
        assert_eq!(excerpt(&Value::Null), "–");
    }
}
