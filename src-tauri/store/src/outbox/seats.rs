//! Seats in retrospectives: the participants who sit at this machine.
//!
//! Owns the `seat` table. An app of one's own has one seat, the laptop of a room one for each
//! person who takes turns at it. A seat has the random token under which its votes stand in the
//! shared file; nothing but this table says whose token it is.

use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::{Outbox, Result};

/// A participant's place at this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The retrospective.
    pub retrospective: String,
    /// The participant who sits here.
    pub participant: String,
    /// Stands in their votes in the place of a name, and in nothing else.
    pub token: String,
}

impl Outbox {
    /// Gives a participant a seat at this machine, or the one they have. On the disk on return.
    pub fn take_seat(
        &self,
        board_id: &str,
        retrospective: &str,
        participant: &str,
    ) -> Result<Seat> {
        let connection = self.connection();
        connection
            .prepare_cached(
                "INSERT INTO seat (board_id, retrospective, participant, token) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                board_id,
                retrospective,
                participant,
                Uuid::new_v4().simple().to_string()
            ])?;
        // Another process may have been the first: what stands there holds.
        Ok(connection
            .prepare_cached(
                "SELECT retrospective, participant, token FROM seat
                 WHERE board_id = ?1 AND retrospective = ?2 AND participant = ?3",
            )?
            .query_row([board_id, retrospective, participant], read)?)
    }

    /// The seat of a participant; none where they do not sit at this machine.
    pub fn seat(&self, board_id: &str, participant: &str) -> Result<Option<Seat>> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT retrospective, participant, token FROM seat
                 WHERE board_id = ?1 AND participant = ?2",
            )?
            .query_row([board_id, participant], read)
            .optional()?)
    }

    /// The seats of a retrospective at this machine, in the order in which they were taken.
    pub fn seats(&self, board_id: &str, retrospective: &str) -> Result<Vec<Seat>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT retrospective, participant, token FROM seat
             WHERE board_id = ?1 AND retrospective = ?2 ORDER BY rowid",
        )?;
        let seats = statement.query_map([board_id, retrospective], read)?;
        Ok(seats.collect::<rusqlite::Result<_>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Seat> {
    Ok(Seat {
        retrospective: row.get(0)?,
        participant: row.get(1)?,
        token: row.get(2)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::Home;

    #[test]
    fn a_participant_keeps_the_seat_and_its_token() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let take = |participant| {
            let outbox = Outbox::open(&home).unwrap();
            outbox.take_seat("board", "ret_1", participant).unwrap()
        };
        let (ana, guest) = (take("par_1"), take("par_2"));
        assert_eq!(take("par_1"), ana);
        assert_ne!(ana.token, guest.token);
        let outbox = Outbox::open(&home).unwrap();
        assert_eq!(
            outbox.seats("board", "ret_1").unwrap(),
            [ana, guest.clone()]
        );
        assert_eq!(outbox.seat("board", "par_2").unwrap(), Some(guest));
        assert_eq!(outbox.seat("other", "par_2").unwrap(), None);
        assert_eq!(outbox.seats("board", "ret_2").unwrap(), []);
    }
}
