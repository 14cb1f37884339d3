//! From values and days to places on paper. Pure arithmetic that stays finite for every finite
//! number.

/// Maps values to places.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `low` stands at `from`, `high` at `to`.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Scale {
        Scale {
            low,
            high,
            from,
            to,
        }
    }

    /// The place of a value; a value outside the scale stands at its end.
    pub fn at(&self, value: f64) -> f64 {
        // Halves keep the difference of two numbers near the largest ones finite.
        let span = self.high / 2.0 - self.low / 2.0;
        let part = (value / 2.0 - self.low / 2.0) / span;
        let part = if part.is_finite() {
            part.clamp(0.0, 1.0)
        } else {
            0.5
        };
        self.from + part * (self.to - self.from)
    }
}

/// Steps between grid lines, in units of a power of ten.
const NICE: [f64; 7] = [1.0, 2.0, 2.5, 4.0, 5.0, 10.0, 20.0];

/// Round values for at most `most` grid lines that enclose the values; zero is shown where they are
/// near it.
pub fn ticks(values: &[f64], most: usize) -> Vec<f64> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !low.is_finite() || !high.is_finite() {
        return vec![0.0, 1.0];
    }
    let near_zero = low >= 0.0 && (low == high || low < (high - low) * 2.0);
    let from = if near_zero { 0.0 } else { low };
    let span = [high - from, high.abs(), 1.0]
        .into_iter()
        .find(|span| span.is_finite() && *span > 0.0)
        .unwrap_or(1.0);
    let unit = 10_f64.powf((span / (most as f64 - 1.0)).log10().floor());
    let step = NICE
        .iter()
        .map(|nice| nice * unit)
        .find(|step| lines(from, high, *step) < most as f64)
        .unwrap_or(20.0 * unit);
    let first = (from / step + 1e-9).floor();
    let count = lines(from, high, step).clamp(1.0, 20.0) as usize;
    let ticks: Vec<f64> = (0..=count).map(|i| (first + i as f64) * step).collect();
    if ticks.iter().all(|tick| tick.is_finite()) {
        ticks
    } else {
        vec![low, high]
    }
}

/// How many steps lie between the values.
fn lines(from: f64, high: f64, step: f64) -> f64 {
    (high / step - 1e-9).ceil() - (from / step + 1e-9).floor()
}

/// Moves labels apart so that none is nearer than `distance` to the next, within the bounds,
/// keeping their order. Where there is no room for all they stand as near as the bounds ask for.
pub fn spread(places: &[f64], distance: f64, (least, most): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*a].total_cmp(&places[*b]));
    let mut placed = places.to_vec();
    let mut floor = least;
    for i in &order {
        placed[*i] = placed[*i].max(floor);
        floor = placed[*i] + distance;
    }
    let mut ceiling = most;
    for i in order.iter().rev() {
        placed[*i] = placed[*i].min(ceiling);
        ceiling = placed[*i] - distance;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_round_and_enclose() {
        assert_eq!(ticks(&[7.0, 3.0, 2.0], 4), [0.0, 2.5, 5.0, 7.5]);
        assert_eq!(ticks(&[101.0, 104.0], 4), [101.0, 102.0, 103.0, 104.0]);
        assert_eq!(ticks(&[5.0], 4), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(&[], 4), [0.0, 1.0]);
    }

    #[test]
    fn the_largest_numbers_have_places() {
        for values in [
            [f64::MIN, f64::MAX],
            [0.0, f64::MIN_POSITIVE],
            [1e300, 1e300],
        ] {
            let ticks = ticks(&values, 4);
            assert!(ticks.iter().all(|tick| tick.is_finite()), "{ticks:?}");
            let scale = Scale::new((values[0], values[1]), (0.0, 100.0));
            assert!(values.iter().all(|v| (0.0..=100.0).contains(&scale.at(*v))));
        }
    }

    #[test]
    fn labels_stand_apart_within_their_bounds() {
        assert_eq!(
            spread(&[10.0, 11.0, 50.0], 14.0, (0.0, 100.0)),
            [10.0, 24.0, 50.0]
        );
        assert_eq!(spread(&[98.0, 97.0], 14.0, (0.0, 100.0)), [100.0, 86.0]);
    }
}
