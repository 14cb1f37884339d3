//! Votes on topics.

use kata_domain::Vote;
use kata_domain::ids::RetrospectiveId;
use kata_wire::CoreError;
use uuid::Uuid;

use super::questions;
use crate::Reader;
use crate::sql::{self, Cells};

questions! { Vote
    /// The votes of a session.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY id";

    /// The votes of a session that were placed under one token.
    of_token(session: RetrospectiveId, token: String) -> all =
        "WHERE retrospective_id = ?1 AND token = ?2 AND deleted_at IS NULL ORDER BY id";
}

/// Whether the group does not see a vote yet; none where the board has no such vote.
///
/// # Errors
/// What SQLite says.
pub fn is_hidden(reader: Reader<'_>, vote: Uuid) -> Result<Option<bool>, CoreError> {
    let sql = "SELECT r.votes_revealed_at IS NULL FROM vote v
         JOIN retrospective r ON r.id = v.retrospective_id WHERE v.id = ?1";
    sql::first(reader, sql, [vote.as_bytes()], |row| row.field(0))
}
