//! Everything that touches a board file, and the API over it.
//!
//! `api` is the wire (command table, session), `ops` writes, `views` reads, `exchange` hands out reports
//! and charts in the `words` of a language and reads numbers from outside, `store` is the only SQL on a
//! board, `workspace` is one open file, `outbox`, `prefs` and `reminders` are private to this machine.

pub mod api;
pub mod clock;
pub mod error;
pub mod exchange;
pub mod home;
pub mod ops;
pub mod outbox;
pub mod prefs;
mod reminders;
pub mod sample;
pub mod store;
pub mod views;
pub mod words;
pub mod workspace;
