//! The command table, the session that runs it and TypeScript for it; the sample board, written by
//! the same use cases; preferences and reminders of this machine.

pub mod app;
pub mod attendance;
pub mod bindings;
pub mod check;
pub mod desk;
pub mod exchange;
pub mod machine;
pub mod prefs;
pub mod private;
mod reads;
mod reminders;
pub mod search;
pub mod session;
pub mod table;
pub mod typescript;
pub mod window;

pub use kata_store::home::Home;
pub use machine::Machine;
pub use session::{Session, SessionKind};
