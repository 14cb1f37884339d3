//! What participants of a retrospective wrote and have not published.
//!
//! Owns the `held` table. A note stays here until the reveal and survives a crash; then it is
//! written to the shared file in its turn, under the id it has had here from the beginning, so that
//! one that was published just before a crash is not published again. Its secret stays: whoever has
//! it may change the note later, and the shared file has nothing but the secret's hash.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use super::{Outbox, Result};

/// Something that a participant wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The id that its row in the shared file gets or has; it tells nothing of when it was made.
    pub id: String,
    /// The retrospective.
    pub retrospective: String,
    /// Who wrote it.
    pub participant: String,
    /// What it is.
    pub kind: HeldKind,
    /// Its fields; null once it is published, because then they stand in the shared file.
    pub body: Value,
    /// What proves the right to change it later.
    pub secret: String,
    /// Whether it stands in the shared file.
    pub published: bool,
}

/// What is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldKind {
    /// A note of the reflection.
    Note,
    /// An answer to the survey of psychological safety.
    Safety,
    /// How the session was.
    Rating,
}

impl HeldKind {
    fn word(self) -> &'static str {
        match self {
            HeldKind::Note => "note",
            HeldKind::Safety => "safety",
            HeldKind::Rating => "rating",
        }
    }
}

const SELECT: &str =
    "SELECT id, retrospective, participant, kind, body, secret, published FROM held";

impl Outbox {
    /// Keeps something, or changes what is kept under its id as long as it is not published;
    /// `false` where it is. On the disk on return.
    pub fn hold(&self, board_id: &str, held: &Held) -> Result<bool> {
        let kept = self
            .connection()
            .prepare_cached(
                "INSERT INTO held (board_id, id, retrospective, participant, kind, body, secret, published)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)
                 ON CONFLICT (board_id, id) DO UPDATE SET body = excluded.body WHERE published = 0",
            )?
            .execute(params![
                board_id,
                held.id,
                held.retrospective,
                held.participant,
                held.kind.word(),
                held.body.to_string(),
                held.secret
            ])?;
        Ok(kept > 0)
    }

    /// One thing by its id.
    pub fn held(&self, board_id: &str, id: &str) -> Result<Option<Held>> {
        Ok(self
            .connection()
            .prepare_cached(&format!("{SELECT} WHERE board_id = ?1 AND id = ?2"))?
            .query_row([board_id, id], read)
            .optional()?)
    }

