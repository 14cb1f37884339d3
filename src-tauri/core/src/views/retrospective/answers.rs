//! What people answered, and the survey of psychological safety from four answers up.

use kata_domain::ids::ParticipantId;
use kata_domain::retrospective::{AnswerKind, SAFETY_ITEMS, SAFETY_SHOWN_FROM};
use kata_domain::{Answer, Participant, Retrospective};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;
use crate::views::lines::{Item, Look};

static ANSWERS: Select<Answer> =
    Select::new("WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id");

/// What people answered.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Answers {
    /// How people arrived.
    pub check_in: Vec<AnswerLine>,
    /// What they take away.
    pub takeaways: Vec<AnswerLine>,
    /// How the session was, 1 to 5.
    pub ratings: Vec<i64>,
    /// The survey of psychological safety, where it is asked.
    pub safety: Option<Safety>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AnswerLine {
    /// The answer.
    pub answer: Item<Answer>,
    /// Who answered; none where nothing says so.
    pub author: Option<String>,
}

/// The survey of psychological safety.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Safety {
    /// How many answered.
    pub answers: usize,
    /// How many have to answer before anything is shown.
    pub shown_from: usize,
    /// Mean of each statement, 1 to 5, turned so that more is safer; none with fewer answers.
    pub means: Option<Vec<f64>>,
    /// Mean of all statements; none with fewer answers.
    pub mean: Option<f64>,
}

/// Statements of the survey that say the opposite (Edmondson 1999, items 1, 3 and 5).
const REVERSED: [usize; 3] = [0, 2, 4];

/// The computer at which a participant came in first; none where the log does not know it.
pub(crate) fn came_in_from(
    look: &Look<'_>,
    participant: ParticipantId,
) -> Result<Option<[u8; 16]>, CoreError> {
    let found = sql::first(
        look.connection,
        "SELECT o.device FROM participant p JOIN operation o ON o.op_id = p.created_op WHERE p.id = ?1",
        [participant.0.as_bytes()],
        |row| row.get(0),
    )?;
    Ok(found.flatten())
}

pub(super) fn get(
    look: &Look<'_>,
    session: &Retrospective,
    participants: &[Stored<Participant>],
) -> Result<Answers, CoreError> {
    let answers = ANSWERS.all(look.connection, [session.id.0.as_bytes()])?;
    let of = |kind: AnswerKind| {
        answers
            .iter()
            .filter(move |row| row.noun.answer_kind == kind)
    };
    let lines = |kind: AnswerKind| of(kind).map(|row| line(row, participants)).collect();
    Ok(Answers {
        check_in: lines(AnswerKind::CheckIn),
        takeaways: lines(AnswerKind::Takeaway),
        ratings: of(AnswerKind::Rating)
            .filter_map(|row| row.noun.score)
            .collect(),
        safety: session.survey.then(|| safety_of(&answers)),
    })
}

/// What the answers of a session say in its survey.
pub(super) fn safety_of(answers: &[Stored<Answer>]) -> Safety {
    safety(&surveys(answers))
}

fn surveys(answers: &[Stored<Answer>]) -> Vec<&[i64]> {
    let safety = |row: &&Stored<Answer>| row.noun.answer_kind == AnswerKind::Safety;
    let of_survey = answers.iter().filter(safety);
    of_survey.map(|row| row.noun.scores.as_slice()).collect()
}

fn line(row: &Stored<Answer>, participants: &[Stored<Participant>]) -> AnswerLine {
    let author = row.noun.participant_id.and_then(|author| {
        let found = participants.iter().find(|one| one.noun.id == author);
        found.map(|one| one.noun.name.clone())
    });
    AnswerLine {
        author,
        answer: row.clone().into_item(),
    }
}

fn safety(surveys: &[&[i64]]) -> Safety {
    let count = surveys.len();
    let means = (count >= SAFETY_SHOWN_FROM).then(|| {
        let mean = |item: usize| {
            let scores = surveys.iter().filter_map(|scores| scores.get(item));
            let safer = |score: &i64| match REVERSED.contains(&item) {
                true => (6 - score) as f64,
                false => *score as f64,
            };
            scores.map(safer).sum::<f64>() / count as f64
        };
        (0..SAFETY_ITEMS).map(mean).collect::<Vec<f64>>()
    });
    Safety {
        answers: count,
        shown_from: SAFETY_SHOWN_FROM,
        mean: means
            .as_ref()
            .map(|means| means.iter().sum::<f64>() / SAFETY_ITEMS as f64),
        means,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_survey_is_shown_from_four_answers_and_more_is_safer() {
        let safe: &[i64] = &[1, 5, 1, 5, 1, 5, 5];
        let unsafe_: &[i64] = &[5, 1, 5, 1, 5, 1, 1];
        assert_eq!(safety(&[safe; 3]).mean, None);
        assert_eq!(safety(&[safe; 3]).answers, 3);
        assert_eq!(safety(&[safe; 4]).mean, Some(5.0));
        assert_eq!(safety(&[unsafe_; 4]).mean, Some(1.0));
        let mixed = safety(&[safe, safe, unsafe_, unsafe_]);
        assert_eq!(mixed.means, Some(vec![3.0; SAFETY_ITEMS]));
    }
}
