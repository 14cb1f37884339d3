//! A report as PDF: A4 upright, ink on white, with the font in it, and tagged for those who hear
//! it.
//!
//! [`flow`] breaks the blocks into lines and pages, which needs no PDF; [`mod@print`] puts the
//! pages into the file.

mod flow;
pub mod page;
pub mod print;
pub mod wrap;

use kata_core::job::Job;
use kata_wire::CoreError;

use super::document::Document;
use crate::words::Words;

/// The file.
///
/// # Errors
/// When the job is to end, or a picture cannot be drawn.
pub fn write(document: &Document, words: &Words, job: &Job<'_>) -> Result<Vec<u8>, CoreError> {
    let pages = flow::pages(document, words, job)?;
    print::print(document, pages, words, job)
}
