//! Bad days of objectives.

use chrono::NaiveDate;
use kata_domain::BadDay;
use kata_domain::ids::SloId;

use super::questions;

questions! { BadDay
    /// The bad days of an objective, the oldest first; of one day, which two copies of a file can
    /// have twice, the one written last last.
    of_slo(slo: SloId) -> all =
        "WHERE slo_id = ?1 AND deleted_at IS NULL ORDER BY day_on, created_at, id";

    /// What was bad on a day.
    of_day(slo: SloId, day_on: NaiveDate) -> first =
        "WHERE slo_id = ?1 AND day_on = ?2 AND deleted_at IS NULL
         ORDER BY created_at DESC, id DESC LIMIT 1";
}
