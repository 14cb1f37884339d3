//! One command of the table: its request from the line or from standard input, its answer as JSON.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::error::ErrorKind;
use kata_api::table::{self, Scope};
use kata_wire::CoreError;
use serde_json::{Value, json};

use crate::args::BackArgs;
use crate::failure::Failure;
use crate::{board, output};

/// How many bytes a request has at most. More would be no request, and an endless one would fill
/// the memory.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Runs a command and prints its answer.
///
/// # Errors
/// What the command refuses, or wrong usage.
pub fn call(
    name: &str,
    request: Option<&str>,
    file: Option<&Path>,
    person: Option<String>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let command = table::find(name).ok_or_else(|| CoreError::CommandUnknown {
        name: name.to_owned(),
    })?;
    if file.is_none() && command.scope != Scope::App {
        return Err(Failure::wrong_usage(
            "call",
            ErrorKind::MissingRequiredArgument,
            &format!("{name} works on a board: name it with --board FILE"),
        ));
    }
    let params = match request {
        None => Value::Null,
        Some("-") => parse(name, &read(name, io::stdin().lock())?)?,
        Some(text) => parse(name, text.as_bytes())?,
    };
    let session = board::session(person)?;
    if let Some(file) = file {
        board::open(&session, file)?;
    }
    output::line(out, &command.run(&session, params)?)
}

fn read(command: &str, input: impl Read) -> Result<Vec<u8>, CoreError> {
    let mut bytes = Vec::new();
    let invalid = |detail: String| CoreError::RequestInvalid {
        command: command.to_owned(),
        detail,
    };
    input
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| invalid(error.to_string()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(invalid(format!("more than {LARGEST} bytes")));
    }
    Ok(bytes)
}

fn parse(command: &str, request: &[u8]) -> Result<Value, CoreError> {
    serde_json::from_slice(request).map_err(|error| CoreError::RequestInvalid {
        command: command.to_owned(),
        detail: error.to_string(),
    })
}

/// Undo or redo, by its name in the table.
///
/// # Errors
/// As [`call`].
pub fn back(name: &str, args: BackArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let file = args.board.or(args.file);
    call(name, None, file.as_deref(), args.who.person(), out)
}

/// Makes a new board file and prints where it lies.
///
/// # Errors
/// When something lies there already, or the place takes no board.
pub fn new(file: &str, sample: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let made =
        board::session(None)?.call("board_create", json!({ "path": file, "sample": sample }))?;
    output::line(out, &json!({ "board": made["board"] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_request_ends() {
        let refused = read("team_create", io::repeat(b' ')).unwrap_err();
        assert_eq!(refused.code(), "request_invalid");
    }
}
