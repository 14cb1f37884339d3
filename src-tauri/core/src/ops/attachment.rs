//! Evidence of a step: files copied into the board.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_domain::ids::AttachmentId;
use kata_domain::{ATTACHMENT_LIMIT, Attachment, BOARD_LIMIT, Experiment};
use kata_wire::{AttachmentAdd, AttachmentEdit, CoreError, Written};

use super::{Desk, present, removable};
use kata_store::tables::attachment_content;

/// Copies a file into the board.
///
/// # Errors
/// When the step is not there, the content is empty or too large, or the board has no room for it.
pub fn add(desk: &Desk<'_>, request: AttachmentAdd) -> Result<Written, CoreError> {
    let data = decoded(&request.data)?;
    desk.insert("attachment_add", |write, id| {
        let step = present::<Experiment>(write, request.experiment_id.0)?.noun;
        if attachment_content::total(write.reader())? + data.len() > BOARD_LIMIT {
            return Err(CoreError::BoardFull { limit: BOARD_LIMIT });
        }
        Ok(Attachment {
            id: AttachmentId(id),
            focus_process_id: step.focus_process_id,
            experiment_id: step.id,
            name: request.name.clone(),
            media_type: media_type(&data).to_owned(),
            size: i64::try_from(data.len()).unwrap_or(i64::MAX),
            sha256: write.put_content(&data)?,
        })
    })
}

/// Gives an attachment another name.
///
/// # Errors
/// Not found, or the name is empty.
pub fn edit(desk: &Desk<'_>, request: AttachmentEdit) -> Result<Written, CoreError> {
    desk.edit::<Attachment>(
        "attachment_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    Attachment,
    AttachmentId,
    "attachment_remove",
    "attachment_restore"
);

fn decoded(text: &str) -> Result<Vec<u8>, CoreError> {
    // Four characters stand for three bytes: what is too long is refused before it is unpacked.
    if text.len() / 4 * 3 > ATTACHMENT_LIMIT + 3 {
        return Err(CoreError::AttachmentSize {
            limit: ATTACHMENT_LIMIT,
        });
    }
    let data = STANDARD
        .decode(text)
        .map_err(|error| CoreError::RequestInvalid {
            command: "attachment_add".to_owned(),
            detail: format!("data: {error}"),
        })?;
    if data.is_empty() || data.len() > ATTACHMENT_LIMIT {
        return Err(CoreError::AttachmentSize {
            limit: ATTACHMENT_LIMIT,
        });
    }
    Ok(data)
}

/// What kind of content bytes are, told from themselves: a name may say anything.
fn media_type(data: &[u8]) -> &'static str {
    match infer::get(data) {
        Some(kind) => kind.mime_type(),
        None if std::str::from_utf8(data).is_ok() => "text/plain",
        None => "application/octet-stream",
    }
}
