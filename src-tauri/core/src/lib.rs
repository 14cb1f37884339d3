//! Everything that touches a board file, and the API over it.
pub mod api;
pub mod error;
pub mod views;
