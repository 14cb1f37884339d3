//! Evidence of a step: what is said of the files, whose bytes are [`super::attachment_content`].

use kata_domain::Attachment;
use kata_domain::ids::ExperimentId;
use kata_wire::CoreError;

use super::questions;
use crate::Reader;
use crate::sql::{self, Cells};

questions! { Attachment
    /// The attachments of a step, the one made first first.
    of_step(step: ExperimentId) -> all =
        "WHERE experiment_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id";
}

/// The names of those whose bytes are missing.
pub(crate) fn without_content(reader: Reader<'_>) -> Result<Vec<String>, CoreError> {
    let sql =
        "SELECT a.name FROM attachment a LEFT JOIN attachment_content c ON c.sha256 = a.sha256
         WHERE c.sha256 IS NULL ORDER BY a.name, a.id";
    sql::all(reader, sql, (), |row| row.field(0))
}
