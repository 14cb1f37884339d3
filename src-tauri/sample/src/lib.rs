//! The sample board: two teams on their eighth week, written by the same use cases as a person's
//! work, relative to the day the board is made.
//!
//! Owns a clock of its own that walks through the past days, so that seals, check dates and results
//! obey the domain's rules on their day. The stories are plain data; [`scribe`] writes them.

mod ledger;
mod on_call;
mod scribe;
mod seller_portal;
mod session;
mod story;
#[cfg(test)]
mod tests;

use std::str::FromStr;
use std::sync::Arc;

use chrono::{Duration, NaiveDate, NaiveTime};
use kata_core::ops::{self, Desk};
use kata_domain::ids::{PersonId, SessionId};
use kata_store::clock::{Clock, FixedClock};
use kata_store::{Store, Who};
use kata_wire::{CoreError, Written};
use uuid::Uuid;

use self::scribe::Scribe;

/// Hour and minute of a day, local.
type Time = (i64, i64);

/// The day the oldest story begins; nothing is written after yesterday.
const FIRST_DAY: i64 = -140;
/// Everybody on the board, in the order they join.
const PEOPLE: [&str; 4] = ["Mara Lindt", "Ana Petrov", "Daniel Osei", "Kenji Mori"];

/// Fills a new board: all of it or nothing.
///
/// # Errors
/// What a write answers.
pub fn write(store: &Store) -> Result<(), CoreError> {
    let clock = Arc::new(FixedClock::beside(store.clock()));
    let today = store.clock().today();
    store.together(clock.clone(), |store| {
        let past = Past::begin(store, &clock, today)?;
        let mut teams =
            [&seller_portal::STORY, &on_call::STORY].map(|story| Scribe::new(&past, story));
        for day in FIRST_DAY..0 {
            for team in &mut teams {
                team.write_day(day)?;
            }
        }
        Ok(())
    })
}

/// A person of the board, at a device and in a session of their own: nobody's undo reaches them.
struct Colleague {
    name: &'static str,
    id: PersonId,
    who: Who,
}

/// The past days of the board, as a clock, and the people who lived them.
struct Past<'a> {
    store: &'a Store,
    clock: &'a FixedClock,
    today: NaiveDate,
    people: Vec<Colleague>,
}

impl<'a> Past<'a> {
    fn begin(
        store: &'a Store,
        clock: &'a FixedClock,
        today: NaiveDate,
    ) -> Result<Past<'a>, CoreError> {
        let mut past = Past {
            store,
            clock,
            today,
            people: Vec::new(),
        };
        past.set_clock(FIRST_DAY, (9, 0));
        for name in PEOPLE {
            let who = Who {
                actor: None,
                device: Uuid::new_v4().into_bytes(),
                session: SessionId(Uuid::now_v7()),
                undo_by_session: true,
            };
            let joined: PersonId = id(ops::person::join(&Desk::of(store, who), name)?)?;
            past.people.push(Colleague {
                name,
                id: joined,
                who: Who {
                    actor: Some(joined),
                    ..who
                },
            });
        }
        Ok(past)
    }

    /// The calendar date of a day of the story.
    fn date(&self, day: i64) -> NaiveDate {
        self.today + Duration::days(day)
    }

    /// The desk of a person at a time of a day.
    fn desk(&self, day: i64, time: Time, name: &str) -> Result<Desk<'_>, CoreError> {
        self.set_clock(day, time);
        Ok(Desk::of(self.store, self.colleague(name)?.who))
    }

    /// The id of a person.
    fn person(&self, name: &str) -> Result<PersonId, CoreError> {
        Ok(self.colleague(name)?.id)
    }

    fn colleague(&self, name: &str) -> Result<&Colleague, CoreError> {
        let found = self.people.iter().find(|person| person.name == name);
        found.ok_or_else(|| unwritten(name))
    }

    /// What the clock says, UTC milliseconds.
    fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    fn set_clock(&self, day: i64, (hour, minute): Time) {
        let local = self.date(day).and_time(NaiveTime::MIN).and_utc();
        let minutes = hour * 60 + minute - i64::from(self.clock.utc_offset());
        self.clock.set(local.timestamp_millis() + minutes * 60_000);
    }
}

/// The typed id of what was written.
fn id<I: FromStr>(written: Written) -> Result<I, CoreError> {
    written.id.parse().map_err(|_| unwritten(&written.id))
}

/// A story names what is not on the board yet: the sample itself is wrong.
fn unwritten(what: &str) -> CoreError {
    CoreError::Internal {
        detail: format!("the sample board has no {what}"),
    }
}
