//! Hints that were put aside.

use kata_domain::Waiver;

use super::questions;

questions! { Waiver
    /// The hints that were put aside on a row, by its wire id; the one put aside first first.
    of_row(row: String) -> all =
        "WHERE subject = ?1 AND deleted_at IS NULL ORDER BY created_at, id";
}
