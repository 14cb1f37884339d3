//! The shared clock of what a window stands in front of, right on machines whose own clocks are
//! wrong.
//!
//! A row says since when its clock runs by the wall clock of whoever started it. Elsewhere that
//! number only tells one start from another. How long ago it was is known to those who were there:
//! they measured since then by a clock that nobody sets, and show it in the sidecar to those who
//! come later. Where nobody was there a wall clock decides, until somebody comes who knows better.

use std::time::{Duration, Instant};

/// The longest time that a slot can show: seven hours. One who shows none is not asked.
const LONGEST: u64 = (1 << 18) - 2;
/// What is shown is counted in these, rounded down.
const TICK: Duration = Duration::from_millis(100);
/// A start's number in a slot is below this.
const STARTS: i64 = 31;
/// A wall clock that goes on by so much more than the time that was measured: the computer slept.
const SLEPT: Duration = Duration::from_secs(5);
/// A start that moves by less is told as it was.
const STEADY_MS: i64 = 100;
/// So many starts are remembered: whoever takes a move back brings an earlier one back.
const REMEMBERED: usize = 16;

/// How well it is known when a clock was started, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Knowledge {
    /// By the wall clock here, before anybody else was looked at. Shown to nobody.
    Unasked,
    /// By somebody's wall clock.
    Guessed,
    /// Somebody was there.
    Measured,
}

/// How long a clock has run, as one machine shows it to the others. Never more than it really has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Tells apart the starts of one row.
    start: u8,
    /// For how long.
    ran: Duration,
    /// Whether somebody was there when it was started.
    measured: bool,
}

impl Run {
    /// Its three bytes in a slot.
    pub(super) fn encode(self) -> [u8; 3] {
        let ticks = (self.ran.as_millis() / TICK.as_millis()).min(u128::from(LONGEST) + 1) as u32;
        let ran = if u64::from(ticks) > LONGEST {
            0
        } else {
            ticks + 1
        };
        let bits = u32::from(!self.measured) << 23 | u32::from(self.start) << 18 | ran;
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes
    }

    /// From its three bytes; none where nothing is shown.
    pub(super) fn decode([high, middle, low]: [u8; 3]) -> Option<Run> {
        let bits = u32::from_be_bytes([0, high, middle, low]);
        let ticks = (bits & 0x3_ffff).checked_sub(1)?;
        Some(Run {
            start: (bits >> 18 & 0x1f) as u8,
            ran: TICK * ticks,
            measured: bits >> 23 == 0,
        })
    }

    fn knowledge(self) -> Knowledge {
        match self.measured {
            true => Knowledge::Measured,
            false => Knowledge::Guessed,
        }
    }
}

/// Both clocks of this machine at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The one that nobody sets.
    pub at: Instant,
    /// The one on the wall, UTC milliseconds.
    pub wall_ms: i64,
}

/// A start of a row's clock, and when that was by the wall clock of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartHere {
    /// As the row has it, UTC milliseconds.
    pub since: i64,
    /// By this machine's clock, UTC milliseconds.
    pub here: i64,
}

impl StartHere {
    /// When a clock was started by the clock of this machine, where that is known better than from
    /// the row.
    pub fn of(heard: Option<StartHere>, since: Option<i64>) -> Option<i64> {
        let heard = heard.filter(|heard| Some(heard.since) == since);
        heard.map(|heard| heard.here).or(since)
    }
}

/// What is known here of the clock of one row.
#[derive(Debug, Default)]
pub(super) struct HeardClock {
    /// Since when it runs as the row has it; none while it stands, nothing before it was heard of.
    now: Option<Option<i64>>,
    starts: Vec<Start>,
    looked: Option<Moment>,
}

#[derive(Debug)]
struct Start {
    since: i64,
    at: Instant,
    ran: Duration,
    knowledge: Knowledge,
    told: Option<i64>,
}

