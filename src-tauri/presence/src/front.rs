//! What a window stands in front of, as its slot shows it: a coaching card, or a retrospective.
//!
//! Of a retrospective everybody shows how many notes wait on their machine. Only the sum over all
//! machines is told on: who wrote how many is nobody's business.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::card::Card;

/// How many notes one machine is believed to hold; the sidecar is a stranger's.
pub const MOST_NOTES: u32 = 500;

/// One of the things that are shown to everybody who stands in front of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Front {
    /// A coaching card, turned together.
    Card(Card),
    /// A retrospective.
    Session(Attendance),
}

/// One machine in front of a retrospective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// The retrospective.
    pub retrospective: Uuid,
    /// How many notes wait there for the reveal, over all who sit at it.
    pub notes: u32,
}

/// All machines in front of one retrospective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// The retrospective.
    pub retrospective: Uuid,
    /// How many notes wait for the reveal, on all machines together.
    pub notes: u32,
    /// Who sits at those machines.
    pub persons: BTreeSet<Uuid>,
}

impl Front {
    /// The row: the cycle, or the retrospective.
    pub fn row(self) -> Uuid {
        match self {
            Front::Card(card) => card.cycle,
            Front::Session(attendance) => attendance.retrospective,
        }
    }

    /// The coaching card, where it is one.
    pub fn card(self) -> Option<Card> {
        match self {
            Front::Card(card) => Some(card),
            Front::Session(_) => None,
        }
    }

    /// The retrospective, where it is one.
    pub fn session(self) -> Option<Attendance> {
        match self {
            Front::Session(attendance) => Some(attendance),
            Front::Card(_) => None,
        }
    }
}

impl Gathering {
    /// Those of `all` who stand in front of this retrospective, each with who sits there.
    pub fn of(
        retrospective: Uuid,
        all: impl Iterator<Item = (Option<Front>, Option<Uuid>)>,
    ) -> Gathering {
        let mut gathering = Gathering {
            retrospective,
            notes: 0,
            persons: BTreeSet::new(),
        };
        for (front, person) in all {
            let here = front.and_then(Front::session);
            if let Some(here) = here.filter(|here| here.retrospective == retrospective) {
                gathering.notes += here.notes.min(MOST_NOTES);
                gathering.persons.extend(person);
            }
        }
        gathering
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(retrospective: u128, notes: u32) -> Option<Front> {
        Some(Front::Session(Attendance {
            retrospective: Uuid::from_u128(retrospective),
            notes,
        }))
    }

    #[test]
    fn only_those_in_front_of_the_same_retrospective_count_and_none_beyond_belief() {
        let person = |number| Some(Uuid::from_u128(number));
        let card = Front::Card(Card::joined(Uuid::from_u128(1), [].into_iter()));
        let all = [
            (at(1, 3), person(7)),
            (at(1, 2), None),
            (at(2, 9), person(8)),
            (Some(card), person(9)),
            (None, person(10)),
            (at(1, u32::MAX), person(7)),
        ];
        let gathering = Gathering::of(Uuid::from_u128(1), all.into_iter());
        assert_eq!(gathering.notes, 5 + MOST_NOTES);
        assert_eq!(gathering.persons, BTreeSet::from([Uuid::from_u128(7)]));
    }
}
