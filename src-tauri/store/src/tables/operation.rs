//! Operations of the log, each with its changes.

use kata_domain::ids::{OperationId, PersonId};
use kata_wire::CoreError;
use rusqlite::Row;
use uuid::Uuid;

use super::change::{self, Take};
use crate::log::{self, Change, Logged, Operation};
use crate::retry::Told;
use crate::sql::{self, Cells};
use crate::{Reader, Who};

/// The newest sequence number; 0 in a new file.
///
/// # Errors
/// What SQLite says.
pub fn newest(reader: Reader<'_>) -> Result<i64, CoreError> {
    sql::one(reader, "SELECT coalesce(max(seq), 0) FROM operation", ())
}

/// How many there are.
pub(crate) fn count(reader: Reader<'_>) -> Result<i64, CoreError> {
    sql::one(reader, "SELECT count(*) FROM operation", ())
}

/// When anybody wrote last, UTC milliseconds by their clock; none in a new file.
///
/// # Errors
/// What SQLite says.
pub fn newest_at(reader: Reader<'_>) -> Result<Option<i64>, CoreError> {
    let sql = "SELECT at_ms FROM operation ORDER BY seq DESC LIMIT 1";
    sql::first(reader, sql, (), |row| row.cell(0))
}

/// The highest time of an operation after a sequence number, UTC milliseconds, and the name of who
/// wrote it; of one time the one written first.
///
/// # Errors
/// What SQLite says.
pub fn latest_after(
    reader: Reader<'_>,
    seq: i64,
) -> Result<Option<(i64, Option<String>)>, CoreError> {
    let sql = "SELECT o.at_ms, p.name FROM operation o LEFT JOIN person p ON p.id = o.actor
         WHERE o.seq > ?1 ORDER BY o.at_ms DESC, o.seq LIMIT 1";
    sql::first(reader, sql, [seq], |row| Ok((row.cell(0)?, row.cell(1)?)))
}

/// Whether the log has an operation.
pub(crate) fn is_known(reader: Reader<'_>, op: OperationId) -> Result<bool, CoreError> {
    let sql = "SELECT 1 FROM operation WHERE op_id = ?1";
    sql::exists(reader, sql, [op.0.as_bytes()])
}

/// The hash of the operation of a sequence number; none where there is none.
pub(crate) fn hash_of(reader: Reader<'_>, seq: i64) -> Result<Option<[u8; 32]>, CoreError> {
    let sql = "SELECT hash FROM operation WHERE seq = ?1";
    sql::first(reader, sql, [seq], |row| row.cell(0))
}

/// The hash of a device's operation of a number; none where it is not there.
///
/// # Errors
/// What SQLite says.
pub fn hash_at(
    reader: Reader<'_>,
    device: [u8; 16],
    device_seq: i64,
) -> Result<Option<[u8; 32]>, CoreError> {
    let sql = "SELECT hash FROM operation WHERE device = ?1 AND device_seq = ?2";
    sql::first(reader, sql, (device, device_seq), |row| row.cell(0))
}

/// Device and person of an operation; neither where the log does not have it.
///
/// # Errors
/// What SQLite says.
pub fn writer(
    reader: Reader<'_>,
    op: OperationId,
) -> Result<(Option<[u8; 16]>, Option<PersonId>), CoreError> {
    let sql = "SELECT device, actor FROM operation WHERE op_id = ?1";
    let read = |row: &Row<'_>| Ok((row.cell(0)?, row.field(1)?));
    Ok(sql::first(reader, sql, [op.0.as_bytes()], read)?.unwrap_or_default())
}

/// The end of a device's chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainEnd {
    /// The device.
    pub device: [u8; 16],
    /// Its newest number.
    pub device_seq: i64,
    /// The hash there.
    pub hash: [u8; 32],
}

/// The end of every device's chain. That of an unsigned operation is none: its device is never used
/// again, so there is nothing to go on, and nothing of it is to be remembered anywhere.
///
/// # Errors
/// What SQLite says.
pub fn ends(reader: Reader<'_>) -> Result<Vec<ChainEnd>, CoreError> {
    let sql = "SELECT device, max(device_seq), hash FROM operation
         WHERE device IS NOT NULL AND session IS NOT NULL GROUP BY device";
    sql::all(reader, sql, (), |row| {
        Ok(ChainEnd {
            device: row.cell(0)?,
            device_seq: row.cell(1)?,
            hash: row.cell(2)?,
        })
    })
}

/// Where the next operation of a device continues.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tail {
    /// The newest hybrid clock of the file.
    pub hlc: i64,
    /// The file's newest sequence number.
    pub seq: i64,
    /// The device's newest own number.
    pub device_seq: i64,
    /// Hash of the device's newest operation.
    pub hash: Option<[u8; 32]>,
}

/// Where the log ends.
pub(crate) fn tail(reader: Reader<'_>, device: [u8; 16]) -> Result<Tail, CoreError> {
    let (seq, hlc) = newest_clock(reader)?;
    let sql = "SELECT device_seq, hash FROM operation WHERE device = ?1
         ORDER BY device_seq DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok((row.cell::<i64>(0)?, row.cell::<[u8; 32]>(1)?));
    let own = sql::first(reader, sql, [device], read)?;
    Ok(Tail {
        hlc,
        seq,
        device_seq: own.map_or(0, |own| own.0),
        hash: own.map(|own| own.1),
    })
}

