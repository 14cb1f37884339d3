//! Votes: each stands under a random token of its session, never under a participant.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::{RetrospectiveId, TopicId};
use crate::noun::{noun, require};

noun! {
    /// What one token placed on one topic.
    Vote(VoteId) VotePatch
    of retrospective_id
    edit {
        /// How many votes.
        count: i64 => Newest,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// The topic.
        topic_id: TopicId => Newest,
        /// The voter's random token.
        token: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("token", &after.token)?;
            match after.count >= 0 {
                true => Ok(()),
                false => Err(DomainError::NumberInvalid { field: "count" }),
            }
        }
    }
}

/// The votes that so many topics suggest for each participant: the rounded root, one at least.
pub fn suggested_budget(topics: usize) -> i64 {
    ((topics as f64).sqrt().round() as i64).max(1)
}
