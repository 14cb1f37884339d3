//! `ui/src/lib/api/bindings.ts`, made from the command table.

use std::fmt::Write;

use kata_wire::{CODES, Push};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use super::table::{COMMANDS, Command, operation_kinds};
use super::typescript::{Definitions, declarations, type_of};
use super::window::WINDOW_COMMANDS;

/// The whole file.
pub fn bindings() -> String {
    let mut definitions = Definitions::new();
    let mut map = String::new();
    let mut reads = String::new();
    let mut line = |name: &str, summary: &str, request: Value, answer: Value| {
        let request = take(request, &mut definitions);
        let answer = take(answer, &mut definitions);
        let _ = writeln!(
            map,
            "  /** {summary} */\n  {name}: {{ request: {request}; answer: {answer} }};"
        );
    };
    for command in COMMANDS {
        let (request, answer) = (command.request_schema(), command.answer_schema());
        line(command.name, command.summary, request, answer);
        if !command.reads().is_empty() {
            let _ = writeln!(reads, "  {}: [{}],", command.name, entities(command));
        }
    }
    for command in WINDOW_COMMANDS {
        let (request, answer) = (command.request_schema(), command.answer_schema());
        line(command.name, command.summary, request, answer);
    }
    let push = root::<Push>(SchemaSettings::draft2020_12().for_serialize());
    take(push, &mut definitions);
    let codes = list(CODES.iter().copied());
    let kinds = list(operation_kinds());
    format!(
        "// Made from the command table of kata-api. Do not edit; `cargo test` says how to make it again.\n\n\
         {}/** Every command with its request and its answer. */\nexport interface Commands {{\n{map}}}\n\n\
         /** The kinds of rows each read consists of. */\nexport const commandReads = {{\n{reads}}} as const;\n\n\
         /** Why a command can fail. */\nexport const errorCodes = [\n  {codes},\n] as const;\n\
         export type ErrorCode = (typeof errorCodes)[number];\n\n\
         /** What an operation of this app can be; a newer app may know more. */\n\
         export const operationKinds = [\n  {kinds},\n] as const;\n\
         export type OperationKind = (typeof operationKinds)[number];\n",
        declarations(&definitions)
    )
}

fn list(words: impl Iterator<Item = &'static str>) -> String {
    let quoted: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    quoted.join(",\n  ")
}

fn entities(command: &Command) -> String {
    command
        .reads()
        .iter()
        .map(|e| format!("\"{}\"", e.name()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn root<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let mut generator: SchemaGenerator = settings.into_generator();
    let mut value = generator.subschema_for::<T>().to_value();
    if let Some(object) = value.as_object_mut() {
        object.insert(
            "$defs".to_owned(),
            Value::Object(generator.take_definitions(true)),
        );
    }
    value
}

/// Moves the definitions of a schema into the common ones and gives the type of its root.
fn take(mut schema: Value, definitions: &mut Definitions) -> String {
    if let Some(Value::Object(defs)) = schema.as_object_mut().and_then(|o| o.remove("$defs")) {
        for (name, definition) in defs {
            definitions.entry(name).or_insert(definition);
        }
    }
    type_of(&schema, 0)
}
