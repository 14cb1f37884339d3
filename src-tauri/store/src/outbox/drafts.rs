//! Typed text that is not yet shared.
//!
//! Owns the `draft` table: one text for each field a person is in. It is put here
//! on every pause of typing, and leaves only when the caller has read the shared
//! commit back.

use rusqlite::{OptionalExtension, Row, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Outbox, Result};

/// Text that a person has typed into one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The board it is for.
    pub board_id: String,
    /// Who typed it; empty while they have not said who they are.
    pub person: String,
    /// The row it is for, or the id that the new row will have.
    pub entity_id: String,
    /// The field it is for.
    pub field: String,
    /// What was typed.
    pub text: String,
    /// The heads the field showed when typing began.
    pub based_on: Vec<String>,
    /// What the screen needs to put the text back in its place.
    pub context: Value,
    /// When it was typed, in milliseconds since 1970, UTC.
    pub at_ms: i64,
}

impl Draft {
    /// The field this draft is for.
    pub fn key(&self) -> DraftKey {
        DraftKey {
            board_id: self.board_id.clone(),
            person: self.person.clone(),
            entity_id: self.entity_id.clone(),
            field: self.field.clone(),
        }
    }
}

/// One person's place for a draft: a field of a row of a board.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DraftKey {
    /// The board.
    pub board_id: String,
    /// The person; empty while they have not said who they are.
    pub person: String,
    /// The row.
    pub entity_id: String,
    /// The field.
    pub field: String,
}

impl Outbox {
    /// Keeps a draft in the place of the field's earlier one. On the disk on return.
    ///
    /// The later call wins, whatever the drafts' times say: a clock set back must
    /// not make this computer refuse what is being typed.
    pub fn put(&self, draft: &Draft) -> Result<()> {
        let based_on = Value::from(draft.based_on.as_slice()).to_string();
        self.connection()
            .prepare_cached(
                "INSERT INTO draft (board_id, person, entity_id, field, text, based_on, context, at_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (board_id, person, entity_id, field) DO UPDATE SET
                     text = excluded.text, based_on = excluded.based_on,
                     context = excluded.context, at_ms = excluded.at_ms",
            )?
            .execute(params![
                draft.board_id,
                draft.person,
                draft.entity_id,
                draft.field,
                draft.text,
                based_on,
                draft.context.to_string(),
                draft.at_ms
            ])?;
        Ok(())
    }

    /// A person's drafts for a board, the oldest first.
    pub fn list(&self, board_id: &str, person: &str) -> Result<Vec<Draft>> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT board_id, person, entity_id, field, text, based_on, context, at_ms
             FROM draft WHERE board_id = ?1 AND person = ?2 ORDER BY at_ms, rowid",
        )?;
        let drafts = statement.query_map([board_id, person], read)?;
        Ok(drafts.collect::<rusqlite::Result<_>>()?)
    }

    /// Drops a draft, whatever it says by now; `false` if there was none.
    pub fn drop(&self, key: &DraftKey) -> Result<bool> {
        let dropped = self
            .connection()
            .prepare_cached(
                "DELETE FROM draft WHERE board_id = ?1 AND person = ?2 AND entity_id = ?3 AND field = ?4",
            )?
            .execute([&key.board_id, &key.person, &key.entity_id, &key.field])?;
        Ok(dropped > 0)
    }

    /// Drops a draft that still says what has been read back from the shared file;
    /// `false` if the person has typed on meanwhile, and then it stays.
    pub fn drop_if_still(&self, key: &DraftKey, text: &str) -> Result<bool> {
        let dropped = self
            .connection()
            .prepare_cached(
                "DELETE FROM draft WHERE board_id = ?1 AND person = ?2 AND entity_id = ?3 AND field = ?4
                 AND text = ?5 RETURNING 1",
            )?
            .query_row([&key.board_id, &key.person, &key.entity_id, &key.field, text], |_| Ok(()))
            .optional()?;
        Ok(dropped.is_some())
    }
}

