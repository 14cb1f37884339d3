//! The toil ledger of a team: what kinds of toil there are, and how many hours they took each week.
//!
//! Source of the attributes and of the limit: Google, *Site Reliability Engineering* ch. 5. The
//! hours are the team's; who spent them stands nowhere.

use chrono::{Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{MetricId, ObservationId, TeamId, ToilCategoryId};
use crate::noun::{noun, require};
use crate::stats::toil;

/// The most hours a sheet takes: more than any team has in a week.
const MOST_HOURS: f64 = 100_000.0;

choice! {
    /// What makes work toil.
    ToilAttribute {
        /// Somebody does it by hand.
        Manual = "manual",
        /// It comes back.
        Repetitive = "repetitive",
        /// A machine could do it.
        Automatable = "automatable",
        /// It interrupts, and is reacted to.
        Tactical = "tactical",
        /// It leaves nothing better behind.
        NoEnduringValue = "no_enduring_value",
        /// It grows with the service.
        GrowsWithTheService = "grows_with_the_service",
    }
}
json_field!(Vec<ToilAttribute>);

/// The hours that one kind of toil took in a week.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CategoryHours {
    /// The kind of toil.
    pub category_id: ToilCategoryId,
    /// Hours of the whole team.
    pub hours: f64,
}
json_field!(Vec<CategoryHours>);

noun! {
    /// A team's toil ledger; one a team.
    ToilLedger(ToilLedgerId) ToilLedgerPatch
    of team_id
    title metric_id
    edit {
        /// The share of toil that the team does not want to exceed, in percent.
        limit_percent: f64 => Choice,
        /// Hours that are neither toil nor improvement, such as meetings, in percent.
        overhead_percent: f64 => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// The metric that each saved week becomes a number of.
        metric_id: MetricId => Newest,
    }
    rules {
        const LISTED_WHEN_REMOVED: bool = false;
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            share("limit_percent", after.limit_percent)?;
            share("overhead_percent", after.overhead_percent)
        }
    }
}

noun! {
    /// A kind of toil.
    ToilCategory(ToilCategoryId) ToilCategoryPatch
    of team_id
    title name
    edit {
        /// What it is called.
        name: String => Title,
        /// What makes it toil.
        attributes: Vec<ToilAttribute> => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// Order on the sheet.
        rank: String => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("name", &after.name)
        }
    }
}

noun! {
    /// The sheet of one ISO week.
    ToilWeek(ToilWeekId) ToilWeekPatch
    of team_id
    title week_on
    edit {
        /// All hours that the team worked in the week.
        all_hours: f64 => Choice,
        /// The hours of each kind of toil; a kind that is not named took none.
        hours: Vec<CategoryHours> => Choice,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// The Monday it begins on.
        week_on: NaiveDate => Newest,
        /// The number that it is on the board.
        observation_id: ObservationId => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            after.check_hours()
        }
    }
}

impl ToilWeek {
    /// Hours of toil together.
    pub fn toil_hours(&self) -> f64 {
        self.hours.iter().map(|one| one.hours).sum()
    }

    /// The hours that one kind of toil took.
    pub fn hours_of(&self, category: ToilCategoryId) -> f64 {
        let of_it = self.hours.iter().filter(|one| one.category_id == category);
        of_it.map(|one| one.hours).sum()
    }

    /// The team's toil in percent of all its hours, to the hundredth; none without hours.
    pub fn percent(&self) -> Option<f64> {
        let percent = toil::percent(self.toil_hours(), self.all_hours)?;
        Some((percent * 100.0).round() / 100.0)
    }

    fn check_hours(&self) -> Result<(), DomainError> {
        if !(self.all_hours > 0.0 && self.all_hours <= MOST_HOURS) {
            return Err(DomainError::NumberInvalid { field: "all_hours" });
        }
        if self
            .hours
            .iter()
            .any(|one| !(0.0..=MOST_HOURS).contains(&one.hours))
        {
            return Err(DomainError::NumberInvalid { field: "hours" });
        }
        // A sum of quarters and tenths of hours may be rounded up.
        if self.toil_hours() > self.all_hours * (1.0 + f64::EPSILON * 64.0) {
            return Err(DomainError::ToilExceedsHours);
        }
        Ok(())
    }
}

/// The Monday of the ISO week that a day lies in.
pub fn week_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// The day that the number of a week is of: its Friday, or today while that is still to come.
pub fn observed_on(week_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    let friday = week_on.checked_add_days(Days::new(4)).unwrap_or(week_on);
    friday.min(today.max(week_on))
}

fn share(field: &'static str, percent: f64) -> Result<(), DomainError> {
    if (0.0..=100.0).contains(&percent) {
        Ok(())
    } else {
        Err(DomainError::NumberInvalid { field })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;
    use uuid::Uuid;

    fn context() -> Context {
        Context {
            now_ms: 0,
            today: day("2026-03-04"),
            actor: None,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(hours: &[f64], all_hours: f64) -> ToilWeek {
        let hours = (1..).zip(hours).map(|(id, hours)| CategoryHours {
            category_id: ToilCategoryId(Uuid::from_u128(id)),
            hours: *hours,
        });
        ToilWeek {
            all_hours,
            hours: hours.collect(),
            ..ToilWeek::default()
        }
    }

    /// The published weekly sheet.
    #[test]
    fn sixteen_of_forty_hours_are_40_percent() {
        let sheet = week(&[4.5, 3.0, 2.5, 2.0, 1.5, 1.0, 1.5], 40.0);
        assert_eq!(sheet.toil_hours(), 16.0);
        assert_eq!(sheet.percent(), Some(40.0));
        assert_eq!(sheet.hours_of(ToilCategoryId(Uuid::from_u128(2))), 3.0);
    }

    #[test]
    fn a_sheet_has_hours_and_no_more_toil_than_hours() {
        let check = |mut sheet: ToilWeek| ToilWeek::check(None, &mut sheet, &context());
        assert_eq!(
            check(week(&[0.1; 10], 1.0)),
            Ok(()),
            "as much toil as hours"
        );
        assert_eq!(check(week(&[], 40.0)), Ok(()), "a week without toil");
        assert_eq!(
            check(week(&[40.25], 40.0)),
            Err(DomainError::ToilExceedsHours)
        );
        for (hours, all, field) in [(1.0, 0.0, "all_hours"), (-1.0, 40.0, "hours")] {
            let refused = Err(DomainError::NumberInvalid { field });
            assert_eq!(check(week(&[hours], all)), refused);
        }
    }

    #[test]
    fn shares_are_percentages() {
        let mut ledger = ToilLedger {
            limit_percent: 101.0,
            ..ToilLedger::default()
        };
        let refused = ToilLedger::check(None, &mut ledger, &context());
        assert_eq!(
            refused,
            Err(DomainError::NumberInvalid {
                field: "limit_percent"
            })
        );
    }

    #[test]
    fn a_week_begins_on_monday_and_is_measured_on_friday_or_today() {
        assert_eq!(week_of(day("2026-01-01")), day("2025-12-29"));
        let monday = day("2026-03-02");
        assert_eq!(week_of(day("2026-03-08")), monday);
        assert_eq!(observed_on(monday, day("2026-03-20")), day("2026-03-06"));
        assert_eq!(observed_on(monday, day("2026-03-04")), day("2026-03-04"));
        assert_eq!(observed_on(monday, day("2026-02-20")), monday);
    }
}
