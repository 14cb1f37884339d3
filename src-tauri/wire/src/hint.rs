//! Hints on a wording.

use crate::Item;
use kata_domain::Waiver;
use kata_domain::hint::HintLine;
use kata_domain::ids::TeamId;
use schemars::JsonSchema;
use serde::Serialize;

/// What the margin says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hints {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// The row's team; none while it is not made yet.
    pub team_id: Option<TeamId>,
    /// One line a hint: advice first, in the order of the fields, then what is well written.
    pub hints: Vec<HintShown>,
}

/// A hint, and the note with which it was put aside.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HintShown {
    /// The hint.
    #[serde(flatten)]
    pub line: HintLine,
    /// The waiver; none while the hint stands.
    pub waiver: Option<Item<Waiver>>,
}
