//! What of a board can be searched, and what of it was touched after a place in the log.
//!
//! The index itself lies on each machine ([`crate::outbox::search`]). A batch is read in one short
//! transaction and written there after it: a reader that lingers would keep colleagues from saving.
//! A new index goes through the tables once, which have a row once where the log has each of its
//! operations; what is written meanwhile is read from the log after it. Coaching cycles are the team's
//! own and are left out. A row belongs to a focus process or to a retrospective, and is found as long as
//! that is there.

use kata_domain::noun::Entity;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::sql;

/// How many texts a row has at most.
pub const PARTS: usize = 5;

/// The texts of one row, in the order of [`Kind::parts`]; empty beyond them.
pub type Texts = [String; PARTS];

/// A kind of row that can be searched.
pub struct Kind {
    /// The kind.
    pub entity: Entity,
    /// The columns with its texts; the first one names the row.
    pub parts: &'static [&'static str],
    by_id: &'static str,
    next: &'static str,
}

macro_rules! select {
    ($table:literal, $of:literal, $columns:literal, $rest:literal) => {
        concat!(
            "SELECT h.id, h.team_id, h.deleted_at IS NULL AND t.deleted_at IS NULL, x.id, ",
            $columns,
            " FROM ",
            $table,
            " x JOIN ",
            $of,
            " JOIN team t ON t.id = h.team_id WHERE x.deleted_at IS NULL AND ",
            $rest
        )
    };
}

macro_rules! kind {
    ($entity:ident, $table:literal, $of:literal, $columns:literal, $parts:expr) => {
        Kind {
            entity: Entity::$entity,
            parts: &$parts,
            by_id: select!($table, $of, $columns, "x.id = ?1"),
            next: select!($table, $of, $columns, "x.id > ?1 ORDER BY x.id LIMIT ?2"),
        }
    };
}

/// A kind of row of a focus process.
macro_rules! of_process {
    ($entity:ident, $table:literal, $columns:literal, $parts:expr) => {
        kind!(
            $entity,
            $table,
            "focus_process h ON h.id = x.focus_process_id",
            $columns,
            $parts
        )
    };
}

/// A kind of row of a retrospective.
macro_rules! of_session {
    ($entity:ident, $table:literal, $columns:literal, $parts:expr) => {
        kind!(
            $entity,
            $table,
            "retrospective h ON h.id = x.retrospective_id",
            $columns,
            $parts
        )
    };
}

/// Every kind of row that can be searched. Its place here stands in the index: only ever append.
pub static KINDS: [Kind; 10] = [
    of_process!(
        Challenge,
        "challenge",
        "x.statement, x.why, x.operational_outcomes, x.business_outcomes, ''",
        [
            "statement",
            "why",
            "operational_outcomes",
            "business_outcomes"
        ]
    ),
    of_process!(
        CurrentCondition,
        "current_condition",
        "x.operating_pattern, x.gets_in_the_way, '', '', ''",
        ["operating_pattern", "gets_in_the_way"]
    ),
    of_process!(
        TargetCondition,
        "target_condition",
        "x.operating_pattern, x.reflection, '', '', ''",
        ["operating_pattern", "reflection"]
    ),
    of_process!(
        Obstacle,
        "obstacle",
        "x.text, x.evidence, '', '', ''",
        ["text", "evidence"]
    ),
    of_process!(
        Experiment,
        "experiment",
        "x.step, x.prediction, x.what_happened, x.learned, x.belief",
        ["step", "prediction", "what_happened", "learned", "belief"]
    ),
    kind!(
        Retrospective,
        "retrospective",
        "retrospective h ON h.id = x.id",
        "x.title, x.subject, x.summary, x.no_step_reason, ''",
        ["title", "subject", "summary", "no_step_reason"]
    ),
    of_session!(
        Topic,
        "topic",
        "x.title, x.notes, '', '', ''",
        ["title", "notes"]
    ),
    of_session!(RetroNote, "retro_note", "x.text, '', '', '', ''", ["text"]),
    of_session!(Answer, "answer", "x.text, '', '', '', ''", ["text"]),
    of_session!(
        TimelineEvent,
        "timeline_event",
        "x.what, x.known, x.who, '', ''",
        ["what", "known", "who"]
    ),
];

const TOUCHED: &str = "SELECT DISTINCT c.entity, c.entity_id FROM operation o JOIN change c USING (op_id)
     WHERE o.seq > ?1 AND o.seq <= ?2 AND c.entity IN
     ('challenge', 'current_condition', 'target_condition', 'obstacle', 'experiment', 'retrospective', 'topic',
      'retro_note', 'answer', 'timeline_event', 'focus_process', 'team')";

