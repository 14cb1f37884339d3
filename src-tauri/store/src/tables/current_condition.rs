//! Grasps of the current condition.

use kata_domain::CurrentCondition;
use kata_domain::ids::FocusProcessId;

use super::questions;

questions! { CurrentCondition
    /// The newest grasp of a process; of one day the one written last, and of one moment the one
    /// with the lower id, which is the same in every copy of the file.
    newest_of(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL
         ORDER BY as_of_on DESC, created_at DESC, id LIMIT 1";
}
