//! Taking over from the log what was touched.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::{Result, SearchIndex};
use crate::searchable::{Batch, Holder, Place, Scan, Texts, Touched};

impl SearchIndex {
    /// Up to where the log was taken over.
    ///
    /// # Errors
    /// When the index does not answer.
    pub fn place(&self) -> Result<Place> {
        self.with(|connection| place(connection))
    }

    /// Takes a batch over; false where another process has gone on from there already.
    ///
    /// # Errors
    /// When the index does not answer, or the disk is full.
    pub fn take(&self, batch: &Batch) -> Result<bool> {
        self.with(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if place(&transaction)? != batch.from {
                return Ok(false);
            }
            for holder in &batch.holders {
                put_holder(&transaction, holder)?;
            }
            put_rows(&transaction, &batch.rows)?;
            set_place(&transaction, &batch.to)?;
            transaction.commit()?;
            Ok(true)
        })
    }

    /// Forgets everything: the file has another history than the one that was taken over.
    ///
    /// # Errors
    /// When the index does not answer.
    pub fn forget(&self) -> Result<()> {
        self.with(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute_batch(
                "DELETE FROM place; DELETE FROM holder; DELETE FROM doc;
                 INSERT INTO words(words) VALUES ('delete-all');",
            )?;
            transaction.commit()
        })
    }
}

fn place(connection: &Connection) -> rusqlite::Result<Place> {
    let found = connection
        .prepare_cached("SELECT file, seq, hash, kind, after FROM place")?
        .query_row([], |row| {
            let kind: Option<u32> = row.get(3)?;
            let after: Option<[u8; 16]> = row.get(4)?;
            Ok(Place {
                file: row.get(0)?,
                seq: row.get(1)?,
                hash: row.get(2)?,
                scan: kind.zip(after).map(|(kind, after)| Scan {
                    kind: kind as usize,
                    after: Uuid::from_bytes(after),
                }),
            })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

fn set_place(transaction: &Transaction<'_>, place: &Place) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("DELETE FROM place")?
        .execute([])?;
    transaction
        .prepare_cached(
            "INSERT INTO place (file, seq, hash, kind, after) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            place.file,
            place.seq,
            place.hash,
            place.scan.map(|scan| scan.kind as i64),
            place.scan.map(|scan| *scan.after.as_bytes()),
        ])?;
    Ok(())
}

/// Writes down what rows belong to; answers its number.
fn put_holder(transaction: &Transaction<'_>, holder: &Holder) -> rusqlite::Result<i64> {
    transaction
        .prepare_cached(
            "INSERT INTO holder (id, team_id, live) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET team_id = excluded.team_id, live = excluded.live
             RETURNING no",
        )?
        .query_row(
            params![holder.id.as_bytes(), holder.team.as_bytes(), holder.live],
            |row| row.get(0),
        )
}

fn put_rows(transaction: &Transaction<'_>, rows: &[Touched]) -> rusqlite::Result<()> {
    let mut placed = Vec::new();
    for row in rows {
        let before = doc(transaction, row.id)?;
        match (&row.content, before) {
            (Some((holder, texts)), before) => {
                let holder = put_holder(transaction, holder)?;
                let place = match before {
                    Some(place) => place,
                    None => add_doc(transaction, row, holder)?,
                };
                placed.push((place, texts));
            }
            (None, Some(place)) => remove(transaction, row.id, place)?,
            (None, None) => {}
        }
    }
    // The index writes out what it has gathered whenever a row comes before the last one.
    placed.sort_by_key(|(place, _)| *place);
    for (place, texts) in placed {
        put_words(transaction, place, texts)?;
    }
    Ok(())
}

fn doc(transaction: &Transaction<'_>, id: Uuid) -> rusqlite::Result<Option<i64>> {
    transaction
        .prepare_cached("SELECT place FROM doc WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()
}

/// Gives a row its place; rows never change kind or what they belong to.
fn add_doc(transaction: &Transaction<'_>, row: &Touched, holder: i64) -> rusqlite::Result<i64> {
    transaction
        .prepare_cached("INSERT INTO doc (id, place) VALUES (?1, 0)")?
        .execute([row.id.as_bytes()])?;
    let n = transaction.last_insert_rowid();
    let place = holder << 36 | (row.kind as i64) << 32 | n;
    transaction
        .prepare_cached("UPDATE doc SET place = ?2 WHERE n = ?1")?
        .execute([n, place])?;
    Ok(place)
}

fn put_words(transaction: &Transaction<'_>, place: i64, texts: &Texts) -> rusqlite::Result<()> {
    let [a, b, c, d, e] = texts;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO words (rowid, a, b, c, d, e) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![place, a, b, c, d, e])?;
    Ok(())
}

fn remove(transaction: &Transaction<'_>, id: Uuid, place: i64) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("DELETE FROM words WHERE rowid = ?1")?
        .execute([place])?;
    transaction
        .prepare_cached("DELETE FROM doc WHERE id = ?1")?
        .execute([id.as_bytes()])?;
    Ok(())
}
