//! Writing SVG: every number with one digit after the point, every text escaped, nothing but ink on
//! white.

use std::fmt::Write as _;

/// Ink.
pub const INK: &str = "#000000";
/// Ink that stands back: axes, labels, lines of steps.
pub const GREY: &str = "#555555";
/// Grid lines, and the band of a gap.
pub const PALE: &str = "#bbbbbb";
/// White.
pub const PAPER: &str = "#ffffff";
/// The font of every text. A reader without it takes the next.
pub const FONT: &str = "'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif";
/// Height of letters in a chart, px.
pub const TEXT: f64 = 12.0;
/// What a letter takes on the average, px at [`TEXT`]; labels are given room by it.
const LETTER: f64 = 6.1;

/// Where a text stands at its place.
#[derive(Clone, Copy, Debug)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It lies around it.
    Middle,
    /// It ends there.
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// Its colour.
    pub colour: &'static str,
    /// Its width, px.
    pub width: f64,
    /// Lengths of dashes and gaps; empty for a solid line.
    pub dashes: &'static str,
}

/// A solid line.
pub const fn solid(colour: &'static str, width: f64) -> Stroke {
    dashed(colour, width, "")
}

/// A broken line.
pub const fn dashed(colour: &'static str, width: f64, dashes: &'static str) -> Stroke {
    Stroke {
        colour,
        width,
        dashes,
    }
}

/// A picture that is being drawn.
#[derive(Debug, Default)]
pub struct Pen {
    out: String,
}

/// About how wide a text is, px.
pub fn width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

/// Where a text lies, px.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    /// Whether two texts would lie on each other.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// About where a text lies that stands at a place.
pub fn area((x, y): (f64, f64), text: &str, anchor: Anchor) -> Area {
    let width = width(text);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area {
        left,
        right: left + width,
        top: y - TEXT,
        bottom: y + 3.0,
    }
}

impl Pen {
    /// A line from one place to another.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.put("<line");
        for (name, value) in [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)] {
            self.number(name, value);
        }
        self.stroke(stroke);
        self.put("/>\n");
    }

    /// A line through many places.
    pub fn path(&mut self, places: &[(f64, f64)], stroke: Stroke) {
        let places: Vec<String> = places
            .iter()
            .map(|(x, y)| format!("{},{}", short(*x), short(*y)))
            .collect();
        let _ = write!(
            self.out,
            r#"<polyline points="{}" fill="none""#,
            places.join(" ")
        );
        self.stroke(stroke);
        self.put(r#" stroke-linejoin="round"/>"#);
        self.put("\n");
    }

    /// A rectangle; without a stroke it is only filled.
    pub fn rect(&mut self, at: (f64, f64), size: (f64, f64), fill: &str, stroke: Option<Stroke>) {
        self.put("<rect");
        for (name, value) in [
            ("x", at.0),
            ("y", at.1),
            ("width", size.0.max(0.0)),
            ("height", size.1.max(0.0)),
        ] {
            self.number(name, value);
        }
        let _ = write!(self.out, r#" fill="{fill}""#);
        if let Some(stroke) = stroke {
            self.stroke(stroke);
        }
        self.put("/>\n");
    }

    /// A dot: solid is measured, hollow is expected.
    pub fn dot(&mut self, at: (f64, f64), radius: f64, hollow: bool) {
        self.put("<circle");
        for (name, value) in [("cx", at.0), ("cy", at.1), ("r", radius)] {
            self.number(name, value);
        }
        let _ = write!(self.out, r#" fill="{}""#, if hollow { PAPER } else { INK });
        if hollow {
            self.stroke(solid(INK, 1.5));
        }
        self.put("/>\n");
    }

    /// The flag on a post.
    pub fn flag(&mut self, (x, y): (f64, f64)) {
        let (x, y) = (short(x), short(y));
        let _ = writeln!(
            self.out,
            r#"<path d="M{x} {y}h16l-4 5 4 5h-16z" fill="{INK}"/>"#
        );
    }

    /// A text.
    pub fn text(&mut self, at: (f64, f64), text: &str, anchor: Anchor, colour: &str, bold: bool) {
        self.put("<text");
        self.number("x", at.0);
        self.number("y", at.1);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.put(r#" text-anchor="middle""#),
            Anchor::End => self.put(r#" text-anchor="end""#),
        }
        if bold {
            self.put(r#" font-weight="600""#);
        }
        let _ = writeln!(self.out, r#" fill="{colour}">{}</text>"#, escape(text));
    }

    /// A text over lines: white around its letters keeps it readable.
    pub fn text_over(&mut self, at: (f64, f64), text: &str, anchor: Anchor) {
        self.put(r##"<g paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round">"##);
        self.text(at, text, anchor, INK, true);
        self.put("</g>\n");
    }

    /// The whole picture, with its name and what it says for those who do not see it.
    pub fn finish(self, (width, height): (f64, f64), title: &str, says: &str) -> String {
        let (width, height) = (short(width), short(height));
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="{FONT}" font-size="{TEXT}">
<title>{}</title>
<desc>{}</desc>
<rect width="{width}" height="{height}" fill="{PAPER}"/>
{}</svg>
"#,
            escape(title),
            escape(says),
            self.out
        )
    }

    /// Marks that are SVG already.
    pub fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn number(&mut self, name: &str, value: f64) {
        let _ = write!(self.out, r#" {name}="{}""#, short(value));
    }

    fn stroke(&mut self, stroke: Stroke) {
        let width = short(stroke.width);
        let _ = write!(
            self.out,
            r#" stroke="{}" stroke-width="{width}""#,
            stroke.colour
        );
        if !stroke.dashes.is_empty() {
            let _ = write!(self.out, r#" stroke-dasharray="{}""#, stroke.dashes);
        }
    }
}

/// A place with two digits at most: finer than any printer, and the same on every machine.
fn short(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A text as text: in XML and in HTML, between tags and in attributes. What XML cannot hold is left
/// out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_place() {
        assert_eq!(
            escape("</text><script>\"&'\u{0}\u{1b}\n"),
            "&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39; "
        );
    }

    #[test]
    fn places_are_short_and_never_without_a_number() {
        assert_eq!(short(-0.001), "0");
        assert_eq!(short(12.50), "12.5");
        assert_eq!(short(f64::NAN), "0");
    }
}
