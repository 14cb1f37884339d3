//! The real `kata`, run as a person or a script runs it: in a folder and a home of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_files;
mod bad_requests;
mod case;
mod checking;
mod desk;
mod due;
mod observing;
mod pages;
mod report;
mod retrospectives;
mod seller_portal;
mod undoing;
mod watching;
mod working;
