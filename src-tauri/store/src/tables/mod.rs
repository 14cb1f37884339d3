//! Every question that is asked of a board's rows, by the table that answers it: a file a table, a
//! named function a question, with one order, so that the same question has one answer wherever it
//! is asked.
//!
//! A question is asked of its file's own table (`FROM`); other tables are joined to it, or stand in
//! brackets as the words that their own file has for them. Four questions are asked of many tables
//! alike: in which [order](rank) rows stand, which [number] comes next, what a row is
//! [called](title), what was [removed], and where a hit of a search has its [place].

pub(crate) mod ancestry;
pub mod answer;
pub mod attachment;
pub mod attachment_content;
pub mod bad_day;
pub mod baseline_window;
pub mod challenge;
pub mod change;
pub mod coaching_cycle;
pub mod current_condition;
pub mod experiment;
pub mod focus_process;
pub mod membership;
pub mod meta;
pub mod metric;
pub mod number;
pub mod observation;
pub mod obstacle;
pub mod obstacle_review;
pub mod operation;
pub mod participant;
pub mod person;
pub mod place;
pub mod rank;
pub mod removed;
pub mod retro_note;
pub mod retrospective;
pub mod slo;
pub mod target_condition;
pub mod team;
pub mod timeline_event;
pub mod title;
pub mod toil_category;
pub mod toil_ledger;
pub mod toil_week;
pub mod topic;
pub mod vote;
pub mod waiver;

#[cfg(test)]
mod tests;

use kata_domain::noun::Noun;
use kata_wire::CoreError;
use rusqlite::Params;
use rusqlite::types::ToSqlOutput;
use uuid::Uuid;

use crate::Reader;
use crate::rows::{self, Stored};

/// A row by its id, also one that was removed.
///
/// # Errors
/// [`CoreError::NotFound`].
pub fn row<N: Noun>(reader: Reader<'_>, id: impl Into<Uuid>) -> Result<Stored<N>, CoreError> {
    rows::load(reader, id.into())
}

/// A row by its id, where it is not removed.
///
/// # Errors
/// [`CoreError::NotFound`], [`CoreError::Removed`].
pub fn present<N: Noun>(reader: Reader<'_>, id: impl Into<Uuid>) -> Result<Stored<N>, CoreError> {
    row::<N>(reader, id)?.present()
}

/// A row by its id, also one that was removed; none where the board does not have it.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn find<N: Noun>(
    reader: Reader<'_>,
    id: impl Into<Uuid>,
) -> Result<Option<Stored<N>>, CoreError> {
    rows::find(reader, id.into())
}

/// A row by its id; none where it is removed or the board does not have it.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn there<N: Noun>(
    reader: Reader<'_>,
    id: impl Into<Uuid>,
) -> Result<Option<Stored<N>>, CoreError> {
    Ok(find(reader, id)?.filter(|row| row.deleted_at.is_none()))
}

fn bound<const N: usize>(values: [ToSqlOutput<'_>; N]) -> impl Params {
    rusqlite::params_from_iter(values)
}

/// Parameters of a question, each as a field of a noun stands in its cell.
macro_rules! params {
    ($($param:expr),*) => {
        $crate::tables::bound([
            $($crate::rows::output(kata_domain::field::Field::to_cell(&$param))),*
        ])
    };
}
use params;

/// Questions whose answer is rows of one noun: all of them, or the first. What follows `=` stands
/// behind `SELECT … FROM table`; `?1` is the first parameter.
macro_rules! questions {
    ($noun:ident
        $($(#[$doc:meta])* $name:ident($($param:ident: $type:ty),*) -> $shape:ident = $sql:expr;)+
    ) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// What SQLite says, or a damaged cell.
        pub fn $name(
            reader: $crate::Reader<'_>,
            $($param: $type),*
        ) -> Result<$crate::tables::questions!(@answer $shape $noun), kata_wire::CoreError> {
            static ASKED: $crate::rows::Select<$noun> = $crate::rows::Select::new($sql);
            ASKED.$shape(reader, $crate::tables::params!($($param),*))
        }
    )+};
    (@answer all $noun:ident) => { Vec<$crate::rows::Stored<$noun>> };
    (@answer first $noun:ident) => { Option<$crate::rows::Stored<$noun>> };
}
use questions;
