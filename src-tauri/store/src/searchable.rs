//! What of a board can be searched, and what of it was touched after a place in the log.
//!
//! The index itself lies on each machine ([`crate::outbox::search`]). A batch is read in one short
//! transaction and written there after it: a reader that lingers would keep colleagues from saving.
//! A new index goes through the tables once, which have a row once where the log has each of its
//! operations; what is written meanwhile is read from the log after it. Coaching cycles are the
//! team's own and are left out. A row belongs to a focus process or to a retrospective, and is
//! found as long as that is there.

use std::sync::LazyLock;

use kata_domain::noun::Entity;
use kata_wire::CoreError;
use rusqlite::Row;
use uuid::Uuid;

use crate::Reader;
use crate::sql::{self, Cells};
use crate::tables::ancestry::{HOLDERS, Joined};
use crate::tables::{change, meta, operation};

/// How many texts a row has at most.
pub const PARTS: usize = 5;

/// The texts of one row, in the order of what its noun says is searched; empty beyond them.
pub type Texts = [String; PARTS];

/// A kind of row that can be searched.
pub struct Kind {
    /// The kind.
    pub entity: Entity,
    by_id: String,
    next: String,
}

impl Kind {
    fn of(entity: Entity) -> Option<Kind> {
        if entity.searched().is_empty() {
            return None;
        }
        let mut joined = Joined::default();
        let (holder, _) = joined.holder(entity)?;
        let mut columns: Vec<String> = entity
            .searched()
            .iter()
            .map(|part| format!("x.{part}"))
            .collect();
        columns.resize(PARTS, "''".to_owned());
        let (table, joins, columns) = (entity.name(), joined.sql, columns.join(", "));
        let select = format!(
            "SELECT {holder}.id, {holder}.team_id, {holder}.deleted_at IS NULL AND t.deleted_at IS NULL,
                 x.id, {columns}
             FROM {table} x{joins} JOIN team t ON t.id = {holder}.team_id WHERE x.deleted_at IS NULL"
        );
        Some(Kind {
            entity,
            by_id: format!("{select} AND x.id = ?1"),
            next: format!("{select} AND x.id > ?1 ORDER BY x.id LIMIT ?2"),
        })
    }
}

/// Every kind of row that can be searched. Its place here stands in the index, which goes by
/// [`fingerprint`].
pub static KINDS: LazyLock<Vec<Kind>> =
    LazyLock::new(|| Entity::ALL.into_iter().filter_map(Kind::of).collect());

/// Tells lists of kinds and of what is searched of them apart: an index of another list is not
/// read. FNV-1a, of 32 bits.
pub fn fingerprint() -> u32 {
    let said = KINDS
        .iter()
        .map(|kind| format!("{} {:?};", kind.entity.name(), kind.entity.searched()));
    said.collect::<String>()
        .bytes()
        .fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}

/// The holders that a touched row stands for: itself, or those of a team.
fn holders_sql() -> String {
    let each =
        HOLDERS.map(|holder| format!("SELECT id, team_id, deleted_at FROM {}", holder.name()));
    format!(
        "SELECT h.id, h.team_id, h.deleted_at IS NULL AND t.deleted_at IS NULL
         FROM ({}) h JOIN team t ON t.id = h.team_id WHERE h.id = ?1 OR h.team_id = ?1",
        each.join(" UNION ALL ")
    )
}

/// A place in the log of one file. The hash tells two files apart that were one when they were
/// copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Board and incarnation; empty before anything was read.
    pub file: String,
    /// The newest operation that was read.
    pub seq: i64,
    /// Its hash.
    pub hash: Option<[u8; 32]>,
    /// Where the tables are still being gone through; none once the log is followed.
    pub scan: Option<Scan>,
}

/// A place in the tables: rows of this kind with a higher id come next, then the kinds after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scan {
    /// Its place in [`KINDS`].
    pub kind: usize,
    /// The newest id that was read.
    pub after: Uuid,
}

/// A focus process or a retrospective, and whether what belongs to it can be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holder {
    /// Its id.
    pub id: Uuid,
    /// Its team.
    pub team: Uuid,
    /// Neither it nor its team is removed.
    pub live: bool,
}

/// A touched row as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// The row.
    pub id: Uuid,
    /// Its place in [`KINDS`].
    pub kind: usize,
    /// What it belongs to, and its texts; none where it is removed.
    pub content: Option<(Holder, Texts)>,
}

/// What was touched between two places of the log.
#[derive(Clone, Debug)]
pub struct Batch {
    /// After this place.
    pub from: Place,
    /// Up to this one.
    pub to: Place,
    /// Whether more follows.
    pub more: bool,
    /// What of those that rows belong to was touched.
    pub holders: Vec<Holder>,
    /// Touched rows.
    pub rows: Vec<Touched>,
}

