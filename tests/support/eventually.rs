//! Waiting for a condition, up to a deadline.

use std::future::Future;
use std::time::{Duration, Instant};

use super::Outcome;

const DEADLINE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(30);

/// Asks again until the answer is there; `what` is told when it never comes. An error counts as
/// "not yet": a page that is being drawn anew loses elements between two questions.
pub async fn eventually<T, F>(what: &str, mut ask: impl FnMut() -> F) -> Outcome<T>
where
    F: Future<Output = Outcome<Option<T>>>,
{
    let end = Instant::now() + DEADLINE;
    loop {
        let answer = ask().await;
        if let Ok(Some(value)) = answer {
            return Ok(value);
        }
        if Instant::now() > end {
            let last = answer
                .err()
                .map(|error| format!(": {error}"))
                .unwrap_or_default();
            return Err(format!("waited in vain for {what}{last}").into());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
