//! Who takes part in retrospectives.

use kata_domain::Participant;
use kata_domain::ids::{PersonId, RetrospectiveId};

use super::questions;

questions! { Participant
    /// The participants of a session, the one who came first first.
    of_session(session: RetrospectiveId) -> all =
        "WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id";

    /// The participant that a person is in a session: the one they were first.
    of_person(session: RetrospectiveId, person: PersonId) -> first =
        "WHERE retrospective_id = ?1 AND person_id = ?2 AND deleted_at IS NULL
         ORDER BY created_at, id LIMIT 1";

    /// The guest of a name at a person's machine: the one who came first.
    guest_of(session: RetrospectiveId, host: PersonId, name: String) -> first =
        "WHERE retrospective_id = ?1 AND person_id IS NULL AND host_id = ?2 AND name = ?3
         AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1";
}
