//! The log: operations with their changes, chained by hash, only ever appended.
//!
//! The hash covers a versioned encoding with the hash of each value in the value's place, so that a
//! text can be blanked later without breaking the chain. The chain runs per device, because it is a
//! device's own sequence that stays the same in every copy of the file.

use kata_domain::ids::{OperationId, PersonId};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::CoreError;

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
pub fn hash(operation: &Operation, changes: &[Change]) -> [u8; 32] {
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

/// Where the next operation of a device continues.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tail {
    /// The newest hybrid clock of the file.
    pub hlc: i64,
    /// The file's newest sequence number.
    pub seq: i64,
    /// The device's newest own number.
    pub device_seq: i64,
    /// Hash of the device's newest operation.
    pub hash: Option<[u8; 32]>,
}

/// Reads where the log ends.
///
/// # Errors
/// What SQLite says.
pub fn tail(connection: &Connection, device: [u8; 16]) -> Result<Tail, CoreError> {
    let (seq, hlc) = newest(connection)?;
    let own: Option<(i64, [u8; 32])> = connection
        .prepare_cached(
            "SELECT device_seq, hash FROM operation WHERE device = ?1 ORDER BY device_seq DESC LIMIT 1",
        )?
        .query_row([device], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(Tail {
        hlc,
        seq,
        device_seq: own.map_or(0, |o| o.0),
        hash: own.map(|o| o.1),
    })
}

/// The newest sequence number, and the newest hybrid clock. Clocks only go forward but for unsigned
/// operations, which have an old one: looked at are those at the end and the signed one before them.
fn newest(connection: &Connection) -> Result<(i64, i64), CoreError> {
    let mut statement = connection
        .prepare_cached("SELECT seq, hlc, session IS NULL FROM operation ORDER BY seq DESC")?;
    let mut rows = statement.query([])?;
    let (mut seq, mut hlc) = (0, 0);
    while let Some(row) = rows.next()? {
        seq = row.get::<_, i64>(0)?.max(seq);
        hlc = row.get::<_, i64>(1)?.max(hlc);
        if !row.get::<_, bool>(2)? {
            break;
        }
    }
    Ok((seq, hlc))
}

/// The newest hybrid clock of what was written in a row.
///
/// # Errors
/// What SQLite says.
pub fn newest_hlc_of(connection: &Connection, row: Uuid) -> Result<i64, CoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT coalesce(max(o.hlc), 0) FROM change c JOIN operation o USING (op_id)
             WHERE c.entity_id = ?1",
        )?
        .query_row([row.as_bytes()], |row| row.get(0))?)
}

/// The clock of the next operation: this machine's time, but after everything the file has seen.
pub fn next_hlc(now_ms: i64, last: i64) -> i64 {
    (now_ms.clamp(0, (1 << 47) - 1) << 16).max(last.saturating_add(1))
}

/// Appends an operation with its changes.
///
/// # Errors
/// What SQLite says.
pub fn append(
    connection: &Connection,
    operation: &Operation,
    changes: &[Change],
) -> Result<i64, CoreError> {
    let mut put = connection.prepare_cached(
        "INSERT INTO operation(op_id, hlc, at_ms, utc_offset, device, device_seq, actor, session, kind, undoes, prev_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    put.execute((
        operation.op_id.as_bytes(),
        operation.hlc,
        operation.at_ms,
        operation.utc_offset,
        operation.device,
        operation.device_seq,
        operation.actor.as_ref().map(|id| id.as_bytes()),
        operation.session.as_ref().map(|id| id.as_bytes()),
        &operation.kind,
        operation.undoes.as_ref().map(|id| id.as_bytes()),
        operation.prev_hash,
        hash(operation, changes),
    ))?;
    let seq = connection.last_insert_rowid();
    let mut put = connection.prepare_cached(
        "INSERT INTO change(op_id, entity, entity_id, team_id, field, parents, value)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for change in changes {
        put.execute((
            operation.op_id.as_bytes(),
            &change.entity,
            change.entity_id.as_bytes(),
            change.team_id.as_ref().map(|id| id.as_bytes()),
            &change.field,
            change.parents.as_deref(),
            change.value.as_deref(),
        ))?;
    }
    Ok(seq)
}

/// Reads operations after `seq`, with their changes in the order they were written.
///
/// # Errors
/// What SQLite says.
pub fn after(connection: &Connection, seq: i64, limit: i64) -> Result<Vec<Logged>, CoreError> {
    let range = (seq, i64::MAX);
    between(connection, range, Order::OldestFirst, limit, Take::ALL)
}

/// Which end of the log a page begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The oldest operation.
    OldestFirst,
    /// The newest operation.
    NewestFirst,
}

/// How much is read of an operation's changes. An import has hundreds, with thousands of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// At most so many.
    pub changes: i64,
    /// Also what was written.
    pub values: bool,
}

impl Take {
    /// Everything.
    pub const ALL: Take = Take {
        changes: i64::MAX,
        values: true,
    };
}

/// Reads operations between two sequence numbers, both left out, from one end of them.
///
/// # Errors
/// What SQLite says.
pub fn between(
    connection: &Connection,
    (after, before): (i64, i64),
    order: Order,
    limit: i64,
    take: Take,
) -> Result<Vec<Logged>, CoreError> {
    let order = match order {
        Order::OldestFirst => "ASC",
        Order::NewestFirst => "DESC",
    };
    let mut operations = connection.prepare_cached(&format!(
        "SELECT seq, op_id, hlc, at_ms, utc_offset, device, device_seq, actor, session, kind, undoes, prev_hash, hash
         FROM operation WHERE seq > ?1 AND seq < ?2 ORDER BY seq {order} LIMIT ?3",
    ))?;
    let mut rows = operations.query((after, before, limit))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let operation = Operation {
            op_id: Uuid::from_bytes(row.get(1)?),
            hlc: row.get(2)?,
            at_ms: row.get(3)?,
            utc_offset: row.get(4)?,
            device: row.get(5)?,
            device_seq: row.get(6)?,
            actor: uuid(row.get(7)?),
            session: uuid(row.get(8)?),
            kind: row.get(9)?,
            undoes: uuid(row.get(10)?),
            prev_hash: row.get(11)?,
        };
        let changes = some_changes_of(connection, operation.op_id, take)?;
        found.push(Logged {
            seq: row.get(0)?,
            operation,
            changes,
            hash: row.get(12)?,
        });
    }
    Ok(found)
}

