//! Times and what is said of them.

use std::time::{Duration, Instant};

/// Measured times of one thing.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs something and keeps its time.
    pub fn measure<R>(&mut self, run: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let answer = run();
        self.0.push(start.elapsed());
        answer
    }

    /// Keeps a time.
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that `percent` of all are not above, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * percent / 100).min(sorted.len() - 1);
        sorted[at].as_secs_f64() * 1e3
    }

    /// All times together, in seconds.
    fn sum(&self) -> f64 {
        self.0.iter().sum::<Duration>().as_secs_f64()
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.0.len() as f64 / self.sum()
    }

    /// One line of the report.
    pub fn print(&self, name: &str) {
        println!(
            "  {name:<34} p50 {:>8.3} ms   p95 {:>8.3} ms   p99 {:>8.3} ms   {:>8.0} /s",
            self.percentile(50),
            self.percentile(95),
            self.percentile(99),
            self.rate(),
        );
    }
}

/// A result beside its goal.
pub fn print_goal(what: &str, value: f64, goal: &str, reached: bool) {
    let word = if reached { "reached" } else { "MISSED" };
    println!("  {what:<34} {value:>12.3}   goal {goal}: {word}");
}