/// The newest sequence number, and the newest hybrid clock. Clocks only go forward but for unsigned
/// operations, which have an old one: looked at are those at the end and the signed one before
/// them.
fn newest_clock(reader: Reader<'_>) -> Result<(i64, i64), CoreError> {
    let sql = "SELECT seq, hlc, session IS NULL FROM operation ORDER BY seq DESC";
    let mut statement = reader.0.prepare_cached(sql).told()?;
    let mut rows = statement.query(()).told()?;
    let (mut seq, mut hlc) = (0, 0);
    while let Some(row) = rows.next().told()? {
        seq = row.cell::<i64>(0)?.max(seq);
        hlc = row.cell::<i64>(1)?.max(hlc);
        if !row.cell::<bool>(2)? {
            break;
        }
    }
    Ok((seq, hlc))
}

/// Appends an operation with its changes; answers its sequence number.
pub(crate) fn append(
    reader: Reader<'_>,
    operation: &Operation,
    changes: &[Change],
) -> Result<i64, CoreError> {
    let sql =
        "INSERT INTO operation(op_id, hlc, at_ms, utc_offset, device, device_seq, actor, session,
           kind, undoes, prev_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let put = (
        operation.op_id.as_bytes(),
        operation.hlc,
        operation.at_ms,
        operation.utc_offset,
        operation.device,
        operation.device_seq,
        operation.actor.as_ref().map(Uuid::as_bytes),
        operation.session.as_ref().map(Uuid::as_bytes),
        &operation.kind,
        operation.undoes.as_ref().map(Uuid::as_bytes),
        operation.prev_hash,
        log::hash(operation, changes),
    );
    sql::run(reader, sql, put)?;
    let seq = reader.0.last_insert_rowid();
    change::append(reader, operation.op_id, changes)?;
    Ok(seq)
}

/// Which end of the log a page begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The oldest operation.
    OldestFirst,
    /// The newest operation.
    NewestFirst,
}

/// So many operations after a sequence number, with their changes in the order they were written.
///
/// # Errors
/// What SQLite says.
pub fn after(reader: Reader<'_>, seq: i64, limit: i64) -> Result<Vec<Logged>, CoreError> {
    let range = (seq, i64::MAX);
    between(reader, range, Order::OldestFirst, limit, Take::ALL)
}

/// So many operations between two sequence numbers, both left out, from one end of them.
///
/// # Errors
/// What SQLite says.
pub fn between(
    reader: Reader<'_>,
    (after, before): (i64, i64),
    order: Order,
    limit: i64,
    take: Take,
) -> Result<Vec<Logged>, CoreError> {
    let order = match order {
        Order::OldestFirst => "ASC",
        Order::NewestFirst => "DESC",
    };
    let sql = format!(
        "SELECT seq, op_id, hlc, at_ms, utc_offset, device, device_seq, actor, session, kind, undoes,
           prev_hash, hash
         FROM operation WHERE seq > ?1 AND seq < ?2 ORDER BY seq {order} LIMIT ?3",
    );
    sql::all(reader, &sql, (after, before, limit), |row| {
        let operation = Operation {
            op_id: row.uuid(1)?,
            hlc: row.cell(2)?,
            at_ms: row.cell(3)?,
            utc_offset: row.cell(4)?,
            device: row.cell(5)?,
            device_seq: row.cell(6)?,
            actor: row.id(7)?,
            session: row.id(8)?,
            kind: row.cell(9)?,
            undoes: row.id(10)?,
            prev_hash: row.cell(11)?,
        };
        Ok(Logged {
            seq: row.cell(0)?,
            changes: change::of(reader, operation.op_id, take)?,
            operation,
            hash: row.cell(12)?,
        })
    })
}

/// An operation of somebody's own, as the way back through them needs it.
pub(crate) struct Own {
    /// Its id.
    pub op_id: Uuid,
    /// What it does.
    pub kind: String,
    /// The operation it undoes.
    pub undoes: Option<Uuid>,
}

/// So many of somebody's own operations, the newest first: those of the session in a window, of
/// person and device in a terminal.
pub(crate) fn own(reader: Reader<'_>, who: &Who, limit: i64) -> Result<Vec<Own>, CoreError> {
    let read = |row: &Row<'_>| {
        Ok(Own {
            op_id: row.uuid(0)?,
            kind: row.cell(1)?,
            undoes: row.id(2)?,
        })
    };
    if who.undo_by_session {
        let sql = "SELECT op_id, kind, undoes FROM operation WHERE session = ?1
             ORDER BY seq DESC LIMIT ?2";
        return sql::all(reader, sql, (who.session.0.as_bytes(), limit), read);
    }
    let sql = "SELECT op_id, kind, undoes FROM operation WHERE device = ?1 AND actor IS ?2
         ORDER BY device_seq DESC LIMIT ?3";
    let actor = who.actor.map(|person| *person.0.as_bytes());
    sql::all(reader, sql, (who.device, actor, limit), read)
}