impl Start {
    fn ran_at(&self, at: Instant) -> Duration {
        self.ran + at.saturating_duration_since(self.at)
    }

    fn number(&self) -> u8 {
        self.since.rem_euclid(STARTS) as u8
    }

    fn set(&mut self, ran: Duration, knowledge: Knowledge, at: Instant) {
        (self.at, self.ran, self.knowledge) = (at, ran, knowledge);
    }
}

impl HeardClock {
    /// The row has its clock run since `since`, or stand. `before_our_eyes` where somebody started
    /// it just now, and did not take back that it was stopped.
    ///
    /// Answers whether that is news.
    pub(super) fn hear(
        &mut self,
        since: Option<i64>,
        before_our_eyes: bool,
        moment: Moment,
    ) -> bool {
        let heard_before = self.now.replace(since);
        if heard_before == Some(since) {
            return false;
        }
        if let Some(since) = since.filter(|since| !self.remembers(*since)) {
            self.remember(since, before_our_eyes && heard_before.is_some(), moment);
        }
        true
    }

    fn remembers(&self, since: i64) -> bool {
        self.starts.iter().any(|start| start.since == since)
    }

    fn remember(&mut self, since: i64, before_our_eyes: bool, moment: Moment) {
        let (ran, knowledge) = match before_our_eyes {
            true => (Duration::ZERO, Knowledge::Measured),
            false => (by_the_wall(since, moment), Knowledge::Unasked),
        };
        self.starts.truncate(REMEMBERED - 1);
        self.starts.insert(
            0,
            Start {
                since,
                at: moment.at,
                ran,
                knowledge,
                told: None,
            },
        );
    }

    /// Learns how long it has run from those who show it. All of them show at most the truth, so of
    /// equals the longest is nearest to it.
    pub(super) fn learn(&mut self, others: impl Iterator<Item = Run>, moment: Moment) {
        let slept = self.slept(moment);
        let Some(start) = self.running_mut() else {
            return;
        };
        let number = start.number();
        let best = others
            .filter(|other| other.start == number)
            .map(|other| (other.knowledge(), other.ran))
            .max();
        let own = (start.knowledge, start.ran_at(moment.at));
        match best {
            Some(best) if best > own => start.set(best.1, best.0, moment.at),
            None if slept > SLEPT => start.set(own.1 + slept, Knowledge::Guessed, moment.at),
            _ => {}
        }
        start.knowledge = start.knowledge.max(Knowledge::Guessed);
    }

    /// How long it has run, to be shown to the others.
    pub(super) fn run(&self, at: Instant) -> Option<Run> {
        let start = self.running()?;
        (start.knowledge > Knowledge::Unasked).then(|| Run {
            start: start.number(),
            ran: start.ran_at(at),
            measured: start.knowledge == Knowledge::Measured,
        })
    }

    /// When it was started by the clock of this machine. It stays the same number while the two
    /// clocks go on together.
    pub(super) fn start_here(&mut self, moment: Moment) -> Option<StartHere> {
        let start = self.running_mut()?;
        let here = moment.wall_ms - millis(start.ran_at(moment.at));
        let told = start.told.filter(|told| (told - here).abs() < STEADY_MS);
        let here = *start.told.insert(told.unwrap_or(here));
        Some(StartHere {
            since: start.since,
            here,
        })
    }

    fn running(&self) -> Option<&Start> {
        let since = self.now??;
        self.starts.iter().find(|start| start.since == since)
    }

    fn running_mut(&mut self) -> Option<&mut Start> {
        let since = self.now??;
        self.starts.iter_mut().find(|start| start.since == since)
    }

    /// For how long this machine measured nothing since it looked at the others last.
    fn slept(&mut self, moment: Moment) -> Duration {
        let Some(before) = self.looked.replace(moment) else {
            return Duration::ZERO;
        };
        let measured = moment.at.saturating_duration_since(before.at);
        let by_the_wall = by_the_wall(before.wall_ms, moment);
        by_the_wall.saturating_sub(measured)
    }
}

