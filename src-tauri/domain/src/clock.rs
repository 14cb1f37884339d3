//! The shared clock of a coaching cycle and of a retrospective's phase: minutes, how long it ran,
//! since when it runs. Everybody reads the same three numbers.

use crate::field::choice;

choice! {
    /// A move of the shared clock.
    ClockMove {
        /// The clock stands.
        Pause = "pause",
        /// The clock goes on.
        GoOn = "go_on",
        /// One minute more.
        AddMinute = "add_minute",
    }
}

/// The clock of a row, borrowed from its fields.
pub(crate) struct SharedClock<'a> {
    /// Minutes on it.
    pub limit_minutes: &'a mut i64,
    /// Milliseconds that ran before it was started last.
    pub ran_ms: &'a mut i64,
    /// When it was started last, UTC milliseconds; none while it stands.
    pub since: &'a mut Option<i64>,
}

impl SharedClock<'_> {
    /// Begins anew with these minutes.
    pub fn begin(self, minutes: i64, now_ms: i64) {
        *self.limit_minutes = minutes;
        *self.ran_ms = 0;
        *self.since = Some(now_ms);
    }

    /// Stops it, starts it, or adds a minute.
    pub fn move_by(self, clock: ClockMove, now_ms: i64) {
        match clock {
            ClockMove::Pause => self.stop(now_ms),
            ClockMove::GoOn => *self.since = self.since.or(Some(now_ms)),
            ClockMove::AddMinute => *self.limit_minutes += 1,
        }
    }

    /// Stops it.
    pub fn stop(self, now_ms: i64) {
        *self.ran_ms = elapsed_ms(*self.ran_ms, *self.since, now_ms);
        *self.since = None;
    }
}

/// Milliseconds that a clock has run; one that was set back counts nothing.
pub(crate) fn elapsed_ms(ran_ms: i64, since: Option<i64>, now_ms: i64) -> i64 {
    ran_ms + since.map_or(0, |since| (now_ms - since).max(0))
}
