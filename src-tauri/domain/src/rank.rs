//! Places in a list as texts: between any two ranks there is room for another one, so moving a
//! card rewrites that card alone.
//!
//! Owns the form of a rank: a fraction in base 62 without its point, digits in the order of their
//! bytes (`0-9A-Za-z`), so that SQLite's BINARY collation sorts it. It never ends in `0`, because
//! nothing would fit between `A` and `A0`. Two copies of a board can make the same rank
//! independently; lists therefore sort by rank and then by id.
//!
//! Ranks at either end of a list are counted on like numbers instead of halving what is left: as
//! many digits `z` (or `0`, downwards) as a rank starts with, and one more, form a counter after
//! them. A list that grows at one end has ranks of one digit for its first 30 rows, of three up to
//! 3,700 and of five up to 200,000.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u8 = 62;
const LOWEST: u8 = 0;
const HIGHEST: u8 = BASE - 1;

/// Why there is no rank between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RankError {
    /// A given rank is not one: empty, ending in `0`, or with other characters.
    #[error("not a rank")]
    NotARank,
    /// The first rank is not below the second, so nothing fits between them.
    #[error("ranks not in order")]
    NotInOrder,
}

/// A rank after `before` and before `after`; `None` stands for the end of the list.
pub fn between(before: Option<&str>, after: Option<&str>) -> Result<String, RankError> {
    let before = before.map(parse).transpose()?;
    let after = after.map(parse).transpose()?;
    let digits = match (before, after) {
        (None, None) => middle(&[], &[]),
        (Some(before), None) => beyond(&before, HIGHEST),
        (None, Some(after)) => beyond(&after, LOWEST),
        (Some(before), Some(after)) if before < after => middle(&before, &after),
        _ => return Err(RankError::NotInOrder),
    };
    Ok(write(&digits))
}

/// Ranks for the first `count` rows of a list, in order.
pub fn first_ranks(count: usize) -> Vec<String> {
    std::iter::successors(Some(middle(&[], &[])), |rank| Some(beyond(rank, HIGHEST)))
        .take(count)
        .map(|rank| write(&rank))
        .collect()
}

fn parse(rank: &str) -> Result<Vec<u8>, RankError> {
    let digit = |byte| (0..BASE).find(|&digit| DIGITS[usize::from(digit)] == byte);
    let digits: Option<Vec<u8>> = rank.bytes().map(digit).collect();
    digits
        .filter(|digits| digits.last().is_some_and(|&last| last != LOWEST))
        .ok_or(RankError::NotARank)
}

fn write(digits: &[u8]) -> String {
    let letter = |&digit: &u8| char::from(DIGITS[usize::from(digit)]);
    digits.iter().map(letter).collect()
}

/// The shortest fraction about halfway between two; an empty `high` stands for 1.
fn middle(low: &[u8], mut high: &[u8]) -> Vec<u8> {
    let mut digits = Vec::new();
    loop {
        let at = digits.len();
        let bottom = low.get(at).copied().unwrap_or(LOWEST);
        let top = high.get(at).copied().unwrap_or(BASE);
        if top - bottom > 1 {
            digits.push(bottom + (top - bottom) / 2);
            return digits;
        }
        if top > bottom {
            if high.len() > at + 1 {
                // `high` goes on after this digit, so the digit alone lies below it.
                digits.push(top);
                return digits;
            }
            high = &[];
        }
        digits.push(bottom);
    }
}

/// The next rank beyond the last one (`edge` = `HIGHEST`) or before the first one (`LOWEST`).
fn beyond(rank: &[u8], edge: u8) -> Vec<u8> {
    let mut lead = rank.iter().take_while(|&&digit| digit == edge).count();
    let counted = rank.iter().skip(lead).copied();
    let padded = counted.chain(std::iter::repeat(LOWEST));
    let mut counter: Vec<u8> = padded.take(lead + 1).collect();
    count_on(&mut counter, edge);
    if counter.first() == Some(&edge) {
        // Used up: one more leading digit, and a wider counter that starts at its other end.
        lead += 1;
        counter = vec![HIGHEST - edge; lead + 1];
        if edge == HIGHEST {
            count_on(&mut counter, edge);
        }
    }
    let mut digits = vec![edge; lead];
    digits.append(&mut counter);
    digits
}

