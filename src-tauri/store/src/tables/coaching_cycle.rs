//! Coaching cycles.

use chrono::NaiveDate;
use kata_domain::CoachingCycle;
use kata_domain::ids::FocusProcessId;
use kata_wire::CoreError;

use super::{params, questions};
use crate::Reader;
use crate::sql::{self, Cells};

questions! { CoachingCycle
    /// The cycle of a process that is being held: the one begun last; of one moment the one made
    /// last.
    running(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND state = 'running' AND deleted_at IS NULL
         ORDER BY began_at DESC, id DESC LIMIT 1";

    /// The newest cycle of a process that was held to its end; of one moment the one made last.
    last_finished(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND state = 'finished' AND deleted_at IS NULL
         ORDER BY began_at DESC, id DESC LIMIT 1";

    /// The cycles of a process that are over, the newest first; of one moment the one made last.
    over_of(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND state <> 'running' AND deleted_at IS NULL
         ORDER BY began_at DESC, id DESC";
}

/// The newest day on which a cycle of a process began, however it went on.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn last_day(
    reader: Reader<'_>,
    process: FocusProcessId,
) -> Result<Option<NaiveDate>, CoreError> {
    let sql =
        "SELECT began_on FROM coaching_cycle WHERE focus_process_id = ?1 AND deleted_at IS NULL
         AND began_on IS NOT NULL ORDER BY began_on DESC LIMIT 1";
    sql::first(reader, sql, params!(process), |row| row.field(0))
}
