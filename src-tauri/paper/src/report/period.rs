//! The period a report is about, by calendar dates, both ends within.

use chrono::NaiveDate;

/// A period; an end that is absent is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether something that began and ended on these days was under way in the period. What has
    /// no end is still under way; what has no beginning was always there.
    pub fn meets(self, began: Option<NaiveDate>, ended: Option<NaiveDate>) -> bool {
        let not_after = self.to.zip(began).is_none_or(|(to, began)| began <= to);
        let not_before = self
            .from
            .zip(ended)
            .is_none_or(|(from, ended)| ended >= from);
        not_after && not_before
    }

    /// Whether its ends stand in order.
    pub fn is_in_order(self) -> bool {
        self.from.zip(self.to).is_none_or(|(from, to)| from <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn both_ends_are_within() {
        let march = Period {
            from: day("2026-03-01"),
            to: day("2026-03-31"),
        };
        assert!(march.meets(day("2026-03-31"), None));
        assert!(march.meets(day("2026-01-05"), day("2026-03-01")));
        assert!(march.meets(day("2026-01-05"), None));
        assert!(!march.meets(day("2026-04-01"), None));
        assert!(!march.meets(day("2026-01-05"), day("2026-02-28")));
        assert!(march.meets(None, None));
    }

    #[test]
    fn without_ends_it_is_everything() {
        assert!(Period::default().meets(day("1901-10-12"), day("1901-10-12")));
    }
}
