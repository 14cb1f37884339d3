//! Teams: the owner of focus processes and metrics.

use crate::context::Context;
use crate::error::DomainError;
use crate::noun::{noun, require};

noun! {
    /// A team.
    Team(TeamId) TeamPatch
    title name
    edit {
        /// The team's name.
        name: String => Title,
    }
    fixed {}
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}
