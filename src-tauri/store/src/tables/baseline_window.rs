//! Baseline windows.

use kata_domain::BaselineWindow;
use kata_domain::ids::MetricId;

use super::questions;

questions! { BaselineWindow
    /// The decisions on the window of a metric, the newest first; of one day the one written last,
    /// and of one moment the one with the lower id, which is the same in every copy of the file.
    of_metric(metric: MetricId) -> all =
        "WHERE metric_id = ?1 AND deleted_at IS NULL ORDER BY decided_on DESC, created_at DESC, id";
}
