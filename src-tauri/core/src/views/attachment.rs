//! The bytes of an attachment, for showing and for saving.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_domain::Attachment;
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, row};
use crate::api::requests::AttachmentGet;
use crate::error::CoreError;
use crate::store::content;

/// An attachment with its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentContent {
    /// What it is.
    pub attachment: Item<Attachment>,
    /// Its bytes in Base64.
    pub data: String,
}

/// An attachment with its bytes.
///
/// # Errors
/// When there is no such attachment, or its bytes are missing or are not what they were.
pub fn get(look: &Look<'_>, request: AttachmentGet) -> Result<AttachmentContent, CoreError> {
    let stored = row::<Attachment>(look, request.id.0)?;
    let data = content::get(look.connection, &stored.noun.sha256)?
        .filter(|data| content::sha256(data) == stored.noun.sha256)
        .ok_or_else(|| CoreError::Damaged {
            path: String::new(),
            detail: format!("the content of {} is missing or changed", stored.noun.name),
        })?;
    Ok(AttachmentContent {
        attachment: stored.into_item(),
        data: STANDARD.encode(data),
    })
}
