//! What was last seen of each device's history.
//!
//! Owns the `witness` table. Whoever can write a board can rewrite its log; only
//! somebody who remembers how far it went, and with which hash, can notice. Keyed
//! by the file's incarnation, as a restored file rightly is shorter.

use rusqlite::{OptionalExtension, Row, params};

use super::{Outbox, Result};

/// The last entry of one device's chain that was seen in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// The device whose chain it is.
    pub device: [u8; 16],
    /// How far the chain went.
    pub device_seq: i64,
    /// The chain's hash there.
    pub hash: [u8; 32],
}

impl Outbox {
    /// What was last seen of one device in a file.
    pub fn witness_get(
        &self,
        board_id: &str,
        incarnation: &str,
        device: &[u8; 16],
    ) -> Result<Option<Witness>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT device, device_seq, hash FROM witness
             WHERE board_id = ?1 AND incarnation = ?2 AND device = ?3",
        )?;
        Ok(statement
            .query_row(params![board_id, incarnation, device], read)
            .optional()?)
    }

    /// What was last seen of all devices in a file, also of those that are no longer
    /// in it.
    pub fn witnesses(&self, board_id: &str, incarnation: &str) -> Result<Vec<Witness>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT device, device_seq, hash FROM witness
             WHERE board_id = ?1 AND incarnation = ?2 ORDER BY device",
        )?;
        let witnesses = statement.query_map([board_id, incarnation], read)?;
        Ok(witnesses.collect::<rusqlite::Result<_>>()?)
    }

    /// Remembers what was seen, and answers whether it went further than before.
    ///
    /// Never goes back and never changes the hash of what it has: a process that
    /// reads more slowly, or a history that was shortened, must not erase the memory.
    pub fn witness_put(&self, board_id: &str, incarnation: &str, seen: &Witness) -> Result<bool> {
        let written = self
            .connection()
            .prepare_cached(
                "INSERT INTO witness (board_id, incarnation, device, device_seq, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (board_id, incarnation, device) DO UPDATE SET
                     device_seq = excluded.device_seq, hash = excluded.hash
                 WHERE excluded.device_seq > device_seq",
            )?
            .execute(params![
                board_id,
                incarnation,
                seen.device,
                seen.device_seq,
                seen.hash
            ])?;
        Ok(written > 0)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Witness> {
    Ok(Witness {
        device: row.get(0)?,
        device_seq: row.get(1)?,
        hash: row.get(2)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::Home;

    fn seen(device: u8, device_seq: i64, hash: u8) -> Witness {
        Witness {
            device: [device; 16],
            device_seq,
            hash: [hash; 32],
        }
    }

    #[test]
    fn memory_only_goes_forward() {
        let root = tempfile::tempdir().unwrap();
        let outbox = Outbox::open(&Home::at(root.path())).unwrap();
        assert_eq!(outbox.witness_get("b", "i", &[1; 16]).unwrap(), None);
        assert!(outbox.witness_put("b", "i", &seen(1, 5, 0xA)).unwrap());
        assert!(!outbox.witness_put("b", "i", &seen(1, 4, 0xB)).unwrap());
        assert!(!outbox.witness_put("b", "i", &seen(1, 5, 0xC)).unwrap());
        assert_eq!(
            outbox.witness_get("b", "i", &[1; 16]).unwrap(),
            Some(seen(1, 5, 0xA))
        );
        assert!(outbox.witness_put("b", "i", &seen(1, 6, 0xD)).unwrap());
        assert_eq!(
            outbox.witness_get("b", "i", &[1; 16]).unwrap(),
            Some(seen(1, 6, 0xD))
        );
    }

    #[test]
    fn files_and_incarnations_are_remembered_apart() {
        let root = tempfile::tempdir().unwrap();
        let outbox = Outbox::open(&Home::at(root.path())).unwrap();
        for device in [2, 1] {
            outbox
                .witness_put("b", "i", &seen(device, 5, device))
                .unwrap();
        }
        outbox.witness_put("b", "restored", &seen(1, 1, 9)).unwrap();
        assert_eq!(
            outbox.witnesses("b", "i").unwrap(),
            [seen(1, 5, 1), seen(2, 5, 2)]
        );
        assert_eq!(outbox.witnesses("b", "restored").unwrap(), [seen(1, 1, 9)]);
        assert!(outbox.witnesses("c", "i").unwrap().is_empty());
    }
}
