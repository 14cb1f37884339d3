//! Moves of a row that has a shared clock, on machines whose own clocks are wrong.
//!
//! What a rule subtracts from its own time was written by another machine's clock. The row that it
//! gets therefore says since when its clock runs by the clock here, where that is known.

use kata_domain::noun::Noun;
use kata_domain::{CoachingCycle, Retrospective};
use kata_presence::{Presence, StartHere};
use kata_store::write::Write;
use kata_wire::{CoreError, Written};
use uuid::Uuid;

use super::Desk;

/// A row with a shared clock.
pub(super) trait Clocked: Noun {
    /// Since when it runs, UTC milliseconds; none while it stands.
    fn clock_since(&mut self) -> &mut Option<i64>;
}

impl Clocked for CoachingCycle {
    fn clock_since(&mut self) -> &mut Option<i64> {
        &mut self.clock_since
    }
}

impl Clocked for Retrospective {
    fn clock_since(&mut self) -> &mut Option<i64> {
        &mut self.clock_since
    }
}

impl Desk<'_> {
    /// A move of a row's state machine that may stop its clock or start it anew.
    pub(super) fn advance_clocked<N: Clocked>(
        &self,
        kind: &'static str,
        id: Uuid,
        step: impl FnOnce(&mut N, &mut Write<'_>) -> Result<(), CoreError>,
    ) -> Result<Written, CoreError> {
        // Asked before the file is locked: others shall not wait for the sidecar.
        let heard = self.presence.and_then(Presence::clock_start);
        self.advance::<N>(kind, id, |noun, write, _| {
            let stored = *noun.clock_since();
            let here = StartHere::of(heard, stored);
            *noun.clock_since() = here;
            step(noun, write)?;
            // A clock that was left running keeps its start: everybody knows it by that number.
            if *noun.clock_since() == here {
                *noun.clock_since() = stored;
            }
            Ok(())
        })
    }
}
