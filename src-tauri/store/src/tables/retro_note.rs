//! Notes of retrospectives.

use kata_domain::RetroNote;
use kata_domain::ids::{RetrospectiveId, TeamId, TopicId};
use kata_wire::CoreError;

use super::rank::Ranked;
use super::retrospective::ended;
use super::{params, questions};
use crate::Reader;
use crate::sql;

impl Ranked for RetroNote {}

questions! { RetroNote
    /// The notes of a session, in their order.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

    /// The notes of a team's ended sessions, those of each in their order.
    of_ended_sessions(team: TeamId) -> all = concat!(
        "WHERE deleted_at IS NULL AND retrospective_id IN ", ended!("id"), " ORDER BY rank, id"
    );
}

/// The last rank of the notes that were put to a topic; none where there is none.
///
/// # Errors
/// What SQLite says.
pub fn last_rank_in(reader: Reader<'_>, topic: TopicId) -> Result<Option<String>, CoreError> {
    let sql = "SELECT max(rank) FROM retro_note WHERE topic_id = ?1";
    sql::one(reader, sql, params!(topic))
}
