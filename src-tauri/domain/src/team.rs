//! Teams: the owner of focus processes and metrics.

use crate::context::Context;
use crate::error::DomainError;
use crate::noun::{noun, require};

noun! {
    /// A team.
    Team(TeamId) TeamPatch Team
    edit {
        /// The team's name.
        name: String => Title,
    }
    fixed {}
    rules {
        fn settle(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}
