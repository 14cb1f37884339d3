//! The grasp of the current condition: facts with their age. Unknown is a legitimate value.

use chrono::NaiveDate;

use crate::field::choice;
use crate::ids::{FocusProcessId, MetricId};
use crate::noun::noun;

choice! {
    /// What kind of work flows through the process.
    WorkType {
        /// Planned project work.
        Project = "project",
        /// Requests, usually by ticket.
        Request = "request",
        /// Incidents.
        Incident = "incident",
    }
}

noun! {
    /// How the process runs now, as somebody saw it.
    CurrentCondition(CurrentConditionId) CurrentConditionPatch
    of focus_process_id
    title focus_process_id: operating_pattern
    searched operating_pattern, gets_in_the_way
    edit {
        /// The day these facts are of.
        as_of_on: Option<NaiveDate> => Choice,
        /// The outcome metric, whose last observation is "now".
        outcome_metric_id: Option<MetricId> => Choice,
        /// The process metric, whose last observation is "now".
        process_metric_id: Option<MetricId> => Choice,
        /// How the process runs: steps, who, tools; one a line.
        operating_pattern: String => Text,
        /// What gets in the way.
        gets_in_the_way: String => Text,
        /// When it goes wrong.
        goes_wrong_when: String => Text,
        /// Who saw it.
        observed_by: String => Title,
        /// How it was measured.
        measured_how: String => Text,
        /// Type of work.
        work_type: Option<WorkType> => Choice,
    }
    fixed {
        /// The process.
        focus_process_id: FocusProcessId => Newest,
    }
}
