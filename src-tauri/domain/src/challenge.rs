//! The challenge (direction): a future state as if it were already true.

use chrono::NaiveDate;

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{ChallengeId as Parent, FocusProcessId, PersonId};
use crate::noun::{noun, require};

choice! {
    /// Where a challenge stands.
    ChallengeStatus {
        /// The team works toward it.
        Active = "active",
        /// It has come true.
        Achieved = "achieved",
        /// It is no longer the direction.
        Dropped = "dropped",
    }
}

noun! {
    /// A challenge: six months to three years ahead, measurable, with the reason why.
    Challenge(ChallengeId) ChallengePatch
    of focus_process_id
    title statement
    searched statement, why, operational_outcomes, business_outcomes
    edit {
        /// The future state, as if already true, without a "how".
        statement: String => Text,
        /// By when.
        horizon_on: Option<NaiveDate> => Choice,
        /// Why it matters: where we are today, the value for the business.
        why: String => Text,
        /// Measurable operational outcomes.
        operational_outcomes: String => Text,
        /// Desired business outcomes.
        business_outcomes: String => Text,
        /// Steps on the way that show it is real.
        milestones: String => Text,
        /// Who owns it.
        owner_id: Option<PersonId> => Choice,
        /// The challenge of the level above (chain of coaching).
        parent_id: Option<Parent> => Choice,
        /// Where it stands.
        status: ChallengeStatus => Choice,
        /// When "is it still valid?" was last asked.
        checked_on: Option<NaiveDate> => Choice,
    }
    fixed {
        /// The process it gives direction to.
        focus_process_id: FocusProcessId => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("statement", &after.statement)
        }
    }
}
