//! A chart as a picture of points.

use kata_wire::CoreError;
use resvg::tiny_skia::{Pixmap, Transform};

use super::fonts::{broken, tree};

/// Points for each px of the drawing: sharp on paper at half a page's width.
const SCALE: f32 = 2.0;

/// The PNG of an SVG that was drawn here.
///
/// # Errors
/// When it cannot be drawn.
pub fn png(svg: &str) -> Result<Vec<u8>, CoreError> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let size = size.ok_or_else(|| broken("a picture without a size"))?;
    let mut pixmap = Pixmap::new(size.width(), size.height())
        .ok_or_else(|| broken("a picture without a size"))?;
    resvg::render(
        &tree,
        Transform::from_scale(SCALE, SCALE),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().map_err(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_the_same_points_each_time() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><text x="2" y="9" font-family="Source Sans 3">a</text></svg>"##;
        let made = png(svg).unwrap();
        assert!(made.starts_with(b"\x89PNG"));
        assert_eq!(made, png(svg).unwrap());
    }
}
