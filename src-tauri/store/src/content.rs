//! Bytes of attachments, under their SHA-256.
//!
//! They are no view of the log: the log names the hash, and the hash proves the bytes. The same
//! content is there once, whoever attached it, and it stays when its attachment is removed, so that
//! a removal can be taken back.

use kata_wire::CoreError;
use sha2::{Digest, Sha256};

use crate::Reader;
use crate::tables::{attachment, attachment_content};

/// SHA-256 of bytes, hex.
pub fn sha256(data: &[u8]) -> String {
    Sha256::digest(data)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What is wrong with the contents: bytes that are not what their hash says, and rows without
/// bytes.
pub(crate) fn check(reader: Reader<'_>) -> Result<Vec<String>, CoreError> {
    let changed = attachment_content::those(reader, |hash, data| sha256(data) != hash)?;
    let changed = changed
        .iter()
        .map(|hash| format!("the content {hash} is not what it was"));
    let lost = attachment::without_content(reader)?;
    let lost = lost
        .iter()
        .map(|name| format!("the content of {name} is missing"));
    Ok(changed.chain(lost).collect())
}
