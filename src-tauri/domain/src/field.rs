//! What a field can hold, and how it stands in a table cell and in the log.
//!
//! A field type knows its column, its JSON (the log and the wire) and its cell (the table), so that
//! no noun writes any of them by hand and the table can be rebuilt from the log.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use thiserror::Error;

use crate::date;
use crate::entity::Entity;
use crate::error::DomainError;
use crate::text;

/// Column types of the STRICT tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// UTF-8 text; dates, choices and lists too.
    Text,
    /// Whole numbers and yes/no.
    Integer,
    /// Measured numbers.
    Real,
    /// Ids.
    Blob,
}

/// A table cell, borrowed from a row or from a noun.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A measured number.
    Real(f64),
    /// A text.
    Text(std::borrow::Cow<'a, str>),
    /// An id.
    Blob(std::borrow::Cow<'a, [u8]>),
}

/// A cell or a log value that does not hold what its field needs: the file is damaged or newer.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("a field does not hold what it should: {0}")]
pub struct FieldError(pub String);

/// How a field behaves when two people wrote it, and how long a text it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line, at most [`text::TITLE_LIMIT`]; merges by words.
    Title,
    /// A text, at most [`text::TEXT_LIMIT`]; merges by words.
    Text,
    /// A number, a date, a choice: two different values stay until a person chooses.
    Choice,
    /// Order and other passing marks: the newest value wins silently.
    Newest,
}

/// One field of a noun.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Name in the table and in the log.
    pub name: &'static str,
    /// Its column.
    pub column: Column,
    /// Whether the column takes NULL.
    pub nullable: bool,
    /// How it merges.
    pub kind: Kind,
    /// The kind of row it points at; none where it is no pointer.
    pub points_at: fn() -> Option<Entity>,
}

/// A type that a field of a noun can have.
pub trait Field: Sized {
    /// The column it stands in.
    const COLUMN: Column;
    /// Whether NULL is one of its values.
    const NULLABLE: bool = false;
    /// The kind of row it points at; none where it is no pointer.
    fn points_at() -> Option<Entity> {
        None
    }
    /// The value as it stands in the log.
    fn to_json(&self) -> Value;
    /// The value from the log.
    ///
    /// # Errors
    /// When the JSON is of another shape.
    fn from_json(value: &Value) -> Result<Self, FieldError>;
    /// The value as it stands in the table.
    fn to_cell(&self) -> Cell<'_>;
    /// The value from the table.
    ///
    /// # Errors
    /// When the cell is of another type.
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError>;
    /// Brings the value into the form that is kept: texts composed and bounded, numbers finite,
    /// dates sane.
    ///
    /// # Errors
    /// The rule of the field that the value breaks.
    fn normalise(&mut self, _name: &'static str, _kind: Kind) -> Result<(), DomainError> {
        Ok(())
    }
}

pub(crate) fn wrong(wanted: &str, got: &impl std::fmt::Debug) -> FieldError {
    let got: String = format!("{got:?}").chars().take(120).collect();
    FieldError(format!("{wanted} wanted, {got} found"))
}

/// JSON by serde: for types whose cell is the same text as their JSON.
pub(crate) fn json_of<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, FieldError> {
    T::deserialize(value).map_err(|e| FieldError(e.to_string()))
}

impl Field for String {
    const COLUMN: Column = Column::Text;
    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| wrong("text", value))
    }
    fn to_cell(&self) -> Cell<'_> {
        Cell::Text(self.as_str().into())
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Text(text) => Ok(text.into_owned()),
            other => Err(wrong("text", &other)),
        }
    }
    fn normalise(&mut self, name: &'static str, kind: Kind) -> Result<(), DomainError> {
        let limit = match kind {
            Kind::Title => text::TITLE_LIMIT,
            Kind::Text | Kind::Choice | Kind::Newest => text::TEXT_LIMIT,
        };
        *self = text::normalise(name, self, limit)?;
        if kind == Kind::Title {
            *self = self.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Ok(())
    }
}

impl Field for f64 {
    const COLUMN: Column = Column::Real;
    fn to_json(&self) -> Value {
        Value::from(*self)
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        value.as_f64().ok_or_else(|| wrong("number", value))
    }
    fn to_cell(&self) -> Cell<'_> {
        Cell::Real(*self)
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Real(number) => Ok(number),
            other => Err(wrong("number", &other)),
        }
    }
    fn normalise(&mut self, name: &'static str, _: Kind) -> Result<(), DomainError> {
        if self.is_finite() {
            Ok(())
        } else {
            Err(DomainError::NumberInvalid { field: name })
        }
    }
}

