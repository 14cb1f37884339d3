//! The command table for people and for scripts.

use std::io::Write;

use fluent_bundle::FluentArgs;
use kata_api::table::{COMMANDS, Command, Scope};
use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::output;
use crate::words::Words;

/// Prints every command.
///
/// # Errors
/// When nobody reads on.
pub fn list(as_json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    if as_json {
        return output::line(out, &COMMANDS.iter().map(whole).collect());
    }
    let words = Words::english();
    for scope in [Scope::App, Scope::Read, Scope::Board, Scope::Write] {
        writeln!(
            out,
            "{}",
            words.say(&format!("commands-{scope:?}"), &FluentArgs::new())
        )?;
        for command in COMMANDS.iter().filter(|command| command.scope == scope) {
            writeln!(out, "  {}\n      {}", command.name, command.summary)?;
            let takes = takes(&command.request_schema());
            if !takes.is_empty() {
                writeln!(out, "      {takes}")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

fn whole(command: &Command) -> Value {
    json!({
        "name": command.name,
        "summary": command.summary,
        "scope": format!("{:?}", command.scope).to_lowercase(),
        "reads": command.reads().iter().map(|entity| entity.name()).collect::<Vec<_>>(),
        "request": command.request_schema(),
        "answer": command.answer_schema(),
    })
}

/// The members of a request on one line: `{id, fields {name}, basedOn?}`, with a mark behind what
/// may be left out.
fn takes(schema: &Value) -> String {
    members(schema, schema)
        .map(|list| format!("{{{list}}}"))
        .unwrap_or_default()
}

fn members(root: &Value, schema: &Value) -> Option<String> {
    let schema = resolved(root, schema);
    let properties = schema.get("properties")?.as_object()?;
    let required = |name: &str| {
        let names = schema.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.iter().any(|required| required == name))
    };
    let list: Vec<_> = properties
        .iter()
        .map(|(name, of)| member(root, name, of, required(name)))
        .collect();
    (!list.is_empty()).then(|| list.join(", "))
}

fn member(root: &Value, name: &str, schema: &Value, required: bool) -> String {
    let mark = if required { "" } else { "?" };
    let inner = schema.get("items").unwrap_or(schema);
    match members(root, inner) {
        Some(list) if schema.get("items").is_some() => format!("{name}{mark} [{{{list}}}]"),
        Some(list) => format!("{name}{mark} {{{list}}}"),
        None => format!("{name}{mark}"),
    }
}

/// The schema behind a reference into the root's definitions.
fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let named = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|path| path.strip_prefix("#/$defs/"));
    let definitions = root.get("$defs").and_then(Value::as_object);
    named
        .zip(definitions)
        .and_then(|(name, all): (&str, &Map<_, _>)| all.get(name))
        .unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kata_api::table::find;

    #[test]
    fn a_line_shows_what_a_command_takes() {
        let line = |name: &str| takes(&find(name).unwrap().request_schema());
        assert_eq!(line("app_get"), "");
        assert_eq!(line("team_create"), "{fields {name?}}");
        assert_eq!(line("team_edit"), "{id, fields {name?}, basedOn?}");
        assert!(
            line("observation_add").contains("observations [{value, "),
            "{}",
            line("observation_add")
        );
    }
}
