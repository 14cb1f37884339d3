//! Answers that are said in the round, and the survey.

use kata_domain::Answer;
use kata_domain::ids::{ParticipantId, RetrospectiveId, TeamId};
use kata_domain::retrospective::AnswerKind;

use super::questions;
use super::retrospective::ended;

questions! { Answer
    /// The answers of a session, the one given first first.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id";

    /// What a participant answered of a kind: the answer given first.
    of_participant(participant: ParticipantId, kind: AnswerKind) -> first =
        "WHERE participant_id = ?1 AND answer_kind = ?2 AND deleted_at IS NULL
         ORDER BY created_at, id LIMIT 1";

    /// The answers of a team's ended sessions, of a kind or all; of each session the one given
    /// first first.
    of_ended_sessions(team: TeamId, kind: Option<AnswerKind>) -> all = concat!(
        "WHERE deleted_at IS NULL AND (?2 IS NULL OR answer_kind = ?2) AND retrospective_id IN ",
        ended!("id"), " ORDER BY created_at, id"
    );
}
