//! Notes that a person keeps to themselves.
//!
//! Owns the `note` table: one text for each row of a board that a person made notes on, such as a
//! coach on a coaching cycle. It never reaches the shared file from here; sharing one is a write
//! like every other, which its author asks for.

use rusqlite::OptionalExtension;

use super::{Outbox, Result};

impl Outbox {
    /// What a person noted on a row; empty where there is nothing.
    pub fn note(&self, board_id: &str, person: &str, entity_id: &str) -> Result<String> {
        let text = self
            .connection()
            .prepare_cached(
                "SELECT text FROM note WHERE board_id = ?1 AND person = ?2 AND entity_id = ?3",
            )?
            .query_row([board_id, person, entity_id], |row| row.get(0))
            .optional()?;
        Ok(text.unwrap_or_default())
    }

    /// Keeps a note in the place of the earlier one; an empty one goes. On the disk on return.
    pub fn put_note(
        &self,
        board_id: &str,
        person: &str,
        entity_id: &str,
        text: &str,
        at_ms: i64,
    ) -> Result<()> {
        let connection = self.connection();
        if text.is_empty() {
            connection
                .prepare_cached(
                    "DELETE FROM note WHERE board_id = ?1 AND person = ?2 AND entity_id = ?3",
                )?
                .execute([board_id, person, entity_id])?;
            return Ok(());
        }
        connection
            .prepare_cached(
                "INSERT INTO note (board_id, person, entity_id, text, at_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (board_id, person, entity_id) DO UPDATE SET
                     text = excluded.text, at_ms = excluded.at_ms",
            )?
            .execute((board_id, person, entity_id, text, at_ms))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::Home;

    fn outbox(home: &Home) -> Outbox {
        Outbox::open(home).unwrap()
    }

    #[test]
    fn a_note_is_one_persons_on_one_row_and_there_after_opening_again() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let put = |text| outbox(&home).put_note("board", "ana", "cyc_1", text, 1);
        put("asked twice").unwrap();
        put("asked twice, and waited").unwrap();
        let note = |person, row| outbox(&home).note("board", person, row).unwrap();
        assert_eq!(note("ana", "cyc_1"), "asked twice, and waited");
        assert_eq!(
            (note("ben", "cyc_1"), note("ana", "cyc_2")),
            Default::default()
        );
        put("").unwrap();
        assert_eq!(note("ana", "cyc_1"), "");
    }

    #[test]
    fn an_older_apps_outbox_gets_its_place_for_notes() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        outbox(&home)
            .connection()
            .execute_batch("DROP TABLE note")
            .unwrap();
        outbox(&home)
            .put_note("board", "ana", "cyc_1", "kept", 1)
            .unwrap();
        assert_eq!(outbox(&home).note("board", "ana", "cyc_1").unwrap(), "kept");
    }
}
