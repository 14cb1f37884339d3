//! What the log tells of an operation beside its changes: who, when, and where in which chain.
//!
//! A signed operation names person, device and session and goes on in its device's chain. An
//! unsigned one must not say who wrote it, neither by what it has nor by what it continues: it has
//! a device of its own that nobody uses again, an id without a time, and a time that was agreed
//! beforehand.

use kata_domain::context::Context;
use kata_domain::ids::{OperationId, SessionId};
use kata_wire::CoreError;
use uuid::Uuid;

use crate::clock::{Clock, day_of};
use crate::log::{self, OpKind, Operation};
use crate::tables::{change, operation};
use crate::{Reader, Who};

/// Who writes an operation, when, and where it stands.
pub(super) struct Stamp {
    pub(super) op: OperationId,
    pub(super) hlc: i64,
    pub(super) who: Who,
    pub(super) context: Context,
    pub(super) signed: bool,
    utc_offset: i32,
    device_seq: i64,
    prev_hash: Option<[u8; 32]>,
    /// The file's sequence number before it.
    pub(super) seq: i64,
}

impl Stamp {
    /// Of an operation that a person stands by.
    pub(super) fn signed(
        reader: Reader<'_>,
        clock: &dyn Clock,
        who: &Who,
    ) -> Result<Stamp, CoreError> {
        let tail = operation::tail(reader, who.device)?;
        let now_ms = clock.now_ms();
        Ok(Stamp {
            op: OperationId(Uuid::now_v7()),
            hlc: log::next_hlc(now_ms, tail.hlc),
            who: *who,
            context: Context {
                now_ms,
                today: clock.today(),
                actor: who.actor,
            },
            signed: true,
            utc_offset: clock.utc_offset(),
            device_seq: tail.device_seq + 1,
            prev_hash: tail.hash,
            seq: tail.seq,
        })
    }

    /// Of an operation that names nobody, at a time that says nothing of when it was written.
    pub(super) fn unsigned(reader: Reader<'_>, at_ms: i64) -> Result<Stamp, CoreError> {
        let device = rand::random();
        Ok(Stamp {
            op: OperationId(Uuid::new_v4()),
            hlc: log::next_hlc(at_ms, 0),
            who: Who {
                actor: None,
                device,
                session: SessionId::default(),
                undo_by_session: true,
            },
            context: Context {
                now_ms: at_ms,
                today: day_of(at_ms, 0),
                actor: None,
            },
            signed: false,
            utc_offset: 0,
            device_seq: 1,
            prev_hash: None,
            seq: operation::tail(reader, device)?.seq,
        })
    }

    /// An unsigned operation has an old time; where it changes a row it still comes after what it
    /// saw.
    pub(super) fn come_after(&mut self, reader: Reader<'_>, row: Uuid) -> Result<(), CoreError> {
        if !self.signed {
            let newest = change::newest_clock_of(reader, row)?;
            self.hlc = self.hlc.max(newest.saturating_add(1));
        }
        Ok(())
    }

    /// The operation as the log takes it.
    pub(super) fn operation(&self, kind: OpKind, undoes: Option<OperationId>) -> Operation {
        Operation {
            op_id: self.op.0,
            hlc: self.hlc,
            at_ms: self.context.now_ms,
            utc_offset: self.utc_offset,
            device: Some(self.who.device),
            device_seq: self.device_seq,
            actor: self.who.actor.map(|person| person.0),
            session: self.signed.then_some(self.who.session.0),
            kind: kind.0.to_owned(),
            undoes: undoes.map(|op| op.0),
            prev_hash: self.prev_hash,
        }
    }
}
