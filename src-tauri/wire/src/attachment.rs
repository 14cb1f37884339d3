//! Evidence as bytes.

use crate::Item;
use kata_domain::Attachment;
use schemars::JsonSchema;
use serde::Serialize;

/// An attachment with its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentContent {
    /// What it is.
    pub attachment: Item<Attachment>,
    /// Its bytes in Base64.
    pub data: String,
}