/// The changes of one operation, in the order they were written.
///
/// # Errors
/// What SQLite says.
pub fn changes_of(connection: &Connection, op_id: Uuid) -> Result<Vec<Change>, CoreError> {
    some_changes_of(connection, op_id, Take::ALL)
}

/// How many changes an operation has.
///
/// # Errors
/// What SQLite says.
pub fn count_changes(connection: &Connection, op_id: Uuid) -> Result<i64, CoreError> {
    Ok(connection
        .prepare_cached("SELECT count(*) FROM change WHERE op_id = ?1")?
        .query_row([op_id.as_bytes()], |row| row.get(0))?)
}

fn some_changes_of(
    connection: &Connection,
    op_id: Uuid,
    take: Take,
) -> Result<Vec<Change>, CoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT entity, entity_id, team_id, field, parents, CASE WHEN ?2 THEN value END
         FROM change WHERE op_id = ?1 ORDER BY rowid LIMIT ?3",
    )?;
    let changes = statement
        .query_map((op_id.as_bytes(), take.values, take.changes), read_change)?
        .collect::<Result<_, _>>()?;
    Ok(changes)
}

fn read_change(row: &rusqlite::Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        entity: row.get(0)?,
        entity_id: Uuid::from_bytes(row.get(1)?),
        team_id: uuid(row.get(2)?),
        field: row.get(3)?,
        parents: row.get(4)?,
        value: row.get(5)?,
    })
}

fn uuid(bytes: Option<[u8; 16]>) -> Option<Uuid> {
    bytes.map(Uuid::from_bytes)
}

/// Device and person of an operation; neither where the log does not have it.
///
/// # Errors
/// What SQLite says.
pub fn writer(
    connection: &Connection,
    op_id: Uuid,
) -> Result<(Option<[u8; 16]>, Option<PersonId>), CoreError> {
    let found = connection
        .prepare_cached("SELECT device, actor FROM operation WHERE op_id = ?1")?
        .query_row([op_id.as_bytes()], |row| {
            Ok((row.get(0)?, person(uuid(row.get(1)?))))
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// The newest change of a row before an operation.
///
/// # Errors
/// What SQLite says.
pub fn last_before(
    connection: &Connection,
    op_id: Uuid,
    row: Uuid,
) -> Result<Option<Change>, CoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT c.entity, c.entity_id, c.team_id, c.field, c.parents, c.value
         FROM change c JOIN operation o USING (op_id)
         WHERE c.entity_id = ?2 AND o.seq < (SELECT seq FROM operation WHERE op_id = ?1)
         ORDER BY o.seq DESC, c.rowid DESC LIMIT 1",
    )?;
    Ok(statement
        .query_row([op_id.as_bytes(), row.as_bytes()], read_change)
        .optional()?)
}

/// Whether a row was changed after an operation by anybody but this person on this device.
///
/// # Errors
/// What SQLite says.
pub fn others_wrote_since(
    connection: &Connection,
    op_id: Uuid,
    row: Uuid,
    device: [u8; 16],
    actor: Option<PersonId>,
) -> Result<bool, CoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM change c JOIN operation o USING (op_id)
         WHERE c.entity_id = ?2 AND o.seq > (SELECT seq FROM operation WHERE op_id = ?1)
           AND NOT (o.device IS ?3 AND o.actor IS ?4))",
    )?;
    let actor = actor.map(|person| *person.0.as_bytes());
    let params = (op_id.as_bytes(), row.as_bytes(), device, actor);
    Ok(statement.query_row(params, |row| row.get(0))?)
}

/// A person's id from the log.
pub fn person(id: Option<Uuid>) -> Option<PersonId> {
    id.map(PersonId)
}

/// An operation's id from the log.
pub fn op(id: Uuid) -> OperationId {
    OperationId(id)
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
pub fn ends(connection: &Connection) -> Result<Vec<ChainEnd>, CoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT device, max(device_seq), hash FROM operation
         WHERE device IS NOT NULL AND session IS NOT NULL GROUP BY device",
    )?;
    let ends = statement
        .query_map([], |row| {
            Ok(ChainEnd {
                device: row.get(0)?,
                device_seq: row.get(1)?,
                hash: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(ends)
}

/// The hash of a device's operation of a number; none where it is not there.
///
/// # Errors
/// What SQLite says.
pub fn hash_at(
    connection: &Connection,
    device: [u8; 16],
    device_seq: i64,
) -> Result<Option<[u8; 32]>, CoreError> {
    Ok(connection
        .prepare_cached("SELECT hash FROM operation WHERE device = ?1 AND device_seq = ?2")?
        .query_row((device, device_seq), |row| row.get(0))
        .optional()?)
}

/// The file's incarnation, 32 hex digits: another one after a restore.
///
/// # Errors
/// What SQLite says.
pub fn incarnation(connection: &Connection) -> Result<String, CoreError> {
    let bytes: Option<[u8; 16]> = connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'incarnation'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(bytes
        .map(|bytes| Uuid::from_bytes(bytes).simple().to_string())
        .unwrap_or_default())
}
