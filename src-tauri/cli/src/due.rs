//! What is due on a board, in plain words or as JSON.

use std::io::Write;
use std::path::Path;

use fluent_bundle::FluentArgs;
use kata_core::views::lines::Look;
use kata_core::views::{board as frame, due};
use kata_wire::{CoreError, DueGet, DueLine};
use serde_json::json;

use crate::board;
use crate::failure::Failure;
use crate::output::{self, tame};
use crate::words::Words;

/// Prints what is due, of one team or of all.
///
/// # Errors
/// When the file cannot be opened or read, or has no such team.
pub fn print(
    file: &Path,
    team: Option<&str>,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let session = board::session(None)?;
    let workspace = board::open(&session, file)?;
    let list = workspace.look(|look| {
        let request = match team {
            Some(team) => of_team(look, team)?,
            None => DueGet { team_id: None },
        };
        due::get(look, request)
    })?;
    if as_json {
        return output::line(out, &json!(list));
    }
    let words = Words::english();
    for line in &list.lines {
        let said = format!("{}: {}", line.team_name, sentence(&words, line));
        writeln!(out, "{}  {}", line.since, tame(&said))?;
    }
    Ok(())
}

/// A team by its id or, in any case of letters, by its name.
fn of_team(look: &Look<'_>, team: &str) -> Result<DueGet, CoreError> {
    let wanted = team.trim().to_lowercase();
    frame::team_lines(look)?
        .into_iter()
        .find(|line| line.id.to_string() == team || line.name.to_lowercase() == wanted)
        .map(|line| DueGet {
            team_id: Some(line.id),
        })
        .ok_or_else(|| CoreError::NotFound {
            id: team.chars().take(80).collect(),
        })
}

fn sentence(words: &Words, line: &DueLine) -> String {
    let mut args = FluentArgs::new();
    args.set("number", line.number.unwrap_or_default());
    args.set("text", line.text.as_str());
    words.say(&format!("due-{}", line.kind.word()), &args)
}
