//! Asking the index.

use rusqlite::params;
use uuid::Uuid;

use super::{Result, SearchIndex, Words};

/// A row that has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place in [`crate::searchable::KINDS`].
    pub kind: usize,
    /// Its id.
    pub id: Uuid,
}

/// The text that names a row weighs double. Scores that differ by less than anybody could say why
/// are the same, and of those the asker's own team comes first.
const ASK: &str = "
    SELECT best.place >> 32 & 15, doc.id FROM (
        SELECT rowid AS place,
            round(bm25(words, 2.0, 1.0, 1.0, 1.0, 1.0), 2) AS score,
            rowid >> 36 IN (SELECT no FROM holder WHERE team_id = ?2) AS own
        FROM words
        WHERE words MATCH ?1
            AND rowid >> 36 NOT IN (SELECT no FROM holder WHERE NOT live)
            AND (?3 IS NULL OR rowid >> 32 & 15 = ?3)
        ORDER BY score, own DESC, place DESC LIMIT ?4
    ) AS best JOIN doc ON doc.n = best.place & 4294967295
    ORDER BY best.score, best.own DESC, best.place DESC";

impl SearchIndex {
    /// The rows that have the words, the best first.
    ///
    /// # Errors
    /// When the index does not answer.
    pub fn ask(
        &self,
        words: &Words,
        kind: Option<usize>,
        team: Option<Uuid>,
        limit: usize,
    ) -> Result<Vec<Found>> {
        self.with(|connection| {
            let team = team.map(|team| *team.as_bytes());
            let kind = kind.map(|kind| kind as i64);
            connection
                .prepare_cached(ASK)?
                .query_map(params![words.query, team, kind, limit as i64], |row| {
                    Ok(Found {
                        kind: row.get::<_, i64>(0)? as usize,
                        id: Uuid::from_bytes(row.get(1)?),
                    })
                })?
                .collect()
        })
    }
}
