//! The bytes of an attachment, for showing and for saving.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_domain::Attachment;
use kata_wire::{AttachmentContent, AttachmentGet, CoreError};

use super::lines::{Look, row};
use kata_store::content;
use kata_store::tables::attachment_content;

/// An attachment with its bytes.
///
/// # Errors
/// When there is no such attachment, or its bytes are missing or are not what they were.
pub fn get(look: &Look<'_>, request: AttachmentGet) -> Result<AttachmentContent, CoreError> {
    let stored = row::<Attachment>(look, request.id.0)?;
    let data = attachment_content::get(look.reader, &stored.noun.sha256)?
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