impl Field for i64 {
    const COLUMN: Column = Column::Integer;
    fn to_json(&self) -> Value {
        Value::from(*self)
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        value.as_i64().ok_or_else(|| wrong("whole number", value))
    }
    fn to_cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Integer(number) => Ok(number),
            other => Err(wrong("whole number", &other)),
        }
    }
}

impl Field for bool {
    const COLUMN: Column = Column::Integer;
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        value.as_bool().ok_or_else(|| wrong("yes or no", value))
    }
    fn to_cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(*self))
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Integer(number) => Ok(number != 0),
            other => Err(wrong("yes or no", &other)),
        }
    }
}

impl Field for NaiveDate {
    const COLUMN: Column = Column::Text;
    fn to_json(&self) -> Value {
        Value::String(self.to_string())
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        json_of(value)
    }
    fn to_cell(&self) -> Cell<'_> {
        Cell::Text(self.to_string().into())
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match &cell {
            Cell::Text(text) => date::parse(text).ok_or_else(|| wrong("date", &cell)),
            other => Err(wrong("date", other)),
        }
    }
    fn normalise(&mut self, name: &'static str, _: Kind) -> Result<(), DomainError> {
        if (1900..=2200).contains(&self.year()) {
            Ok(())
        } else {
            Err(DomainError::DateOutOfRange { field: name })
        }
    }
}

impl<T: Field> Field for Option<T> {
    const COLUMN: Column = T::COLUMN;
    const NULLABLE: bool = true;
    fn points_at() -> Option<Entity> {
        T::points_at()
    }
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, Field::to_json)
    }
    fn from_json(value: &Value) -> Result<Self, FieldError> {
        if value.is_null() {
            Ok(None)
        } else {
            T::from_json(value).map(Some)
        }
    }
    fn to_cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, Field::to_cell)
    }
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        if cell == Cell::Null {
            Ok(None)
        } else {
            T::from_cell(cell).map(Some)
        }
    }
    fn normalise(&mut self, name: &'static str, kind: Kind) -> Result<(), DomainError> {
        self.as_mut()
            .map_or(Ok(()), |value| value.normalise(name, kind))
    }
}

/// A closed set of words: an enum that stands as its word in table, log and wire.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All of them; the first is what a new row starts with.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in table, log and wire.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $crate::field::Field for $name {
            const COLUMN: $crate::field::Column = $crate::field::Column::Text;
            fn to_json(&self) -> serde_json::Value {
                serde_json::Value::String(self.word().to_owned())
            }
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::field::FieldError> {
                $crate::field::json_of(value)
            }
            fn to_cell(&self) -> $crate::field::Cell<'_> {
                $crate::field::Cell::Text(self.word().into())
            }
            fn from_cell(cell: $crate::field::Cell<'_>) -> Result<Self, $crate::field::FieldError> {
                match &cell {
                    $crate::field::Cell::Text(text) => match text.as_ref() {
                        $($word => Ok(Self::$variant),)+
                        other => Err($crate::field::FieldError(format!("{other:?} is no {}", stringify!($name)))),
                    },
                    other => Err($crate::field::FieldError(format!("a word wanted, {other:?} found"))),
                }
            }
        }
    };
}
pub(crate) use choice;

/// A list or a struct as a field: its JSON is also the text of its cell.
macro_rules! json_field {
    ($name:ty) => {
        impl $crate::field::Field for $name {
            const COLUMN: $crate::field::Column = $crate::field::Column::Text;
            fn to_json(&self) -> serde_json::Value {
                serde_json::json!(self)
            }
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::field::FieldError> {
                $crate::field::json_of(value)
            }
            fn to_cell(&self) -> $crate::field::Cell<'_> {
                $crate::field::Cell::Text(self.to_json().to_string().into())
            }
            fn from_cell(cell: $crate::field::Cell<'_>) -> Result<Self, $crate::field::FieldError> {
                match &cell {
                    $crate::field::Cell::Text(text) => serde_json::from_str(text)
                        .map_err(|e| $crate::field::FieldError(e.to_string())),
                    other => Err($crate::field::FieldError(format!(
                        "JSON wanted, {other:?} found"
                    ))),
                }
            }
        }
    };
}
pub(crate) use json_field;
