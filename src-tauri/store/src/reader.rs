//! One look at a board: a transaction that only asks. The questions stand in [`crate::tables`].

use rusqlite::Connection;

/// A board as it stands in one transaction.
#[derive(Clone, Copy)]
pub struct Reader<'c>(pub(crate) &'c Connection);
