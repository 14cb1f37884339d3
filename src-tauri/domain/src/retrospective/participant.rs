//! Who takes part. Participants are neither persons nor devices: several may sit at one laptop.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::{PersonId, RetrospectiveId};
use crate::noun::{noun, require};

noun! {
    /// Somebody who takes part in a retrospective.
    Participant(ParticipantId) ParticipantPatch
    of retrospective_id
    title name
    edit {
        /// What they are called here.
        name: String => Title,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// The person of the board they are; none for a guest.
        person_id: Option<PersonId> => Newest,
        /// The person at whose app they sit.
        host_id: Option<PersonId> => Newest,
        /// Position of the phase they are ready in.
        ready_at_phase: Option<i64> => Newest,
        /// Whether they went.
        gone: bool => Newest,
    }
    rules {
        const LISTED_WHEN_REMOVED: bool = false;
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}
