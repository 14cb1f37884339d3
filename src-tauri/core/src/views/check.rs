//! The check of the file as a command.

use super::lines::Look;
use crate::api::requests::{CheckReport, Nothing};
use crate::error::CoreError;
use crate::store::health;

/// Runs every check.
///
/// # Errors
/// What SQLite says; a finding is no error.
pub fn get(look: &Look<'_>, _: Nothing) -> Result<CheckReport, CoreError> {
    health::check(look.connection)
}