/// A draft whose circumstances cannot be read still is somebody's text.
fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let based_on: String = row.get(5)?;
    let context: String = row.get(6)?;
    Ok(Draft {
        board_id: row.get(0)?,
        person: row.get(1)?,
        entity_id: row.get(2)?,
        field: row.get(3)?,
        text: row.get(4)?,
        based_on: serde_json::from_str(&based_on).unwrap_or_default(),
        context: serde_json::from_str(&context).unwrap_or_default(),
        at_ms: row.get(7)?,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
    use crate::home::Home;

    pub(crate) fn draft(field: &str, text: &str) -> Draft {
        Draft {
            board_id: "board".to_owned(),
            person: "ana".to_owned(),
            entity_id: "exp_1".to_owned(),
            field: field.to_owned(),
            text: text.to_owned(),
            based_on: vec!["op_1".to_owned(), "op_2".to_owned()],
            context: json!({ "screen": "storyboard", "cursor": 5 }),
            at_ms: 1_700_000_000_000,
        }
    }

    fn outbox() -> (tempfile::TempDir, Outbox) {
        let root = tempfile::tempdir().unwrap();
        let outbox = Outbox::open(&Home::at(root.path())).unwrap();
        (root, outbox)
    }

    #[test]
    fn each_field_keeps_its_latest_text() {
        let (_root, outbox) = outbox();
        outbox.put(&draft("learning", "one")).unwrap();
        outbox.put(&draft("learning", "one two")).unwrap();
        outbox
            .put(&Draft {
                at_ms: 1,
                ..draft("plan", "another")
            })
            .unwrap();
        let kept = outbox.list("board", "ana").unwrap();
        assert_eq!(
            kept,
            [
                Draft {
                    at_ms: 1,
                    ..draft("plan", "another")
                },
                draft("learning", "one two")
            ]
        );
    }

    #[test]
    fn a_clock_set_back_refuses_nothing() {
        let (_root, outbox) = outbox();
        outbox.put(&draft("learning", "before")).unwrap();
        outbox
            .put(&Draft {
                at_ms: 5,
                ..draft("learning", "after")
            })
            .unwrap();
        assert_eq!(outbox.list("board", "ana").unwrap()[0].text, "after");
    }

    #[test]
    fn persons_and_boards_do_not_see_each_others_drafts() {
        let (_root, outbox) = outbox();
        outbox.put(&draft("learning", "ana's")).unwrap();
        outbox
            .put(&Draft {
                person: "ben".to_owned(),
                ..draft("learning", "ben's")
            })
            .unwrap();
        outbox
            .put(&Draft {
                board_id: "other".to_owned(),
                ..draft("learning", "elsewhere")
            })
            .unwrap();
        let texts = |board: &str, person: &str| -> Vec<String> {
            outbox
                .list(board, person)
                .unwrap()
                .into_iter()
                .map(|draft| draft.text)
                .collect()
        };
        assert_eq!(texts("board", "ana"), ["ana's"]);
        assert_eq!(texts("board", "ben"), ["ben's"]);
        assert_eq!(texts("other", "ana"), ["elsewhere"]);
    }

    #[test]
    fn a_draft_leaves_only_as_what_was_shared() {
        let (_root, outbox) = outbox();
        let key = draft("learning", "").key();
        outbox
            .put(&draft("learning", "shared, and then some"))
            .unwrap();
        assert!(!outbox.drop_if_still(&key, "shared").unwrap());
        assert_eq!(outbox.list("board", "ana").unwrap().len(), 1);
        assert!(outbox.drop_if_still(&key, "shared, and then some").unwrap());
        assert!(!outbox.drop(&key).unwrap());
        outbox.put(&draft("learning", "again")).unwrap();
        assert!(outbox.drop(&key).unwrap());
        assert!(outbox.list("board", "ana").unwrap().is_empty());
    }

    #[test]
    fn unreadable_circumstances_do_not_hide_the_text() {
        let (_root, outbox) = outbox();
        outbox.put(&draft("learning", "precious")).unwrap();
        outbox
            .connection()
            .execute_batch("UPDATE draft SET based_on = '[', context = 'x'")
            .unwrap();
        let kept = outbox.list("board", "ana").unwrap();
        assert_eq!(
            (kept[0].text.as_str(), kept[0].based_on.len()),
            ("precious", 0)
        );
    }
}
