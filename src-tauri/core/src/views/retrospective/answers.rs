//! What people answered, and the survey of psychological safety from four answers up.

use kata_domain::ids::ParticipantId;
use kata_domain::retrospective::{AnswerKind, SAFETY_ITEMS, SAFETY_SHOWN_FROM};
use kata_domain::{Answer, Participant, Retrospective};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{AnswerLine, Answers, CoreError, Safety};

use crate::views::lines::Look;

/// Statements of the survey that say the opposite (Edmondson 1999, items 1, 3 and 5).
const REVERSED: [usize; 3] = [0, 2, 4];

/// The computer at which a participant came in first; none where the log does not know it.
pub fn came_in_from(
    look: &Look<'_>,
    participant: ParticipantId,
) -> Result<Option<[u8; 16]>, CoreError> {
    match tables::find::<Participant>(look.reader, participant)? {
        Some(row) => Ok(tables::operation::writer(look.reader, row.created_op)?.0),
        None => Ok(None),
    }
}

pub(super) fn get(
    look: &Look<'_>,
    session: &Retrospective,
    participants: &[Stored<Participant>],
) -> Result<Answers, CoreError> {
    let answers = tables::answer::of_session(look.reader, session.id)?;
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
