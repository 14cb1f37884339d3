//! Evidence of a step that was copied into the board: a picture, a table, a log.
//!
//! The row says what it is; the bytes lie beside the nouns under their SHA-256, once, whoever
//! attached them. The name is what the file was called, never a path.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::{ExperimentId, FocusProcessId};
use crate::noun::{noun, require};

/// Bytes that one attachment may have.
pub const ATTACHMENT_LIMIT: usize = 5 * 1024 * 1024;

/// Bytes that all attachments of a board may have.
pub const BOARD_LIMIT: usize = 100 * 1024 * 1024;

noun! {
    /// A file that was attached to a step as evidence.
    Attachment(AttachmentId) AttachmentPatch
    of focus_process_id
    title name
    edit {
        /// What it is called.
        name: String => Title,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// The step it is evidence of.
        experiment_id: ExperimentId => Newest,
        /// What kind of content it is, told from its bytes.
        media_type: String => Newest,
        /// Its bytes.
        size: i64 => Newest,
        /// SHA-256 of its bytes, hex.
        sha256: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            let own_name = after.name.rsplit(['/', '\\']).next().unwrap_or_default();
            after.name = own_name.trim().to_owned();
            require("name", &after.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;

    fn settled(name: &str) -> Result<String, DomainError> {
        let context = Context {
            now_ms: 0,
            today: "2026-03-13".parse().unwrap(),
            actor: None,
        };
        let mut attachment = Attachment {
            name: name.to_owned(),
            ..Attachment::default()
        };
        Attachment::check(None, &mut attachment, &context).map(|()| attachment.name)
    }

    #[test]
    fn a_name_is_never_a_path() {
        assert_eq!(settled("calls.csv").unwrap(), "calls.csv");
        assert_eq!(settled("../../etc/passwd").unwrap(), "passwd");
        assert_eq!(settled("C:\\Users\\Ana\\calls.csv").unwrap(), "calls.csv");
        assert_eq!(
            settled("folder/"),
            Err(DomainError::FieldEmpty { field: "name" })
        );
    }
}
