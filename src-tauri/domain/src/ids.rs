//! Ids: UUIDv7, 16 bytes in the file; a prefix and 32 hex digits on the wire (`exp_018f…`).

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;
use thiserror::Error;
use uuid::Uuid;

use crate::entity::{Entity, each_entity};
use crate::field::{Cell, Column, Field, FieldError, json_of, wrong};

/// A text that is no id of the expected noun.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("{text:?} is no {noun} id")]
pub struct IdError {
    /// What an id was wanted of.
    pub noun: &'static str,
    /// What came instead, cut to 80 characters.
    pub text: String,
}

fn parse(prefix: &'static str, noun: &'static str, text: &str) -> Result<Uuid, IdError> {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .filter(|hex| hex.len() == 32)
        .and_then(|hex| Uuid::try_parse(hex).ok())
        .ok_or_else(|| IdError {
            noun,
            text: text.chars().take(80).collect(),
        })
}

/// Reads an id where it stands, without a copy of its text.
struct IdVisitor<I>(PhantomData<I>);

impl<I: FromStr<Err = IdError>> de::Visitor<'_> for IdVisitor<I> {
    type Value = I;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<I, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $noun:literal $of:expr,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The prefix on the wire.
            pub const PREFIX: &'static str = $prefix;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                parse($prefix, $noun, text).map($name)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        /// 16 bytes in the table, prefix and hex in the log.
        impl Field for $name {
            const COLUMN: Column = Column::Blob;
            fn points_at() -> Option<Entity> {
                $of
            }
            fn to_json(&self) -> Value {
                Value::String(self.to_string())
            }
            fn from_json(value: &Value) -> Result<Self, FieldError> {
                json_of(value)
            }
            fn to_cell(&self) -> Cell<'_> {
                Cell::Blob(self.0.as_bytes().as_slice().into())
            }
            fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
                match &cell {
                    Cell::Blob(bytes) => Uuid::from_slice(bytes).map(Self).map_err(|_| wrong("id", &cell)),
                    other => Err(wrong("id", other)),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                d.deserialize_str(IdVisitor(PhantomData))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": concat!("^", $prefix, "_[0-9a-f]{32}$") })
            }
        }
    )+};
}

macro_rules! entity_ids {
    ($($(#[$doc:meta])* $noun:ident $table:literal $id:ident $prefix:literal $words:literal,)+) => {
        ids! {$(
            $(#[$doc])*
            $id $prefix $words Some(Entity::$noun),
        )+}
    };
}
each_entity!(entity_ids);

ids! {
    /// A batch of observations that were written together.
    BatchId "bat" "batch" None,
    /// An operation of the log; also the id of a field's head.
    OperationId "op" "operation" None,
    /// One running app or one call from a terminal.
    SessionId "ses" "session" None,
}
