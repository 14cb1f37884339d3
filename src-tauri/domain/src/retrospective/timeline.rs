//! The shared timeline of a delivery or an incident: time, who, what, what was known.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::RetrospectiveId;
use crate::noun::{noun, require};

noun! {
    /// What happened at one moment.
    TimelineEvent(TimelineEventId) TimelineEventPatch
    of retrospective_id
    title what
    searched what, known, who
    edit {
        /// When, as people say it: "17:20", "Monday".
        moment: String => Title,
        /// Who did it, or what.
        who: String => Title,
        /// What happened.
        what: String => Text,
        /// What was known then.
        known: String => Text,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// Order on the timeline.
        rank: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("what", &after.what)
        }
    }
}
