//! Target conditions.

use kata_domain::TargetCondition;
use kata_domain::ids::FocusProcessId;

use super::number::Numbered;
use super::questions;

impl Numbered for TargetCondition {}

questions! { TargetCondition
    /// The target conditions of a process by number; of one number the one made first.
    of_process(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number, id";
}
