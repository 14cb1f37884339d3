//! The wire: the command table, requests and answers, the session that runs them, and TypeScript.

pub mod app;
pub mod attendance;
pub mod bindings;
pub mod check;
pub mod desk;
pub mod exchange;
pub mod private;
pub mod requests;
pub mod search;
pub mod session;
pub mod table;
pub mod typescript;

pub use requests::Push;
pub use session::{Home, Session, SessionKind, SessionOptions};

pub use crate::error::{CoreError, IpcError};
