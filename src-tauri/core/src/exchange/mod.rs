//! What leaves the board for other hands, reports and pictures of charts, and numbers that come from
//! outside.
//!
//! Everything here is made from what was read in one read transaction, from a day and a UTC offset that
//! are given, and from nothing else: no clock, no random number. The same board and the same day give the
//! same bytes.

pub mod chart;
pub mod chart_svg;
mod csv;
pub mod file;
mod fonts;
pub mod import;
pub mod job;
mod raster;
pub mod report;

/// A file that was made, and not written anywhere yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it is called; never a path.
    pub name: String,
    /// What kind of content it has.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// How many characters the font of paper and pictures does not have, in a sentence; none where it has all.
fn unprintable(count: usize, words: &crate::words::Words) -> Option<String> {
    let sign = fonts::MISSING.to_string();
    let args = [("count", count.into()), ("sign", sign.into())];
    (count > 0).then(|| words.with("report-unprintable", args))
}

/// The sign of a comparison.
pub(crate) fn sign(comparison: kata_domain::Comparison) -> &'static str {
    use kata_domain::Comparison;
    match comparison {
        Comparison::Below => "<",
        Comparison::AtMost => "≤",
        Comparison::AtLeast => "≥",
        Comparison::Above => ">",
    }
}
