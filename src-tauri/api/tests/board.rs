//! What the core promises of a board file, tried on real files, with several people and several
//! processes. A suite a file; the builders are in `support`.
//!
//! `KATA_TEST_FOLDER` names another folder for the files, for example on a network share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

mod anonymity;
mod architecture;
mod attendance;
mod bad_input;
mod completeness;
mod concurrency;
mod contract;
mod crash;
mod desk;
mod discussion;
mod due;
mod error_budget;
mod failing_disk;
mod feed;
mod gestures;
mod import;
mod merge;
mod migrations;
mod nine;
mod numbers;
mod odd_values;
mod past_sessions;
mod private;
mod progress;
mod reads;
mod rebuild;
mod report;
mod sealing;
mod search;
mod shared_clock;
mod target_condition;
mod toil;
mod trouble;
mod undo;
mod views;
mod wire;
