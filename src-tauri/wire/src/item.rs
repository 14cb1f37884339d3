//! A row as a screen shows it, and where it stands in the log.

use kata_domain::heads::WireHeads;
use kata_domain::ids::{OperationId, PersonId};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A row as a screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "{N}Item")]
#[serde(rename_all = "camelCase")]
pub struct Item<N> {
    /// The noun's own fields.
    #[serde(flatten)]
    pub noun: N,
    /// Where its fields stand in the log.
    pub meta: Meta,
}

/// Where a row stands in the log: what an edit of it is based on.
#[derive(Clone, Debug, PartialEq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// UTC milliseconds.
    pub created_at: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// Who changed it last.
    pub updated_by: Option<PersonId>,
    /// It was removed by one person while another wrote in it, and is back.
    pub returned: bool,
    /// The operations that each field shows; a field that is absent shows those under `""`, the
    /// creation.
    #[schemars(with = "BTreeMap<String, Vec<OperationId>>")]
    pub heads: WireHeads,
    /// Fields with two values that a person has to choose between.
    pub open: Vec<String>,
}