/// What comes next after a place, as it is now: this many rows of the tables, or what this many
/// operations touched. None where the place is not in this file's log, as after a restore.
///
/// # Errors
/// What SQLite says.
pub fn after(reader: Reader<'_>, from: &Place, count: i64) -> Result<Option<Batch>, CoreError> {
    let file = file(reader)?;
    let newest = operation::newest(reader)?;
    if from.file.is_empty() {
        let begin = Place {
            file,
            seq: newest,
            hash: operation::hash_of(reader, newest)?,
            scan: None,
        };
        let first = Scan {
            kind: 0,
            after: Uuid::nil(),
        };
        return scanned(reader, from, begin, first, count).map(Some);
    }
    if from.file != file || operation::hash_of(reader, from.seq)? != from.hash {
        return Ok(None);
    }
    let batch = match from.scan {
        Some(scan) => scanned(reader, from, from.clone(), scan, count)?,
        None => followed(reader, from, newest, count)?,
    };
    Ok(Some(batch))
}

/// The next rows of the tables; `to` gets the place after them.
fn scanned(
    reader: Reader<'_>,
    from: &Place,
    mut to: Place,
    scan: Scan,
    count: i64,
) -> Result<Batch, CoreError> {
    let Scan { kind, after } = scan;
    let next = |row: &Row<'_>| {
        Ok(Touched {
            id: row.uuid(3)?,
            kind,
            content: Some(content(row)?),
        })
    };
    let rows = match KINDS.get(kind) {
        Some(kind) => sql::all(reader, &kind.next, (after.as_bytes(), count), next)?,
        None => Vec::new(),
    };
    to.scan = match rows.last() {
        Some(last) => Some(Scan {
            kind,
            after: last.id,
        }),
        None => (kind + 1 < KINDS.len()).then_some(Scan {
            kind: kind + 1,
            after: Uuid::nil(),
        }),
    };
    Ok(Batch {
        from: from.clone(),
        // What was written since the beginning follows.
        more: true,
        to,
        holders: Vec::new(),
        rows,
    })
}

/// What the next operations touched.
fn followed(
    reader: Reader<'_>,
    from: &Place,
    newest: i64,
    operations: i64,
) -> Result<Batch, CoreError> {
    let seq = newest.min(from.seq.saturating_add(operations));
    let mut batch = Batch {
        from: from.clone(),
        to: Place {
            seq,
            hash: operation::hash_of(reader, seq)?,
            ..from.clone()
        },
        more: seq < newest,
        holders: Vec::new(),
        rows: Vec::new(),
    };
    for (entity, id) in change::touched(reader, from.seq, seq)? {
        let Some(entity) = Entity::of_name(&entity) else {
            continue;
        };
        let kind = KINDS.iter().position(|kind| kind.entity == entity);
        if let Some(kind) = kind {
            batch.rows.push(touched_row(reader, kind, id)?);
        }
        if entity == Entity::Team || HOLDERS.contains(&entity) {
            let holders = sql::all(reader, &holders_sql(), [id.as_bytes()], holder)?;
            batch.holders.extend(holders);
        }
    }
    Ok(batch)
}

/// The texts of a row; none where it or what it belongs to is removed.
///
/// # Errors
/// What SQLite says.
pub fn texts(reader: Reader<'_>, kind: &Kind, id: Uuid) -> Result<Option<Texts>, CoreError> {
    let found = sql::first(reader, &kind.by_id, [id.as_bytes()], content)?;
    Ok(found
        .filter(|(holder, _)| holder.live)
        .map(|(_, texts)| texts))
}

fn touched_row(reader: Reader<'_>, kind: usize, id: Uuid) -> Result<Touched, CoreError> {
    Ok(Touched {
        id,
        kind,
        content: sql::first(reader, &KINDS[kind].by_id, [id.as_bytes()], content)?,
    })
}

fn content(row: &Row<'_>) -> Result<(Holder, Texts), CoreError> {
    let mut texts = Texts::default();
    for (index, text) in texts.iter_mut().enumerate() {
        *text = row.cell(4 + index)?;
    }
    Ok((holder(row)?, texts))
}

fn holder(row: &Row<'_>) -> Result<Holder, CoreError> {
    Ok(Holder {
        id: row.uuid(0)?,
        team: row.uuid(1)?,
        live: row.cell(2)?,
    })
}

/// Board and incarnation of a file.
fn file(reader: Reader<'_>) -> Result<String, CoreError> {
    let board = super::open::read_board_id(reader.0)?;
    let incarnation = meta::incarnation(reader)?;
    Ok(format!("{}/{incarnation}", board.simple()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the index has room for: a kind stands in four bits, and a row has so many texts.
    #[test]
    fn the_index_has_room_for_what_is_searched() {
        assert!(KINDS.len() <= 16);
        for entity in Entity::ALL {
            assert!(entity.searched().len() <= PARTS, "{}", entity.name());
        }
    }

    #[test]
    fn all_that_is_searched_is_found_under_something() {
        let searched = Entity::ALL.into_iter();
        let searched = searched.filter(|entity| !entity.searched().is_empty());
        let kinds = KINDS.iter().map(|kind| kind.entity);
        assert_eq!(kinds.collect::<Vec<_>>(), searched.collect::<Vec<_>>());
    }
}
