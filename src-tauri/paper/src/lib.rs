//! What leaves the board for other hands: reports, forms on paper and pictures of charts, in the
//! `words` of a language.
//!
//! Everything here is made from what was read in one read transaction, from a day and a UTC offset
//! that are given, and from nothing else: no clock, no random number. The same board and the same
//! day give the same bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_wire::MadeFile;

pub mod chart;
pub mod chart_svg;
mod csv;
pub mod file;
mod fonts;
mod raster;
pub mod report;
pub mod words;

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

/// As it travels.
impl From<Made> for MadeFile {
    fn from(made: Made) -> MadeFile {
        let (text, data) = match String::from_utf8(made.bytes) {
            Ok(text) => (Some(text), None),
            Err(bytes) => (None, Some(STANDARD.encode(bytes.as_bytes()))),
        };
        MadeFile {
            name: made.name,
            media_type: made.media_type.to_owned(),
            text,
            data,
        }
    }
}

/// How many characters the font of paper and pictures does not have, in a sentence; none where it
/// has all.
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
