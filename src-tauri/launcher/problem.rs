//! Something that is missing or failed, in words that say what to do.

use std::fmt;

/// A plain sentence for the person at the terminal.
#[derive(Debug)]
pub struct Problem(String);

/// What every step of the setup ends with.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// The words are shown as they are.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}