const HOLDERS: &str = "SELECT h.id, h.team_id, h.deleted_at IS NULL AND t.deleted_at IS NULL
     FROM (SELECT id, team_id, deleted_at FROM focus_process UNION ALL
           SELECT id, team_id, deleted_at FROM retrospective) h
     JOIN team t ON t.id = h.team_id WHERE h.id = ?1 OR h.team_id = ?1";

/// A place in the log of one file. The hash tells two files apart that were one when they were copied.
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
pub fn after(
    connection: &Connection,
    from: &Place,
    count: i64,
) -> Result<Option<Batch>, CoreError> {
    let file = file(connection)?;
    let newest = super::feed::newest(connection)?;
    if from.file.is_empty() {
        let begin = Place {
            file,
            seq: newest,
            hash: at(connection, newest)?,
            scan: None,
        };
        let first = Scan {
            kind: 0,
            after: Uuid::nil(),
        };
        return scanned(connection, from, begin, first, count).map(Some);
    }
    if from.file != file || at(connection, from.seq)? != from.hash {
        return Ok(None);
    }
    let batch = match from.scan {
        Some(scan) => scanned(connection, from, from.clone(), scan, count)?,
        None => followed(connection, from, newest, count)?,
    };
    Ok(Some(batch))
}

/// The next rows of the tables; `to` gets the place after them.
fn scanned(
    connection: &Connection,
    from: &Place,
    mut to: Place,
    scan: Scan,
    count: i64,
) -> Result<Batch, CoreError> {
    let Scan { kind, after } = scan;
    let next = |row: &Row<'_>| {
        Ok(Touched {
            id: Uuid::from_bytes(row.get(3)?),
            kind,
            content: Some(content(row)?),
        })
    };
    let rows = match KINDS.get(kind) {
        Some(kind) => sql::all(connection, kind.next, (after.as_bytes(), count), next)?,
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
    connection: &Connection,
    from: &Place,
    newest: i64,
    operations: i64,
) -> Result<Batch, CoreError> {
    let seq = newest.min(from.seq.saturating_add(operations));
    let mut batch = Batch {
        from: from.clone(),
        to: Place {
            seq,
            hash: at(connection, seq)?,
            ..from.clone()
        },
        more: seq < newest,
        holders: Vec::new(),
        rows: Vec::new(),
    };
    let touched = sql::all(connection, TOUCHED, (from.seq, seq), |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, [u8; 16]>(1)?))
    })?;
    for (entity, id) in touched {
        let kind = KINDS.iter().position(|kind| kind.entity.name() == entity);
        if let Some(kind) = kind {
            batch.rows.push(touched_row(connection, kind, id)?);
        }
        if ["focus_process", "retrospective", "team"].contains(&entity.as_str()) {
            let holders = sql::all(connection, HOLDERS, [id], holder)?;
            batch.holders.extend(holders);
        }
    }
    Ok(batch)
}

/// The texts of a row; none where it or what it belongs to is removed.
///
/// # Errors
/// What SQLite says.
pub fn texts(connection: &Connection, kind: &Kind, id: Uuid) -> Result<Option<Texts>, CoreError> {
    let found = sql::first(connection, kind.by_id, [id.as_bytes()], content)?;
    Ok(found
        .filter(|(holder, _)| holder.live)
        .map(|(_, texts)| texts))
}

fn touched_row(connection: &Connection, kind: usize, id: [u8; 16]) -> Result<Touched, CoreError> {
    Ok(Touched {
        id: Uuid::from_bytes(id),
        kind,
        content: sql::first(connection, KINDS[kind].by_id, [id], content)?,
    })
}

fn content(row: &Row<'_>) -> rusqlite::Result<(Holder, Texts)> {
    let mut texts = Texts::default();
    for (index, text) in texts.iter_mut().enumerate() {
        *text = row.get(4 + index)?;
    }
    Ok((holder(row)?, texts))
}

fn holder(row: &Row<'_>) -> rusqlite::Result<Holder> {
    Ok(Holder {
        id: Uuid::from_bytes(row.get(0)?),
        team: Uuid::from_bytes(row.get(1)?),
        live: row.get(2)?,
    })
}

/// Board and incarnation of a file.
fn file(connection: &Connection) -> Result<String, CoreError> {
    let board = super::open::read_board_id(connection)?;
    let incarnation = super::log::incarnation(connection)?;
    Ok(format!("{}/{incarnation}", board.simple()))
}

/// The hash of an operation; none where there is none.
fn at(connection: &Connection, seq: i64) -> Result<Option<[u8; 32]>, CoreError> {
    Ok(connection
        .prepare_cached("SELECT hash FROM operation WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?)
}
