//! Reads: a file a screen-shaped answer, each computed in one short read transaction.
//!
//! A view holds everything its screen shows, in the screen's shape, with the log's sequence number
//! it was read at (`asOfSeq`). No rule is repeated outside: what is due, open or old is decided
//! here.

pub mod attachment;
pub mod board;
pub mod challenge;
pub mod chart;
pub mod coaching;
pub mod conflict;
pub mod due;
pub mod error_budget;
pub mod experiment;
pub mod hint;
pub mod history;
pub mod lines;
pub mod metrics;
pub mod observation_preview;
pub mod observations;
pub mod obstacle;
mod part;
pub mod progress;
pub mod removed;
pub mod retrospective;
pub mod search;
pub mod storyboard;
pub mod teams;
pub mod toil;
