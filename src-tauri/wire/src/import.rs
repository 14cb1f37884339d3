//! How a text of numbers is read, and what of it is none.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// A tab, as spreadsheets copy.
    Tab,
    /// `;`
    Semicolon,
    /// `|`
    Bar,
    /// `,`
    Comma,
}

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// `41.5`
    Point,
    /// `41,5`
    Comma,
}

/// Which number comes first in `3/4/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Which column is what, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Columns {
    /// The number.
    pub value: usize,
    /// The day; without one the lines are counted back from `lastOn`.
    #[serde(default)]
    pub day: Option<usize>,
    /// A remark.
    #[serde(default)]
    pub note: Option<usize>,
    /// Who measured it.
    #[serde(default)]
    pub measured_by: Option<usize>,
}

/// What a person says of a text; what is absent is guessed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Told {
    /// What stands between cells.
    pub separator: Option<Separator>,
    /// Whether the first line names the columns.
    pub header: Option<bool>,
    /// Which column is what.
    pub columns: Option<Columns>,
    /// What stands before decimals.
    pub decimal: Option<Decimal>,
    /// Which number comes first in a date that goes either way.
    pub date_order: Option<DateOrder>,
    /// Without a column of days: the day of the last line; today where absent.
    pub last_on: Option<NaiveDate>,
    /// Without a column of days: days from line to line; the metric's rhythm where absent, else 1.
    pub every_days: Option<i64>,
}

/// How a text is read.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What stands between cells.
    pub separator: Separator,
    /// Whether the first line names the columns.
    pub header: bool,
    /// Which column is what.
    pub columns: Columns,
    /// What stands before decimals.
    pub decimal: Decimal,
    /// Which number comes first in a date that goes either way.
    pub date_order: DateOrder,
    /// The day of the last line, where no column has days.
    pub last_on: NaiveDate,
    /// Days from line to line, where no column has days.
    pub every_days: i64,
}

/// What a text leaves open; its reading is one of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Every date can be read day first and month first.
    Dates,
    /// `1,234` may be a thousand or a bit more than one.
    Decimals,
    /// The numbers carry another unit than the metric has.
    Unit,
}

/// Why a line is no observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The value's cell is empty.
    NoValue,
    /// The value is no number.
    NotANumber,
    /// The number carries another unit than the others.
    OtherUnit,
    /// The day's cell is empty.
    NoDay,
    /// The day cannot be read, or lies outside the years 1900 to 2200.
    NotADay,
    /// The day has not come yet.
    DayAhead,
    /// A text is too long, or has control characters.
    TextUnusable,
}

impl Reason {
    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoValue => "no_value",
            Self::NotANumber => "not_a_number",
            Self::OtherUnit => "other_unit",
            Self::NoDay => "no_day",
            Self::NotADay => "not_a_day",
            Self::DayAhead => "day_ahead",
            Self::TextUnusable => "text_unusable",
        }
    }
}

/// A line that is no observation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rejected {
    /// Its number in the text, from 1.
    pub line: usize,
    /// What stands there, cut to 200 characters.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// What becomes of a number whose day has one already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// Nothing is written, and the answer says which day it was.
    #[default]
    Refuse,
    /// The old one stays, the new one is left out.
    Skip,
    /// The old one is corrected; its value stays in the history.
    Replace,
    /// Both stand.
    KeepBoth,
}

/// A number whose day has one already.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Already {
    /// Its line in the text, from 1.
    pub line: usize,
    /// Its day.
    pub on: NaiveDate,
    /// Its value.
    pub value: f64,
    /// The value that stands there.
    pub old: f64,
    /// That one comes from an earlier line of the same text.
    pub in_text: bool,
}

/// How a text would be read.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObservationPreview {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// How the text is read.
    pub reading: Reading,
    /// What it leaves open.
    pub doubts: Vec<Doubt>,
    /// Where times have no zone: minutes ahead of UTC that are taken for them, those of whoever
    /// reads.
    pub assumed_offset: Option<i32>,
    /// The unit that its numbers carry; empty where they carry none.
    pub unit: String,
    /// Its columns.
    pub columns: Vec<ColumnLine>,
    /// How many lines are numbers.
    pub accepted: usize,
    /// The earliest of their days.
    pub first_on: Option<NaiveDate>,
    /// The latest of their days.
    pub last_on: Option<NaiveDate>,
    /// The first of them, at most 50.
    pub rows: Vec<PreviewRow>,
    /// How many lines are no numbers.
    pub rejected_count: usize,
    /// The first of them, at most 200.
    pub rejected: Vec<Rejected>,
    /// How many numbers meet one of the same day.
    pub already_count: usize,
    /// How many of those differ from the number that stands on the board.
    pub differing_count: usize,
    /// The first of them, at most 200.
    pub already: Vec<Already>,
}

/// A column of the text.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnLine {
    /// Its name in the first line; empty where there is none.
    pub name: String,
    /// Its first words.
    pub samples: Vec<String>,
}

/// A number as it would be written.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// Its line in the text, from 1.
    pub line: usize,
    /// Its day.
    pub on: NaiveDate,
    /// Its value.
    pub value: f64,
    /// Its value as it stands in the text.
    pub value_text: String,
    /// Who measured it; empty where the text does not say.
    pub measured_by: String,
    /// A remark.
    pub note: String,
}