    /// What a participant wrote here, published or not, in the order in which it was begun.
    pub fn held_by(&self, board_id: &str, participant: &str) -> Result<Vec<Held>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "{SELECT} WHERE board_id = ?1 AND participant = ?2 ORDER BY rowid"
        ))?;
        let held = statement.query_map([board_id, participant], read)?;
        Ok(held.collect::<rusqlite::Result<_>>()?)
    }

    /// Throws away what is not published; `false` where there was nothing.
    pub fn discard(&self, board_id: &str, id: &str) -> Result<bool> {
        let gone = self
            .connection()
            .prepare_cached("DELETE FROM held WHERE board_id = ?1 AND id = ?2 AND published = 0")?
            .execute([board_id, id])?;
        Ok(gone > 0)
    }

    /// How many things wait at this machine to be published, all seats together.
    pub fn waiting(&self, board_id: &str, retrospective: &str) -> Result<u32> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT count(*) FROM held
                 WHERE board_id = ?1 AND retrospective = ?2 AND published = 0",
            )?
            .query_row([board_id, retrospective], |row| row.get(0))?)
    }

    /// How many notes wait at this machine to be published, all seats together.
    pub fn notes_waiting(&self, board_id: &str, retrospective: &str) -> Result<u32> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT count(*) FROM held
                 WHERE board_id = ?1 AND retrospective = ?2 AND published = 0 AND kind = 'note'",
            )?
            .query_row([board_id, retrospective], |row| row.get(0))?)
    }

    /// The retrospectives of a board for which something waits at this machine, and how many
    /// things.
    pub fn waiting_by_retrospective(&self, board_id: &str) -> Result<Vec<(String, u32)>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT retrospective, count(*) FROM held WHERE board_id = ?1 AND published = 0
             GROUP BY retrospective ORDER BY retrospective",
        )?;
        let rows = statement.query_map([board_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One of those that wait, whichever chance picks: neither the order in which they were written
    /// nor whose they are may be told from the order in which they are published.
    pub fn next_to_publish(&self, board_id: &str, retrospective: &str) -> Result<Option<Held>> {
        Ok(self
            .connection()
            .prepare_cached(&format!(
                "{SELECT} WHERE board_id = ?1 AND retrospective = ?2 AND published = 0
                 ORDER BY random() LIMIT 1"
            ))?
            .query_row([board_id, retrospective], read)
            .optional()?)
    }

    /// Notes that something stands in the shared file. Its words go from here, its secret stays.
    pub fn published(&self, board_id: &str, id: &str) -> Result<()> {
        self.connection()
            .prepare_cached(
                "UPDATE held SET published = 1, body = 'null' WHERE board_id = ?1 AND id = ?2",
            )?
            .execute([board_id, id])?;
        Ok(())
    }
}

/// Words whose circumstances cannot be read still are somebody's words.
fn read(row: &Row<'_>) -> rusqlite::Result<Held> {
    let kind: String = row.get(3)?;
    let body: String = row.get(4)?;
    Ok(Held {
        id: row.get(0)?,
        retrospective: row.get(1)?,
        participant: row.get(2)?,
        kind: match kind.as_str() {
            "safety" => HeldKind::Safety,
            "rating" => HeldKind::Rating,
            _ => HeldKind::Note,
        },
        body: serde_json::from_str(&body).unwrap_or_default(),
        secret: row.get(5)?,
        published: row.get(6)?,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::home::Home;

    fn note(id: &str, participant: &str, text: &str) -> Held {
        Held {
            id: id.to_owned(),
            retrospective: "ret_1".to_owned(),
            participant: participant.to_owned(),
            kind: HeldKind::Note,
            body: json!({ "text": text }),
            secret: format!("secret of {id}"),
            published: false,
        }
    }

    fn place() -> (tempfile::TempDir, Home) {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        (root, home)
    }

    #[test]
    fn what_is_held_is_there_after_opening_again_and_can_be_changed() {
        let (_root, home) = place();
        let open = || Outbox::open(&home).unwrap();
        open()
            .hold("board", &note("not_1", "par_1", "once"))
            .unwrap();
        open()
            .hold("board", &note("not_2", "par_2", "other"))
            .unwrap();
        let changed = note("not_1", "par_1", "twice");
        assert!(open().hold("board", &changed).unwrap());
        assert_eq!(open().held_by("board", "par_1").unwrap(), [changed]);
        let count = || open().waiting("board", "ret_1").unwrap();
        assert_eq!(count(), 2);
        assert!(open().discard("board", "not_1").unwrap());
        assert!(!open().discard("board", "not_1").unwrap());
        assert_eq!(count(), 1);
        assert_eq!(open().waiting("other", "ret_1").unwrap(), 0);
    }

    #[test]
    fn each_is_published_once_and_its_secret_stays() {
        let (_root, home) = place();
        let outbox = Outbox::open(&home).unwrap();
        for number in 0..6 {
            let held = note(&format!("not_{number}"), "par_1", "text");
            outbox.hold("board", &held).unwrap();
        }
        let mut published = BTreeSet::new();
        let next = || outbox.next_to_publish("board", "ret_1");
        while let Some(held) = next().unwrap() {
            outbox.published("board", &held.id).unwrap();
            assert!(published.insert(held.id));
        }
        assert_eq!(published.len(), 6);
        let done = outbox.held("board", "not_3").unwrap().unwrap();
        assert_eq!(done.secret, "secret of not_3");
        assert_eq!((done.published, done.body), (true, Value::Null));
    }

    #[test]
    fn what_is_published_is_neither_changed_nor_thrown_away_here() {
        let (_root, home) = place();
        let outbox = Outbox::open(&home).unwrap();
        outbox
            .hold("board", &note("not_1", "par_1", "text"))
            .unwrap();
        outbox.published("board", "not_1").unwrap();
        assert!(
            !outbox
                .hold("board", &note("not_1", "par_1", "late"))
                .unwrap()
        );
        assert!(!outbox.discard("board", "not_1").unwrap());
        let held = outbox.held("board", "not_1").unwrap().unwrap();
        assert_eq!(held.body, Value::Null);
    }

    #[test]
    fn the_order_of_publishing_is_not_the_order_of_writing() {
        let (_root, home) = place();
        let outbox = Outbox::open(&home).unwrap();
        for number in 0..30 {
            let held = note(&format!("not_{number}"), "par_1", "text");
            outbox.hold("board", &held).unwrap();
        }
        let first: BTreeSet<String> = (0..60)
            .map(|_| outbox.next_to_publish("board", "ret_1"))
            .map(|held| held.unwrap().unwrap().id)
            .collect();
        // One of thirty sixty times over has a chance of 1 in 30^59.
        assert!(first.len() > 1);
    }
}
