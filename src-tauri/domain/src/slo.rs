//! Service level objectives of a team, and the days on which something was bad: what an error
//! budget is computed from.
//!
//! Source: Google, *Site Reliability Engineering* ch. 3 and *The Site Reliability Workbook*. A
//! budget belongs to one window, which is rolling or a part of the calendar.

use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::error::DomainError;
use crate::field::choice;
use crate::ids::{MetricId, ObservationId, SloId, TeamId};
use crate::noun::{noun, require};
use crate::stats::error_budget::{ErrorBudget, Usage, error_budget};

/// Minutes of a day.
const DAY_MINUTES: f64 = 1440.0;

choice! {
    /// What an objective counts.
    BudgetUnit {
        /// Minutes in which the service was bad.
        Minutes = "minutes",
        /// Events that were bad, out of all events.
        Events = "events",
    }
}

choice! {
    /// Over which days a budget goes.
    BudgetWindow {
        /// The last days up to each day.
        Rolling = "rolling",
        /// A month of the calendar.
        Month = "month",
        /// A quarter of the calendar.
        Quarter = "quarter",
    }
}

noun! {
    /// A service level objective of a team.
    Slo(SloId) SloPatch
    of team_id
    title name
    edit {
        /// What is promised.
        name: String => Title,
        /// How much of it must be good, in percent.
        objective_percent: f64 => Choice,
        /// Over which days.
        budget_window: BudgetWindow => Choice,
        /// Days of a rolling window.
        window_days: i64 => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// The metric that the budget left is a number of.
        metric_id: MetricId => Newest,
        /// What it counts.
        budget_unit: BudgetUnit => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)?;
            if !(after.objective_percent > 0.0 && after.objective_percent < 100.0) {
                return Err(DomainError::NumberInvalid { field: "objective_percent" });
            }
            match after.window_days {
                1..=366 => Ok(()),
                _ => Err(DomainError::NumberInvalid { field: "window_days" }),
            }
        }
    }
}

noun! {
    /// What was bad on one day.
    BadDay(BadDayId) BadDayPatch
    of slo_id
    title slo_id: day_on
    edit {
        /// Bad minutes, or bad events.
        amount: f64 => Choice,
        /// All events of the day, where events are counted.
        total: Option<f64> => Choice,
        /// What happened.
        note: String => Text,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// The objective.
        slo_id: SloId => Newest,
        /// The day.
        day_on: NaiveDate => Newest,
        /// The number that it is on the board.
        observation_id: ObservationId => Newest,
    }
}

/// The days that a budget goes over, as seen on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WindowDays {
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// How many days it has.
    pub days: i64,
    /// How many of them have passed, the day itself counted; all of a rolling window.
    pub elapsed_days: i64,
}

impl Slo {
    /// The window as it stands on a day.
    pub fn window(&self, day: NaiveDate) -> WindowDays {
        let months = |first: Option<NaiveDate>, count: u32| {
            let from = first.unwrap_or(day);
            let next = from.checked_add_months(Months::new(count));
            (from, next.and_then(|next| next.pred_opt()).unwrap_or(day))
        };
        let (from_on, to_on) = match self.budget_window {
            BudgetWindow::Rolling => {
                let before = u64::try_from(self.window_days - 1).unwrap_or_default();
                (day.checked_sub_days(Days::new(before)).unwrap_or(day), day)
            }
            BudgetWindow::Month => months(day.with_day(1), 1),
            BudgetWindow::Quarter => {
                let month = (day.month0() / 3) * 3 + 1;
                months(NaiveDate::from_ymd_opt(day.year(), month, 1), 3)
            }
        };
        let count = |last: NaiveDate| (last - from_on).num_days() + 1;
        WindowDays {
            from_on,
            to_on,
            days: count(to_on),
            elapsed_days: count(day),
        }
    }

    /// The budget as it stands on a day, from all days that are written down; none where it allows
    /// for nothing, as without any event.
    ///
    /// Of events a window that is not over is taken to go on as until now.
    pub fn budget(&self, days: &[BadDay], day: NaiveDate) -> Option<ErrorBudget> {
        let window = self.window(day);
        let counted: Vec<&BadDay> = days
            .iter()
            .filter(|one| (window.from_on..=day).contains(&one.day_on))
            .collect();
        let (length, elapsed) = (window.days as f64, window.elapsed_days as f64);
        let events: f64 = counted.iter().filter_map(|one| one.total).sum();
        let usage = Usage {
            objective: self.objective_percent / 100.0,
            total: match self.budget_unit {
                BudgetUnit::Minutes => length * DAY_MINUTES,
                BudgetUnit::Events => events * length / elapsed,
            },
            bad: counted.iter().map(|one| one.amount).sum(),
            window_days: length,
            elapsed_days: elapsed,
        };
        // Days hold usable numbers; those of a board that do not have no budget.
        error_budget(&usage).ok()?
    }