/// A wall clock that was set back counts nothing.
fn by_the_wall(since: i64, moment: Moment) -> Duration {
    let ms = moment.wall_ms.saturating_sub(since);
    Duration::from_millis(u64::try_from(ms).unwrap_or_default())
}

fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    /// A machine whose wall clock goes wrong by some hours.
    struct Machine {
        began: Instant,
        wrong_by: i64,
        clock: HeardClock,
    }

    impl Machine {
        fn wrong_by(hours: i64, began: Instant) -> Machine {
            Machine {
                began,
                wrong_by: hours * HOUR,
                clock: HeardClock::default(),
            }
        }

        fn at(&self, second: u64) -> Moment {
            let ms = i64::try_from(second * 1000).unwrap();
            Moment {
                at: self.began + Duration::from_secs(second),
                wall_ms: 1_000 * HOUR + self.wrong_by + ms,
            }
        }

        fn hear(&mut self, second: u64, since: Option<i64>, before_our_eyes: bool) {
            self.clock.hear(since, before_our_eyes, self.at(second));
        }

        /// Looks at those who show how long it has run, as they showed it at `shown`.
        fn look(&mut self, second: u64, shown: u64, others: &[&Machine]) {
            let runs = others
                .iter()
                .filter_map(|other| other.clock.run(other.at(shown).at))
                .filter_map(|run| Run::decode(run.encode()));
            let runs: Vec<Run> = runs.collect();
            self.clock.learn(runs.into_iter(), self.at(second));
        }

        /// Seconds that the clock shows.
        fn shows(&mut self, second: u64) -> i64 {
            let moment = self.at(second);
            let start = self.clock.start_here(moment).unwrap();
            (moment.wall_ms - start.here) / 1000
        }
    }

    #[test]
    fn who_saw_the_start_measures_from_there_whatever_their_clock_says() {
        let began = Instant::now();
        let mut ana = Machine::wrong_by(0, began);
        let mut ben = Machine::wrong_by(5, began);
        ana.hear(0, None, false);
        ben.hear(0, None, false);
        let since = ana.at(10).wall_ms;
        ana.hear(10, Some(since), true);
        ben.hear(11, Some(since), true);
        assert_eq!((ana.shows(70), ben.shows(70)), (60, 59));
        ben.look(70, 69, &[&ana]);
        assert_eq!(ben.shows(70), 59, "what was shown a second ago is no news");
        ben.look(70, 70, &[&ana]);
        assert_eq!(ben.shows(70), 60);
    }

    #[test]
    fn who_comes_later_learns_it_from_those_who_were_there() {
        let began = Instant::now();
        let mut ana = Machine::wrong_by(-3, began);
        ana.hear(0, None, false);
        let since = ana.at(10).wall_ms;
        ana.hear(10, Some(since), true);
        ana.look(11, 11, &[]);
        let mut carl = Machine::wrong_by(0, began);
        carl.hear(100, Some(since), false);
        assert!(carl.clock.run(carl.at(100).at).is_none(), "asks first");
        carl.look(100, 100, &[&ana]);
        assert_eq!(carl.shows(160), 150);
        let mut dana = Machine::wrong_by(7, began);
        dana.hear(200, Some(since), false);
        dana.look(200, 200, &[&carl]);
        assert_eq!(dana.shows(200), 190, "the first one may be gone");
    }

    #[test]
    fn where_nobody_was_there_the_first_ones_wall_clock_decides_until_somebody_knows_better() {
        let began = Instant::now();
        let since = Machine::wrong_by(0, began).at(0).wall_ms;
        let mut ana = Machine::wrong_by(0, began);
        ana.hear(600, Some(since), false);
        ana.look(600, 600, &[]);
        assert_eq!(ana.shows(601), 601);
        let mut ben = Machine::wrong_by(1, began);
        ben.hear(700, Some(since), false);
        ben.look(700, 700, &[&ana]);
        assert_eq!(ben.shows(700), 700, "not by another wall clock");
        let mut behind = Machine::wrong_by(-1, began);
        behind.hear(700, Some(since), false);
        behind.look(700, 700, &[]);
        assert_eq!(
            behind.shows(700),
            0,
            "a clock that is behind counts nothing"
        );

        let mut there = Machine::wrong_by(9, began);
        there.hear(0, None, false);
        there.hear(5, Some(since), true);
        ana.look(800, 800, &[&there]);
        assert_eq!(
            ana.shows(800),
            795,
            "who measured is believed before who guessed"
        );
        there.look(800, 800, &[&ana, &ben]);
        assert_eq!(there.shows(800), 795);
    }

    #[test]
    fn taking_a_move_back_brings_the_earlier_start_back() {
        let began = Instant::now();
        let mut ana = Machine::wrong_by(0, began);
        ana.hear(0, None, false);
        ana.hear(10, Some(77), true);
        ana.hear(50, Some(88), true);
        assert_eq!(ana.shows(60), 10);
        ana.hear(60, Some(77), false);
        assert_eq!(ana.shows(60), 50);
        ana.hear(70, None, true);
        assert!(ana.clock.start_here(ana.at(70)).is_none());
        ana.hear(80, Some(99), true);
        assert_eq!(ana.shows(95), 15);
        let mut ben = Machine::wrong_by(2, began);
        ben.hear(0, Some(88), false);
        ben.hear(60, Some(77), false);
        ben.look(61, 61, &[&ana]);
        assert_ne!(ben.shows(61), 1, "the times of another start are not taken");
    }

    #[test]
    fn the_time_that_a_computer_slept_counts() {
        let began = Instant::now();
        let mut alone = Machine::wrong_by(0, began);
        alone.hear(0, None, false);
        alone.hear(10, Some(alone.at(10).wall_ms), true);
        alone.look(11, 11, &[]);
        alone.wrong_by = 600_000;
        alone.look(12, 12, &[]);
        assert_eq!(
            alone.shows(12),
            602,
            "ten minutes in which nothing was measured"
        );
        alone.wrong_by = 0;
        alone.look(13, 13, &[]);
        assert_eq!(
            alone.shows(13),
            603,
            "a wall clock that is set back takes nothing"
        );
    }

    #[test]
    fn a_start_stays_the_same_number_while_both_clocks_go_on_together() {
        let began = Instant::now();
        let mut ana = Machine::wrong_by(0, began);
        ana.hear(0, None, false);
        ana.hear(10, Some(5), true);
        let first = ana.clock.start_here(ana.at(20)).unwrap();
        ana.wrong_by = STEADY_MS - 1;
        assert_eq!(ana.clock.start_here(ana.at(30)), Some(first));
        ana.wrong_by = HOUR;
        let set = ana.clock.start_here(ana.at(40)).unwrap();
        assert_eq!((set.since, set.here), (5, first.here + HOUR));
        assert_eq!(StartHere::of(Some(set), Some(5)), Some(set.here));
        assert_eq!(StartHere::of(Some(set), Some(6)), Some(6));
        assert_eq!(StartHere::of(Some(set), None), None);
    }

    #[test]
    fn a_slot_shows_a_tenth_of_a_second_and_nothing_beyond_seven_hours() {
        for (ms, shown) in [
            (0, Some(0)),
            (199, Some(100)),
            (26_214_200, Some(26_214_200)),
            (26_214_300, None),
        ] {
            for measured in [true, false] {
                let run = Run {
                    start: 30,
                    ran: Duration::from_millis(ms),
                    measured,
                };
                let read = Run::decode(run.encode());
                let ran = shown.map(Duration::from_millis);
                assert_eq!(read, ran.map(|ran| Run { ran, ..run }), "{ms}");
            }
        }
        assert_eq!(Run::decode([0; 3]), None, "an app that does not know of it");
    }
}
