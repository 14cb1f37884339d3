//! Answers that are said in the round: they have a name, and each person has one of a kind.

use kata_domain::ids::{AnswerId, ParticipantId};
use kata_domain::noun::Noun;
use kata_domain::retrospective::AnswerKind;
use kata_domain::{Answer, Participant};
use kata_wire::CoreError;
use uuid::Uuid;

use super::open_session;
use crate::ops::{Desk, present};
use kata_store::tables;

/// Writes a participant's answer, in the place of the one they gave before. Words and number are
/// said one after the other: what is absent stays as it was.
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
        let before = tables::answer::of_participant(write.reader(), participant.id, kind)?;
        if let Some(row) = before {
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
