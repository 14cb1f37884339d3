//! Where the coaching card of a cycle is turned to, among the apps that follow the cycle.
//!
//! Everybody shows in the sidecar where their card stands and how often it was turned before.
//! Whoever sees a newer turn of the same cycle turns along and shows it too, so that the place
//! stays when the one who turned is gone. Nothing of this is written to the board.

use uuid::Uuid;

/// Where the card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// The cycle.
    pub cycle: Uuid,
    /// The place on the card, counted from 1 by the screens.
    pub place: u8,
    /// How often it was turned.
    pub turn: u32,
}

/// Where a card stands that nobody has turned yet.
const FIRST: u8 = 1;

impl Card {
    /// As those who follow the cycle have it; as at the beginning where nobody does.
    pub fn joined(cycle: Uuid, others: impl Iterator<Item = Card>) -> Card {
        let untouched = Card {
            cycle,
            place: FIRST,
            turn: 0,
        };
        untouched.newest(others)
    }

    /// The same card, turned.
    pub fn turned_to(self, place: u8) -> Card {
        Card {
            place,
            turn: self.turn.saturating_add(1),
            ..self
        }
    }

    /// The newest turn of this cycle. Of two people who turned at once all follow the one who is
    /// further on, wherever they look from.
    pub fn newest(self, others: impl Iterator<Item = Card>) -> Card {
        let order = |card: &Card| (card.turn, card.place);
        others
            .filter(|other| other.cycle == self.cycle)
            .fold(self, |newest, other| {
                if order(&other) > order(&newest) {
                    other
                } else {
                    newest
                }
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(place: u8, turn: u32) -> Card {
        Card {
            cycle: Uuid::from_u128(1),
            place,
            turn,
        }
    }

    #[test]
    fn the_newest_turn_wins_and_of_two_at_once_the_one_further_on() {
        let newest = |own: Card, other: Card| own.newest([other].into_iter());
        assert_eq!(newest(card(5, 2), card(1, 3)), card(1, 3), "back counts");
        assert_eq!(newest(card(5, 2), card(6, 1)), card(5, 2));
        assert_eq!(newest(card(3, 2), card(4, 2)), card(4, 2));
        assert_eq!(newest(card(4, 2), card(3, 2)), card(4, 2));
        let elsewhere = Card {
            cycle: Uuid::from_u128(2),
            ..card(9, 9)
        };
        assert_eq!(newest(card(4, 2), elsewhere), card(4, 2));
    }

    #[test]
    fn who_joins_stands_where_the_others_stand_and_turns_on_from_there() {
        let cycle = Uuid::from_u128(1);
        assert_eq!(Card::joined(cycle, [].into_iter()), card(FIRST, 0));
        let joined = Card::joined(cycle, [card(4, 7)].into_iter());
        assert_eq!(joined.turned_to(5), card(5, 8));
    }
}
