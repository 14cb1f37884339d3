//! The font of everything on paper, carried in the program: no font of the machine decides what a
//! report looks like. Source Sans 3, under the SIL Open Font License 1.1 (`core/fonts/LICENSE.md`).

use std::borrow::Cow;
use std::sync::Arc;

use kata_wire::CoreError;
use ttf_parser::Face;
use usvg::fontdb::Database;
use usvg::{Options, Tree};

/// Text.
pub const REGULAR: &[u8] = include_bytes!("../fonts/SourceSans3-Regular.ttf");
/// Headings and figures.
pub const SEMIBOLD: &[u8] = include_bytes!("../fonts/SourceSans3-Semibold.ttf");

/// What stands in the place of a character that the font does not have.
pub const MISSING: char = '□';

/// Which letters a font has, and how wide they are.
pub struct Widths(Face<'static>);

impl Widths {
    /// Those of a font that the program carries.
    ///
    /// # Errors
    /// When the font cannot be read.
    pub fn of(font: &'static [u8]) -> Result<Widths, CoreError> {
        Ok(Widths(Face::parse(font, 0).map_err(broken)?))
    }

    /// Width of a text at a size, in the unit of the size. Pairs that stand nearer to each other
    /// count as any.
    pub fn of_text(&self, text: &str, size: f32) -> f32 {
        let advance = |c: char| {
            let glyph = self.0.glyph_index(c).or_else(|| {
                let shown = self.lacks(c).then_some(MISSING)?;
                self.0.glyph_index(shown)
            })?;
            self.0.glyph_hor_advance(glyph)
        };
        let wide: u32 = text.chars().filter_map(advance).map(u32::from).sum();
        wide as f32 * size / f32::from(self.0.units_per_em())
    }

    /// The text as it can be printed: [`MISSING`] for each character that the font does not have.
    pub fn printable<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.missing(text) == 0 {
            return Cow::Borrowed(text);
        }
        let shown = |c: char| if self.lacks(c) { MISSING } else { c };
        Cow::Owned(text.chars().map(shown).collect())
    }

    /// How many characters of a text cannot be printed.
    pub fn missing(&self, text: &str) -> usize {
        text.chars().filter(|c| self.lacks(*c)).count()
    }

    /// How many characters that are seen in an SVG that was drawn here cannot be printed.
    pub fn missing_in(&self, svg: &str) -> usize {
        // Its name and what it says are heard, not seen.
        let seen = svg.split_once("</desc>").map_or(svg, |(_, seen)| seen);
        self.missing(seen)
    }

    fn lacks(&self, c: char) -> bool {
        !c.is_control() && !is_unseen(c) && self.0.glyph_index(c).is_none()
    }
}

/// Marks that are never seen: they join letters, turn the direction or choose between shapes.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Reads an SVG that was drawn here, with the fonts that the program carries.
///
/// # Errors
/// When it is none.
pub fn tree(svg: &str) -> Result<Tree, CoreError> {
    let mut fonts = Database::new();
    for font in [REGULAR, SEMIBOLD] {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Source Sans 3");
    let options = Options {
        fontdb: Arc::new(fonts),
        font_family: "Source Sans 3".to_owned(),
        ..Options::default()
    };
    let shown = Widths::of(REGULAR)?;
    Tree::from_str(&shown.printable(svg), &options).map_err(broken)
}

/// What was made here and cannot be read here is a bug.
pub fn broken(error: impl std::fmt::Display) -> CoreError {
    CoreError::Internal {
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_does_not_have_is_replaced_and_counted() {
        let font = Widths::of(REGULAR).unwrap();
        let text = "Label 標籤 is late \u{1f6a2}, naïve Ωμ";
        assert_eq!(font.missing(text), 3);
        assert_eq!(font.printable(text), "Label □□ is late □, naïve Ωμ");
        assert_eq!(font.of_text("標", 10.0), font.of_text("□", 10.0));
        assert!(font.of_text("標", 10.0) > 0.0);
    }

    #[test]
    fn marks_that_nobody_sees_take_no_room_and_count_for_nothing() {
        let font = Widths::of(REGULAR).unwrap();
        assert_eq!(font.missing("a\u{200d}b\u{fe0f}\u{200f}\n"), 0);
        assert_eq!(font.of_text("a\u{fe0f}", 10.0), font.of_text("a", 10.0));
    }

    #[test]
    fn both_weights_have_the_same_letters() {
        let [regular, semibold] = [REGULAR, SEMIBOLD].map(|font| Widths::of(font).unwrap());
        for c in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(regular.lacks(c), semibold.lacks(c), "{c:?}");
        }
    }

    #[test]
    fn only_what_is_seen_in_a_drawing_counts() {
        let font = Widths::of(REGULAR).unwrap();
        let svg = "<svg><title>標</title><desc>標</desc><text>標 a</text></svg>";
        assert_eq!(font.missing_in(svg), 1);
    }
}