    /// The budget left on a day, in percent to the hundredth; 100 where nothing says otherwise.
    pub fn percent_left(&self, days: &[BadDay], day: NaiveDate) -> f64 {
        let left = self.budget(days, day).map_or(1.0, |budget| budget.left);
        (left * 10_000.0).round() / 100.0
    }

    /// Whether what is written of a day can be.
    ///
    /// # Errors
    /// More bad than there was, or no total where events are counted.
    pub fn check(&self, day: &BadDay) -> Result<(), DomainError> {
        let all = match (self.budget_unit, day.total) {
            (BudgetUnit::Minutes, _) => DAY_MINUTES,
            (BudgetUnit::Events, Some(total)) => total,
            (BudgetUnit::Events, None) => return Err(DomainError::FieldEmpty { field: "total" }),
        };
        if (0.0..=all).contains(&day.amount) {
            Ok(())
        } else {
            Err(DomainError::NumberInvalid { field: "amount" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn slo(budget_window: BudgetWindow) -> Slo {
        let (objective_percent, window_days) = (99.9, 30);
        Slo {
            objective_percent,
            window_days,
            budget_window,
            ..Slo::default()
        }
    }

    fn bad(on: &str, amount: f64, total: Option<f64>) -> BadDay {
        BadDay {
            day_on: day(on),
            amount,
            total,
            ..BadDay::default()
        }
    }

    #[test]
    fn a_window_rolls_or_follows_the_calendar() {
        let seen = |kind| {
            let window = slo(kind).window(day("2026-02-10"));
            (
                window.from_on,
                window.to_on,
                window.days,
                window.elapsed_days,
            )
        };
        let rolling = (day("2026-01-12"), day("2026-02-10"), 30, 30);
        assert_eq!(seen(BudgetWindow::Rolling), rolling);
        let month = (day("2026-02-01"), day("2026-02-28"), 28, 10);
        assert_eq!(seen(BudgetWindow::Month), month);
        let quarter = (day("2026-01-01"), day("2026-03-31"), 90, 41);
        assert_eq!(seen(BudgetWindow::Quarter), quarter);
    }

    /// SRE Book: 99.9 % of 30 days allows 43.2 minutes; half of them are used.
    #[test]
    fn minutes_of_the_window_are_counted_and_no_others() {
        let days = [bad("2026-01-11", 99.0, None), bad("2026-01-12", 21.6, None)];
        let found = slo(BudgetWindow::Rolling)
            .budget(&days, day("2026-02-10"))
            .unwrap();
        assert!((found.allowed - 43.2).abs() < 1e-9);
        assert!((found.left - 0.5).abs() < 1e-9);
        let left = slo(BudgetWindow::Rolling).percent_left(&days, day("2026-02-10"));
        assert_eq!(left, 50.0);
        let rolled_on = slo(BudgetWindow::Rolling).percent_left(&days, day("2026-02-11"));
        assert_eq!(rolled_on, 100.0, "the bad day has left the window");
    }

    /// By hand: 5 of 10,000 events in 10 of 28 days. The month would have 28,000, of which 28 may
    /// be bad.
    #[test]
    fn events_of_a_month_that_is_not_over_are_taken_to_go_on() {
        let slo = Slo {
            budget_unit: BudgetUnit::Events,
            ..slo(BudgetWindow::Month)
        };
        let days = [bad("2026-02-03", 5.0, Some(10_000.0))];
        let found = slo.budget(&days, day("2026-02-10")).unwrap();
        assert!((found.allowed - 28.0).abs() < 1e-9);
        assert!((found.burn_rate - 0.5).abs() < 1e-9);
        assert_eq!(
            slo.budget(&[], day("2026-02-10")),
            None,
            "no event, no budget"
        );
        assert_eq!(slo.percent_left(&[], day("2026-02-10")), 100.0);
    }

    #[test]
    fn no_more_can_be_bad_than_there_was() {
        let minutes = slo(BudgetWindow::Rolling);
        assert_eq!(minutes.check(&bad("2026-02-03", 1440.0, None)), Ok(()));
        let refused = Err(DomainError::NumberInvalid { field: "amount" });
        assert_eq!(minutes.check(&bad("2026-02-03", 1441.0, None)), refused);
        let events = Slo {
            budget_unit: BudgetUnit::Events,
            ..minutes
        };
        assert_eq!(events.check(&bad("2026-02-03", 11.0, Some(10.0))), refused);
        let missing = Err(DomainError::FieldEmpty { field: "total" });
        assert_eq!(events.check(&bad("2026-02-03", 1.0, None)), missing);
    }
}
