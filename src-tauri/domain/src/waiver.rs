//! Wording hints that were put aside with a note. The note stays with the record.

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::FocusProcessId;
use crate::noun::{noun, require};

noun! {
    /// A hint on one row that the team does not follow, and why.
    Waiver(WaiverId) WaiverPatch
    of focus_process_id
    edit {
        /// Why the hint does not fit here.
        note: String => Text,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
        /// The row that the hint is about: its id on the wire.
        subject: String => Newest,
        /// The hint's code.
        hint: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("note", &after.note)
        }
    }
}
