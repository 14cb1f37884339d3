//! Builders that make a test read as a sentence: a place, the people at it, their processes.

pub mod dump;
pub mod person;
pub mod place;
pub mod remote;
pub mod requests;
pub mod steps;
pub mod storyboard;
mod windows;
pub mod wire;

pub use person::Person;
pub use place::Place;
pub use remote::Remote;
pub use storyboard::Storyboard;

use std::time::Duration;

/// How long a test waits for what must come. Reached only by a test that fails.
pub const PATIENCE: Duration = Duration::from_secs(60);
