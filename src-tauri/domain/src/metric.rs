//! Metrics and their observations. Every number keeps its unit, its day and where it came from.

use chrono::NaiveDate;

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{BatchId, MetricId as OfMetric, TeamId};
use crate::noun::{noun, require};

choice! {
    /// What a metric is for.
    MetricKind {
        /// What the customer of the process gets.
        Outcome = "outcome",
        /// How the process runs.
        Process = "process",
        /// What must not get worse.
        Guardrail = "guardrail",
    }
}

choice! {
    /// Which direction is good.
    Good {
        /// Lower is better.
        Down = "down",
        /// Higher is better.
        Up = "up",
    }
}

choice! {
    /// How a value compares with its target.
    Comparison {
        /// Below.
        Below = "below",
        /// At most.
        AtMost = "at_most",
        /// At least.
        AtLeast = "at_least",
        /// Above.
        Above = "above",
    }
}

impl Comparison {
    /// Whether `value` reaches `target`.
    pub fn holds(self, value: f64, target: f64) -> bool {
        match self {
            Comparison::Below => value < target,
            Comparison::AtMost => value <= target,
            Comparison::AtLeast => value >= target,
            Comparison::Above => value > target,
        }
    }
}

noun! {
    /// A metric of a team, defined so that two people compute it the same way.
    Metric(MetricId) MetricPatch
    of team_id
    title name
    edit {
        /// What it is called.
        name: String => Title,
        /// The unit of its values.
        unit: String => Title,
        /// What it is for.
        metric_kind: MetricKind => Choice,
        /// Which direction is good.
        good: Good => Choice,
        /// The operational definition.
        definition: String => Text,
        /// Where the values come from.
        source: String => Title,
        /// Days between observations; older values are stale.
        rhythm_days: Option<i64> => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// Order among the team's metrics.
        rank: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)?;
            match after.rhythm_days {
                Some(days) if !(1..=3660).contains(&days) => Err(DomainError::NumberInvalid { field: "rhythm_days" }),
                _ => Ok(()),
            }
        }
    }
}

noun! {
    /// One measured value.
    Observation(ObservationId) ObservationPatch
    of metric_id
    title metric_id: value_text
    edit {
        /// The value, in the metric's unit.
        value: f64 => Choice,
        /// The value as it was typed.
        value_text: String => Title,
        /// The day it was observed.
        observed_on: NaiveDate => Choice,
        /// Who measured it.
        measured_by: String => Title,
        /// How it was measured.
        how: String => Title,
        /// A remark.
        note: String => Text,
    }
    fixed {
        /// The metric.
        metric_id: OfMetric => Newest,
        /// The batch it was written with.
        batch_id: Option<BatchId> => Newest,
        /// The instant, where it is known, UTC milliseconds.
        observed_at: Option<i64> => Newest,
    }
}
