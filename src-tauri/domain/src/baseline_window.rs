//! Baseline windows: a team's decision on the days from which a metric's limits are computed.
//!
//! Limits are never recomputed by themselves once a step has started: whoever wants new ones
//! decides so, with a reason that stays.

use chrono::NaiveDate;

use crate::context::Context;
use crate::error::DomainError;
use crate::ids::MetricId;
use crate::noun::{noun, require};

noun! {
    /// The days whose values make a metric's natural process limits, and why these.
    BaselineWindow(BaselineWindowId) BaselineWindowPatch
    of metric_id
    edit {
        /// The first day.
        from_on: NaiveDate => Choice,
        /// The last day; the limits hold for the days after it.
        to_on: NaiveDate => Choice,
        /// Why the limits are computed anew.
        reason: String => Text,
    }
    fixed {
        /// The metric.
        metric_id: MetricId => Newest,
        /// The day of the decision.
        decided_on: NaiveDate => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("reason", &after.reason)?;
            if after.from_on > after.to_on { Err(DomainError::WindowReversed) } else { Ok(()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;

    #[test]
    fn a_window_ends_after_it_begins_and_says_why() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let context = Context {
            now_ms: 0,
            today: day("2026-03-01"),
            actor: None,
        };
        let mut window = BaselineWindow {
            from_on: day("2026-01-01"),
            to_on: day("2026-01-01"),
            reason: "The process has changed".to_owned(),
            ..BaselineWindow::default()
        };
        assert_eq!(BaselineWindow::check(None, &mut window, &context), Ok(()));
        window.to_on = day("2025-12-31");
        let reversed = BaselineWindow::check(None, &mut window, &context);
        assert_eq!(reversed, Err(DomainError::WindowReversed));
        window.to_on = window.from_on;
        window.reason = " ".to_owned();
        let silent = BaselineWindow::check(None, &mut window, &context);
        assert_eq!(silent, Err(DomainError::FieldEmpty { field: "reason" }));
    }
}
