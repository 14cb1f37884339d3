//! The log: operations with their changes, chained by hash, only ever appended.
//!
//! The hash covers a versioned encoding with the hash of each value in the value's place, so that a
//! text can be blanked later without breaking the chain. The chain runs per device, because it is a
//! device's own sequence that stays the same in every copy of the file.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Version of the canonical encoding.
const ENCODING: u8 = 1;

/// What an operation does; the word stands in the log and has a name in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpKind(pub &'static str);

/// An operation as it stands in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its id.
    pub op_id: Uuid,
    /// Hybrid logical clock: 48 bits of milliseconds, 16 bits of count.
    pub hlc: i64,
    /// UTC milliseconds of the writer's clock.
    pub at_ms: i64,
    /// Minutes that the writer's local time was ahead of UTC.
    pub utc_offset: i32,
    /// The writer's device.
    pub device: Option<[u8; 16]>,
    /// Its place in the device's own sequence, from 1.
    pub device_seq: i64,
    /// The person.
    pub actor: Option<Uuid>,
    /// The run of the app; none where the operation is unsigned.
    pub session: Option<Uuid>,
    /// What it does.
    pub kind: String,
    /// The operation it undoes.
    pub undoes: Option<Uuid>,
    /// Hash of the device's operation before.
    pub prev_hash: Option<[u8; 32]>,
}

/// One change of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Kind of row.
    pub entity: String,
    /// The row.
    pub entity_id: Uuid,
    /// Its team.
    pub team_id: Option<Uuid>,
    /// The field; empty for a creation.
    pub field: String,
    /// The changes that were seen and replaced, 16 bytes each.
    pub parents: Option<Vec<u8>>,
    /// JSON; none once it was purged.
    pub value: Option<String>,
}

/// An operation as it was read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Its place in this file.
    pub seq: i64,
    /// The operation.
    pub operation: Operation,
    /// Its changes, in the order they were written.
    pub changes: Vec<Change>,
    /// The hash that stands in the file.
    pub hash: [u8; 32],
}

/// Hash of an operation with its changes, over the canonical encoding.
pub(crate) fn hash(operation: &Operation, changes: &[Change]) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update([ENCODING]);
    sha.update(operation.op_id.as_bytes());
    sha.update(operation.hlc.to_be_bytes());
    sha.update(operation.at_ms.to_be_bytes());
    sha.update(operation.utc_offset.to_be_bytes());
    part(
        &mut sha,
        operation.device.as_ref().map(<[u8; 16]>::as_slice),
    );
    sha.update(operation.device_seq.to_be_bytes());
    part(
        &mut sha,
        operation.actor.as_ref().map(|id| id.as_bytes().as_slice()),
    );
    part(
        &mut sha,
        operation
            .session
            .as_ref()
            .map(|id| id.as_bytes().as_slice()),
    );
    part(&mut sha, Some(operation.kind.as_bytes()));
    part(
        &mut sha,
        operation.undoes.as_ref().map(|id| id.as_bytes().as_slice()),
    );
    part(
        &mut sha,
        operation.prev_hash.as_ref().map(<[u8; 32]>::as_slice),
    );
    for change in changes {
        part(&mut sha, Some(change.entity.as_bytes()));
        sha.update(change.entity_id.as_bytes());
        part(
            &mut sha,
            change.team_id.as_ref().map(|id| id.as_bytes().as_slice()),
        );
        part(&mut sha, Some(change.field.as_bytes()));
        part(&mut sha, change.parents.as_deref());
        sha.update(Sha256::digest(
            change.value.as_deref().unwrap_or_default().as_bytes(),
        ));
    }
    sha.finalize().into()
}

/// Length, then bytes; absence has a length of its own.
fn part(sha: &mut Sha256, bytes: Option<&[u8]>) {
    match bytes {
        None => sha.update(u64::MAX.to_be_bytes()),
        Some(bytes) => {
            sha.update((bytes.len() as u64).to_be_bytes());
            sha.update(bytes);
        }
    }
}

/// The clock of the next operation: this machine's time, but after everything the file has seen.
pub(crate) fn next_hlc(now_ms: i64, last: i64) -> i64 {
    (now_ms.clamp(0, (1 << 47) - 1) << 16).max(last.saturating_add(1))
}
