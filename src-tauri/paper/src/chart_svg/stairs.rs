//! The staircase of target conditions toward the challenge: a solid tread was set, a broken one is
//! still open.

use super::layout::Size;
use super::pen::{Anchor, GREY, INK, Pen, dashed, solid, width};

/// The picture's size, px.
pub const STAIRS: Size = Size {
    width: 720.0,
    height: 260.0,
};
/// Room under the lowest tread for its words, and above the highest.
const BELOW: f64 = 40.0;
const ABOVE: f64 = 26.0;
/// White at either end.
const SIDE: f64 = 4.0;

/// One tread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tread {
    /// What it is.
    pub name: String,
    /// Where it stands; may be empty.
    pub state: String,
    /// Whether it was set, or is still open.
    pub ink: bool,
    /// Whether the work is on it.
    pub here: bool,
}

/// The picture, from the lowest tread to the challenge. `says` is what it says, in words.
pub fn draw(treads: &[Tread], title: &str, says: &str) -> String {
    let mut pen = Pen::default();
    let run = (STAIRS.width - 2.0 * SIDE) / treads.len().max(1) as f64;
    let bottom = STAIRS.height - BELOW;
    let rise = (bottom - ABOVE) / (treads.len().max(2) - 1) as f64;
    for (i, tread) in treads.iter().enumerate() {
        let (left, y) = (SIDE + i as f64 * run, bottom - i as f64 * rise);
        let from = if i == 0 { y } else { y + rise };
        let line = if tread.ink {
            solid(INK, 2.0)
        } else {
            dashed(GREY, 1.5, "4 4")
        };
        pen.path(&[(left, from), (left, y), (left + run, y)], line);
        if tread.here {
            let dot = (left + run - 24.0, y - 11.0);
            pen.dot(dot, 8.0, true);
            pen.dot(dot, 4.5, false);
        }
        let last = i + 1 == treads.len();
        words(&mut pen, tread, (left, y), last && i > 0);
    }
    pen.finish((STAIRS.width, STAIRS.height), title, says)
}

/// Under the tread, where the stairs leave room to the right; the highest has its words above it.
fn words(pen: &mut Pen, tread: &Tread, (left, y): (f64, f64), highest: bool) {
    let right = STAIRS.width - SIDE;
    if highest {
        let name = cut(&tread.name, right - SIDE);
        pen.text((right, y - 9.0), &name, Anchor::End, INK, true);
        return;
    }
    let room = right - left - 6.0;
    let at = left + 6.0;
    let name = cut(&tread.name, room);
    let colour = if tread.ink { INK } else { GREY };
    pen.text((at, y + 15.0), &name, Anchor::Start, colour, tread.ink);
    let state = cut(&tread.state, room);
    pen.text((at, y + 30.0), &state, Anchor::Start, GREY, tread.here);
}

/// A text that fits a width; the table beside the picture has it whole.
fn cut(text: &str, room: f64) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Semibold letters are wider than the others.
    if width(&line) * 1.08 <= room {
        return line;
    }
    let mut short = String::new();
    for c in line.chars() {
        if (width(&short) + width("…")) * 1.08 > room {
            break;
        }
        short.push(c);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_a_short_one_is_not() {
        assert_eq!(cut("TC 1,\n two", 200.0), "TC 1, two");
        let long = cut(&"word ".repeat(40), 120.0);
        assert!(long.ends_with('…') && width(&long) <= 120.0, "{long}");
    }

    #[test]
    fn what_is_open_is_broken_and_what_was_set_is_solid() {
        let tread = |ink, here| Tread {
            name: "TC".to_owned(),
            ink,
            here,
            ..Tread::default()
        };
        let svg = draw(
            &[tread(true, false), tread(true, true), tread(false, false)],
            "",
            "",
        );
        assert_eq!(svg.matches("<polyline").count(), 3);
        assert_eq!(svg.matches("stroke-dasharray").count(), 1);
        assert_eq!(svg.matches("<circle").count(), 2);
    }
}
