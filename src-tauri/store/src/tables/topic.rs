//! Topics of retrospectives. One that became a part of another one stays as a row that points on.

use kata_domain::Topic;
use kata_domain::ids::{RetrospectiveId, TeamId};
use kata_wire::{CoreError, Earlier};

use super::rank::Ranked;
use super::retrospective::ended;
use super::{params, questions};
use crate::Reader;
use crate::sql::{self, Cells};

impl Ranked for Topic {
    const STANDING: &'static str = "deleted_at IS NULL AND merged_into_id IS NULL";
}

questions! { Topic
    /// The topics of a session, in their order; also those that became a part of another one.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

    /// The topics of a team's ended sessions, those of each in their order; also those that became
    /// a part of another one.
    of_ended_sessions(team: TeamId) -> all = concat!(
        "WHERE deleted_at IS NULL AND retrospective_id IN ", ended!("id"), " ORDER BY rank, id"
    );
}

/// The topics of a team's ended sessions that stand for themselves, with what became of the
/// obstacle and what the step taught that the session agreed on; of the newest session first, those
/// of one day in their order.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn discussed_earlier(reader: Reader<'_>, team: TeamId) -> Result<Vec<Earlier>, CoreError> {
    let sql = "SELECT r.id, r.title, r.began_on, t.title, o.state, e.id, e.learned FROM topic t
         JOIN retrospective r ON r.id = t.retrospective_id
         LEFT JOIN obstacle o ON o.id = t.obstacle_id AND o.deleted_at IS NULL
         LEFT JOIN experiment e ON e.id = r.next_step_id AND e.deleted_at IS NULL
           AND e.closed_on IS NOT NULL
         WHERE r.team_id = ?1 AND r.state = 'closed' AND r.deleted_at IS NULL
         AND t.deleted_at IS NULL AND t.merged_into_id IS NULL
         ORDER BY r.began_on DESC, t.rank, t.id";
    sql::all(reader, sql, params!(team), |row| {
        Ok(Earlier {
            retrospective_id: Some(row.field(0)?),
            title: row.field(1)?,
            on: row.field(2)?,
            topic: Some(row.field(3)?),
            obstacle: row.field(4)?,
            experiment_id: row.field(5)?,
            learned: row.field(6)?,
        })
    })
}

/// Within another question: the obstacles that the topics of the session `?1` became.
macro_rules! became_in_the_session {
    () => {
        "(SELECT obstacle_id FROM topic WHERE retrospective_id = ?1)"
    };
}
pub(super) use became_in_the_session;

/// Within another question: the obstacles that the topics of the ended sessions of the team `?1`
/// became.
macro_rules! became_in_ended {
    () => {
        concat!(
            "(SELECT obstacle_id FROM topic WHERE retrospective_id IN ",
            $crate::tables::retrospective::ended!("id"),
            ")"
        )
    };
}
pub(super) use became_in_ended;

/// Within another question: the topics of all sessions of the team `?1` but the session `?2`.
macro_rules! of_other_sessions {
    () => {
        "(SELECT t.id FROM topic t JOIN retrospective r ON r.id = t.retrospective_id
          WHERE r.team_id = ?1 AND r.id <> ?2)"
    };
}
pub(super) use of_other_sessions;
