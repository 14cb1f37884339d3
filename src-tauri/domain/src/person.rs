//! People of a board, and the roles they take in a team. Roles guide; they never forbid.

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{PersonId, TeamId};
use crate::noun::{noun, require};

choice! {
    /// What a person does in a team.
    Role {
        /// Runs the experiments and owns the storyboard.
        Learner = "learner",
        /// Asks, and gives procedural guidance, not solutions.
        Coach = "coach",
        /// Watches the coaching cycle and gives the coach feedback.
        SecondCoach = "second_coach",
        /// Leads a group session.
        Facilitator = "facilitator",
    }
}
json_field!(Vec<Role>);

noun! {
    /// A person, once a board.
    Person(PersonId) PersonPatch
    title name
    edit {
        /// Full name, as colleagues say it.
        name: String => Title,
    }
    fixed {}
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}

noun! {
    /// A person's place in a team, with the roles taken there.
    Membership(MembershipId) MembershipPatch
    of team_id
    title person_id
    edit {
        /// The roles taken; none is a plain member.
        roles: Vec<Role> => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// The person.
        person_id: PersonId => Newest,
    }
}
