//! Time as the core gets it: the system's clock, or one that a test sets.

use chrono::{DateTime, Local, NaiveDate, Offset, Utc};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// UTC milliseconds since 1970.
    fn now_ms(&self) -> i64;
    /// Minutes that local time is ahead of UTC.
    fn utc_offset(&self) -> i32;

    /// Today's local calendar date.
    fn today(&self) -> NaiveDate {
        day_of(self.now_ms(), self.utc_offset())
    }
}

/// The local calendar date of an instant.
pub fn day_of(at_ms: i64, utc_offset: i32) -> NaiveDate {
    DateTime::<Utc>::from_timestamp_millis(at_ms.saturating_add(i64::from(utc_offset) * 60_000))
        .unwrap_or_default()
        .date_naive()
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        Utc::now().timestamp_millis()
    }
    fn utc_offset(&self) -> i32 {
        Local::now().offset().fix().local_minus_utc() / 60
    }
}

/// A clock that stands still until it is set; for tests and for writing the sample board's past.
#[derive(Debug, Default)]
pub struct FixedClock {
    now_ms: std::sync::atomic::AtomicI64,
    utc_offset: i32,
}

impl FixedClock {
    /// Stands at `now_ms`, UTC.
    pub fn at(now_ms: i64) -> FixedClock {
        FixedClock {
            now_ms: now_ms.into(),
            utc_offset: 0,
        }
    }
    /// Stands at another clock's present moment, in its local time.
    pub fn beside(clock: &dyn Clock) -> FixedClock {
        FixedClock {
            now_ms: clock.now_ms().into(),
            utc_offset: clock.utc_offset(),
        }
    }
    /// Sets it.
    pub fn set(&self, now_ms: i64) {
        self.now_ms
            .store(now_ms, std::sync::atomic::Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(std::sync::atomic::Ordering::SeqCst)
    }
    fn utc_offset(&self) -> i32 {
        self.utc_offset
    }
}
