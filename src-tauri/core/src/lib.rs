//! Everything that touches a board file, and the API over it.
pub mod api;
pub mod clock;
pub mod error;
pub mod ops;
pub mod store;
pub mod views;