/// Counts up or down towards `edge`, past every number that ends in the lowest digit.
fn count_on(counter: &mut [u8], edge: u8) {
    loop {
        for digit in counter.iter_mut().rev() {
            if *digit != edge {
                *digit = if edge == HIGHEST {
                    *digit + 1
                } else {
                    *digit - 1
                };
                break;
            }
            *digit = HIGHEST - edge;
        }
        if counter.last() != Some(&LOWEST) || counter.first() == Some(&edge) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn grown(count: usize, next: impl Fn(&str) -> (Option<&str>, Option<&str>)) -> String {
        let mut rank = between(None, None).unwrap();
        for _ in 1..count {
            let (before, after) = next(&rank);
            let new = between(before, after).unwrap();
            assert!(before.is_none_or(|before| before < new.as_str()));
            assert!(after.is_none_or(|after| new.as_str() < after));
            rank = new;
        }
        rank
    }

    #[test]
    fn ranks_stay_short_at_either_end_of_a_list() {
        for (count, length) in [(30, 1), (3_700, 3), (100_000, 5)] {
            assert_eq!(grown(count, |rank| (Some(rank), None)).len(), length);
            assert_eq!(grown(count, |rank| (None, Some(rank))).len(), length);
        }
    }

    #[test]
    fn a_list_can_be_bisected_forever() {
        assert!(grown(500, |rank| (Some(rank), Some("W"))).len() < 110);
        assert!(grown(500, |rank| (Some("U"), Some(rank))).len() < 110);
    }

    #[test]
    fn first_ranks_are_in_order() {
        let ranks = first_ranks(5_000);
        assert_eq!(ranks.len(), 5_000);
        assert!(ranks.is_sorted_by(|one, other| one < other));
        assert!(first_ranks(0).is_empty());
    }

    #[test]
    fn what_is_no_rank_or_out_of_order_is_refused() {
        for wrong in ["", "0", "A0", "a-b", "é"] {
            assert_eq!(between(Some(wrong), None), Err(RankError::NotARank));
            assert_eq!(between(None, Some(wrong)), Err(RankError::NotARank));
        }
        for (before, after) in [("B", "A"), ("A", "A"), ("AV", "A")] {
            assert_eq!(
                between(Some(before), Some(after)),
                Err(RankError::NotInOrder)
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(62),
            failure_persistence: None,
            ..ProptestConfig::with_cases(500)
        })]

        #[test]
        fn random_inserts_stay_in_order(places in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
            let mut ranks: Vec<String> = Vec::new();
            for place in places {
                let at = place.index(ranks.len() + 1);
                let before = at.checked_sub(1).map(|at| ranks[at].as_str());
                let new = between(before, ranks.get(at).map(String::as_str)).unwrap();
                ranks.insert(at, new);
            }
            prop_assert!(ranks.is_sorted_by(|one, other| one < other));
        }

        #[test]
        fn any_two_ranks_leave_room(one in "[0-9A-Za-z]{0,4}[1-9A-Za-z]", other in "[0z]{0,4}[1-9A-Za-z]") {
            let (low, high) = if one < other { (&one, &other) } else { (&other, &one) };
            prop_assume!(low != high);
            let middle = between(Some(low), Some(high)).unwrap();
            prop_assert!(low < &middle && &middle < high);
            prop_assert!(between(None, Some(low)).unwrap() < *low);
            prop_assert!(between(Some(high), None).unwrap() > *high);
            prop_assert!(!middle.ends_with('0'));
        }
    }
}
