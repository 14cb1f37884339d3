//! Notes: what people wrote for themselves, once it is shown.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::{ParticipantId, RetrospectiveId, TopicId};
use crate::noun::{noun, require};

noun! {
    /// A note that is shown to the group.
    RetroNote(RetroNoteId) RetroNotePatch
    of retrospective_id
    title text
    searched text
    edit {
        /// What it says.
        text: String => Text,
        /// When it was, where the prompt asks for it.
        moment: String => Title,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// What was asked: one of the retrospective's prompts.
        prompt: String => Newest,
        /// Who wrote it; none in an anonymous session.
        participant_id: Option<ParticipantId> => Newest,
        /// Hex of the SHA-256 of a secret on the writer's machine, which may change or take back an
        /// anonymous note; empty in a named session.
        claim: String => Newest,
        /// The topic it is put to.
        topic_id: Option<TopicId> => Newest,
        /// Order within the topic.
        rank: String => Newest,
    }
    rules {
        const LISTED_WHEN_REMOVED: bool = false;
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("text", &after.text)
        }
    }
}
