//! What people answer: a word or a number at the check-in, the survey of psychological safety, what
//! they take away, how the session was.

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{ParticipantId, RetrospectiveId};
use crate::noun::noun;

/// Statements of the survey (Edmondson 1999).
pub const SAFETY_ITEMS: usize = 7;

/// Answers from which the survey is shown: with fewer one could tell who said what.
pub const SAFETY_SHOWN_FROM: usize = 4;

choice! {
    /// What was asked.
    AnswerKind {
        /// How people arrive: a word, or 1 to 5.
        CheckIn = "check_in",
        /// Psychological safety, seven times 1 to 5; never with a name.
        Safety = "safety",
        /// What somebody takes away.
        Takeaway = "takeaway",
        /// How the session was, 1 to 5.
        Rating = "rating",
    }
}
json_field!(Vec<i64>);

noun! {
    /// One answer.
    Answer(AnswerId) AnswerPatch
    of retrospective_id
    searched text
    edit {
        /// The words.
        text: String => Text,
        /// The number, 1 to 5.
        score: Option<i64> => Newest,
        /// The numbers of the survey, 1 to 5 each.
        scores: Vec<i64> => Newest,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// What was asked.
        answer_kind: AnswerKind => Newest,
        /// Who answered; none where nothing may say so.
        participant_id: Option<ParticipantId> => Newest,
        /// Hex of the SHA-256 of a secret on the writer's machine; empty where the answer has a
        /// name.
        claim: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            let scored = |score: &i64| (1..=5).contains(score);
            if !after.score.iter().all(scored) {
                return Err(DomainError::NumberInvalid { field: "score" });
            }
            let items = match after.answer_kind {
                AnswerKind::Safety => SAFETY_ITEMS,
                AnswerKind::CheckIn | AnswerKind::Takeaway | AnswerKind::Rating => 0,
            };
            match after.scores.len() == items && after.scores.iter().all(scored) {
                true => after.expect_words(),
                false => Err(DomainError::NumberInvalid { field: "scores" }),
            }
        }
    }
}

impl Answer {
    fn expect_words(&self) -> Result<(), DomainError> {
        let said = !self.text.trim().is_empty() || self.score.is_some() || !self.scores.is_empty();
        match said {
            true => Ok(()),
            false => Err(DomainError::FieldEmpty { field: "text" }),
        }
    }
}
