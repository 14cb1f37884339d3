//! Answers that are said in the round: they have a name, and each person has one of a kind.

use kata_domain::ids::{AnswerId, ParticipantId};
use kata_domain::noun::Noun;
use kata_domain::retrospective::AnswerKind;
use kata_domain::{Answer, Participant};
use uuid::Uuid;

use super::open_session;
use crate::error::CoreError;
use crate::ops::{Desk, present};
use crate::store::rows::Select;

static OF_PARTICIPANT: Select<Answer> = Select::new(
    "WHERE participant_id = ?1 AND answer_kind = ?2 AND deleted_at IS NULL ORDER BY created_at, id",
);

/// Writes a participant's answer, in the place of the one they gave before. Words and number are said one
/// after the other: what is absent stays as it was.
///
/// # Errors
/// When the participant is not there, the session is over, or it says nothing.
pub fn put(
    desk: &Desk<'_>,
    participant: ParticipantId,
    kind: AnswerKind,
    (text, score): (Option<String>, Option<i64>),
) -> Result<(), CoreError> {
    let done = desk.operate("answer_put", |write| {
        let participant = present::<Participant>(write, participant.0)?.noun;
        let session = open_session(write, participant.retrospective_id)?;
        let key = (participant.id.0.as_bytes(), kind.word());
        let before = OF_PARTICIPANT.all(write.connection(), key)?;
        if let Some(row) = before.into_iter().next() {
            let id = row.noun.wire_id();
            let mut after = row.noun.clone();
            after.text = text.unwrap_or(after.text);
            after.score = score.or(after.score);
            write.save(row, after, &Default::default())?;
            return Ok(id);
        }
        let answer = Answer {
            id: AnswerId(Uuid::now_v7()),
            retrospective_id: session.id,
            answer_kind: kind,
            participant_id: Some(participant.id),
            text: text.unwrap_or_default(),
            score,
            ..Answer::default()
        };
        let id = answer.wire_id();
        write.insert(answer)?;
        Ok(id)
    });
    done.map(drop)
}
