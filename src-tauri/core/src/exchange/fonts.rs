//! The font of everything on paper, carried in the program: no font of the machine decides what a report
//! looks like. Source Sans 3, under the SIL Open Font License 1.1 (`core/fonts/LICENSE.md`).

use std::sync::Arc;

use ttf_parser::Face;
use usvg::fontdb::Database;
use usvg::{Options, Tree};

use crate::error::CoreError;

/// Text.
pub const REGULAR: &[u8] = include_bytes!("../../fonts/SourceSans3-Regular.ttf");
/// Headings and figures.
pub const SEMIBOLD: &[u8] = include_bytes!("../../fonts/SourceSans3-Semibold.ttf");

/// How wide the letters of a font are.
pub struct Widths(Face<'static>);

impl Widths {
    /// Those of a font that the program carries.
    ///
    /// # Errors
    /// When the font cannot be read.
    pub fn of(font: &'static [u8]) -> Result<Widths, CoreError> {
        Ok(Widths(Face::parse(font, 0).map_err(broken)?))
    }

    /// Width of a text at a size, in the unit of the size. Pairs that stand nearer to each other count as any.
    pub fn of_text(&self, text: &str, size: f32) -> f32 {
        let advance = |c: char| {
            let glyph = self.0.glyph_index(c).unwrap_or_default();
            f32::from(self.0.glyph_hor_advance(glyph).unwrap_or_default())
        };
        text.chars().map(advance).sum::<f32>() * size / f32::from(self.0.units_per_em())
    }
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
    Tree::from_str(svg, &options).map_err(broken)
}

/// What was made here and cannot be read here is a bug.
pub fn broken(error: impl std::fmt::Display) -> CoreError {
    CoreError::Internal {
        detail: error.to_string(),
    }
}
