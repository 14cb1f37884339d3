//! Leaving out points that a screen could not show apart.
//!
//! Of each stretch of the row the first, the lowest, the highest and the last value stay (M4:
//! Jugel, Jerzak, Hackenbroich, Markl, VLDB 2014): a line through them covers the same pixels as
//! one through all.

use std::collections::HashSet;

use kata_wire::MeasuredPoint;

/// Points that stay of a stretch.
const OF_A_STRETCH: usize = 4;

/// Leaves at most about `most` points, and those at the places that have to stay.
pub(super) fn thin(points: &mut Vec<MeasuredPoint>, most: usize, stay: &HashSet<usize>) {
    if points.len() <= most {
        return;
    }
    let length = points.len().div_ceil((most / OF_A_STRETCH).max(1));
    let kept = points.chunks(length).flat_map(|stretch| {
        let corners = corners(stretch);
        stretch
            .iter()
            .filter(|point| corners.contains(&point.index) || stay.contains(&point.index))
            .copied()
            .collect::<Vec<_>>()
    });
    *points = kept.collect();
}

/// Places of the first, lowest, highest and last point of a stretch.
fn corners(stretch: &[MeasuredPoint]) -> [usize; OF_A_STRETCH] {
    let by_value = |a: &&MeasuredPoint, b: &&MeasuredPoint| a.value.total_cmp(&b.value);
    let index = |point: Option<&MeasuredPoint>| point.map_or(usize::MAX, |point| point.index);
    [
        index(stretch.first()),
        index(stretch.iter().min_by(by_value)),
        index(stretch.iter().max_by(by_value)),
        index(stretch.last()),
    ]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use kata_domain::ids::ObservationId;
    use uuid::Uuid;

    use super::*;

    fn row(length: usize) -> Vec<MeasuredPoint> {
        let point = |index: usize| MeasuredPoint {
            index,
            id: ObservationId(Uuid::nil()),
            on: NaiveDate::MIN,
            // Goes up and down, so that lowest and highest lie inside a stretch.
            value: f64::from(u32::try_from(index * 7_919 % 1_009).unwrap()),
        };
        (0..length).map(point).collect()
    }

    #[test]
    fn a_short_row_is_left_alone() {
        let mut points = row(16);
        thin(&mut points, 16, &HashSet::new());
        assert_eq!(points, row(16));
    }

    #[test]
    fn a_long_row_keeps_its_outline_and_what_has_to_stay() {
        let all = row(10_000);
        let mut points = all.clone();
        thin(&mut points, 400, &HashSet::from([4_321]));
        assert!(points.len() <= 401, "{}", points.len());
        assert!(points.windows(2).all(|pair| pair[0].index < pair[1].index));
        assert_eq!((points.first(), points.last()), (all.first(), all.last()));
        assert!(points.iter().any(|point| point.index == 4_321));
        for stretch in all.chunks(100) {
            let kept = |extreme: Option<f64>| {
                points.iter().any(|p| {
                    Some(p.value) == extreme
                        && (stretch[0].index..=stretch[99].index).contains(&p.index)
                })
            };
            let values = || stretch.iter().map(|point| point.value);
            assert!(kept(values().reduce(f64::max)) && kept(values().reduce(f64::min)));
        }
    }
}
