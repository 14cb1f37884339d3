//! The wire.
pub mod bindings;
pub mod requests;
pub mod table;
pub mod typescript;
