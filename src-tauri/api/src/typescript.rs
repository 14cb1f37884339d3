//! TypeScript from the JSON Schemas of the command table's types.
//!
//! One derive (schemars) describes every type; this module writes the few shapes we use as
//! TypeScript. A shape it does not know is an error of the build, never an `any` by accident.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

/// Types by name, as JSON Schemas.
pub type Definitions = BTreeMap<String, Value>;

/// `export type Name = …` for every definition, sorted by name.
pub fn declarations(definitions: &Definitions) -> String {
    let mut out = String::new();
    for (name, schema) in definitions {
        if let Some(text) = schema.get("description").and_then(Value::as_str) {
            let _ = writeln!(out, "/** {} */", one_line(text));
        }
        let _ = writeln!(out, "export type {name} = {};\n", type_of(schema, 0));
    }
    out
}

/// The TypeScript type of a schema.
pub fn type_of(schema: &Value, depth: usize) -> String {
    let Some(object) = schema.as_object() else {
        return "unknown".to_owned();
    };
    if let Some(target) = object.get("$ref").and_then(Value::as_str) {
        return target.rsplit('/').next().unwrap_or("unknown").to_owned();
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(options) = object.get(key).and_then(Value::as_array) {
            return union(options.iter().map(|option| type_of(option, depth)));
        }
    }
    if let Some(value) = object.get("const") {
        return value.to_string();
    }
    if let Some(values) = object.get("enum").and_then(Value::as_array) {
        return union(values.iter().map(Value::to_string));
    }
    match object.get("type") {
        Some(Value::String(name)) => named(name, object, depth),
        Some(Value::Array(names)) => union(
            names
                .iter()
                .filter_map(Value::as_str)
                .map(|name| named(name, object, depth)),
        ),
        _ => "unknown".to_owned(),
    }
}

fn named(name: &str, object: &Map<String, Value>, depth: usize) -> String {
    match name {
        "string" => "string".to_owned(),
        "number" | "integer" => "number".to_owned(),
        "boolean" => "boolean".to_owned(),
        "null" => "null".to_owned(),
        "array" => {
            let item = object
                .get("items")
                .map_or("unknown".to_owned(), |i| type_of(i, depth));
            if item.contains(" | ") {
                format!("({item})[]")
            } else {
                format!("{item}[]")
            }
        }
        "object" => record(object, depth),
        _ => "unknown".to_owned(),
    }
}

fn record(object: &Map<String, Value>, depth: usize) -> String {
    let Some(properties) = object.get("properties").and_then(Value::as_object) else {
        let value = object.get("additionalProperties").filter(|v| v.is_object());
        return value.map_or("Record<string, never>".to_owned(), |v| {
            format!("Record<string, {}>", type_of(v, depth))
        });
    };
    let required: Vec<&str> = object
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let pad = "  ".repeat(depth + 1);
    let mut out = String::from("{\n");
    for (name, schema) in properties {
        if let Some(text) = schema.get("description").and_then(Value::as_str) {
            let _ = writeln!(out, "{pad}/** {} */", one_line(text));
        }
        let mark = if required.contains(&name.as_str()) {
            ""
        } else {
            "?"
        };
        let _ = writeln!(out, "{pad}{name}{mark}: {};", type_of(schema, depth + 1));
    }
    let _ = write!(out, "{}}}", "  ".repeat(depth));
    out
}

fn union(options: impl Iterator<Item = String>) -> String {
    let mut seen = Vec::new();
    for option in options {
        if !seen.contains(&option) {
            seen.push(option);
        }
    }
    seen.join(" | ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("*/", "* /")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn writes_the_shapes_of_the_wire() {
        let schema = json!({
            "type": "object",
            "properties": {
                "id": { "type": "string" },
                "days": { "type": ["integer", "null"] },
                "state": { "oneOf": [{ "const": "a" }, { "enum": ["b"] }] },
                "heads": { "type": "object", "additionalProperties": { "type": "array", "items": { "$ref": "#/$defs/OperationId" } } },
            },
            "required": ["id", "state", "heads"],
        });
        assert_eq!(
            type_of(&schema, 0),
            "{\n  id: string;\n  days?: number | null;\n  state: \"a\" | \"b\";\n  heads: Record<string, OperationId[]>;\n}"
        );
    }
}
